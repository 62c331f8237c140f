import { Hono } from 'hono';
import { countWatches } from '../../db/backorder/watch.ts';
import { isDatabaseReachable } from '../../db/http/health.ts';
import type { AppDeps } from '../deps.ts';
import type { AppEnv } from '../http/env.ts';

/**
 * `/healthz`: the process runs. `/readyz`: it can serve, for which it needs PostgreSQL. Temporal
 * and overdue work are only reported, because orders and stock are accepted without them.
 * `/metrics` is for Prometheus.
 */
export const healthRoutes = ({ db, registry, isTemporalReachable }: AppDeps) =>
  new Hono<AppEnv>()
    .get('/healthz', (c) => c.json({ status: 'ok' }))
    .get('/readyz', async (c) => {
      const [postgresql, temporal] = await Promise.all([
        isDatabaseReachable(db, 2_000),
        isTemporalReachable(),
      ]);
      const report = {
        status: postgresql ? 'ready' : 'unavailable',
        postgresql: postgresql ? 'ok' : 'unreachable',
        temporal: temporal ? 'ok' : 'unreachable',
        overdue: postgresql ? await countWatches(db).catch(() => null) : null,
      };
      return postgresql ? c.json(report) : c.json(report, 503, { 'Retry-After': '5' });
    })
    .get('/metrics', async (c) =>
      c.body(await registry.metrics(), 200, { 'Content-Type': registry.contentType }),
    );
