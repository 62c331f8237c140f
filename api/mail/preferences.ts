import { createRoute, OpenAPIHono, type z } from '@hono/zod-openapi';
import {
  addressOf,
  changePreferences,
  getPreferences,
  type Preferences,
} from '../../db/mail/preferences.ts';
import { guard } from '../access/guard.ts';
import type { RouteDeps } from '../deps.ts';
import type { AppEnv } from '../http/env.ts';
import { bodyProblems, jsonAnswer, jsonBody, problemAnswers } from '../http/openapi.ts';
import { addressQuery, preferences, preferencesChange } from './preferences-schema.ts';

/** What an address wants to hear, for those who speak with customers. */
export const preferencesRoutes = (deps: RouteDeps) =>
  new OpenAPIHono<AppEnv>()
    .openapi(read(deps), async (c) => {
      const { email } = c.req.valid('query');
      return c.json(show(email, await getPreferences(deps.reads.sql, addressOf(email))), 200);
    })
    .openapi(change(deps), async (c) => {
      const { email, topics, pausedUntil } = c.req.valid('json');
      const asked = { ...topics, ...(pausedUntil !== undefined && { pausedUntil }) };
      const address = addressOf(email);
      const after =
        Object.keys(asked).length === 0
          ? await getPreferences(deps.db.sql, address)
          : await changePreferences(deps.db, address, { by: 'support', orderId: null, ...asked });
      deps.kick();
      return c.json(show(email, after), 200);
    });

const base = (deps: RouteDeps) => ({
  path: '/v1/preferences' as const,
  tags: ['Mail'],
  ...guard(deps, 'support'),
});

const read = (deps: RouteDeps) =>
  createRoute({
    ...base(deps),
    method: 'get',
    summary: 'Read what an address wants to hear',
    request: { query: addressQuery },
    responses: {
      200: jsonAnswer('The preferences; the defaults of an unknown address', preferences),
      ...problemAnswers('invalid_request'),
    },
  });

const change = (deps: RouteDeps) =>
  createRoute({
    ...base(deps),
    method: 'put',
    summary: 'Change what an address wants to hear',
    request: { body: jsonBody(preferencesChange) },
    responses: {
      200: jsonAnswer('The preferences afterwards', preferences),
      ...problemAnswers(...bodyProblems, 'outcome_unknown'),
    },
  });

const show = (email: string, found: Preferences): z.output<typeof preferences> => {
  const { updates, offers, pausedUntil, changedAt, by } = found;
  // What a checkout said is a default, and nobody's change.
  const changedBy = by === 'checkout' ? null : by;
  return { email, topics: { updates, offers }, pausedUntil, changedAt, by: changedBy };
};
