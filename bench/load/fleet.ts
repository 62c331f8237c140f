import { getOpening } from '../../db/backorder/opening.ts';
import type { Db } from '../../db/client.ts';
import type { SupplyChange } from '../../db/promise/supplies.ts';
import { open } from '../../workflows/domain/backorder/backorder.ts';
import type { CivilDate } from '../../workflows/domain/time.ts';
import { lamp } from './orders.ts';
import { seedWaiting, settle } from './waiting.ts';

/**
 * So many orders of the lamp, promised for that day, each with a workflow that has shown itself. Its
 * state is that of an order that only waits.
 */
export const seedFleet = async (
  db: Db,
  { count, promisedOn }: { count: number; promisedOn: CivilDate },
): Promise<void> => {
  const { sql } = db;
  await seedWaiting(db, { count });
  await sql`
    insert into promises (order_id, promise_id, ordinal, "on", basis, stated_at, accepted_at)
    select order_id, 'checkout', 1, ${promisedOn}::date, 'supplier', placed_at, placed_at from orders`;
  const { opening } = await getOpening(sql, 'O1', { joinLeasesMs: 0 });
  const state = JSON.stringify(open(opening));
  await sql`
    insert into views (order_id, revision, phase, body, promised_on, state)
    select order_id, 1, 'awaiting_stock',
      jsonb_build_object('law', jsonb_build_object('deadlineAt', '2099-01-01T00:00:00.000Z')),
      ${promisedOn}::date, jsonb_set(${state}::jsonb, '{orderId}', to_jsonb(order_id)) from orders`;
  await settle(db);
};

/** All that the fleet waits for, on that day. */
export const supplyOf = (
  quantity: number,
  expectedOn: CivilDate,
): SupplyChange & { bodyHash: string } => ({
  ...{ supplyId: 'PO-1', ...lamp, quantity, expectedOn },
  ...{ basis: 'supplier mail', bodyHash: expectedOn },
});
