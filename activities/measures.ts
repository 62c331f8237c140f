import { Hono } from 'hono';
import { Gauge, type Registry } from 'prom-client';
import type { Pulse } from '../db/pulse.ts';

/** How a worker stands, as `worker.getStatus()` says it. */
type Status = {
  runState: string;
  numInFlightActivities: number;
  numInFlightWorkflowActivations: number;
  numCachedWorkflows: number;
};

type Deps = { getStatus: () => Status; pulse: Pick<Pulse, 'stuck'> };

/**
 * What those who run a worker may read of it. `/metrics` is for Prometheus. `/healthz` is 200 while
 * the worker takes work and its pool gives out connections, else 503.
 */
export const createMeasures = (registry: Registry, { getStatus, pulse }: Deps): Hono => {
  measureWorker(registry, getStatus);
  return new Hono()
    .get('/healthz', (c) => {
      const { runState } = getStatus();
      if (runState !== 'RUNNING') return c.json({ status: runState.toLowerCase() }, 503);
      return pulse.stuck().length === 0
        ? c.json({ status: 'ok' })
        : c.json({ status: 'stuck' }, 503);
    })
    .get('/metrics', async (c) =>
      c.body(await registry.metrics(), 200, { 'Content-Type': registry.contentType }),
    );
};

const measureWorker = (registry: Registry, getStatus: () => Status): void => {
  gauge(registry, {
    name: 'meanwhile_worker_activities',
    help: 'Activities that run at the moment.',
    read: () => getStatus().numInFlightActivities,
  });
  gauge(registry, {
    name: 'meanwhile_worker_workflow_tasks',
    help: 'Workflow tasks that run at the moment.',
    read: () => getStatus().numInFlightWorkflowActivations,
  });
  gauge(registry, {
    name: 'meanwhile_worker_cached_workflows',
    help: 'Workflows that are kept in memory.',
    read: () => getStatus().numCachedWorkflows,
  });
};

const gauge = (
  registry: Registry,
  { name, help, read }: { name: string; help: string; read: () => number },
): void => {
  new Gauge({
    name,
    help,
    registers: [registry],
    collect() {
      this.set(read());
    },
  });
};
