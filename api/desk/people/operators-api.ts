import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import { noteAudit } from '../../../db/desk/people/audit.ts';
import {
  changeOperator,
  findOperatorSeen,
  listOperators,
  type SeenAccount,
  type WaysIn,
} from '../../../db/desk/people/operators.ts';
import { endSessionsOf } from '../../../db/desk/people/sessions.ts';
import { guard } from '../../access/guard.ts';
import { sessionEnds as ends } from '../../access/session-ends.ts';
import type { RouteDeps } from '../../deps.ts';
import { decodePosition, toPage } from '../../http/cursor.ts';
import type { AppEnv } from '../../http/env.ts';
import { bodyProblems, jsonAnswer, jsonBody, problemAnswers } from '../../http/openapi.ts';
import { problem } from '../../http/problem.ts';
import { demoId } from '../access/operator-id.ts';
import * as schema from './operators-schema.ts';

const position = z.tuple([z.string(), z.string()]);

/** The accounts of the people who run the shop. They are made by `npm run operator` and by sign-ins. */
export const accountRoutes = (deps: RouteDeps) =>
  new OpenAPIHono<AppEnv>()
    .openapi(list(deps), async (c) => {
      const { limit = 25, cursor } = c.req.valid('query');
      const after = decodePosition(cursor, position)?.[0] ?? null;
      const rows = await listOperators(deps.reads.sql, { after, limit: limit + 1, ends });
      const positionOf = ({ operatorId }: SeenAccount): [string, string] => [operatorId, ''];
      return c.json(toPage(rows, limit, { show, position: positionOf }), 200);
    })
    .openapi(put(deps), async (c) => {
      const { operatorId } = c.req.valid('param');
      const wanted = c.req.valid('json');
      const change = { operatorId, ...wanted };
      const outcome = await changeOperator(deps.db, change, { keepsManager: waysIn(deps) });
      if (outcome === 'unknown') throw problem('not_found');
      if (outcome === 'last_manager' || outcome === 'role_from_provider') throw problem(outcome);
      if (outcome === 'changed') {
        const { role, disabled } = wanted;
        const detail = { by: c.get('principal').name, role, disabled };
        await noteAudit(deps.db.sql, { operatorId, type: 'account_changed', detail });
      }
      const found = await findOperatorSeen(deps.db.sql, { operatorId, ends });
      if (!found) throw problem('not_found');
      return c.json(show(found), 200);
    })
    .openapi(endSessions(deps), async (c) => {
      const { operatorId } = c.req.valid('param');
      if (!(await findOperatorSeen(deps.db.sql, { operatorId, ends }))) throw problem('not_found');
      const ended = await endSessionsOf(deps.db.sql, operatorId);
      const detail = { by: c.get('principal').name, sessions: ended };
      await noteAudit(deps.db.sql, { operatorId, type: 'signed_out_everywhere', detail });
      return c.json({ ended }, 200);
    });

const waysIn = ({ config: { desk } }: RouteDeps): WaysIn => ({
  passwords: desk.passwords,
  issuer: desk.provider?.issuer ?? null,
  demoId: desk.demo ? demoId : null,
});

const base = (deps: RouteDeps) => ({ tags: ['Operators'], ...guard(deps, 'admin') });

const list = (deps: RouteDeps) =>
  createRoute({
    ...base(deps),
    method: 'get',
    path: '/v1/operators',
    summary: 'List who has an account at the desk, by their ids',
    request: { query: schema.operatorsQuery },
    responses: {
      200: jsonAnswer('A page of operators', schema.operators),
      ...problemAnswers('invalid_request'),
    },
  });

const put = (deps: RouteDeps) =>
  createRoute({
    ...base(deps),
    method: 'put',
    path: '/v1/operators/{operatorId}',
    summary: 'Change an account of the desk; another role and disabling end its sessions',
    request: { params: schema.operatorPath, body: jsonBody(schema.operatorChange) },
    responses: {
      200: jsonAnswer('The account as it stands', schema.operator),
      ...problemAnswers(
        ...bodyProblems,
        'not_found',
        'last_manager',
        'role_from_provider',
        'outcome_unknown',
      ),
    },
  });

const endSessions = (deps: RouteDeps) =>
  createRoute({
    ...base(deps),
    method: 'delete',
    path: '/v1/operators/{operatorId}/sessions',
    summary: 'Sign an operator out everywhere',
    request: { params: schema.operatorPath },
    responses: {
      200: jsonAnswer('They are signed in nowhere', schema.endedSessions),
      ...problemAnswers('invalid_request', 'not_found', 'outcome_unknown'),
    },
  });

const show = ({ issuer, hasPassword, email: _, ...account }: SeenAccount) => ({
  ...account,
  issuer,
  signsInBy: issuer
    ? ('provider' as const)
    : hasPassword
      ? ('password' as const)
      : ('none' as const),
});
