import type { Instant } from '../../workflows/domain/time.ts';
import type { Sql } from '../client.ts';
import { announceAll } from '../outbound/announce.ts';
import type { attention } from '../schema/record/attention.ts';
import type { Fragment } from '../sql.ts';

type Raised = Pick<typeof attention.$inferSelect, 'orderId' | 'code' | 'at'> & {
  dueAt?: Instant | null;
};

/**
 * Asks for a person where no workflow can: it has ended, or it is lost. An item that is open
 * already keeps its first time; one that was answered opens again. Repeating it changes nothing.
 */
export const raiseAttention = async (
  sql: Sql,
  { orderId, code, at, dueAt = null }: Raised,
): Promise<void> => {
  await sql`
    with raised as (
      insert into attention as old (order_id, code, at, due_at)
      values (${orderId}, ${code}, ${at}, ${dueAt})
      on conflict (order_id, code) do update
        set at = excluded.at, due_at = excluded.due_at, raised_at = now(), resolved_at = null
      where old.resolved_at is not null
      returning order_id, code, raised_at
    )
    ${announceAll(sql, raisedEvent(sql))}`;
};

const raisedEvent = (sql: Sql): Fragment => sql`
  select concat_ws('/', order_id, 'backorder.attention', code, extract(epoch from raised_at)) as key,
    'backorder.attention' as type, order_id, order_id as subject
  from raised`;

/**
 * Takes back what was raised from outside the workflow, at that moment if one is named; false when
 * there was no such item.
 */
export const resolveRaised = async (
  sql: Sql,
  { orderId, code, at = null }: Pick<Raised, 'orderId' | 'code'> & { at?: Instant | null },
): Promise<boolean> => {
  const rows = await sql`
    update attention set resolved_at = now()
    where order_id = ${orderId} and code = ${code} and resolved_at is null
      and (${at}::timestamptz is null or date_trunc('milliseconds', at) = ${at})`;
  return rows.count > 0;
};

/** Takes back what a workflow left open when it ended; false when there was no such item. */
export const resolveLeft = async (
  sql: Sql,
  { orderId, code }: Pick<Raised, 'orderId' | 'code'>,
): Promise<boolean> => {
  const rows = await sql`
    update views
    set attention = array_remove(attention, ${code}), updated_at = now(), revision = revision + 1,
        body = jsonb_set(body, '{attention}', (
          select coalesce(jsonb_agg(item), '[]') from jsonb_array_elements(body -> 'attention') item
          where item ->> 'code' <> ${code}))
    where order_id = ${orderId} and ended_at is not null and ${code} = any (attention)`;
  return rows.count > 0;
};
