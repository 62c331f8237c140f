import { randomUUID } from 'node:crypto';
import { wallToOrder } from '../../workflows/domain/order-time.ts';
import type { Db } from '../client.ts';
import { countLetters, oweLetter } from '../mail/letters.ts';
import { inTransaction } from '../transaction.ts';

/** More in an hour would be somebody else's doing. */
const perHour = 3;

/**
 * Owes the customer the link to their page, if the order was placed with that mail address: to
 * nobody else, and a few times an hour at most. It never tells which of these it was.
 */
export const mailLink = (
  db: Db,
  { orderId, email }: { orderId: string; email: string },
): Promise<void> =>
  inTransaction(db, async (sql) => {
    const [order] = await sql<{ skippedMs: number }[]>`
      select skipped_ms from orders
      where order_id = ${orderId} and lower(email) = lower(${email}) and erased_at is null
      for update`;
    if (order === undefined) return;
    const kind = 'status-link' as const;
    if ((await countLetters(sql, { orderId, kind, minutes: 60 })) >= perHour) return;
    const at = wallToOrder(new Date().toISOString(), order.skippedMs);
    await oweLetter(sql, { orderId, key: `${kind}:${randomUUID()}`, at, kind, about: {} });
  });
