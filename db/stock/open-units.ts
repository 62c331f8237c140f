import type { Shelf } from '../../workflows/domain/stock/allocation.ts';
import type { Instant } from '../../workflows/domain/time.ts';
import type { Sql } from '../client.ts';
import { ms } from '../sql.ts';

/**
 * Units of the shelf that were ours at that moment: sold to orders of ours by then, and neither
 * shipped nor cancelled. Of an order of a shop it counts what the shop itself still counts as sold,
 * as it was seen last: what it has not heard of, or has shipped without us, is not put back there.
 */
export const openUnitsAt = async (
  sql: Sql,
  { sku, location, at }: Shelf & { at: Instant },
): Promise<number> => {
  const [sum] = await sql<{ open: number }[]>`
    with since as materialized (
      select order_id, line_id, sum(shipped) as shipped, sum(cancelled) as cancelled from (
        select p.order_id, part ->> 'lineId' as line_id,
               (part ->> 'quantity')::int as shipped, 0 as cancelled
        from shipments p join orders o on o.order_id = p.order_id
        cross join jsonb_array_elements(p.lines) part
        where p.created_at > ${at} and p.scanned_at - ${ms(sql, sql`o.skipped_ms`)} > ${at}
        union all
        select c.order_id, part ->> 'lineId', 0, (part ->> 'quantity')::int
        from cancellations c cross join jsonb_array_elements(c.lines) part
        where c.created_at > ${at}
      ) moved group by order_id, line_id
    )
    select coalesce(sum(case when so.order_id is null
      then l.quantity - l.shipped - l.cancelled
        + coalesce(since.shipped, 0) + coalesce(since.cancelled, 0)
      else greatest(0, coalesce(there.quantity, 0)
        - greatest(l.shipped - coalesce(since.shipped, 0), coalesce(there.shipped, 0)))
    end), 0)::bigint as open
    from lines l
    left join since on since.order_id = l.order_id and since.line_id = l.line_id
    left join shop_orders so on so.order_id = l.order_id
    left join lateral (
      select t.quantity, t.shipped
      from jsonb_to_recordset(so.seen -> 'lines') as t (id text, quantity int, shipped int)
      where t.id = l.line_id and so.seen ->> 'standing' <> 'cancelled'
    ) there on true
    where l.sku = ${sku} and l.location = ${location} and l.placed_at <= ${at}
      and (l.quantity > l.shipped or since.order_id is not null)`;
  return sum?.open ?? 0;
};
