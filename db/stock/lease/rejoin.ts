import type { Snapshot } from '../../../workflows/domain/backorder/snapshot.ts';
import type { Db } from '../../client.ts';
import { touchQueuesOf } from '../../outbound/told-availability.ts';
import { projectAgain } from '../../promise/project-order.ts';
import { inTransaction } from '../../transaction.ts';
import { openLedger } from '../ledger/order-ledger.ts';
import { readSnapshot } from '../ledger/snapshot.ts';
import { openWalkFor } from '../queue/walks.ts';

/**
 * An order that was barred takes part in the queue again, at the place it always had, and is
 * projected anew. The walk it opens gives it what is free. Repeating it changes nothing.
 */
export const rejoinQueue = (
  db: Db,
  orderId: string,
): Promise<{ snapshot: Snapshot; walkIds: number[] }> =>
  inTransaction(db, async (sql) => {
    await openLedger(sql, orderId);
    const passed = await sql`
      update orders set barred = null, ledger_revision = ledger_revision + 1
      where order_id = ${orderId} and barred is not null returning order_id`;
    if (passed.length > 0) {
      await sql`update lines set barred = null where order_id = ${orderId}`;
      await touchQueuesOf(sql, orderId);
    }
    // Before its own walk is opened, what is free counts as what it can have at once.
    if (passed.length > 0) await projectAgain(sql, orderId);
    const walkIds = passed.length > 0 ? await openWalkFor(sql, orderId) : [];
    return { snapshot: await readSnapshot(sql, orderId), walkIds };
  });
