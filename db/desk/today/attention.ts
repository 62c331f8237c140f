import type { Attention, AttentionCode } from '../../../workflows/domain/backorder/attention.ts';
import type { Instant } from '../../../workflows/domain/time.ts';
import type { Sql } from '../../client.ts';
import type { orders } from '../../schema/backorder/orders.ts';
import { iso } from '../../sql.ts';

/** How many orders wait for a person for this reason. */
export type AttentionCount = { code: AttentionCode; count: number };

/** Each reason for which any order waits. One that says the same twice counts once. */
export const countAttention = (sql: Sql): Promise<AttentionCount[]> => sql<AttentionCount[]>`
  select code, count(*) as count from (
    select order_id, unnest(attention) as code from views where attention <> '{}'
    union select order_id, code from attention where resolved_at is null
  ) open group by code order by count desc, code`;

/** The nearest day of the law for each reason that has one; order time. */
export const listFirstDue = (sql: Sql): Promise<{ code: AttentionCode; dueAt: Instant }[]> => sql<
  { code: AttentionCode; dueAt: Instant }[]
>`
  select code, min(due) as due_at from (
    select item ->> 'code' as code, item ->> 'dueAt' as due
    from views v cross join jsonb_array_elements(v.body -> 'attention') item
    where v.attention <> '{}'
      and (jsonb_path_query_first(v.body, '$.attention[*].dueAt') #>> '{}') collate "C" > ''
    union all
    select code, ${iso(sql, sql`due_at`)} from attention where resolved_at is null
  ) open where due is not null group by code`;

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
