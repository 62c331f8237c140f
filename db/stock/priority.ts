import type { Db } from '../client.ts';
import { touchQueuesOf } from '../outbound/told-availability.ts';
import { noteAct, type OperatorAct, wasDone } from '../record/operator-act.ts';
import type { orders } from '../schema/backorder/orders.ts';
import { inTransaction } from '../transaction.ts';
import { openLedger } from './ledger/order-ledger.ts';
import { openWalkFor } from './queue/walks.ts';

/**
 * Moves an order in every queue it waits in. A walk that is past its new place would not see it,
 * so a walk of its own is opened if anything is free. Repeating it changes nothing.
 */
export const changePriority = (
  db: Db,
  act: OperatorAct & { priority: number },
): Promise<{ walkIds: number[] }> =>
  inTransaction(db, async (sql) => {
    const { orderId, priority } = act;
    const ledger = await openLedger(sql, orderId);
    if (!ledger || (await wasDone(sql, act))) return { walkIds: [] };
    const [before] = await sql<Pick<typeof orders.$inferSelect, 'priority'>[]>`
      select priority from orders where order_id = ${orderId}`;
    await sql`update orders set priority = ${priority} where order_id = ${orderId}`;
    await sql`update lines set priority = ${priority} where order_id = ${orderId}`;
    await touchQueuesOf(sql, orderId);
    await noteAct(sql, act, {
      type: 'PriorityChanged',
      summary: `Priority ${before?.priority ?? 0} changed to ${priority} by ${act.by}`,
      detail: { from: before?.priority ?? 0, to: priority },
    });
    return { walkIds: await openWalkFor(sql, orderId) };
  });
