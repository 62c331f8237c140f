import { type Backorder, open } from '../../workflows/domain/backorder/backorder.ts';
import { evolve } from '../../workflows/domain/evolve.ts';
import type { Instant } from '../../workflows/domain/time.ts';
import type { Sql } from '../client.ts';
import type { views } from '../schema/backorder/views.ts';
import { readSnapshot } from '../stock/ledger/snapshot.ts';
import { getOpening } from './opening.ts';

/**
 * A backorder as its workflow last kept it, or as it starts where it has kept nothing, with the
 * ledger as it is now. `at` is order time. Throws when there is no such order.
 */
export const getState = async (sql: Sql, orderId: string, at: Instant): Promise<Backorder> => {
  const [row] = await sql<Pick<typeof views.$inferSelect, 'state'>[]>`
    select state from views where order_id = ${orderId}`;
  const state = row?.state ?? open((await getOpening(sql, orderId, { joinLeasesMs: 0 })).opening);
  return evolve(state, { type: 'StockChanged', at, snapshot: await readSnapshot(sql, orderId) });
};
