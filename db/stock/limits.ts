import {
  type Candidate,
  type FreeUnits,
  type Shelf,
  shelfKey,
  takenAtOnce,
} from '../../workflows/domain/stock/allocation.ts';
import type { Sql } from '../client.ts';
import { onShelves } from '../sql.ts';
import { listGivenUp } from './ledger/shelves.ts';

/** How many units of an SKU may wait at once, over all its locations. */
export type Limit = { sku: string; limit: number };

/** A limit that an order would exceed, and the units that could still be taken instead. */
export type Excess = { sku: string; available: number };

/**
 * The limits of these SKUs. Until the transaction ends, no other order of a limited SKU is placed,
 * and SKUs without a limit are not touched.
 */
export const lockLimits = (sql: Sql, lines: readonly Shelf[]): Promise<Limit[]> => sql<Limit[]>`
  select sku, backorder_limit as "limit" from products
  where sku = any(${[...new Set(lines.map(({ sku }) => sku))]}::text[])
    and backorder_limit is not null
  order by sku for no key update`;

/**
 * Which limits the order would exceed. Units that wait for a payment are counted too, and so is
 * all that was placed and not filled yet; only what the order can take from free units at once
 * does not wait. Of what was given up nothing may come to wait.
 */
export const findExcess = async (
  sql: Sql,
  order: Pick<Candidate, 'fulfilment' | 'lines'>,
  limits: readonly Limit[],
): Promise<Excess[]> => {
  const waiting = await countWaiting(sql, limits);
  const taken = takenAtOnce(order, await listFree(sql, order.lines));
  const closed = await listGivenUp(sql, order.lines);
  const sumOf = (sku: string, units: (line: Wanted) => number): number =>
    order.lines.reduce((sum, line) => sum + (line.sku === sku ? units(line) : 0), 0);
  const takenOf = ({ lineId }: Wanted): number => taken.get(lineId) ?? 0;
  const isClosed = (line: Wanted): boolean => closed.has(shelfKey(line));
  const mayHave = (line: Wanted): number => (isClosed(line) ? takenOf(line) : line.quantity);
  const ended = [...new Set(order.lines.map(({ sku }) => sku))].flatMap((sku) => {
    const available = sumOf(sku, mayHave);
    return sumOf(sku, ({ quantity }) => quantity) > available ? [{ sku, available }] : [];
  });
  const endedSkus = new Set(ended.map(({ sku }) => sku));
  const over = limits.flatMap(({ sku, limit }) => {
    if (endedSkus.has(sku)) return [];
    const wanted = sumOf(sku, ({ quantity }) => quantity);
    const room = Math.max(0, limit - (waiting.get(sku) ?? 0));
    const filled = sumOf(sku, takenOf);
    return wanted - filled > room ? [{ sku, available: room + filled }] : [];
  });
  return [...ended, ...over];
};

type Wanted = Candidate['lines'][number];

/** Units that wait for each SKU: two sums, one for each part of the queue that has an index. */
export const countWaiting = async (
  sql: Sql,
  skus: readonly { sku: string }[],
): Promise<Map<string, number>> => {
  const rows = await sql<{ sku: string; quantity: number }[]>`
    select w.sku, (
      (select coalesce(sum(waiting), 0) from lines l
       where l.sku = w.sku and waiting > 0 and barred is null)
      + (select coalesce(sum(waiting), 0) from lines l
         where l.sku = w.sku and waiting > 0 and barred is not null)
    )::bigint as quantity
    from unnest(${skus.map(({ sku }) => sku)}::text[]) as w (sku)`;
  return new Map(rows.map(({ sku, quantity }) => [sku, quantity]));
};

/** Free units of each shelf; none where a walk is about to give them to those who wait. */
const listFree = (sql: Sql, shelves: readonly Shelf[]): Promise<FreeUnits[]> =>
  sql<FreeUnits[]>`
    select sku, location, on_hand - allocated as quantity from stock s
    where ${onShelves(sql, shelves)} and not exists (
      select from walks p
      where (p.sku, p.location) = (s.sku, s.location) and p.done_at is null
    )`;
