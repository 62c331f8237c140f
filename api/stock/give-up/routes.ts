import { createRoute, OpenAPIHono } from '@hono/zod-openapi';
import { beginGiveUp, takeUp } from '../../../db/stock/give-up/begin.ts';
import { findGiveUp, listClosed, listGiveUps } from '../../../db/stock/give-up/read.ts';
import { writeDown } from '../../../db/stock/give-up/write-down.ts';
import { guard, guardAll } from '../../access/guard.ts';
import type { RouteDeps } from '../../deps.ts';
import { bodyHash } from '../../http/body-hash.ts';
import type { AppEnv } from '../../http/env.ts';
import { bodyProblems, jsonAnswer, jsonBody, problemAnswers } from '../../http/openapi.ts';
import { locationQuery, skuParams } from '../../http/params.ts';
import { problem } from '../../http/problem.ts';
import { id } from '../../http/scalars.ts';
import { noSupply, previewGiveUp, showGiveUp, showWithLeft } from './answer.ts';
import { givenUpAnswer, giveUp, giveUpAnswer, giveUpPreview, giveUpTrial } from './schema.ts';

const previewMs = 5_000;
/** What is left of a long list then is written down in the background. */
const writingMs = 2_000;
const shown = 20;

/**
 * Giving up what people wait for: nobody may come to wait any more, and all that waits is cancelled
 * in the background, with notice and refunds.
 */
export const giveUpRoutes = (deps: RouteDeps) =>
  new OpenAPIHono<AppEnv>()
    .openapi(begin(deps), async (c) => {
      const { sku } = c.req.valid('param');
      const body = c.req.valid('json');
      const { giveUpId, location = null, supplyId = null, reason } = body;
      const wanted = { giveUpId, sku, location, supplyId, reason };
      const begun = await beginGiveUp(deps.db, {
        ...wanted,
        bodyHash: bodyHash({ ...body, sku }),
      });
      if (begun === 'no_supply') throw noSupply(supplyId ?? '');
      if (begun === 'conflict') throw reused(giveUpId);
      deps.availability.forget(sku);
      await writeDown(deps.db, { giveUpId, budgetMs: writingMs });
      deps.kick();
      const found = await findGiveUp(deps.db.sql, { sku, giveUpId });
      if (!found) throw supplyId === null ? reused(giveUpId) : noSupply(supplyId);
      const answer = await showWithLeft(deps.db.sql, found);
      if (begun === 'begun') return c.json(answer, 201);
      c.header('Idempotent-Replayed', 'true');
      return c.json(answer, 200);
    })
    .openapi(preview(deps), async (c) => {
      const { sku } = c.req.valid('param');
      const { location = null, supplyId = null } = c.req.valid('json');
      const givenUp = { sku, location, supplyId };
      return c.json(await previewGiveUp(deps.db.sql, givenUp, { budgetMs: previewMs }), 200);
    })
    .openapi(read(deps), async (c) => {
      const found = await findGiveUp(deps.reads.sql, c.req.valid('param'));
      if (!found) throw problem('not_found');
      return c.json(await showWithLeft(deps.reads.sql, found), 200);
    })
    .openapi(list(deps), async (c) => {
      const { sku } = c.req.valid('param');
      const [closed, giveUps] = await Promise.all([
        listClosed(deps.reads.sql, sku),
        listGiveUps(deps.reads.sql, { sku, limit: shown }),
      ]);
      const answer = {
        sku,
        closed: closed.map(({ location }) => location),
        everywhere: closed.some(({ mark }) => mark === 'everywhere'),
        giveUps: await Promise.all(giveUps.map((each) => showGiveUp(deps.reads.sql, each))),
      };
      return c.json(answer, 200);
    })
    .openapi(reopen(deps), async (c) => {
      const { sku } = c.req.valid('param');
      const { location = null } = c.req.valid('query');
      if (!(await takeUp(deps.db, { sku, location }))) throw problem('not_found');
      deps.availability.forget(sku);
      return c.body(null, 204);
    });

const reused = (giveUpId: string) =>
  problem('id_reused', { detail: `The give-up ${giveUpId} came before with another body.` });

/** It decides about stock and gives money back, so that neither word alone is enough for it. */
const both = (deps: RouteDeps) => ({ tags: ['Stock'], ...guardAll(deps, 'inventory', 'support') });

const path = '/v1/skus/{sku}/give-up' as const;

const begin = (deps: RouteDeps) =>
  createRoute({
    ...both(deps),
    method: 'post',
    path,
    summary: 'Give up an SKU or a supply: cancel all that waits for it',
    request: { params: skuParams, body: jsonBody(giveUp) },
    responses: {
      201: jsonAnswer('Begun; the orders are cancelled one by one in the background', giveUpAnswer),
      200: jsonAnswer('It was begun before with the same body', giveUpAnswer),
      ...problemAnswers(...bodyProblems, 'not_found', 'id_reused', 'outcome_unknown'),
    },
  });

const preview = (deps: RouteDeps) =>
  createRoute({
    ...both(deps),
    method: 'post',
    path: `${path}/preview` as const,
    summary: 'See what giving up would cancel, and what becomes of the money; nothing changes',
    request: { params: skuParams, body: jsonBody(giveUpTrial) },
    responses: {
      200: jsonAnswer('What it would do at this moment', giveUpPreview),
      ...problemAnswers(...bodyProblems, 'not_found'),
    },
  });

const read = (deps: RouteDeps) =>
  createRoute({
    tags: ['Stock'],
    ...guard(deps, 'read', 'inventory', 'support'),
    method: 'get',
    path: `${path}/{giveUpId}` as const,
    summary: 'How far a give-up has come',
    request: { params: skuParams.extend({ giveUpId: id }) },
    responses: {
      200: jsonAnswer('The give-up', giveUpAnswer),
      ...problemAnswers('not_found'),
    },
  });

const list = (deps: RouteDeps) =>
  createRoute({
    tags: ['Stock'],
    ...guard(deps, 'read', 'inventory', 'support'),
    method: 'get',
    path,
    summary: 'Where an SKU was given up, and by what',
    request: { params: skuParams },
    responses: {
      200: jsonAnswer('One that was never given up has nothing of it', givenUpAnswer),
      ...problemAnswers('not_found'),
    },
  });

const reopen = (deps: RouteDeps) =>
  createRoute({
    ...both(deps),
    method: 'delete',
    path,
    summary: 'Let people wait for an SKU again that was given up',
    request: { params: skuParams, query: locationQuery },
    responses: {
      204: {
        description:
          'It can be ordered on backorder again; what was cancelled stays so, and nothing more is',
      },
      ...problemAnswers('not_found', 'invalid_request', 'outcome_unknown'),
    },
  });
