import { randomUUID } from 'node:crypto';
import { createRoute, OpenAPIHono } from '@hono/zod-openapi';
import type { Db } from '../../db/client.ts';
import { adjustStock } from '../../db/stock/adjustments.ts';
import { countStock } from '../../db/stock/counts.ts';
import { rehearseOn } from '../../db/stock/preview-receipt.ts';
import { giveOutAfter } from '../../db/stock/queue/walks.ts';
import type { Shelf } from '../../workflows/domain/stock/allocation.ts';
import { guard } from '../access/guard.ts';
import type { RouteDeps } from '../deps.ts';
import type { AppEnv } from '../http/env.ts';
import { bodyProblems, jsonAnswer, jsonBody, problemAnswers } from '../http/openapi.ts';
import { skuParams } from '../http/params.ts';
import { problem } from '../http/problem.ts';
import {
  adjustmentAnswer,
  adjustmentPreview,
  countAnswer,
  countPreview,
} from './correction-schema.ts';
import { findGiven, tooMuch } from './corrections.ts';

/** A preview locks its shelf like a correction, and is not worth locking it for long. */
const within = { budgetMs: 1_000 };

/** Says what a correction would do at this moment, and whose units it would take. Changes nothing. */
export const correctionPreviewRoutes = (deps: RouteDeps) =>
  new OpenAPIHono<AppEnv>()
    .openapi(previewAdjustment(deps), async (c) => {
      const { location = 'main', ...asked } = c.req.valid('json');
      const shelf = { sku: asked.sku, location };
      const adjustment = {
        ...asked,
        ...shelf,
        adjustmentId: newId(),
        reason: 'other',
        bodyHash: '',
      };
      const told = await rehearsed(deps.db, shelf, async (db) => {
        const done = await giveOutAfter(db, adjustStock(db, adjustment), within);
        if (done.outcome === 'conflict') throw new Error('a preview has an id of its own');
        if (done.outcome === 'too_much') return done;
        return { ...(await findGiven(db.sql, shelf, done.walkIds)), revoked: done.revoked };
      });
      if ('onHand' in told) throw tooMuch(told.onHand);
      const { allocated, revoked, left } = told;
      return c.json({ allocated, revoked, left }, 200);
    })
    .openapi(previewCount(deps), async (c) => {
      const { location = 'main', onHand } = c.req.valid('json');
      const shelf = { sku: c.req.valid('param').sku, location };
      const count = { ...shelf, onHand, countId: newId(), countedAt: now(), bodyHash: '' };
      const told = await rehearsed(deps.db, shelf, async (db) => {
        const done = await giveOutAfter(db, countStock(db, count), within);
        if (done.outcome === 'conflict') throw new Error('a preview has an id of its own');
        if (done.outcome === 'superseded') return done;
        const { difference, revoked } = done;
        return { difference, revoked, ...(await findGiven(db.sql, shelf, done.walkIds)) };
      });
      if ('lastCountedAt' in told) {
        const detail = `This shelf was counted at ${told.lastCountedAt} already.`;
        throw problem('count_superseded', { detail });
      }
      return c.json(told, 200);
    });

const previewAdjustment = (deps: RouteDeps) =>
  createRoute({
    method: 'post',
    path: '/v1/adjustments/preview',
    tags: ['Stock'],
    summary: 'Ask what a correction would do, without doing it',
    ...guard(deps, 'inventory'),
    request: { body: jsonBody(adjustmentPreview) },
    responses: {
      200: jsonAnswer('Whose units it would take', adjustmentAnswer.omit({ adjustmentId: true })),
      ...problemAnswers(...bodyProblems, 'more_than_on_hand'),
    },
  });

const previewCount = (deps: RouteDeps) =>
  createRoute({
    method: 'post',
    path: '/v1/stock/{sku}/preview',
    tags: ['Stock'],
    summary: 'Ask what a count would change, without entering it',
    ...guard(deps, 'inventory'),
    request: { params: skuParams, body: jsonBody(countPreview) },
    responses: {
      200: jsonAnswer('What the count would change', countAnswer.omit({ countId: true })),
      ...problemAnswers(...bodyProblems, 'not_found', 'count_superseded'),
    },
  });

const rehearsed = async <T>(db: Db, shelf: Shelf, work: (db: Db) => Promise<T>): Promise<T> => {
  const told = await rehearseOn(db, shelf, work);
  if (told === 'busy') throw problem('too_many_requests', busy);
  return told;
};

const busy = {
  detail: 'Another preview of this SKU and location is running; they run one at a time.',
  retryAfterSeconds: 1,
};

const newId = () => `preview/${randomUUID()}`;

const now = () => new Date().toISOString();
