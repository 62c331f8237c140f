import type { HttpBindings } from '@hono/node-server';
import type { Context, MiddlewareHandler } from 'hono';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import type { Includes } from '../../db/subnets.ts';
import type { AppEnv } from '../http/env.ts';
import { problem } from '../http/problem.ts';
import { bearerIn, type Keyring } from './auth.ts';
import { clientAddress, networkOf } from './client-address.ts';

export type StrangerLimit = {
  /** Requests that one address may make in a minute, of each process. */
  perMinute: number;
  isTrustedProxy: Includes;
  /** Everything comes from there on one's own computer. */
  isLoopbackFree: boolean;
};

/** What must answer whoever asks; signatures and tokens guard the rest of these. */
const open = /^\/(healthz$|readyz$|webhooks\/|u\/)/;

/**
 * Limits by address what comes without a valid key. A storefront makes hundreds of checkouts a
 * second from one address, so a key that is known is never held up by it; a wrong one counts.
 */
export const limitStrangers = (
  { perMinute, isTrustedProxy, isLoopbackFree }: StrangerLimit,
  keyring: Keyring,
): MiddlewareHandler<AppEnv> => {
  const limiter = new RateLimiterMemory({ points: perMinute, duration: 60 });
  return async (c, next) => {
    if (open.test(c.req.path)) return next();
    const key = bearerIn(c.req.header('Authorization'));
    if (key !== undefined && keyring.knows(key)) return next();
    const address = clientAddress(hopsOf(c), isTrustedProxy);
    if (isLoopbackFree && isLoopback(address)) return next();
    const network = networkOf(address);
    // A key may turn out to be a valid one, which counts for nothing.
    const counted = await (key === undefined ? limiter.penalty(network) : limiter.get(network));
    const before = (counted?.consumedPoints ?? 0) - (key === undefined ? 1 : 0);
    if (before >= perMinute) {
      const retryAfterSeconds = Math.max(1, Math.ceil((counted?.msBeforeNext ?? 0) / 1_000));
      throw problem('too_many_requests', { retryAfterSeconds });
    }
    await next();
    if (key !== undefined && c.get('principal') === undefined) await limiter.penalty(network);
  };
};

const hopsOf = (c: Context<AppEnv>) => {
  // Without a socket there is nobody else who asks.
  const { incoming } = (c.env ?? {}) as Partial<HttpBindings>;
  const remote = incoming?.socket.remoteAddress ?? '127.0.0.1';
  return { remote, forwardedFor: c.req.header('X-Forwarded-For') };
};

const isLoopback = (address: string): boolean => address === '::1' || address.startsWith('127.');
