import type { Db } from '../client.ts';
import { noteAct, type OperatorAct, wasDone } from '../record/operator-act.ts';
import { inTransaction } from '../transaction.ts';
import { openBook } from './ledger/book.ts';
import { openPassFor } from './queue/passes.ts';

/**
 * Moves an order in every queue it waits in. A walk that is past its new place would not see it,
 * so a pass of its own is opened if anything is free. Repeating it changes nothing.
 */
export const changePriority = (
  db: Db,
  act: OperatorAct & { priority: number },
): Promise<{ passIds: number[] }> =>
  inTransaction(db, async (sql) => {
    const { orderId, priority } = act;
    const book = await openBook(sql, orderId);
    if (!book || (await wasDone(sql, act))) return { passIds: [] };
    const [before] = await sql<{ priority: number }[]>`
      select priority from orders where order_id = ${orderId}`;
    await sql`update orders set priority = ${priority} where order_id = ${orderId}`;
    await sql`update lines set priority = ${priority} where order_id = ${orderId}`;
    await noteAct(sql, act, {
      type: 'PriorityChanged',
      summary: `Priority ${before?.priority ?? 0} changed to ${priority} by ${act.by}`,
      detail: { from: before?.priority ?? 0, to: priority },
    });
    return { passIds: await openPassFor(sql, orderId) };
  });
