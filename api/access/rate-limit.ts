import type { MiddlewareHandler } from 'hono';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import type { AppEnv } from '../http/env.ts';
import { problem } from '../http/problem.ts';

/** Lets each principal make so many requests a minute in this process; without a number, any. */
export const createRateLimit = (requestsPerMinute?: number): MiddlewareHandler<AppEnv> => {
  if (requestsPerMinute === undefined) return (_c, next) => next();
  const limiter = new RateLimiterMemory({ points: requestsPerMinute, duration: 60 });
  return async (c, next) => {
    try {
      await limiter.consume(c.get('principal').name);
    } catch (refused) {
      if (!(refused instanceof RateLimiterRes)) throw refused;
      const retryAfterSeconds = Math.max(1, Math.ceil(refused.msBeforeNext / 1_000));
      throw problem('too_many_requests', { retryAfterSeconds });
    }
    await next();
  };
};
