import type { MiddlewareHandler } from 'hono';
import type { AppEnv } from '../http/env.ts';
import { problem } from '../http/problem.ts';
import { type Access, type Keyring, keyHashIn, signedInCaller } from './auth.ts';
import { type StrangerLimit, waitOf } from './caller.ts';

/** What must answer whoever asks; signatures and tokens guard the rest of these. */
const open = /^\/(healthz$|readyz$|webhooks\/|u\/)/;

/**
 * Limits by address what comes without a valid key. A storefront makes hundreds of checkouts a
 * second from one address, so a valid key is never held up by it; a wrong one counts.
 */
export const limitStrangers = (
  limit: StrangerLimit,
  { keyring, counts }: Access,
): MiddlewareHandler<AppEnv> => {
  return async (c, next) => {
    if (open.test(c.req.path) || signedInCaller(c)) return next();
    const keyHash = keyHashIn(c);
    if (keyHash !== undefined && keyring.find(keyHash)) return next();
    const wait = waitOf(c, limit, counts);
    if (wait > 0 && !(await isValid(keyring, keyHash)))
      throw problem('too_many_requests', { retryAfterSeconds: wait });
    return next();
  };
};

/** A key that is new here may turn out to be a valid one. That costs one look a second at most. */
const isValid = async (keyring: Keyring, keyHash: string | undefined): Promise<boolean> =>
  keyHash !== undefined &&
  (await keyring.authenticate(keyHash).catch(() => undefined)) !== undefined;
