import { createRoute, OpenAPIHono, type z } from '@hono/zod-openapi';
import {
  expireApiKeys,
  findApiKey,
  isKeyKnown,
  keyIdOf,
  putApiKey,
  replaceApiKey,
} from '../../db/http/api-keys.ts';
import { addMs, hourMs } from '../../workflows/domain/time.ts';
import { guard } from '../access/guard.ts';
import { createKey } from '../access/new-key.ts';
import type { RouteDeps } from '../deps.ts';
import type { AppEnv } from '../http/env.ts';
import { answerOnce } from '../http/idempotency.ts';
import { bodyProblems, jsonAnswer, jsonBody, problemAnswers } from '../http/openapi.ts';
import { problem } from '../http/problem.ts';
import { keyParams, keyWithSecret, newKey, rotation } from './key-schema.ts';
import { toKeyAnswer } from './show-keys.ts';

type Answer = z.output<typeof keyWithSecret>;

/** Only the hash of a key is ever stored, so a repetition is answered without it. */
const keeping = {
  toStored: ({ key: _, ...answer }: Answer): Answer => answer,
  ofStored: async (answer: Answer) => answer,
};

/** Makes, replaces and ends the keys of the API. `admin` holds every scope that it can give. */
export const keyRoutes = (deps: RouteDeps) => {
  const { db } = deps;
  return new OpenAPIHono<AppEnv>()
    .openapi(make(deps), async (c) => {
      const body = c.req.valid('json');
      const call = { db, route: '/v1/keys', body, ...keeping };
      const answer = await answerOnce<Answer>(c, call, async () => {
        const { name, expiresAt = null } = body;
        const { key, keyHash } = createKey();
        await putApiKey(db.sql, { keyHash, name, scopes: [...new Set(body.scopes)], expiresAt });
        const made = await findApiKey(db.sql, keyIdOf(keyHash));
        if (!made) throw problem('not_found', { detail: 'The key has ended already.' });
        return { ...toKeyAnswer(made), key };
      });
      return c.json(answer, 201);
    })
    .openapi(rotate(deps), async (c) => {
      const { keyId } = c.req.valid('param');
      const body = c.req.valid('json');
      const call = { db, route: `/v1/keys/${keyId}/rotate`, body, ...keeping };
      const answer = await answerOnce<Answer>(c, call, async () => {
        const { key, keyHash } = createKey();
        const oldEndsAt = addMs(new Date().toISOString(), body.overlapHours * hourMs);
        const made = await replaceApiKey(db, { id: keyId, keyHash, oldEndsAt });
        if (!made) throw noKey(keyId);
        await forget(deps);
        return { ...toKeyAnswer(made), key };
      });
      return c.json(answer, 201);
    })
    .openapi(revoke(deps), async (c) => {
      const { keyId } = c.req.valid('param');
      const expiresAt = new Date().toISOString();
      const ended = await expireApiKeys(db.sql, { hashPrefix: keyId, expiresAt });
      if (ended === 0 && !(await isKeyKnown(db.sql, keyId))) throw noKey(keyId);
      await forget(deps);
      return c.body(null, 204);
    });
};

/** This process at once; the others look every second. What is done stays done without it. */
const forget = ({ access }: RouteDeps): Promise<void> => access.keyring.refresh().catch(() => {});

const noKey = (keyId: string) =>
  problem('not_found', { detail: `No valid key has the id ${keyId}.` });

const base = (deps: RouteDeps) => ({ tags: ['Operations'], ...guard(deps, 'admin') });

const make = (deps: RouteDeps) =>
  createRoute({
    ...base(deps),
    method: 'post',
    path: '/v1/keys',
    summary: 'Make a key, which is shown in this answer alone',
    request: { body: jsonBody(newKey) },
    responses: {
      201: jsonAnswer('The new key', keyWithSecret),
      ...problemAnswers(...bodyProblems, ...repeated),
    },
  });

const repeated = [
  'invalid_header',
  'in_flight',
  'idempotency_key_reused',
  'outcome_unknown',
] as const;

const rotate = (deps: RouteDeps) =>
  createRoute({
    ...base(deps),
    method: 'post',
    path: '/v1/keys/{keyId}/rotate',
    summary: 'Replace a key by a new one of the same holder, scopes and end',
    request: { params: keyParams, body: jsonBody(rotation) },
    responses: {
      201: jsonAnswer('The new key; the old one works for the overlap', keyWithSecret),
      ...problemAnswers(...bodyProblems, ...repeated, 'not_found'),
    },
  });

const revoke = (deps: RouteDeps) =>
  createRoute({
    ...base(deps),
    method: 'delete',
    path: '/v1/keys/{keyId}',
    summary: 'End a key now. Every process knows of it within a second or two',
    request: { params: keyParams },
    responses: {
      204: { description: 'It is not valid any more' },
      ...problemAnswers('not_found', 'invalid_request', 'outcome_unknown'),
    },
  });
