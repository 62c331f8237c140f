import { shelfKey } from '../../workflows/domain/stock/allocation.ts';
import type { CivilDate } from '../../workflows/domain/time.ts';
import type { Db, Sql } from '../client.ts';
import { withConsent } from '../mail/preferences.ts';
import { announceAll } from '../outbound/announce.ts';
import type { lines } from '../schema/backorder/lines.ts';
import type { orders } from '../schema/backorder/orders.ts';
import type { Fragment } from '../sql.ts';
import { ensureShelves, lockShelves } from '../stock/ledger/shelves.ts';
import { type Excess, findExcess, lockLimits } from '../stock/limits.ts';
import { inTransaction } from '../transaction.ts';
import { spellsBegun } from '../updates/facts.ts';

/** A checkout with every default filled in. Amounts are minor units of `currency`. */
export type NewOrder = Pick<
  Order,
  | 'orderId'
  | 'placedAt'
  | 'priority'
  | 'fulfilment'
  | 'imported'
  | 'currency'
  | 'shipping'
  | 'bodyHash'
> & {
  /** Sold elsewhere already: counted against limits, and never refused for them. */
  isSold?: boolean;
  customer: Pick<Order, 'email' | 'name' | 'locale' | 'timeZone' | 'marketingConsent'> & {
    /** They named the zone themselves, so that no address changes it. */
    timeZoneGiven?: boolean;
  };
  shipTo: Pick<Order, 'country' | 'region' | 'postalCode'>;
  lines: NewLine[];
  excitementGroup?: Order['excitementGroup'];
  /** `essential`: the day is of the essence. */
  promise: { on: CivilDate; basis: string; essential?: Order['essential'] } | null;
  /** Without method and mandate nothing is left to charge. */
  payment: Pick<Order, 'terms' | 'paymentMethodId' | 'mandate'> & {
    customerId: Order['providerCustomerId'];
    /** What the storefront says it captured, in minor units, and where. */
    upfront: ({ amount: number } & (AtProvider | AtShop)) | null;
    /** The shop gives the credit itself. */
    sellerCredit?: Order['sellerCredit'];
    /** How many days the customer has to give card and consent, if these are still to come. */
    askDays?: Order['askDays'];
  };
};

/** The provider's intent that captured it; or the shop's own name of a payment that it holds. */
type AtProvider = { intentId: string };
type AtShop = { reference: string };

type Order = typeof orders.$inferSelect;

export type NewLine = Pick<
  typeof lines.$inferSelect,
  'lineId' | 'sku' | 'title' | 'location' | 'quantity' | 'unitPrice' | 'total'
>;

export type Placed =
  | { outcome: 'placed'; walkIds: number[] }
  | { outcome: 'exists'; sameBody: boolean }
  | { outcome: 'over_limit'; excess: Excess[] };

/**
 * Writes the order, its place in the queue, its first promise and its news, all or nothing. If
 * it could be given free units it also opens a walk: the caller runs it. Repeating it changes nothing and says
 * whether the body was the same.
 */
export const placeOrder = async (db: Db, order: NewOrder): Promise<Placed> => {
  for (;;) {
    const { complete, placed, walkIds, excess } = await insertWithin(db, order);
    if (excess.length > 0) return { outcome: 'over_limit', excess };
    if (!complete) await ensureShelves(db.sql, order.lines);
    else if (placed) return { outcome: 'placed', walkIds };
    else return { outcome: 'exists', sameBody: await hasBody(db.sql, order) };
  }
};

/**
 * Only orders of SKUs with a limit, or that were given up, go one after another, in a second round.
 * What another system has taken already is counted, and never refused.
 */
const insertWithin = async (db: Db, order: NewOrder): Promise<Inserted & { excess: Excess[] }> => {
  const inserted = await insertOrder(db.sql, order, {
    isWithinLimits: order.imported || order.isSold === true,
  });
  if (!inserted.limited) return { ...inserted, excess: [] };
  return inTransaction(db, async (sql) => {
    const limits = await lockLimits(sql, order.lines);
    // Of what was given up no two may count on the same free unit, and nobody misses that it is.
    await lockShelves(sql, order.lines);
    const known = await sql`select from orders where order_id = ${order.orderId}`;
    const excess = known.count > 0 ? [] : await findExcess(sql, order, limits);
    if (excess.length > 0) return { ...inserted, excess };
    const within = await insertOrder(sql, order, { isWithinLimits: true });
    return { ...within, excess: [] };
  });
};

/**
 * One statement, because a checkout is one round trip. The shelves are locked for share, so that
 * checkouts do not wait for each other, but units that arrive at the same moment either see this
 * order or are seen by it.
 */
const insertOrder = async (
  sql: Sql,
  order: NewOrder,
  { isWithinLimits }: { isWithinLimits: boolean },
): Promise<Inserted> => {
  const { customer, shipTo, payment, promise, lines } = order;
  const shelves = new Set(lines.map(shelfKey)).size;
  const units = lines.reduce((sum, line) => sum + line.quantity, 0);
  const { upfront, askDays = null } = payment;
  const reference = upfront && 'reference' in upfront ? upfront.reference : null;
  // Until card and consent are here it keeps its place, and is given nothing.
  const barred = askDays === null ? null : 'payment';
  const [row] = await sql<Inserted[]>`
    with wanted as materialized (
      select * from unnest(
        ${lines.map((line) => line.lineId)}::text[],
        ${lines.map((line) => line.sku)}::text[],
        ${lines.map((line) => line.title)}::text[],
        ${lines.map((line) => line.location)}::text[],
        ${lines.map((line) => line.quantity)}::int[],
        ${lines.map((line) => line.unitPrice)}::bigint[],
        ${lines.map((line) => line.total)}::bigint[]
      ) with ordinality as w (line_id, sku, title, location, quantity, unit_price, total, ordinal)
    ), shelves as materialized (
      select sku, location, on_hand - allocated as free, given_up is not null as is_given_up
      from stock
      where (sku, location) in (select sku, location from wanted)
      order by sku, location for share
    ), bought as materialized (
      select sku, title, backorder_limit from products where sku in (select sku from wanted)
    ), limited as materialized (
      select 1 from bought
      where not ${isWithinLimits}::boolean and backorder_limit is not null
      union all
      select 1 from shelves where not ${isWithinLimits}::boolean and is_given_up
    ), complete as materialized (
      select 1 from shelves where not exists (select from limited) having count(*) = ${shelves}
    ), placed as (
      insert into orders (
        order_id, placed_at, priority, fulfilment, imported, country, region, postal_code, email,
        name, locale, time_zone, time_zone_given, marketing_consent, currency, shipping, terms,
        provider_customer_id, payment_method_id, mandate, paid_upfront, upfront_intent_id,
        held_by, held_reference, ask_days, barred, seller_credit, essential, body_hash,
        excitement_group
      )
      select
        ${order.orderId}, ${order.placedAt}, ${order.priority}::int, ${order.fulfilment},
        ${order.imported}::boolean, ${shipTo.country}, ${shipTo.region}, ${shipTo.postalCode},
        ${customer.email}, ${customer.name}, ${customer.locale}, ${customer.timeZone},
        ${customer.timeZoneGiven ?? false}::boolean, ${customer.marketingConsent}::boolean, ${order.currency}, ${order.shipping}::bigint,
        ${payment.terms}, ${payment.customerId}, ${payment.paymentMethodId},
        ${payment.mandate && sql.json(payment.mandate)}::jsonb,
        ${upfront?.amount ?? null}::bigint,
        ${upfront && 'intentId' in upfront ? upfront.intentId : null},
        ${reference === null ? null : 'shop'}, ${reference}, ${askDays}::int, ${barred},
        ${payment.sellerCredit ?? false}::boolean, ${promise?.essential ?? false}::boolean,
        ${order.bodyHash}, ${order.excitementGroup ?? null}
      from complete
      on conflict (order_id) do nothing
      returning order_id, placed_at, priority, fulfilment, barred
    ), new_lines as (
      insert into lines (
        order_id, line_id, ordinal, sku, title, location, quantity, unit_price, total, waiting,
        priority, placed_at, barred
      )
      select order_id, line_id, ordinal, wanted.sku, coalesce(wanted.title, bought.title),
             location, quantity, unit_price, total, quantity, priority, placed_at, barred
      from placed cross join wanted left join bought on bought.sku = wanted.sku
    ), promised as (
      insert into promises (order_id, promise_id, ordinal, "on", basis, stated_at, accepted_at)
      select order_id, 'checkout', 1, ${promise?.on ?? null}::date, ${promise?.basis ?? null},
             placed_at, placed_at
      from placed where ${promise !== null}::boolean
    ), told as (
      insert into news (order_id) select order_id from placed
    ), recorded as (
      insert into timeline (order_id, key, at, type, summary)
      select order_id, 'placed', placed_at, 'BackorderPlaced', ${`Placed, ${units} waiting`}
      from placed
    ), opened as (
      insert into walks (sku, location, only_order_id)
      select sku, location, order_id from placed cross join shelves
      where free > 0 and barred is null
        and (${order.imported}::boolean or fulfilment <> 'whole-order' or not exists (select from shelves where free = 0))
      limit 1
      returning walk_id
    ), announced as (
      ${announceAll(sql, placedEvent(sql))}
    ), ${spellsBegun(sql)}${customer.marketingConsent ? withConsent(sql, customer.email) : sql``}
    select exists (select from complete) as complete, exists (select from limited) as limited,
           exists (select from placed) as placed,
           array(select walk_id from opened) as walk_ids`;
  return row as Inserted;
};

const placedEvent = (sql: Sql): Fragment => sql`
  select 'backorder.placed/' || order_id as key, 'backorder.placed' as type, order_id,
    order_id as subject
  from placed`;

type Inserted = { complete: boolean; limited: boolean; placed: boolean; walkIds: number[] };

/** Notes that the order's workflow runs. Repeating it keeps the first moment. */
export const setStarted = async (sql: Sql, orderId: string): Promise<void> => {
  await sql`
    update orders set started_at = now() where order_id = ${orderId} and started_at is null`;
};

/** Sets how far the order's own time is ahead of the wall, in milliseconds. */
export const setSkipped = async (sql: Sql, orderId: string, ms: number): Promise<void> => {
  await sql`update orders set skipped_ms = ${ms} where order_id = ${orderId}`;
};

const hasBody = async (sql: Sql, order: NewOrder): Promise<boolean> => {
  const rows = await sql`
    select from orders where order_id = ${order.orderId} and body_hash = ${order.bodyHash}`;
  return rows.length > 0;
};
