import type { Sql } from '../../client.ts';

/** What lies on one shelf of an SKU, what comes to it, and who waits there. */
export type DeskShelf = {
  location: string;
  onHand: number;
  allocated: number;
  /** Units that are on their way from a supplier. */
  coming: number;
  waiting: number;
  /** Of those, units of orders that are left out of the queue for now. */
  barred: number;
  /** Free units are being given out at this moment. */
  isFilling: boolean;
};

/** Every shelf that ever had, awaits or wanted some, by location. */
export const listDeskShelves = (sql: Sql, sku: string): Promise<DeskShelf[]> => sql<DeskShelf[]>`
  select w.location, coalesce(s.on_hand, 0) as on_hand, coalesce(s.allocated, 0) as allocated,
    (select coalesce(sum(remaining), 0)::bigint from supplies p
     where p.sku = ${sku} and p.location = w.location and remaining > 0) as coming,
    (queued.units + barred.units)::bigint as waiting, barred.units as barred,
    exists (select from walks k
            where k.sku = ${sku} and k.location = w.location and done_at is null) as is_filling
  from (
    select location from stock where sku = ${sku}
    union select location from supplies where sku = ${sku} and remaining > 0
    order by location limit 1000
  ) as w
  left join stock s on s.sku = ${sku} and s.location = w.location
  cross join lateral (
    select coalesce(sum(waiting), 0)::bigint as units from lines l
    where l.sku = ${sku} and l.location = w.location and waiting > 0 and barred is null
  ) as queued
  cross join lateral (
    select coalesce(sum(waiting), 0)::bigint as units from lines l
    where l.sku = ${sku} and l.location = w.location and waiting > 0 and barred is not null
  ) as barred
  order by w.location`;
