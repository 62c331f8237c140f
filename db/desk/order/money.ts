import type { DeclineKind } from '../../../workflows/domain/backorder/card.ts';
import type { Instant } from '../../../workflows/domain/time.ts';
import type { Sql } from '../../client.ts';
import type { paymentAttempts } from '../../schema/payment/attempts.ts';

/** How a bank said no, as the timeline keeps it. */
export type KeptDecline = {
  kind: DeclineKind;
  code: string;
  advice?: string;
  networkCode?: string;
  networkAdvice?: string;
  blockedFor?: string;
};

/** One call to the provider that moves money, and what came of it. Wall time. */
export type KeptAttempt = Pick<
  typeof paymentAttempts.$inferSelect,
  | 'attemptId'
  | 'intent'
  | 'step'
  | 'ordinal'
  | 'providerIntentId'
  | 'providerRefundId'
  | 'outcome'
  | 'firstCalledAt'
  | 'settledAt'
> & {
  /** Minor units. */
  amount: number;
  createdAt: Instant;
  decline: KeptDecline | null;
};

/** Every attempt of an order, oldest first; no order has anywhere near as many as it reads. */
export const listKeptAttempts = (sql: Sql, orderId: string): Promise<KeptAttempt[]> =>
  sql<KeptAttempt[]>`
    select a.attempt_id, a.intent, a.step, a.ordinal, a.provider_intent_id, a.provider_refund_id,
      a.outcome, a.first_called_at, a.settled_at, a.created_at,
      (a.request ->> 'amount')::bigint as amount, t.detail -> 'decline' as decline
    from payment_attempts a
    left join timeline t on t.order_id = a.order_id and t.key = 'payment/' || a.attempt_id
    where a.order_id = ${orderId}
    order by a.created_at, a.intent, a.ordinal limit 500`;

/** The order's payments at the provider, by our own names of them. */
export const listIntents = async (sql: Sql, orderId: string): Promise<Map<string, string>> => {
  const rows = await sql<{ intent: string; payment: string }[]>`
    select distinct on (intent) intent, provider_intent_id as payment from payment_attempts
    where order_id = ${orderId} and provider_intent_id is not null
    order by intent, ordinal desc`;
  return new Map(rows.map(({ intent, payment }) => [intent, payment]));
};
