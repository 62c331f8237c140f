import {
  type OrderBooks,
  type OurIntent,
  ownPart,
  type TheirIntent,
  valueOfOrder,
} from '../../workflows/domain/books/order-books.ts';
import type { Instant } from '../../workflows/domain/time.ts';
import type { View } from '../../workflows/domain/view.ts';
import type { Db, Sql } from '../client.ts';
import { begin } from '../connection/guarded.ts';
import type { lines } from '../schema/backorder/lines.ts';
import type { orders } from '../schema/backorder/orders.ts';
import { iso } from '../sql.ts';

const batch = 500;

/**
 * Gives `compare` the books of every order that is open, ended after `recentAt`, differed before,
 * or has an intent in what the run has read: some hundreds at a time, by order id.
 */
export const readBooks = async (
  { sql }: Db,
  { runId, recentAt }: { runId: string; recentAt: Instant },
  compare: (books: OrderBooks[]) => Promise<void>,
): Promise<void> => {
  await begin(sql, async (tx) => {
    // What the run has read is too new for the planner to know how much it is.
    await tx`set local enable_nestloop = off`;
    for await (const rows of select(tx, runId, recentAt).cursor(batch)) {
      await compare(rows.map(toBooks));
    }
  });
};

/** When the oldest money of these orders was asked for at the provider; null without any. */
export const findOldestMoney = async (sql: Sql, recentAt: Instant): Promise<Instant | null> => {
  const [found] = await sql<{ oldest: Instant | null }[]>`
    select min(least(
      case when o.upfront_intent_id is not null then o.placed_at end,
      (
        select min(a.created_at) from payment_attempts a
        where a.order_id = o.order_id and a.provider_intent_id is not null
      )
    )) as oldest
    from orders o left join views v on v.order_id = o.order_id
    where ${isConcerned(sql, recentAt)}`;
  return found?.oldest ?? null;
};

const isConcerned = (sql: Sql, recentAt: Instant) => sql`(
  v.ended_at is null or v.ended_at >= ${recentAt} or exists (
    select from attention d where d.order_id = o.order_id and d.code = 'money_differs'
  ))`;

type Row = Pick<
  typeof orders.$inferSelect,
  'orderId' | 'currency' | 'placedAt' | 'shipping' | 'paidUpfront' | 'upfrontIntentId' | 'heldBy'
> &
  Pick<OrderBooks, 'isEnded' | 'openAttempts' | 'changedAt'> & {
    /** An earlier order says that it was paid with the same intent: then it pays nothing of this. */
    isUpfrontTaken: boolean;
    /** What our own refunds gave back of what was paid at checkout. */
    refundedUpfront: number;
    seen: View['payment'] | null;
    lines: Pick<typeof lines.$inferSelect, 'lineId' | 'quantity' | 'total' | 'shipped'>[];
    intents: OurIntent[];
    theirs: TheirIntent[];
  };

const select = (sql: Sql, runId: string, recentAt: Instant) => sql<Row[]>`
  with read as materialized (
    select order_id, json_agg(theirs order by id) as theirs
    from reconciliation_differences where run_id = ${runId} and kind = 'read' group by order_id
  )
  select o.order_id, o.currency, o.placed_at, o.shipping, o.paid_upfront, o.upfront_intent_id,
    o.held_by,
    exists (
      select from orders earlier where earlier.upfront_intent_id = o.upfront_intent_id
        and (earlier.created_at, earlier.order_id) < (o.created_at, o.order_id)
    ) as is_upfront_taken,
    (
      select coalesce(sum((a.request ->> 'amount')::bigint), 0)::bigint from payment_attempts a
      where a.order_id = o.order_id and a.intent = 'upfront' and a.step = 'refund'
        and a.outcome = 'PaymentRefunded'
    ) as refunded_upfront,
    v.ended_at is not null as is_ended, v.body -> 'payment' as seen,
    coalesce(r.theirs, '[]') as theirs,
    greatest(o.created_at, v.updated_at, (
      select max(greatest(a.created_at, a.settled_at)) from payment_attempts a
      where a.order_id = o.order_id
    )) as changed_at,
    (
      select json_agg(json_build_object(
        'lineId', l.line_id, 'quantity', l.quantity, 'total', l.total, 'shipped', l.shipped
      ) order by l.ordinal) from lines l where l.order_id = o.order_id
    ) as lines,
    (
      select coalesce(json_agg(json_build_object(
        'intentId', a.provider_intent_id, 'createdAt', ${iso(sql, sql`a.created_at`)},
        'isApproved', coalesce(a.outcome in ('AuthorizationApproved', 'PaymentCaptured'), false),
        'isVoided', exists (
          select from payment_attempts w where w.order_id = a.order_id and w.intent = a.intent
            and w.step = 'void' and w.outcome = 'HoldVoided')
      )), '[]') from payment_attempts a
      where a.order_id = o.order_id and a.step = 'authorize' and a.provider_intent_id is not null
    ) as intents,
    (
      select coalesce(json_agg(json_build_object(
        'intent', a.intent, 'step', a.step, 'createdAt', ${iso(sql, sql`a.created_at`)}
      )), '[]') from payment_attempts a
      where a.order_id = o.order_id and a.answer is null and a.client_secret is null
    ) as open_attempts
  from orders o
  left join views v on v.order_id = o.order_id
  left join read r on r.order_id = o.order_id
  where ${isConcerned(sql, recentAt)} or r.order_id is not null
  order by o.order_id`;

const toBooks = (row: Row): OrderBooks => {
  const { lines, shipping, paidUpfront, placedAt, isUpfrontTaken, refundedUpfront, ...rest } = row;
  const { upfrontIntentId: named, seen, heldBy, ...books } = rest;
  const amount = paidUpfront ?? 0;
  const upfront = isUpfrontTaken || named === null ? null : { intentId: named, amount, placedAt };
  const part = { amount, ours: refundedUpfront, ...seen?.books };
  return {
    ...books,
    theirs: books.theirs
      .filter(({ intentId }) => !isUpfrontTaken || intentId !== named)
      .map((intent) => (intent.intentId === upfront?.intentId ? ownPart(intent, part) : intent)),
    shippedValue: valueOfOrder({ shipping, currency: row.currency }, lines),
    seen: seen && sumsOf(seen),
    upfront,
    isHeldByShop: heldBy === 'shop',
  };
};

const sumsOf = ({ captured, givenBack, chargedBack, books }: View['payment']) => ({
  ...{ captured, givenBack, chargedBack },
  ...books,
});
