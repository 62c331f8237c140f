import { Hono } from 'hono';
import type { AppDeps } from '../deps.ts';
import type { AppEnv } from '../http/env.ts';

/**
 * `/healthz`: the process runs. `/readyz`: it can serve, for which it needs a PostgreSQL that
 * writes, and is not about to stop. Temporal is only reported, because orders and stock are accepted without it. Both
 * are public, and say nothing of what goes on here.
 */
export const healthRoutes = ({ readiness }: Pick<AppDeps, 'readiness'>) =>
  new Hono<AppEnv>()
    .get('/healthz', (c) => c.json({ status: 'ok' }))
    .get('/readyz', (c) => {
      const { isReady, overdue: _, ageMs, ...report } = readiness.report();
      const { postgresql, temporal } = ageMs;
      const shown = { ...report, ageMs: { postgresql, temporal } };
      return isReady ? c.json(shown) : c.json(shown, 503, { 'Retry-After': '5' });
    });
