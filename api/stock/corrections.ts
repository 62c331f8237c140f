import { createRoute, OpenAPIHono, type z } from '@hono/zod-openapi';
import type { Sql } from '../../db/client.ts';
import { type Adjustment, adjustStock, countFree } from '../../db/stock/adjustments.ts';
import { type Count, countStock } from '../../db/stock/counts.ts';
import { findWalk, giveOutAfter } from '../../db/stock/queue/walks.ts';
import type { Instant } from '../../workflows/domain/time.ts';
import { guard } from '../access/guard.ts';
import type { RouteDeps } from '../deps.ts';
import { bodyHash } from '../http/body-hash.ts';
import type { AppEnv } from '../http/env.ts';
import { bodyProblems, jsonAnswer, jsonBody, problemAnswers } from '../http/openapi.ts';
import { skuParams } from '../http/params.ts';
import { problem } from '../http/problem.ts';
import { adjustment, adjustmentAnswer, count, countAnswer } from './correction-schema.ts';

/** How long a correction waits for what it found to be given out. */
const within = { budgetMs: 5_000 };

/** Corrects the ledger to the units on the shelf. Needs no Temporal. */
export const correctionRoutes = (deps: RouteDeps) =>
  new OpenAPIHono<AppEnv>()
    .openapi(adjust(deps), async (c) => {
      const asked = toAdjustment(c.req.valid('json'));
      const done = await giveOutAfter(deps.db, adjustStock(deps.db, asked), within);
      if (done.outcome === 'conflict') throw idReused(`adjustment ${asked.adjustmentId}`);
      if (done.outcome === 'too_much') {
        throw tooMuch(done.onHand);
      }
      const { allocated, left } = await showGiven(deps, asked, done.walkIds);
      const { revoked } = done;
      const answer = { adjustmentId: asked.adjustmentId, allocated, revoked, left };
      if (done.outcome === 'adjusted') return c.json(answer, 201);
      c.header('Idempotent-Replayed', 'true');
      return c.json(answer, 200);
    })
    .openapi(putCount(deps), async (c) => {
      const { asked, done } = await enterCount(deps, c.req.valid('param').sku, c.req.valid('json'));
      const given = await showGiven(deps, asked, done.walkIds);
      const { difference, revoked } = done;
      if (done.outcome === 'replayed') c.header('Idempotent-Replayed', 'true');
      return c.json({ countId: asked.countId, difference, ...given, revoked }, 200);
    });

/** Brings the ledger to a count, and gives out what it found. Throws the problem that refuses it. */
export const enterCount = async (
  { db }: Pick<RouteDeps, 'db'>,
  sku: string,
  body: z.output<typeof count>,
) => {
  const asked = toCount(sku, body, now());
  const done = await giveOutAfter(db, countStock(db, asked), within);
  if (done.outcome === 'conflict') throw idReused(`count ${asked.countId}`);
  if (done.outcome === 'superseded') {
    const detail = `This shelf was counted at ${done.lastCountedAt} already.`;
    throw problem('count_superseded', { detail });
  }
  return { asked, done };
};

const adjust = (deps: RouteDeps) =>
  createRoute({
    method: 'post',
    path: '/v1/adjustments',
    tags: ['Stock'],
    summary: 'Correct what is on hand',
    ...guard(deps, 'inventory'),
    request: { body: jsonBody(adjustment) },
    responses: {
      201: jsonAnswer('Corrected, and whose units it took', adjustmentAnswer),
      200: jsonAnswer('It was corrected before with the same body', adjustmentAnswer),
      ...problemAnswers(...bodyProblems, 'id_reused', 'more_than_on_hand', 'outcome_unknown'),
    },
  });

const putCount = (deps: RouteDeps) =>
  createRoute({
    method: 'put',
    path: '/v1/stock/{sku}',
    tags: ['Stock'],
    summary: 'Report what lies on a shelf, for systems that report levels',
    ...guard(deps, 'inventory'),
    request: { params: skuParams, body: jsonBody(count) },
    responses: {
      200: jsonAnswer('What the count changed', countAnswer),
      ...problemAnswers(
        ...bodyProblems,
        'not_found',
        'id_reused',
        'count_superseded',
        'outcome_unknown',
      ),
    },
  });

/** What those who wait got on this shelf. Units that were freed elsewhere are given out too. */
const showGiven = async (
  { db, kick, availability }: RouteDeps,
  shelf: { sku: string; location: string },
  walkIds: readonly number[],
) => {
  kick();
  availability.forget(shelf.sku);
  return findGiven(db.sql, shelf, walkIds);
};

/** The same, read alone. */
export const findGiven = async (
  sql: Sql,
  shelf: { sku: string; location: string },
  walkIds: readonly number[],
) => {
  const [walkId] = walkIds;
  const report = walkId === undefined ? undefined : await findWalk(sql, walkId, shelf);
  if (!report) {
    const left = await countFree(sql, shelf);
    return { allocated: 0, left, filled: [], skipped: [], more: false };
  }
  const { allocated, left, filled, skipped, more } = report;
  return { allocated, left, filled, skipped, more };
};

export const tooMuch = (onHand: number) =>
  problem('more_than_on_hand', { detail: `Only ${onHand} are on hand.` });

const now = (): Instant => new Date().toISOString();

const toAdjustment = (body: z.output<typeof adjustment>): Adjustment => {
  const { location = 'main', ...rest } = body;
  return { ...rest, location, bodyHash: bodyHash(body) };
};

/** A count from the future is one of now. */
const toCount = (sku: string, body: z.output<typeof count>, now: Instant): Count => {
  const { countId, onHand = 0, available, countedAt, location = 'main' } = body;
  return {
    countId,
    sku,
    location,
    ...(available === undefined ? { onHand } : { available }),
    countedAt: countedAt < now ? countedAt : now,
    bodyHash: bodyHash({ sku, ...body }),
  };
};

const idReused = (what: string) =>
  problem('id_reused', { detail: `The ${what} came before with another body.` });
