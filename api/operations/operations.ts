import { Hono } from 'hono';
import type { AppDeps } from '../deps.ts';

/**
 * What those who run the API may read, served on a port of its own: `/metrics` for Prometheus, and
 * `/readyz` with the counts of what stands still.
 */
export const createOperations = ({
  registry,
  readiness,
}: Pick<AppDeps, 'registry' | 'readiness'>): Hono =>
  new Hono()
    .get('/readyz', (c) => {
      const { isReady, ...report } = readiness.report();
      return c.json(report, isReady ? 200 : 503);
    })
    .get('/metrics', async (c) =>
      c.body(await registry.metrics(), 200, { 'Content-Type': registry.contentType }),
    );
