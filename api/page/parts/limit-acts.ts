import type { MiddlewareHandler } from 'hono';
import { readPageToken } from '../../../db/page/page-token.ts';
import type { AppDeps } from '../../deps.ts';
import type { AppEnv } from '../../http/env.ts';
import { problem } from '../../http/problem.ts';

/** A customer sends a form or two, and some more if a bank or a network makes them try again. */
const actsPerMinute = 20;

/**
 * Limits how often the forms of one page are sent: each may ask a workflow, and through it the
 * payment provider. A link that was replaced is counted apart, so that it holds up no newer one.
 */
export const limitActs =
  ({ config, access }: Pick<AppDeps, 'config' | 'access'>): MiddlewareHandler<AppEnv> =>
  async (c, next) => {
    if (c.req.method !== 'POST') return next();
    const link = readPageToken(config.linkSecrets, c.req.param('token') ?? '');
    const wait = link
      ? access.counts.add(`page ${link.version} ${link.orderId}`, actsPerMinute)
      : 0;
    if (wait > 0) throw problem('too_many_requests', { retryAfterSeconds: wait });
    return next();
  };
