import type { Db } from '../client.ts';
import { forgetAnswersUnder } from '../http/idempotency.ts';
import { inTransaction } from '../transaction.ts';

/**
 * Takes personal data and free text out of everything kept of an order: whom it was for, the
 * mails, reasons and notes, and stored answers. Money, dates, decisions and the promises with
 * their evidence stay. Repeating it keeps the first moment.
 */
export const eraseOrder = (db: Db, orderId: string): Promise<void> =>
  inTransaction(db, async (sql) => {
    await sql`
      update orders set
        email = '', name = null, region = null, postal_code = null, marketing_consent = false,
        suspension_reason = null, link_version = link_version + 1, erased_at = coalesce(erased_at, now())
      where order_id = ${orderId}`;
    await sql`
      update messages set "to" = null, mail = null, events = '[]' where order_id = ${orderId}`;
    await sql`update cancellations set reason = null where order_id = ${orderId}`;
    await sql`update timeline set detail = detail - 'note' where order_id = ${orderId}`;
    await forgetAnswersUnder(sql, `/v1/backorders/${orderId}/`);
  });
