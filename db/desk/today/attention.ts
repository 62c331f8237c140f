import type { Attention, AttentionCode } from '../../../workflows/domain/backorder/attention.ts';
import type { Instant } from '../../../workflows/domain/time.ts';
import type { Sql } from '../../client.ts';
import type { orders } from '../../schema/backorder/orders.ts';
import { iso } from '../../sql.ts';

/**
 * How many orders wait for a person for this reason, and the nearest day of the law of any of them,
 * in its order's own time; null if none has one.
 */
export type AttentionCount = { code: AttentionCode; count: number; dueAt: Instant | null };

/** Each reason for which any order waits, in one walk. One that says the same twice counts once. */
export const countAttention = (sql: Sql): Promise<AttentionCount[]> => sql<AttentionCount[]>`
  select code, count(distinct order_id) as count, min(due collate "C") as due_at from (
    select order_id, item ->> 'code' as code, item ->> 'dueAt' as due from (
      select order_id, jsonb_array_elements(body -> 'attention') as item
      from views where attention <> '{}'
    ) items
    union all
    select order_id, code, ${iso(sql, sql`due_at`)} from attention where resolved_at is null
  ) open group by code order by count desc, code`;

type Place = Pick<typeof orders.$inferSelect, 'orderId' | 'country' | 'region' | 'postalCode'>;

/** An order with what it waits for by a day of the law. */
export type DueRow = Place & { items: Attention[] };

/** Those whose day comes first, or passed longest ago: `limit` of each source. */
export const listDue = async (sql: Sql, limit: number): Promise<DueRow[]> => {
  const first = sql`
    (jsonb_path_query_first(v.body, '$.attention[*].dueAt') #>> '{}') collate "C"`;
  const inViews = sql<DueRow[]>`
    select v.order_id, o.country, o.region, o.postal_code, v.body -> 'attention' as items
    from views v join orders o on o.order_id = v.order_id
    where v.attention <> '{}' and ${first} > ''
    order by ${first}, v.order_id limit ${limit}`;
  const raised = sql<DueRow[]>`
    select a.order_id, o.country, o.region, o.postal_code, json_build_array(json_build_object(
      'code', a.code, 'at', ${iso(sql, sql`a.at`)}, 'dueAt', ${iso(sql, sql`a.due_at`)})) as items
    from attention a join orders o on o.order_id = a.order_id
    where a.resolved_at is null and a.due_at is not null
    order by a.due_at, a.order_id limit ${limit}`;
  return [...(await inViews), ...(await raised)];
};
