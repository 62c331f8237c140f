import { Hono } from 'hono';
import { countWatches } from '../../db/backorder/watch.ts';
import { findDatabaseState } from '../../db/http/health.ts';
import type { AppDeps } from '../deps.ts';
import type { AppEnv } from '../http/env.ts';

/**
 * `/healthz`: the process runs. `/readyz`: it can serve, for which it needs a PostgreSQL that writes. Temporal
 * and overdue work are only reported, because orders and stock are accepted without them.
 * `/metrics` is for Prometheus.
 */
export const healthRoutes = ({ db, registry, isTemporalReachable }: AppDeps) =>
  new Hono<AppEnv>()
    .get('/healthz', (c) => c.json({ status: 'ok' }))
    .get('/readyz', async (c) => {
      const [postgresql, temporal] = await Promise.all([
        findDatabaseState(db.sql, 2_000),
        isTemporalReachable(),
      ]);
      const isReady = postgresql === 'ok';
      const report = {
        status: isReady ? 'ready' : 'unavailable',
        postgresql,
        temporal: temporal ? 'ok' : 'unreachable',
        overdue: isReady ? await countWatches(db.sql).catch(() => null) : null,
      };
      return isReady ? c.json(report) : c.json(report, 503, { 'Retry-After': '5' });
    })
    .get('/metrics', async (c) =>
      c.body(await registry.metrics(), 200, { 'Content-Type': registry.contentType }),
    );
