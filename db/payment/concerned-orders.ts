import type { Sql } from '../client.ts';
import type { About } from '../http/webhooks.ts';
import type { paymentAttempts } from '../schema/payment/attempts.ts';

/** An order that an event at the payment provider is about, and by what. */
export type Concerned = {
  orderId: Attempt['orderId'];
  by: 'intent' | 'card' | 'offer';
  /** The workflow's own number of the intent, or `upfront`; set when it is by an intent. */
  intent: Attempt['intent'] | null;
  /** What our newest answered attempt made of the intent, and whether another is under way. */
  outcome: Attempt['outcome'];
  captured: number | null;
  isBusy: boolean;
  isStarted: boolean;
  hasEnded: boolean;
};

type Attempt = typeof paymentAttempts.$inferSelect;

/** Whom the event concerns; a card only those that may still be charged to it. */
export const listConcerned = async (
  sql: Sql,
  { intentId = null, methodId = null, setupId = null }: Nullable<About>,
): Promise<Concerned[]> => {
  const rows = await sql<Concerned[]>`
    with concerned as materialized (
      select order_id, 'intent' as by, intent from payment_attempts
      where provider_intent_id = ${intentId}
      union
      select order_id, 'intent', 'upfront' from orders where upfront_intent_id = ${intentId}
      union
      select order_id, 'card', null from orders where payment_method_id = ${methodId}
      union
      select order_id, 'offer', null from card_offers where setup_id = ${setupId}
    )
    select c.order_id, c.by, c.intent, o.started_at is not null as is_started,
      p.outcome is not null as has_ended, a.outcome, a.captured,
      coalesce(a.is_busy, false) as is_busy
    from concerned c
    left join lateral (
      select bool_or(answer is null and first_called_at is not null) as is_busy,
        (array_agg(outcome order by settled_at desc) filter (where answer is not null))[1] as outcome,
        max((answer ->> 'captured')::bigint) as captured
      from payment_attempts t where t.order_id = c.order_id and t.intent = c.intent
    ) a on true
    join orders o on o.order_id = c.order_id
    left join views p on p.order_id = c.order_id
    where c.by <> 'card' or p.outcome is null
    order by c.order_id`;
  return [...rows];
};

type Nullable<T> = { [K in keyof T]?: T[K] | null };
