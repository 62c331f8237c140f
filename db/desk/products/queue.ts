import { dayAtShipTo, type ShipTo, zoneAtShipTo } from '../../../workflows/calendar/ship-to-day.ts';
import { type Projected, projectUnit } from '../../../workflows/domain/promise/outlook.ts';
import type { Fulfilment, Shelf } from '../../../workflows/domain/stock/allocation.ts';
import type { CivilDate, Instant } from '../../../workflows/domain/time.ts';
import type { Sql } from '../../client.ts';
import { listOutlooks, startOfAll } from '../../promise/outlook.ts';
import type { Bar } from '../../schema/backorder/orders.ts';
import { orderNow, queueOrder } from '../../sql.ts';
import { accumulates } from '../../stock/queue/accumulation.ts';
import { unitsAhead } from '../../stock/queue/places.ts';
import type { Position } from '../../stock/queue/queue.ts';

type Row = Position &
  ShipTo & {
    lineId: string;
    quantity: number;
    waiting: number;
    /** Units of the line that are set aside, and those of them that are kept until it is whole. */
    allocated: number;
    kept: number;
    fulfilment: Fulfilment;
    accumulates: boolean;
    /** What an operator said of accumulating, if anything. */
    accumulatesBySaying: boolean | null;
    promisedOn: CivilDate | null;
    /** In the order's own time. */
    days: number;
  };

/** A line that waits in a shelf's queue. `from`, `to`: the places of its units, from 1. */
export type QueuedLine = Omit<Row, keyof ShipTo> & {
  zone: string;
  from: number;
  to: number;
  /** When its last unit can ship, as far as this SKU goes; undefined: nobody knows. */
  projected: Projected | undefined;
};

type QueuePage = { shelf: Shelf; after: Position | null; limit: number; now: Instant };

/** The lines of up to `limit` orders in the queue of a shelf, after a position. */
export const listQueuedLines = async (
  sql: Sql,
  { shelf, after, limit, now }: QueuePage,
): Promise<QueuedLine[]> => {
  const [rows, [outlook]] = await Promise.all([
    readLines(sql, { shelf, after, limit }),
    listOutlooks(sql, [shelf], startOfAll),
  ]);
  const [first] = rows;
  let place = first && after ? await unitsAhead(sql, shelf, first) : 0;
  return rows.map(({ country, region, postalCode, ...row }) => {
    const shipTo = { country, region, postalCode };
    const from = place + 1;
    place += row.waiting;
    const today = dayAtShipTo(shipTo, now);
    const projected = outlook && projectUnit(outlook, { place, today });
    return { ...row, zone: zoneAtShipTo(shipTo), from, to: place, projected };
  });
};

const readLines = (
  sql: Sql,
  { shelf: { sku, location }, after, limit }: Omit<QueuePage, 'now'>,
): Promise<Row[]> => sql<Row[]>`
  with next as materialized (
    select distinct -priority as rank, placed_at, order_id from lines l
    where sku = ${sku} and location = ${location} and waiting > 0 and barred is null
      ${after === null ? sql`` : sql`and (${queueOrder(sql, 'l')}) > ${place(sql, after)}`}
    order by rank, placed_at, order_id limit ${limit}
  )
  select ${columns(sql)}
  from next
  join lines l on l.order_id = next.order_id
    and l.sku = ${sku} and l.location = ${location} and l.waiting > 0
  join orders o on o.order_id = next.order_id
  left join views v on v.order_id = next.order_id
  order by next.rank, next.placed_at, next.order_id, l.ordinal`;

const columns = (sql: Sql) => sql`
  l.order_id, l.line_id, l.priority, l.placed_at, l.quantity, l.waiting,
  l.kept + l.leased + l.firm as allocated, l.kept, o.fulfilment,
  ${accumulates(sql)} as accumulates, o.accumulates as accumulates_by_saying,
  o.country, o.region, o.postal_code, ${promised(sql)} as promised_on,
  extract(epoch from ${orderNow(sql)} - l.placed_at)::float8 / 86400 as days`;

/** What the workflow last said; before it said anything, what was promised at checkout. */
const promised = (sql: Sql) => sql`
  case when v.order_id is not null then v.promised_on else (
    select p."on" from promises p where p.order_id = l.order_id and p.promise_id = 'checkout'
      and p.accepted_at is not null
  ) end`;

const place = (sql: Sql, { priority, placedAt, orderId }: Position) =>
  sql`(${-priority}::int, ${placedAt}::timestamptz, ${orderId}::text)`;

/** A line that waits but is left out of the queue, and why. */
export type BarredLine = Omit<Row, keyof ShipTo> & {
  zone: string;
  location: string;
  barred: Bar;
};

/** Who waits for the SKU and is left out of every queue for now, the longest wait first. */
export const listBarredLines = async (
  sql: Sql,
  { sku, limit }: { sku: string; limit: number },
): Promise<BarredLine[]> => {
  const rows = await sql<(Row & { location: string; barred: Bar })[]>`
    select ${columns(sql)}, l.location, l.barred
    from lines l
    join orders o using (order_id)
    left join views v on v.order_id = l.order_id
    where l.sku = ${sku} and l.waiting > 0 and l.barred is not null
    order by l.placed_at, l.order_id, l.ordinal limit ${limit}`;
  return rows.map(({ country, region, postalCode, ...row }) => ({
    ...row,
    zone: zoneAtShipTo({ country, region, postalCode }),
  }));
};
