import type { Backorder } from '../../../workflows/domain/backorder/backorder.ts';
import type { Part } from '../../../workflows/domain/backorder/snapshot.ts';
import { takeFrom } from '../../../workflows/domain/stock/piles.ts';
import type { Sql } from '../../client.ts';
import type { orders } from '../../schema/backorder/orders.ts';
import { concerned, type GivenUp } from './concerned.ts';

/** An order of which waiting units would be cancelled. */
export type ConcernedOrder = Pick<
  typeof orders.$inferSelect,
  'orderId' | 'currency' | 'shipping' | 'paidUpfront'
> & {
  /** The units that would be cancelled. */
  parts: Part[];
  /** Nothing of the order is left to ship afterwards. */
  isWhole: boolean;
  /** As its workflow last showed it; null before it did. */
  state: Backorder | null;
  lines: ConcernedLine[];
};

type ConcernedLine = Part & { total: number; waiting: number; open: number; cancelled: number };

type Row = Omit<ConcernedOrder, 'parts' | 'isWhole'> & { most: number | null; mine: Part[] };

/** An order of which a give-up would cancel units, at most so many of them; null is all that wait. */
export type Concerned = Pick<ConcernedOrder, 'orderId'> & { most: number | null };

/** All orders that a give-up would cancel units of, by id. Nothing is locked. */
export const listConcerned = (sql: Sql, givenUp: GivenUp): Promise<Concerned[]> =>
  sql<Concerned[]>`${concerned(sql, givenUp)} order by order_id`;

/** Some of them, as they stand. */
export const readConcerned = async (
  sql: Sql,
  { sku, location }: GivenUp,
  orders: readonly Concerned[],
): Promise<ConcernedOrder[]> => {
  const rows = await sql<Row[]>`
    with page as materialized (
      select * from unnest(
        ${orders.map(({ orderId }) => orderId)}::text[], ${orders.map(({ most }) => most)}::int[]
      ) as p (order_id, most)
    )
    select page.order_id, page.most, o.currency, o.shipping, o.paid_upfront, v.state, (
      select jsonb_agg(jsonb_build_object('lineId', line_id, 'quantity', quantity, 'total', total,
        'waiting', waiting, 'open', waiting + kept + leased + firm, 'cancelled', cancelled))
      from lines l where l.order_id = page.order_id
    ) as lines, (
      select coalesce(jsonb_agg(
        jsonb_build_object('lineId', line_id, 'quantity', waiting) order by ordinal desc), '[]')
      from lines l where l.order_id = page.order_id and sku = ${sku} and waiting > 0
        ${location === null ? sql`` : sql`and location = ${location}`}
    ) as mine
    from page join orders o using (order_id) left join views v using (order_id)
    order by page.order_id`;
  return rows.map(concernedOf);
};

const concernedOf = ({ most, mine, ...order }: Row): ConcernedOrder => {
  const piles = mine.map((part) => ({ ...part, state: 'waiting' as const }));
  const parts = takeFrom(piles, most ?? Number.MAX_SAFE_INTEGER).map(({ lineId, quantity }) => ({
    lineId,
    quantity,
  }));
  const taken = parts.reduce((sum, { quantity }) => sum + quantity, 0);
  const open = order.lines.reduce((sum, line) => sum + line.open, 0);
  return { ...order, parts, isWhole: taken === open };
};

/** Units that stay, because they are set aside, and the orders that they are for. */
export const countStays = async (
  sql: Sql,
  { sku, location }: GivenUp,
): Promise<{ orders: number; units: number }> => {
  const [stays] = await sql<[{ orders: number; units: number }]>`
    select count(distinct order_id) as orders,
      coalesce(sum(kept + leased + firm), 0)::bigint as units
    from lines where sku = ${sku} and kept + leased + firm > 0
      ${location === null ? sql`` : sql`and location = ${location}`}`;
  return stays;
};
