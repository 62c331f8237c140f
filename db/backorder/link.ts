import type { Db } from '../client.ts';
import { wasDone } from '../record/operator-act.ts';
import { appendTimeline } from '../record/timeline.ts';
import { inTransaction } from '../transaction.ts';

/** Ends the link to the customer's page; the next one is derived. Once for each act. */
export const replaceLink = (
  db: Db,
  { orderId, actId, by }: { orderId: string; actId: string; by: string },
): Promise<void> =>
  inTransaction(db, async (sql) => {
    await sql`select from orders where order_id = ${orderId} for update`;
    if (await wasDone(sql, { orderId, actId })) return;
    await sql`update orders set link_version = link_version + 1 where order_id = ${orderId}`;
    const summary = "The link to the customer's page was replaced";
    await appendTimeline(sql, [
      { orderId, key: `operator/${actId}`, type: 'LinkReplaced', summary, detail: { by } },
    ]);
  });
