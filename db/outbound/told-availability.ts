import type { CivilDate } from '../../workflows/domain/time.ts';
import type { Sql } from '../client.ts';
import { clock } from '../clock.ts';
import type { toldAvailability } from '../schema/outbound/availability.ts';
import { ms } from '../sql.ts';

/** What was told of one unit of an SKU. */
export type Told = Pick<typeof toldAvailability.$inferSelect, 'sku' | 'state' | 'shipsOn'>;

/** Whether anybody wants to hear of availability. */
export const isAvailabilityWanted = async (sql: Sql): Promise<boolean> => {
  const [row] = await sql<{ isWanted: boolean }[]>`
    select exists (
      select from webhook_endpoints where state = 'enabled' and 'availability.changed' = any(events)
    ) as is_wanted`;
  return row?.isWanted === true;
};

/**
 * Lets this transaction alone look at touched SKUs; undefined while another one does. Answers the
 * day for which all SKUs were touched.
 */
export const holdWatch = async (sql: Sql, today: CivilDate): Promise<CivilDate | undefined> => {
  await sql`
    insert into availability_watch (watch_id, day) values (1, ${today}) on conflict do nothing`;
  const [row] = await sql<{ day: CivilDate }[]>`
    select day from availability_watch where watch_id = 1 for update skip locked`;
  return row?.day;
};

/** Nothing is left to be done for the days before this one. */
export const skipDays = async (sql: Sql, today: CivilDate): Promise<void> => {
  await sql`update availability_watch set day = ${today} where watch_id = 1 and day < ${today}`;
};

/** Has every SKU looked at: what ships today ships tomorrow from the next day on. */
export const touchAll = async (sql: Sql): Promise<void> => {
  await sql`
    insert into touched_skus (sku)
    select sku from stock union select sku from supplies union select sku from products`;
};

/** Has an SKU looked at that lost a supply to another one, of which alone the trigger hears. */
export const touchSku = async (sql: Sql, sku: string): Promise<void> => {
  if (await isAvailabilityWanted(sql)) await sql`insert into touched_skus (sku) values (${sku})`;
};

/**
 * Has the SKUs looked at that an order waits for, in the transaction that moves it in their queues:
 * those who order now come after it, or no longer do, and no unit was moved.
 */
export const touchQueuesOf = async (sql: Sql, orderId: string): Promise<void> => {
  await sql`
    insert into touched_skus (sku)
    select distinct sku from lines where order_id = ${orderId} and waiting > 0
      and exists (select from webhook_endpoints
        where state = 'enabled' and 'availability.changed' = any(events))`;
};

/** Takes the SKUs that were touched first, as often as they were. */
export const takeTouched = async (sql: Sql, limit: number): Promise<string[]> => {
  const rows = await sql<{ sku: string }[]>`
    delete from touched_skus where touch_id in (
      select touch_id from touched_skus where due_at <= ${clock(sql)}
      order by due_at, touch_id limit ${limit} for update skip locked
    ) returning sku`;
  return rows.map(({ sku }) => sku);
};

/** What was last told of these SKUs, and for how long nothing else is to be told of them. */
export const listTold = (
  sql: Sql,
  skus: readonly string[],
  pauseMs: number,
): Promise<(Told & { restMs: number })[]> => sql<(Told & { restMs: number })[]>`
  select sku, state, ships_on, greatest(0, ceil(extract(epoch from
    told_at + ${ms(sql, pauseMs)} - now()) * 1000))::bigint as rest_ms
  from told_availability where sku = any(${skus}::text[])`;

export const storeTold = async (sql: Sql, told: readonly Told[]): Promise<void> => {
  if (told.length === 0) return;
  await sql`
    insert into told_availability (sku, state, ships_on)
    select * from unnest(
      ${told.map(({ sku }) => sku)}::text[],
      ${told.map(({ state }) => state)}::text[],
      ${told.map(({ shipsOn }) => shipsOn)}::date[]
    )
    on conflict (sku) do update set
      state = excluded.state, ships_on = excluded.ships_on, told_at = now()`;
};

/** Looks at them again after their pauses. */
export const touchLater = async (
  sql: Sql,
  later: readonly { sku: string; restMs: number }[],
): Promise<void> => {
  if (later.length === 0) return;
  await sql`
    insert into touched_skus (sku, due_at)
    select sku, now() + rest_ms * interval '1 millisecond' from unnest(
      ${later.map(({ sku }) => sku)}::text[], ${later.map(({ restMs }) => restMs)}::bigint[]
    ) as l (sku, rest_ms)`;
};
