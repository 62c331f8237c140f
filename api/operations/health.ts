import { Hono } from 'hono';
import type { AppDeps } from '../deps.ts';
import type { AppEnv } from '../http/env.ts';

/**
 * `/healthz`: the process runs. `/readyz`: it can serve, for which it needs PostgreSQL, and is not
 * about to stop. Temporal and overdue work are only reported, because orders and stock are accepted
 * without them. `/metrics` is for Prometheus.
 */
export const healthRoutes = ({ registry, readiness }: AppDeps) =>
  new Hono<AppEnv>()
    .get('/healthz', (c) => c.json({ status: 'ok' }))
    .get('/readyz', (c) => {
      const { isReady, ...report } = readiness.report();
      return isReady ? c.json(report) : c.json(report, 503, { 'Retry-After': '5' });
    })
    .get('/metrics', async (c) =>
      c.body(await registry.metrics(), 200, { 'Content-Type': registry.contentType }),
    );
