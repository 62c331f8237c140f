import { OpenAPIHono, type z } from '@hono/zod-openapi';
import type { BackorderRow } from '../../db/backorder/read.ts';
import { listPromises, type PromiseRecord, recordPromise } from '../../db/promise/promises.ts';
import { withdrawPromise } from '../../db/promise/withdraw.ts';
import { reportRoute } from '../backorder/act.ts';
import { promiseChange } from '../backorder/acts-schema.ts';
import { nameCaller } from '../backorder/answer-act.ts';
import { refusal } from '../backorder/refusal.ts';
import { asSeenBy, getBackorder, showBackorder } from '../backorder/show.ts';
import type { RouteDeps } from '../deps.ts';
import type { AppEnv } from '../http/env.ts';
import { nowOf } from '../http/order-time.ts';
import { problem } from '../http/problem.ts';

/**
 * Gives a backorder a new promise, or none. The history keeps every one with its evidence, also
 * one that is refused. If nobody hears what became of it, it counts for nothing until it is
 * repeated.
 */
export const promiseRoutes = (deps: RouteDeps) =>
  new OpenAPIHono<AppEnv>().openapi(route(deps), async (c) => {
    const row = await getBackorder(deps, c.req.valid('param').orderId);
    const { isNew, statedAt } = await record(deps, row, c.req.valid('json'));
    const { promiseId, on } = c.req.valid('json');
    const request = { type: 'ChangePromise' as const, promiseId, on, statedAt, isSupply: false };
    const answer = await deps.acts.act(row.orderId, request, { id: `promise/${promiseId}` });
    if ('refused' in answer) {
      const { orderId } = row;
      await withdrawPromise(deps.db, { orderId, promiseId, because: answer.refused });
      throw refusal(request, answer.refused);
    }
    const { reason } = c.req.valid('json');
    const actId = `promise/${promiseId}`;
    await nameCaller(c, deps, { orderId: row.orderId, act: 'promise', actId, reason });
    if (!isNew) c.header('Idempotent-Replayed', 'true');
    return c.json(asSeenBy(c, await showBackorder(deps, row.orderId)), 200);
  });

const route = (deps: RouteDeps) =>
  reportRoute(deps, {
    act: 'promise',
    scope: 'inventory',
    summary: 'Promise another date, or say that there is none',
    body: promiseChange,
    problems: ['already_shipped', 'cancelled'],
  });

/** The one recorded first stands, with the moment it was stated, whenever it is repeated. */
const record = async (
  { db }: RouteDeps,
  row: BackorderRow,
  body: z.output<typeof promiseChange>,
): Promise<{ isNew: boolean; statedAt: string }> => {
  const promise: PromiseRecord = { ...body, statedAt: nowOf(row) };
  const { outcome } = await recordPromise(db.sql, row.orderId, promise);
  if (outcome === 'recorded') return { isNew: true, statedAt: promise.statedAt };
  if (outcome === 'conflict') {
    throw problem('id_reused', {
      detail: `The promise ${body.promiseId} came before with another body.`,
    });
  }
  const promises = await listPromises(db.sql, row.orderId);
  const first = promises.find(({ promiseId }) => promiseId === body.promiseId);
  return { isNew: false, statedAt: (first ?? promise).statedAt };
};
