import { Hono } from 'hono';
import type { AppDeps } from '../deps.ts';
import type { AppEnv } from '../http/env.ts';

/**
 * `/healthz`: the process runs, and each of its pools gives out connections; 503 asks for a new
 * process. `/readyz`: it can serve, for which it needs a PostgreSQL that writes, and is not about
 * to stop. Temporal is only reported, because orders and stock are accepted without it. Both are
 * public, and say nothing of what goes on here.
 */
export const healthRoutes = ({ readiness, pulse }: Pick<AppDeps, 'readiness' | 'pulse'>) =>
  new Hono<AppEnv>()
    .get('/healthz', (c) =>
      pulse.stuck().length === 0 ? c.json({ status: 'ok' }) : c.json({ status: 'stuck' }, 503),
    )
    .get('/readyz', (c) => {
      const { isReady, overdue: _, ageMs, ...report } = readiness.report();
      const { postgresql, temporal } = ageMs;
      const shown = { ...report, ageMs: { postgresql, temporal } };
      return isReady ? c.json(shown) : c.json(shown, 503, { 'Retry-After': '5' });
    });
