import { Hono } from 'hono';
import { isDatabaseReachable } from '../../db/http/health.ts';
import type { AppDeps } from '../deps.ts';
import type { AppEnv } from '../http/env.ts';

/**
 * `/healthz`: the process runs. `/readyz`: it can serve. Both are public, and say nothing of what
 * goes on here.
 */
export const healthRoutes = (deps: AppDeps) =>
  new Hono<AppEnv>()
    .get('/healthz', (c) => c.json({ status: 'ok' }))
    .get('/readyz', async (c) => {
      const report = await readiness(deps);
      return report.status === 'ready'
        ? c.json(report)
        : c.json(report, 503, { 'Retry-After': '5' });
    });

/**
 * Whether it can serve, for which it needs PostgreSQL. Temporal is only reported, because orders
 * and stock are accepted without it.
 */
export const readiness = async ({
  db,
  isTemporalReachable,
}: Pick<AppDeps, 'db' | 'isTemporalReachable'>) => {
  const [postgresql, temporal] = await Promise.all([
    isDatabaseReachable(db.sql, 2_000),
    isTemporalReachable(),
  ]);
  return {
    status: postgresql ? ('ready' as const) : ('unavailable' as const),
    postgresql: postgresql ? 'ok' : 'unreachable',
    temporal: temporal ? 'ok' : 'unreachable',
  };
};
