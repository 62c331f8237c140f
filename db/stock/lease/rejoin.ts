import type { Snapshot } from '../../../workflows/domain/backorder/snapshot.ts';
import type { Db } from '../../client.ts';
import { projectAgain } from '../../promise/project-order.ts';
import { inTransaction } from '../../transaction.ts';
import { openBook } from '../ledger/book.ts';
import { readSnapshot } from '../ledger/snapshot.ts';
import { openPassFor } from '../queue/passes.ts';

/**
 * An order that was passed over takes part in the queue again, at the place it always had, and is
 * projected anew. The pass it opens gives it what is free. Repeating it changes nothing.
 */
export const rejoinQueue = (
  db: Db,
  orderId: string,
): Promise<{ snapshot: Snapshot; passIds: number[] }> =>
  inTransaction(db, async (sql) => {
    await openBook(sql, orderId);
    const passed = await sql`
      update orders set passed_over = null, ledger_revision = ledger_revision + 1
      where order_id = ${orderId} and passed_over is not null returning order_id`;
    if (passed.length > 0) {
      await sql`update lines set passed_over = null where order_id = ${orderId}`;
    }
    // Before its own pass is opened, what is free counts as what it can have at once.
    if (passed.length > 0) await projectAgain(sql, orderId);
    const passIds = passed.length > 0 ? await openPassFor(sql, orderId) : [];
    return { snapshot: await readSnapshot({ sql }, orderId), passIds };
  });
