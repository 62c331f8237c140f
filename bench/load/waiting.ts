import type { Db } from '../../db/client.ts';
import { lamp } from './orders.ts';

/**
 * Fills the queue of the lamp's shelf with so many more orders of one unit each, a second apart,
 * all of whose workflows have started and heard everything. `from` counts those there already.
 */
export const seedWaiting = async (
  { sql }: Db,
  { from = 0, count }: { from?: number; count: number },
): Promise<void> => {
  await sql`
    insert into stock (sku, location) values (${lamp.sku}, ${lamp.location}) on conflict do nothing`;
  await sql`
    insert into orders (order_id, placed_at, priority, fulfilment, imported, country, email, locale,
      time_zone, marketing_consent, currency, shipping, terms, provider_customer_id,
      payment_method_id, body_hash, started_at)
    select 'O' || n, '2026-01-01Z'::timestamptz + n * interval '1 second', 0, 'ship-available',
      false, 'US', n || '@example.org', 'en-US', 'America/New_York', false, 'USD', 900,
      'on_shipment', 'cus_1', 'pm_1', 'body', now()
    from generate_series(${from + 1}::int, ${from + count}::int) n`;
  await sql`
    insert into lines (order_id, line_id, ordinal, sku, location, quantity, unit_price, total,
      waiting, priority, placed_at)
    select 'O' || n, '1', 1, ${lamp.sku}, ${lamp.location}, 1, 12900, 12900, 1, 0,
      '2026-01-01Z'::timestamptz + n * interval '1 second'
    from generate_series(${from + 1}::int, ${from + count}::int) n`;
  await sql`
    insert into timeline (order_id, key, at, type, summary)
    select 'O' || n, 'placed', '2026-01-01Z'::timestamptz + n * interval '1 second',
      'BackorderPlaced', 'Placed, 1 waiting'
    from generate_series(${from + 1}::int, ${from + count}::int) n`;
};

/** What autovacuum would have done of a table that has stood for a while, before it is measured. */
export const settle = async ({ sql }: Db): Promise<void> => {
  await sql`vacuum analyze`;
  await sql`checkpoint`;
};
