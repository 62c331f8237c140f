import type { Attention } from '../../../workflows/domain/backorder/attention.ts';
import type { Sql } from '../../client.ts';
import type { orders } from '../../schema/backorder/orders.ts';
import type { views } from '../../schema/backorder/views.ts';
import { iso } from '../../sql.ts';

type Order = typeof orders.$inferSelect;
type View = (typeof views.$inferSelect)['body'];

/** What a list shows of one order. */
export type OrderRow = Pick<
  Order,
  | 'orderId'
  | 'placedAt'
  | 'email'
  | 'name'
  | 'terms'
  | 'country'
  | 'region'
  | 'postalCode'
  | 'suspendedAt'
> & {
  /** All null until its workflow has shown itself. */
  phase: View['phase'] | null;
  payment: View['payment']['state'] | null;
  next: View['next'];
  deadlineOn: View['law']['deadlineOn'];
  deadlineAt: View['law']['deadlineAt'];
  policy: View['law']['policy'] | null;
  updatedAt: (typeof views.$inferSelect)['updatedAt'] | null;
  /** That of its view; before there is one, that of the checkout. */
  promisedOn: string | null;
  /** What its workflow says and what was raised from outside; order time. */
  attention: Attention[];
  lines: { sku: string; quantity: number }[];
};

/** These orders, in this order. One that is gone by now is left out. */
export const listOrderRows = async (sql: Sql, orderIds: readonly string[]): Promise<OrderRow[]> => {
  if (orderIds.length === 0) return [];
  const rows = await sql<OrderRow[]>`
    select o.order_id, o.placed_at, o.email, o.name, o.terms, o.country, o.region, o.postal_code,
      o.suspended_at, v.phase, v.body #>> '{payment,state}' as payment, v.body -> 'next' as next,
      v.body #>> '{law,deadlineOn}' as deadline_on, v.body #>> '{law,deadlineAt}' as deadline_at,
      v.body #>> '{law,policy}' as policy, v.updated_at,
      case when v.order_id is null then p."on" else v.promised_on end as promised_on,
      coalesce(v.body -> 'attention', '[]') || (
        select coalesce(jsonb_agg(jsonb_strip_nulls(jsonb_build_object(
          'code', a.code, 'at', ${iso(sql, sql`a.at`)}, 'dueAt', ${iso(sql, sql`a.due_at`)}
        )) order by a.at, a.code), '[]')
        from attention a where a.order_id = o.order_id and a.resolved_at is null
          and not a.code = any (coalesce(v.attention, '{}'))
      ) as attention,
      (
        select json_agg(json_build_object('sku', l.sku, 'quantity', l.quantity) order by l.ordinal)
        from lines l where l.order_id = o.order_id
      ) as lines
    from orders o
    left join views v on v.order_id = o.order_id
    left join promises p on p.order_id = o.order_id and p.promise_id = 'checkout'
    where o.order_id = any (${[...orderIds]}::text[])`;
  const known = new Map(rows.map((row) => [row.orderId, row]));
  return orderIds.flatMap((orderId) => known.get(orderId) ?? []);
};
