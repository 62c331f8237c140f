import { Hono } from 'hono';
import { Gauge, type Registry } from 'prom-client';

/** How a worker stands, as `worker.getStatus()` says it. */
type Status = {
  runState: string;
  numInFlightActivities: number;
  numInFlightWorkflowActivations: number;
  numCachedWorkflows: number;
};

/**
 * What those who run a worker may read of it. `/metrics` is for Prometheus. `/healthz` is 200 while
 * the worker takes work, else 503.
 */
export const createMeasures = (registry: Registry, getStatus: () => Status): Hono => {
  measureWorker(registry, getStatus);
  return new Hono()
    .get('/healthz', (c) => {
      const { runState } = getStatus();
      const isRunning = runState === 'RUNNING';
      return c.json({ status: isRunning ? 'ok' : runState.toLowerCase() }, isRunning ? 200 : 503);
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
