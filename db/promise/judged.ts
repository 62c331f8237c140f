import { dayAtShipTo, zoneAtShipTo } from '../../workflows/calendar/ship-to-day.ts';
import type { LawState } from '../../workflows/domain/backorder/law.ts';
import { type Judged, judgedAtPlacing, judgedOf } from '../../workflows/domain/promise/classify.ts';
import type { CivilDate } from '../../workflows/domain/time.ts';
import type { Sql } from '../client.ts';
import type { orders } from '../schema/backorder/orders.ts';

/** What an order is judged by, and the zone in which its days end. */
export type JudgedOrder = Judged & { timeZone: string };

/**
 * The law of each of these orders: as its workflow last showed it, else as it was placed. Of what a
 * workflow keeps only that part is read.
 */
export const listJudged = async (
  sql: Sql,
  orderIds: readonly string[],
): Promise<Map<string, JudgedOrder>> => {
  if (orderIds.length === 0) return new Map();
  const rows = await sql<Row[]>`
    select o.order_id, o.country, o.region, o.postal_code, o.placed_at, o.ask_days,
      o.seller_credit, o.essential, v.law,
      case when v.law is null then (
        select "on" from promises p
        where p.order_id = o.order_id and p.promise_id = 'checkout' and p.accepted_at is not null
      ) end as stated_on
    from orders o
    left join lateral (select state -> 'law' as law from views where order_id = o.order_id) v on true
    where o.order_id = any(${[...orderIds]}::text[])`;
  return new Map(rows.map((row) => [row.orderId, judgedRow(row)]));
};

const judgedRow = (row: Row): JudgedOrder => {
  const timeZone = zoneAtShipTo(row);
  if (row.law !== null) return { ...judgedOf({ law: row.law }), timeZone };
  const { country, statedOn, sellerCredit: hasCredit, essential: isEssential } = row;
  const startOn = row.askDays === null ? dayAtShipTo(row, row.placedAt) : null;
  return { ...judgedAtPlacing({ country, startOn, statedOn, hasCredit, isEssential }), timeZone };
};

type Row = Pick<
  typeof orders.$inferSelect,
  | 'orderId'
  | 'country'
  | 'region'
  | 'postalCode'
  | 'placedAt'
  | 'askDays'
  | 'sellerCredit'
  | 'essential'
> & {
  /** Null as long as no workflow has shown it. */
  law: LawState | null;
  statedOn: CivilDate | null;
};
