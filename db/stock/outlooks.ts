import type { Shelf } from '../../workflows/domain/stock/allocation.ts';
import type { Sql } from '../client.ts';
import { endOf, listOutlooks, type ShelfOutlook } from '../promise/outlook.ts';
import { countWaiting, type Limit } from './limits.ts';
import type { SkuOutlook } from './skus.ts';

/** What product pages show of each of these SKUs, in a few round trips for all of them. */
export const listSkuOutlooks = async (
  sql: Sql,
  skus: readonly string[],
): Promise<Map<string, SkuOutlook>> => {
  const [shelves, limits] = await Promise.all([
    listShelves(sql, skus),
    sql<Limit[]>`
      select sku, backorder_limit as "limit" from products
      where sku = any(${skus}::text[]) and backorder_limit is not null`,
  ]);
  const waiting = limits.length > 0 ? await countWaiting(sql, limits) : new Map<string, number>();
  const left = new Map(
    limits.map(({ sku, limit }) => [sku, Math.max(0, limit - (waiting.get(sku) ?? 0))]),
  );
  const outlooks = new Map<string, SkuOutlook>(
    skus.map((sku) => [sku, { shelves: [], limitLeft: left.get(sku) ?? null }]),
  );
  for (const shelf of await listOutlooks(sql, shelves, endOf(0))) {
    outlooks.get(shelf.sku)?.shelves.push(shelf satisfies ShelfOutlook);
  }
  return outlooks;
};

const listShelves = (sql: Sql, skus: readonly string[]): Promise<Shelf[]> => sql<Shelf[]>`
  select sku, location from stock where sku = any(${skus}::text[])
  union select sku, location from supplies where sku = any(${skus}::text[]) and remaining > 0
  order by sku, location`;
