import { randomUUID } from 'node:crypto';
import { wallToOrder } from '../../workflows/domain/order-time.ts';
import type { Db } from '../client.ts';
import { countLetters, oweLetter } from '../mail/letters.ts';
import { knownAs } from '../sql.ts';
import { inTransaction } from '../transaction.ts';

/** More in an hour would be somebody else's doing. */
const perHour = 3;

/**
 * Owes the customer the link to their page, if the order was placed with that mail address: to
 * nobody else, and a few times an hour at most. It never tells which of these it was. `number`: our
 * id of the order, or the one that they know it by; of several the newest.
 */
export const mailLink = (
  db: Db,
  { number, email }: { number: string; email: string },
): Promise<void> =>
  inTransaction(db, async (sql) => {
    const [order] = await sql<{ orderId: string; skippedMs: number }[]>`
      select order_id, skipped_ms from orders o
      where lower(email) = lower(${email}) and erased_at is null
        and (order_id = ${number} or ${knownAs(sql)} = ${number})
      order by placed_at desc, order_id desc limit 1 for update`;
    if (order === undefined) return;
    const { orderId } = order;
    const kind = 'status-link' as const;
    if ((await countLetters(sql, { orderId, kind, minutes: 60 })) >= perHour) return;
    const at = wallToOrder(new Date().toISOString(), order.skippedMs);
    await oweLetter(sql, { orderId, key: `${kind}:${randomUUID()}`, at, kind, about: {} });
  });
