import type { MiddlewareHandler } from 'hono';
import { refuse, resendError } from './errors.ts';

/** So much is more than any computer under a desk sends. */
export const usualRate = 1_000;

/**
 * Counts calls in windows of one second, tells each caller how many are left, and refuses those
 * beyond. https://resend.com/docs/api-reference/rate-limit
 */
export const limitCalls = (perSecond: number, now = Date.now): MiddlewareHandler => {
  let window = 0;
  let calls = 0;
  return async (c, next) => {
    const second = Math.floor(now() / 1000);
    if (second !== window) {
      window = second;
      calls = 0;
    }
    calls += 1;
    const isOver = calls > perSecond;
    if (isOver) c.res = refuse(c, resendError('rate_limit_exceeded'));
    else await next();
    // A connection that was cut has its answer already, and a planned 429 says what it wants.
    if (c.res.headers.has('x-hono-already-sent')) return;
    if (c.res.status === 429 && !isOver) return;
    c.header('ratelimit-limit', String(perSecond));
    c.header('ratelimit-remaining', String(Math.max(0, perSecond - calls)));
    c.header('ratelimit-reset', '1');
  };
};
