import type { Db } from '../../../db/client.ts';
import { addMs, dayMs } from '../../../workflows/domain/time.ts';

/**
 * Orders of the last weeks, one a little after the other, every third of them drawn as control. Of
 * those every second is cancelled by its customer, of the others every fifth; the rest ships or waits.
 */
export const putDrawnOrders = async (
  { sql }: Pick<Db, 'sql'>,
  { count, days = 70 }: { count: number; days?: number },
): Promise<void> => {
  const from = addMs(new Date().toISOString(), -days * dayMs);
  await sql`
    insert into orders (order_id, placed_at, priority, fulfilment, imported, country, email, locale,
      time_zone, marketing_consent, currency, shipping, terms, body_hash, excitement_group)
    select 'D' || n, ${from}::timestamptz + n * ${days}::int * interval '1 day' / ${count + 1}::int,
      0, 'whole-order', false, 'US', n || '@example.org', 'en-US', 'America/New_York', false,
      case when n % 7 = 0 then 'EUR' else 'USD' end, 900, 'none', 'body',
      case when n % 3 = 0 then 'control' else 'told' end
    from generate_series(1, ${count}::int) n`;
  await sql`
    insert into lines (order_id, line_id, ordinal, sku, location, quantity, unit_price, total,
      waiting, shipped, cancelled, priority, placed_at)
    select order_id, '1', 1, 'SKU-' || n % 12, 'main', 1, 12900, 12900,
      (n % 4 = 1 and not is_cancelled)::int, (n % 4 <> 1 and not is_cancelled)::int,
      is_cancelled::int, 0, placed_at
    from ${drawn(sql)}`;
  await sql`
    insert into cancellations (order_id, cancel_id, by, lines, requested_at)
    select order_id, 'c', case when n % 25 = 0 then 'shop' else 'customer' end,
      '[{"lineId": "1", "quantity": 1}]',
      placed_at + (now() - placed_at) * ((n * 37 % 100) / 100.0)
    from ${drawn(sql)} where is_cancelled`;
  await sql`
    insert into shipments (order_id, shipment_id, lines, scanned_at, body_hash, status)
    select order_id, 's', '[{"lineId": "1", "quantity": 1}]',
      placed_at + (now() - placed_at) * 0.8, 'body', 'accepted'
    from ${drawn(sql)} where n % 4 <> 1 and not is_cancelled`;
  await sql`
    insert into messages (order_id, key, kind, class, decision, at)
    select order_id, kind || ':1', kind, 'relationship', 'sent',
      placed_at + (now() - placed_at) * 0.3
    from ${drawn(sql)} cross join unnest(array['countdown', 'excitement']) as kind
    where kind = 'countdown' or excitement_group = 'told'`;
};

const drawn = (sql: Db['sql']) => sql`(
  select *, case when excitement_group = 'control' then n % 2 = 0 else n % 5 = 0 end as is_cancelled
  from (select *, substr(order_id, 2)::int as n from orders where order_id like 'D%') as numbered
) as drawn`;
