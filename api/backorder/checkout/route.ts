import { createRoute, OpenAPIHono, type z } from '@hono/zod-openapi';
import { type NewOrder, placeOrder } from '../../../db/backorder/place.ts';
import { findBackorder } from '../../../db/backorder/read.ts';
import type { Excess } from '../../../db/stock/limits.ts';
import { giveOutAfter } from '../../../db/stock/queue/walks.ts';
import { shelfKey } from '../../../workflows/domain/stock/allocation.ts';
import type { Instant } from '../../../workflows/domain/time.ts';
import { guard } from '../../access/guard.ts';
import type { RouteDeps } from '../../deps.ts';
import type { AppEnv } from '../../http/env.ts';
import { invalid } from '../../http/invalid.ts';
import { bodyProblems, jsonAnswer, jsonBody, problemAnswers } from '../../http/openapi.ts';
import { problem } from '../../http/problem.ts';
import { backorder } from '../backorder-schema.ts';
import { asSeenBy, showBackorder, showRow } from '../show.ts';
import {
  type CheckoutConfig,
  isPlacedTooLongAgo,
  isPromisedTooEarly,
  newBackorder,
  withDefaults,
} from './new-order.ts';
import { withPromise } from './promise-from-supply.ts';
import { type Checkout, checkout, checkoutExample } from './schema.ts';
import { createTurns, type Turns } from './turns.ts';

/** How long a checkout waits for free units to be given out. */
const within = { budgetMs: 1_000 };

/**
 * Takes backorders in. One statement in PostgreSQL, so that no order is lost and none waits for
 * Temporal; the relay starts its workflow.
 */
export const checkoutRoutes = (deps: RouteDeps) => {
  const takeTurns = createTurns(seatsOf(deps));
  return new OpenAPIHono<AppEnv>().openapi(
    place(deps),
    async (c) => {
      const { order, placed } = await takeOrder(deps, c.req.valid('json'), takeTurns);
      if (placed.outcome === 'placed') {
        return c.json(asSeenBy(c, await showPlaced(deps, order, placed)), 201);
      }
      c.header('Idempotent-Replayed', 'true');
      return c.json(asSeenBy(c, await showBackorder(deps, order.orderId)), 200);
    },
    refuseAll,
  );
};

/**
 * Takes one order in, be it new or a repetition. Throws the problem that refuses it. `takeTurns`:
 * for those of whom many come at once.
 */
export const takeOrder = async (
  deps: Pick<RouteDeps, 'db'> & { config: CheckoutConfig },
  body: Checkout,
  takeTurns: Turns = (_shelves, work) => work(),
) => {
  const { db, config } = deps;
  const now = new Date().toISOString();
  // A repetition may come at any time: only a new order can be too old.
  const past = pastOf(body, now);
  if (past.length > 0 && !(await findBackorder(db.sql, body.orderId))) throw invalid(past);
  const order = await withPromise(deps, withDefaults(body, now, config), now);
  const placed = await takeTurns(order.lines.map(shelfKey), () =>
    giveOutAfter(db, placeOrder(db, order), within),
  );
  if (placed.outcome === 'over_limit') throw overLimit(order, placed.excess);
  if (placed.outcome === 'exists' && !placed.sameBody) {
    throw problem('order_exists', { detail: `The order ${order.orderId} has another body.` });
  }
  return { order, placed };
};

/** Of the connections for changes, a tenth is left to other shelves than the busiest. */
const seatsOf = ({ db }: RouteDeps): number => {
  const { max } = db.sql.options;
  return Math.max(1, max - Math.ceil(max / 10));
};

const placingProblems = [
  'contradictory_dates',
  'order_exists',
  'backorder_limit',
  'outcome_unknown',
] as const;

const place = (deps: RouteDeps) =>
  createRoute({
    method: 'post',
    path: '/v1/backorders',
    tags: ['Backorders'],
    summary: 'Place a backorder',
    ...guard(deps, 'checkout'),
    request: { body: jsonBody(checkout, checkoutExample) },
    responses: {
      201: jsonAnswer('Placed', backorder),
      200: jsonAnswer('It was placed before with the same body', backorder),
      ...problemAnswers(...bodyProblems, ...placingProblems),
    },
  });

/** Points at every line whose SKU is over its limit. */
const overLimit = ({ lines }: NewOrder, excess: readonly Excess[]) => {
  const errors = excess.flatMap(({ sku, available }) =>
    lines.flatMap((line, index) =>
      line.sku === sku
        ? [{ pointer: `/lines/${index}/quantity`, detail: `${available} left of ${sku}` }]
        : [],
    ),
  );
  const [first] = excess;
  const detail = `${first?.available} more of ${first?.sku} can be ordered. Nothing was changed.`;
  return problem('backorder_limit', { detail, errors, available: first?.available ?? 0 });
};

/** What an order of now cannot have behind it. */
const pastOf = (body: Checkout, now: Instant) => [
  ...(isPlacedTooLongAgo(body, now) ? [tooLongAgo] : []),
  ...(isPromisedTooEarly(body, now) ? [promisedTooEarly] : []),
];

const promisedTooEarly = {
  code: 'custom' as const,
  path: ['promise', 'on'],
  message: 'The day is over at ship-to; orders of another system take import: true',
};

const tooLongAgo = {
  code: 'custom' as const,
  path: ['placedAt'],
  message: 'More than an hour ago; orders of another system take import: true',
};

type Validated = { success: true } | { success: false; error: z.ZodError; data?: unknown };

/** The age of an order depends on the moment, so no schema can know it: it is added here. */
const refuseAll = (result: Validated): undefined => {
  if (result.success) return undefined;
  const { error, data } = result;
  const isOld =
    typeof data === 'object' && data !== null && isPlacedTooLongAgo(data, new Date().toISOString());
  throw invalid([...error.issues, ...(isOld ? [tooLongAgo] : [])]);
};

/** Only free units can have changed the order since. Without any it is not looked up. */
const showPlaced = async (deps: RouteDeps, order: NewOrder, { walkIds }: { walkIds: number[] }) => {
  deps.kick();
  return walkIds.length === 0
    ? showRow(deps, newBackorder(order))
    : showBackorder(deps, order.orderId);
};
