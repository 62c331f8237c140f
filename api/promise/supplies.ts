import { createRoute, OpenAPIHono, type z } from '@hono/zod-openapi';
import type { SupplyChange } from '../../db/promise/supplies.ts';
import {
  type Changed,
  deleteSupply,
  getSupplyReport,
  putSupply,
  runSupplyChange,
} from '../../db/promise/supply-changes.ts';
import { previewSupply } from '../../db/promise/supply-preview.ts';
import { findSupplyProgress } from '../../db/promise/supply-progress.ts';
import { guard } from '../access/guard.ts';
import type { RouteDeps } from '../deps.ts';
import { bodyHash } from '../http/body-hash.ts';
import type { AppEnv } from '../http/env.ts';
import { bodyProblems, jsonAnswer, jsonBody, problemAnswers } from '../http/openapi.ts';
import { problem } from '../http/problem.ts';
import { showProgress, showReport } from './supply-answer.ts';
import {
  supplyAnswer,
  supplyChange,
  supplyParams,
  supplyProgressAnswer,
  supplyTrial,
} from './supply-schema.ts';

/** How long an answer waits for the queue to be walked; a sweep does the rest. */
const walkBudgetMs = 5_000;

/** Stock still to come. A change tells those whose promise breaks, and only those. */
export const supplyRoutes = (deps: RouteDeps) =>
  new OpenAPIHono<AppEnv>()
    .openapi(put(deps), async (c) => {
      const { supplyId } = c.req.valid('param');
      const changed = await announceSupply(deps, supplyId, c.req.valid('json'));
      if (changed.outcome === 'unchanged') c.header('Idempotent-Replayed', 'true');
      return c.json(await carryOut(deps, supplyId, changed), 200);
    })
    .openapi(read(deps), async (c) => {
      const found = await findSupplyProgress(deps.reads.sql, c.req.valid('param').supplyId);
      if (!found) throw problem('not_found');
      return c.json(showProgress(found), 200);
    })
    .openapi(withdraw(deps), async (c) => {
      const { supplyId } = c.req.valid('param');
      const changed = await deleteSupply(deps.db, supplyId);
      if (!changed) throw problem('not_found');
      if (changed.outcome === 'unchanged') c.header('Idempotent-Replayed', 'true');
      return c.json(await carryOut(deps, supplyId, changed), 200);
    })
    .openapi(preview(deps), async (c) => {
      const { supplyId } = c.req.valid('param');
      const body = c.req.valid('json');
      const change = 'withdraw' in body ? null : toChange(supplyId, body);
      const report = await previewSupply(
        deps.db.sql,
        { supplyId, change },
        { budgetMs: walkBudgetMs, now: new Date().toISOString() },
      );
      if (!report) throw problem('not_found');
      return c.json(showReport(report), 200);
    });

/** Announces a supply; the walks that it opens are still to be run. */
export const announceSupply = (
  { db }: Pick<RouteDeps, 'db'>,
  supplyId: string,
  body: z.output<typeof supplyChange>,
): Promise<Changed> => putSupply(db, toChange(supplyId, body));

const base = (deps: RouteDeps) => ({ tags: ['Stock'], ...guard(deps, 'inventory') });

const put = (deps: RouteDeps) =>
  createRoute({
    ...base(deps),
    method: 'put',
    path: '/v1/supplies/{supplyId}',
    summary: 'Announce stock to come, or change what was announced',
    request: { params: supplyParams, body: jsonBody(supplyChange) },
    responses: {
      200: jsonAnswer('The supply, and whose promise it breaks', supplyAnswer),
      ...problemAnswers(...bodyProblems, 'not_found', 'outcome_unknown'),
    },
  });

const read = (deps: RouteDeps) =>
  createRoute({
    tags: ['Stock'],
    ...guard(deps, 'read', 'inventory'),
    method: 'get',
    path: '/v1/supplies/{supplyId}',
    summary: 'Read a supply, whose promise its newest change broke, and how far that has come',
    request: { params: supplyParams },
    responses: {
      200: jsonAnswer('The supply, and its newest change', supplyProgressAnswer),
      ...problemAnswers('not_found'),
    },
  });

const withdraw = (deps: RouteDeps) =>
  createRoute({
    ...base(deps),
    method: 'delete',
    path: '/v1/supplies/{supplyId}',
    summary: 'Withdraw stock to come: it will not arrive',
    request: { params: supplyParams },
    responses: {
      200: jsonAnswer('Withdrawn, and whose promise that breaks', supplyAnswer),
      ...problemAnswers('not_found', 'outcome_unknown'),
    },
  });

const preview = (deps: RouteDeps) =>
  createRoute({
    ...base(deps),
    method: 'post',
    path: '/v1/supplies/{supplyId}/preview',
    summary: 'See whose promise a change would break; nothing changes',
    request: { params: supplyParams, body: jsonBody(supplyTrial) },
    responses: {
      200: jsonAnswer('What the change would do at this moment', supplyAnswer),
      ...problemAnswers(...bodyProblems, 'not_found'),
    },
  });

const carryOut = async (deps: RouteDeps, supplyId: string, { revision }: Changed) => {
  const change = { supplyId, revision };
  await runSupplyChange(deps.db, change, { budgetMs: walkBudgetMs, now: new Date().toISOString() });
  deps.kick();
  const report = await getSupplyReport(deps.db.sql, change);
  deps.availability.forget(report.supply.sku);
  return showReport(report);
};

const toChange = (
  supplyId: string,
  body: z.output<typeof supplyChange>,
): SupplyChange & { bodyHash: string } => ({
  supplyId,
  ...body,
  location: body.location ?? 'main',
  share: body.share ?? false,
  note: body.note ?? null,
  bodyHash: bodyHash(body),
});
