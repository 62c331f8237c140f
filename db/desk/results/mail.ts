import type { Sql } from '../../client.ts';
import type { Period } from './revenue.ts';

/** Mails of a kind that were sent in the period, and after how many the customer soon cancelled. */
export type Followed = { kind: 'countdown' | 'excitement'; sent: number; followed: number };

/** So soon after a mail a cancellation is counted against it. */
export const soonDays = 7;

/** The condition of `messages_told`, word for word, so that it serves. */
export const listFollowed = (sql: Sql, { bounds, sku }: Period): Promise<Followed[]> => sql<
  Followed[]
>`
  with told as materialized (
    select kind, order_id, at from messages m
    where kind in ('countdown', 'excitement') and decision = 'sent'
      and at >= ${bounds[0] ?? null} and at < ${bounds.at(-1) ?? null}
      ${sku === undefined ? sql`` : sql`and order_id in (select order_id from lines where sku = ${sku})`}
  ), cancelled as materialized (
    select order_id, min(requested_at) as at from cancellations
    where by = 'customer' and jsonb_array_length(lines) > 0
      and order_id in (select order_id from told)
    group by order_id
  )
  select kind, count(*)::int as sent,
    count(*) filter (
      where c.at >= told.at and c.at < told.at + ${soonDays} * interval '1 day'
    )::int as followed
  from told left join cancelled c using (order_id)
  group by kind order by kind`;
