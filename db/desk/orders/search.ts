import type { AttentionCode } from '../../../workflows/domain/backorder/attention.ts';
import type { PaymentState } from '../../../workflows/domain/backorder/intent.ts';
import type { PolicyName } from '../../../workflows/domain/backorder/law.ts';
import type { Phase } from '../../../workflows/domain/backorder/snapshot.ts';
import type { CivilDate, Instant } from '../../../workflows/domain/time.ts';
import type { Sql } from '../../client.ts';
import type { Fragment } from '../../sql.ts';

/** What is left out narrows nothing. What is given holds for each order that is found. */
export type OrderSearch = {
  /** How the id begins. */
  orderId?: string;
  /** Either how the id begins, or an SKU of one of its lines. */
  idOrSku?: string;
  email?: string;
  sku?: string;
  /** `open`: any that has not ended. */
  phase?: Phase | 'open';
  attention?: AttentionCode | 'any';
  /** Without a date. */
  undated?: boolean;
  /** Neither counts the day itself. */
  promisedBefore?: CivilDate;
  promisedAfter?: CivilDate;
  updatedSince?: Instant;
  payment?: readonly PaymentState[];
  held?: boolean;
  policy?: PolicyName;
};

/** Newest first, the earliest promise first and those without one last, last heard of first. */
export const orderSorts = ['placed', 'promised', 'updated'] as const;

export type OrderSort = (typeof orderSorts)[number];

/** The last order of the page before. `at`: what it is sorted by; null: it has no date. */
export type OrderPosition = { at: string | null; orderId: string };

export type OrderQuestion = { search: OrderSearch; sort: OrderSort };

/**
 * A page of the orders that were asked for. One whose workflow has not shown itself yet awaits
 * stock; it is found by nothing else that a workflow says, nor in any order but the first.
 */
export const searchOrders = async (
  sql: Sql,
  { search, sort }: OrderQuestion,
  { after, limit }: { after: OrderPosition | null; limit: number },
): Promise<OrderPosition[]> => {
  if (sort !== 'promised')
    return sql<OrderPosition[]>`${sorts[sort](sql, search, after)} limit ${limit}`;
  const dated =
    after?.at === null
      ? []
      : await sql<OrderPosition[]>`${dates(sql, search, after)} limit ${limit}`;
  const left = limit - dated.length;
  if (left === 0) return dated;
  const from = after?.at === null ? after.orderId : '';
  const undated = await sql<OrderPosition[]>`${withoutDate(sql, search, from)} limit ${left}`;
  return [...dated, ...undated];
};

/** How many there are, counted up to `most`. */
export const countOrders = async (sql: Sql, search: OrderSearch, most: number): Promise<number> => {
  const [row] = await sql<{ count: number }[]>`
    select count(*) as count from (${some(sql, search)} limit ${most}) found`;
  return row?.count ?? 0;
};

/** In no order, so what only views know is found by their indexes. */
const some = (sql: Sql, search: OrderSearch): Fragment =>
  isOfViewsAlone(sql, search)
    ? sql`select from views v where ${allOf(sql, ofViews(sql, search))}`
    : sql`select from orders o where ${placedConditions(sql, search)}`;

/** An order that has no view yet is found by its phase alone. */
const isOfViewsAlone = (sql: Sql, search: OrderSearch): boolean =>
  ofOrders(sql, search).length === 0 &&
  ofViews(sql, search).length > (search.phase === undefined ? 0 : 1);

const sorts = {
  placed: (sql: Sql, search: OrderSearch, after: OrderPosition | null) => sql`
    select o.order_id, o.placed_at as at from orders o where ${placedConditions(sql, search)}
    ${after ? sql`and (o.placed_at, o.order_id) < (${after.at}::timestamptz, ${after.orderId})` : sql``}
    order by o.placed_at desc, o.order_id desc`,
  updated: (sql: Sql, search: OrderSearch, after: OrderPosition | null) => sql`
    select v.order_id, v.updated_at as at from views v join orders o on o.order_id = v.order_id
    where ${viewConditions(sql, search)}
    ${after ? sql`and (v.updated_at, v.order_id) < (${after.at}::timestamptz, ${after.orderId})` : sql``}
    order by v.updated_at desc, v.order_id desc`,
};

const dates = (sql: Sql, search: OrderSearch, after: OrderPosition | null) => sql`
  select v.order_id, v.promised_on as at from views v join orders o on o.order_id = v.order_id
  where ${viewConditions(sql, search)} and v.promised_on is not null
  ${after ? sql`and (v.promised_on, v.order_id) > (${after.at}::date, ${after.orderId})` : sql``}
  order by v.promised_on, v.order_id`;

const withoutDate = (sql: Sql, search: OrderSearch, after: string) => sql`
  select v.order_id, null as at from views v join orders o on o.order_id = v.order_id
  where ${viewConditions(sql, search)} and v.promised_on is null and v.order_id > ${after}
  order by v.order_id`;

/** Where the list walks over orders. What their views say is looked up by indexes of its own. */
const placedConditions = (sql: Sql, search: OrderSearch): Fragment => {
  const seen = ofViews(sql, search);
  const [only, ...others] = seen;
  if (only === undefined) return allOf(sql, ofOrders(sql, search));
  const isPhaseAlone = search.phase !== undefined && others.length === 0;
  const unseen = isPhaseAlone ? unlessSeen(sql, search.phase) : undefined;
  const found =
    unseen ??
    sql`exists (select from views v where v.order_id = o.order_id and ${allOf(sql, seen)})`;
  return allOf(sql, [...ofOrders(sql, search), found]);
};

const viewConditions = (sql: Sql, search: OrderSearch): Fragment =>
  allOf(sql, [...ofOrders(sql, search), ...ofViews(sql, search)]);

/** An order awaits stock until its workflow says otherwise. */
const unlessSeen = (sql: Sql, phase: OrderSearch['phase']): Fragment | undefined => {
  if (phase === 'awaiting_stock') {
    return sql`not exists (
      select from views v where v.order_id = o.order_id and v.phase <> 'awaiting_stock')`;
  }
  if (phase !== 'open') return undefined;
  return sql`not exists (
    select from views v where v.order_id = o.order_id
      and (v.ended_at is not null or v.phase in ('shipped', 'cancelled')))`;
};

const ofViews = (sql: Sql, search: OrderSearch): Fragment[] => {
  const { phase, undated, promisedBefore, promisedAfter, updatedSince, payment, policy } = search;
  return [
    ...given(phase, (is) =>
      is === 'open'
        ? sql`v.ended_at is null and v.phase not in ('shipped', 'cancelled')`
        : sql`v.phase = ${is}`,
    ),
    ...given(undated || undefined, () => sql`v.promised_on is null`),
    ...given(promisedBefore, (on) => sql`v.promised_on < ${on}::date`),
    ...given(promisedAfter, (on) => sql`v.promised_on > ${on}::date`),
    ...given(updatedSince, (at) => sql`v.updated_at >= ${at}::timestamptz`),
    ...given(
      payment,
      (states) => sql`(v.body -> 'payment' ->> 'state') collate "C" = any (${[...states]}::text[])`,
    ),
    ...given(policy, (name) => sql`(v.body -> 'law' ->> 'policy') collate "C" = ${name}`),
  ];
};

const ofOrders = (sql: Sql, search: OrderSearch): Fragment[] => {
  const { orderId, idOrSku, email, sku, attention, held } = search;
  return [
    ...given(orderId, (start) => begins(sql, start)),
    ...given(
      idOrSku,
      (known) => sql`o.order_id in (
        select o.order_id from orders o where ${begins(sql, known)}
        union select l.order_id from lines l where l.sku = ${known})`,
    ),
    ...given(email, (address) => sql`lower(o.email) = lower(${address})`),
    ...given(
      sku,
      (wanted) => sql`exists (
        select from lines l
        where l.sku = ${wanted} and l.placed_at = o.placed_at and l.order_id = o.order_id)`,
    ),
    ...given(attention, (code) => sql`o.order_id in (${withAttention(sql, code)})`),
    ...given(held || undefined, () => sql`o.suspended_at is not null`),
  ];
};

const given = <Value>(value: Value | undefined, say: (value: Value) => Fragment): Fragment[] =>
  value === undefined ? [] : [say(value)];

/** The order of ids is that of their bytes, and no character of one comes after a tilde. */
const begins = (sql: Sql, start: string): Fragment =>
  sql`o.order_id >= ${start} and o.order_id < ${`${start}~`}`;

/** The ids of those that wait for a person, whether their workflow or a watchman says so. */
export const withAttention = (sql: Sql, code: AttentionCode | 'any'): Fragment => {
  const [inView, raised] =
    code === 'any' ? [sql``, sql``] : [sql`and ${code} = any (attention)`, sql`and code = ${code}`];
  return sql`
    select order_id from views where attention <> '{}' ${inView}
    union select order_id from attention where resolved_at is null ${raised}`;
};

const allOf = (sql: Sql, conditions: readonly Fragment[]): Fragment =>
  conditions.reduce((all, condition) => sql`${all} and ${condition}`, sql`true`);
