import { refundByAt } from '../../workflows/calendar/legal-days.ts';
import { wallToOrder } from '../../workflows/domain/order-time.ts';
import type { Instant } from '../../workflows/domain/time.ts';
import type { Db, Sql } from '../client.ts';
import { raiseAttention } from '../record/attention.ts';
import type { orders } from '../schema/backorder/orders.ts';
import type { paymentAttempts } from '../schema/payment/attempts.ts';
import { inTransaction } from '../transaction.ts';

type Order = typeof orders.$inferSelect;
type ShipTo = Pick<Order, 'country' | 'region' | 'postalCode'>;

type LostRefund = Pick<Order, 'orderId' | 'skippedMs'> & {
  /** The workflow's own number of the intent that the money was to go back from. */
  intent: string | null;
  /** The attempt that made the refund; null when somebody made it by hand. */
  attemptId: string | null;
  /** Order time. */
  at: Instant;
};

/**
 * A refund came back after its order had ended: what the order says was refunded is lowered by it,
 * and a person is asked, with the deadline that runs since the money was first owed. A refund that
 * is known to have come back already changes nothing.
 */
export const noteLostRefund = (db: Db, lost: LostRefund): Promise<void> =>
  inTransaction(db, async (sql) => {
    const { orderId, at } = lost;
    const attempt = await lockAttempt(sql, lost);
    if (attempt && attempt.outcome !== 'PaymentRefunded') return;
    if (attempt) await takeBack(sql, lost, attempt.amount);
    const dueAt = await getDueAt(sql, lost);
    await raiseAttention(sql, { orderId, code: 'refund_failed', at, dueAt });
  });

type Attempt = typeof paymentAttempts.$inferSelect;

const lockAttempt = async (sql: Sql, { orderId, attemptId }: LostRefund) => {
  const [attempt] = await sql<(Pick<Attempt, 'outcome'> & { amount: number })[]>`
    select outcome, (request ->> 'amount')::bigint as amount from payment_attempts
    where attempt_id = ${attemptId} and order_id = ${orderId} and step = 'refund' for update`;
  return attempt;
};

const takeBack = async (
  sql: Sql,
  { orderId, attemptId }: LostRefund,
  amount: number,
): Promise<void> => {
  await sql`
    update payment_attempts set outcome = 'RefundFailed' where attempt_id = ${attemptId}`;
  await sql`
    update views set updated_at = now(), revision = revision + 1,
      body = jsonb_set(body, '{payment}', body -> 'payment' || jsonb_build_object(
        'givenBack', greatest(0, (body #>> '{payment,givenBack}')::bigint - ${amount}::bigint),
        'state', case body #>> '{payment,state}'
          when 'refunded' then 'captured' else body #>> '{payment,state}' end))
    where order_id = ${orderId} and ended_at is not null`;
};

/** Our first refund of the intent began as soon as money was owed. */
const getDueAt = async (
  sql: Sql,
  { orderId, intent, skippedMs, at }: LostRefund,
): Promise<Instant> => {
  const [order] = await sql<(ShipTo & { owedFrom: Instant | null })[]>`
    select country, region, postal_code, (
      select min(created_at) from payment_attempts
      where order_id = ${orderId} and intent = ${intent} and step = 'refund'
    ) as owed_from
    from orders where order_id = ${orderId}`;
  if (order === undefined) throw new Error('no such order');
  const { owedFrom } = order;
  return refundByAt(order, { at: owedFrom === null ? at : wallToOrder(owedFrom, skippedMs) });
};
