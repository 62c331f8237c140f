import { Registry } from 'prom-client';
import { expect, it } from 'vitest';
import { createMeasures } from '../../activities/measures.ts';

const status = {
  runState: 'RUNNING',
  numInFlightActivities: 3,
  numInFlightWorkflowActivations: 1,
  numCachedWorkflows: 7,
};
let runState = 'RUNNING';
const stuck: string[] = [];
const measures = createMeasures(new Registry(), {
  getStatus: () => ({ ...status, runState }),
  pulse: { stuck: () => stuck },
});

it('measures what a worker does at the moment', async () => {
  const text = await (await measures.request('/metrics')).text();
  expect(text).toContain('meanwhile_worker_activities 3');
  expect(text).toContain('meanwhile_worker_cached_workflows 7');
});

it('is healthy as long as the worker takes work and its pool gives out connections', async () => {
  expect((await measures.request('/healthz')).status).toBe(200);
  stuck.push('database');
  expect((await measures.request('/healthz')).status).toBe(503);
  stuck.length = 0;
  expect((await measures.request('/healthz')).status).toBe(200);
  runState = 'DRAINING';
  expect((await measures.request('/healthz')).status).toBe(503);
});

it('answers nothing else', async () => {
  expect((await measures.request('/')).status).toBe(404);
});
