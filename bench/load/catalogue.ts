import type { Db } from '../../db/client.ts';
import { settle } from './waiting.ts';

/**
 * Fills the catalogue with so many SKUs: each has a product and a shelf, one in three has units on
 * it, and of the others every second awaits some.
 */
export const seedCatalogue = async (db: Db, count: number): Promise<void> => {
  const { sql } = db;
  await sql`
    insert into products (sku, title, url, body_hash)
    select 'SKU-' || n, 'Product ' || n, 'https://shop.example/' || n, 'body'
    from generate_series(1, ${count}::int) n`;
  await sql`
    insert into stock (sku, location, received)
    select 'SKU-' || n, 'main', case when n % 3 = 0 then 5 else 0 end
    from generate_series(1, ${count}::int) n`;
  await sql`
    insert into supplies (supply_id, sku, location, quantity, remaining, expected_on, basis, body_hash)
    select 'S-' || n, 'SKU-' || n, 'main', 20, 20, current_date + 1 + n % 200, 'the factory', 'body'
    from generate_series(1, ${count}::int) n where n % 3 > 0 and n % 2 = 0`;
  await settle(db);
};
