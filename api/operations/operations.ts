import { Hono } from 'hono';
import { countWatches } from '../../db/backorder/watch.ts';
import type { AppDeps } from '../deps.ts';
import { readiness } from './health.ts';

/**
 * What those who run the API may read, served on a port of its own: `/metrics` for Prometheus, and
 * `/readyz` with the counts of what stands still.
 */
export const createOperations = (deps: AppDeps): Hono => {
  const { db, registry } = deps;
  return new Hono()
    .get('/readyz', async (c) => {
      const report = await readiness(deps);
      const isReady = report.status === 'ready';
      const overdue = isReady ? await countWatches(db.sql).catch(() => null) : null;
      return c.json({ ...report, overdue }, isReady ? 200 : 503);
    })
    .get('/metrics', async (c) =>
      c.body(await registry.metrics(), 200, { 'Content-Type': registry.contentType }),
    );
};
