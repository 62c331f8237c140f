import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import { addressKeyOf } from '../../db/mail/address-key.ts';
import { addressOf } from '../../db/mail/preferences.ts';
import {
  endSuppression,
  listSuppressions,
  type Suppression,
  suppress,
} from '../../db/mail/suppressions.ts';
import { guard } from '../access/guard.ts';
import type { RouteDeps } from '../deps.ts';
import { decodeCursor, toPage } from '../http/cursor.ts';
import type { AppEnv } from '../http/env.ts';
import { bodyProblems, jsonAnswer, jsonBody, problemAnswers } from '../http/openapi.ts';
import { addressQuery } from './preferences-schema.ts';
import { suppressionChange, suppressions, suppressionsQuery } from './suppressions-schema.ts';

const addressKey = z.string().regex(/^[\da-f]{64}$/);

/** Addresses that get no relationship mail; every call answers with what stands afterwards. */
export const suppressionRoutes = (deps: RouteDeps) =>
  new OpenAPIHono<AppEnv>()
    .openapi(list(deps), async (c) => {
      const { limit = 25, cursor, email } = c.req.valid('query');
      const rows = await listSuppressions(deps.reads.sql, {
        addressKey: email && addressKeyOf(email),
        after: decodeCursor(cursor, addressKey),
        limit: limit + 1,
      });
      return c.json(
        toPage(rows, limit, { show, position: (row) => [row.at, row.addressKey] }),
        200,
      );
    })
    .openapi(put(deps), async (c) => {
      const { email, reason } = c.req.valid('json');
      const address = addressOf(email);
      const stands = await suppress(deps.db.sql, { ...address, reason, messageId: null });
      return c.json({ data: [show(stands)], nextCursor: null }, 200);
    })
    .openapi(end(deps), async (c) => {
      await endSuppression(deps.db.sql, addressKeyOf(c.req.valid('query').email));
      return c.json({ data: [], nextCursor: null }, 200);
    });

const base = (deps: RouteDeps) => ({
  path: '/v1/suppressions' as const,
  tags: ['Mail'],
  ...guard(deps, 'support'),
});

const list = (deps: RouteDeps) =>
  createRoute({
    ...base(deps),
    method: 'get',
    summary: 'List addresses that get no relationship mail, newest first',
    request: { query: suppressionsQuery },
    responses: {
      200: jsonAnswer('A page of suppressions', suppressions),
      ...problemAnswers('invalid_request'),
    },
  });

const put = (deps: RouteDeps) =>
  createRoute({
    ...base(deps),
    method: 'put',
    summary: 'Send an address no more relationship mail',
    request: { body: jsonBody(suppressionChange) },
    responses: {
      200: jsonAnswer('The suppression of the address', suppressions),
      ...problemAnswers(...bodyProblems, 'outcome_unknown'),
    },
  });

const end = (deps: RouteDeps) =>
  createRoute({
    ...base(deps),
    method: 'delete',
    summary: 'End a suppression: the address gets mail again, as it prefers',
    request: { query: addressQuery },
    responses: {
      200: jsonAnswer('There is none any more', suppressions),
      ...problemAnswers('invalid_request', 'outcome_unknown'),
    },
  });

const show = ({ email, reason, at }: Suppression) => ({ email, reason, at });
