import type { Context } from 'hono';
import type { HTTPException } from 'hono/http-exception';
import type { AppEnv } from '../http/env.ts';
import { problem } from '../http/problem.ts';
import type { Access } from './auth.ts';
import { findNetwork, type StrangerLimit } from './caller.ts';

/** Enough to see by its answers that a secret is wrong, on either side. */
const failuresPerMinute = 30;

/**
 * The refusal of a webhook whose signature is not right: 401, and 429 to an address that goes on
 * and on. The signature is checked before, so that a right one is never held up by its address:
 * behind a proxy that nobody has named, strangers share that of the sender.
 */
export const refuseSignature = (
  c: Context<AppEnv>,
  { limit, counts }: { limit: StrangerLimit; counts: Access['counts'] },
): HTTPException => {
  const network = findNetwork(c, limit);
  const wait = network === undefined ? 0 : counts.add(`signature ${network}`, failuresPerMinute);
  return wait > 0
    ? problem('too_many_requests', { retryAfterSeconds: wait })
    : problem('invalid_signature');
};
