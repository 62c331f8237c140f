import type { Db } from '../../../db/client.ts';
import { dayZero } from '../../support/cast.ts';
import { promisedOn } from '../cast.ts';

/**
 * Places orders by the thousand: `O1`, `O2` … a second apart, each with one line of one unit at
 * `main`, spread over the SKUs. Their news is due.
 */
export const placeMany = async (
  { sql }: Db,
  { count, skus = ['LAMP'] }: { count: number; skus?: string[] },
): Promise<void> => {
  await sql`
    insert into stock (sku, location) select unnest(${skus}::text[]), 'main' on conflict do nothing`;
  await sql`
    insert into orders (order_id, placed_at, priority, fulfilment, imported, country, email, locale,
      time_zone, marketing_consent, currency, shipping, terms, provider_customer_id,
      payment_method_id, body_hash)
    select 'O' || n, ${dayZero}::timestamptz + n * interval '1 second', 0, 'whole-order', true, 'US',
      n || '@example.org', 'en-US', 'America/New_York', false, 'USD', 0, 'on_shipment', 'cus_1',
      'pm_1', 'body'
    from generate_series(1, ${count}::int) n`;
  await sql`
    insert into lines (order_id, line_id, ordinal, sku, location, quantity, unit_price, total,
      waiting, priority, placed_at)
    select order_id, '1', 1, (${skus}::text[])[1 + substr(order_id, 2)::int % ${skus.length}::int],
      'main', 1, 12900, 12900, 1, 0, placed_at
    from orders where order_id like 'O%'`;
  await sql`
    insert into promises (order_id, promise_id, ordinal, "on", basis, stated_at, accepted_at)
    select order_id, 'checkout', 1, ${promisedOn}::date, 'supplier', placed_at, placed_at
    from orders`;
  await sql`insert into news (order_id) select order_id from orders`;
  await sql`analyze`;
};
