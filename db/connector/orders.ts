import type { Part } from '../../workflows/domain/backorder/snapshot.ts';
import type { Seen } from '../../workflows/domain/connector/judge-order.ts';
import type { Instant } from '../../workflows/domain/time.ts';
import type { Sql } from '../client.ts';
import { clock } from '../clock.ts';
import type { shopOrders } from '../schema/connector/orders.ts';
import type { Fragment } from '../sql.ts';

export type ShopOrderRow = typeof shopOrders.$inferSelect;

export const findShopOrder = async (
  sql: Sql,
  orderId: string,
): Promise<ShopOrderRow | undefined> => {
  const [row] = await sql<ShopOrderRow[]>`select * from shop_orders where order_id = ${orderId}`;
  return row;
};

/**
 * Keeps where the order is at its shop, and how it was seen. `lookAt`: when to look by ourselves.
 * Where it goes to is not kept of an order that is not here, nor again of one that was erased.
 */
export const saveShopOrder = async (
  sql: Sql,
  order: Pick<
    ShopOrderRow,
    'orderId' | 'shop' | 'platformId' | 'number' | 'url' | 'seen' | 'trouble' | 'lookAt'
  >,
): Promise<void> => {
  const { orderId, shop, platformId, number, url, seen, trouble, lookAt } = order;
  await sql`
    insert into shop_orders (order_id, shop, platform_id, number, url, seen, trouble, look_at)
    values (${orderId}, ${shop}, ${platformId}, ${number}, ${url}, ${sql.json(seen)}, ${trouble},
            ${lookAt})
    on conflict (order_id) do update set
      number = excluded.number, url = excluded.url, seen = ${seenIn(sql, sql`excluded.seen`)},
      trouble = excluded.trouble, look_at = excluded.look_at, seen_at = now()`;
};

export const saveSeen = async (sql: Sql, orderId: string, seen: Seen): Promise<void> => {
  await sql`
    update shop_orders set seen = ${seenIn(sql, sql`${sql.json(seen)}::jsonb`)}
    where order_id = ${orderId}`;
};

/** Judged by the row itself, which an erasure that is under way has locked. */
const seenIn = (sql: Sql, seen: Fragment): Fragment => sql`
  case when shop_orders.seen ? 'shipTo' or not exists (
    select from orders o where o.order_id = shop_orders.order_id
  ) then ${seen} else ${seen} - 'shipTo' end`;

/** Looks at the order by itself at that moment, or earlier if that was wanted before. */
export const wantLook = async (sql: Sql, orderId: string, at: Instant): Promise<void> => {
  await sql`
    update shop_orders set look_at = least(look_at, ${at}::timestamptz) where order_id = ${orderId}`;
};

/** The look that was due by itself did not come about: it is due again at that moment. */
export const postponeLook = async (sql: Sql, orderId: string, at: Instant): Promise<void> => {
  await sql`update shop_orders set look_at = ${at} where order_id = ${orderId}`;
};

/** Orders that are to be looked at by now although nobody told us to. */
export const listToLookAt = async (
  sql: Sql,
  shop: string,
  { limit }: { limit: number },
): Promise<string[]> => {
  const rows = await sql<{ platformId: string }[]>`
    select platform_id from shop_orders where shop = ${shop} and look_at <= ${clock(sql)}
    order by look_at limit ${limit}`;
  return rows.map(({ platformId }) => platformId);
};

/** Orders of which the shop has not been told the newest, and the revision that it would be told. */
export const listUntold = async (
  sql: Sql,
  shop: string,
  { limit }: { limit: number },
): Promise<{ orderId: string; revision: number }[]> =>
  sql<{ orderId: string; revision: number }[]>`
    select so.order_id, v.revision from shop_orders so join views v on v.order_id = so.order_id
    where so.shop = ${shop} and v.revision > so.told_revision
    order by v.updated_at limit ${limit}`;

export const setTold = async (
  sql: Sql,
  { orderId, revision }: { orderId: string; revision: number },
): Promise<void> => {
  await sql`
    update shop_orders set told_revision = ${revision}
    where order_id = ${orderId} and told_revision < ${revision}`;
};

/** A parcel of the order, as reported. `lines` null: not shipped by the ledger. */
export type Parcel = {
  shipmentId: string;
  status: 'reported' | 'accepted' | 'refused';
  lines: Part[] | null;
  carrier: string | null;
  tracking: string | null;
};

export const listParcels = async (sql: Sql, orderId: string): Promise<Parcel[]> =>
  sql<Parcel[]>`
    select shipment_id, status, lines, carrier, tracking from shipments
    where order_id = ${orderId} order by created_at, shipment_id limit 1000`;

/** Whether the shop itself cancelled something of the order, by the ids that we give to that. */
export const isCancelledThere = async (
  sql: Sql,
  orderId: string,
  { prefix }: { prefix: string },
): Promise<boolean> => {
  const found = await sql`
    select from cancellations
    where order_id = ${orderId} and starts_with(cancel_id, ${prefix}) and lines is not null limit 1`;
  return found.count > 0;
};

/** The first cancellation that the order came to hear of from then on; undefined without one. */
export const findCancellationSince = async (
  sql: Sql,
  { orderId, at }: { orderId: string; at: Instant },
): Promise<{ cancelId: string; lines: Part[] } | undefined> => {
  const [found] = await sql<{ cancelId: string; lines: Part[] }[]>`
    select data ->> 'cancelId' as cancel_id, data -> 'lines' as lines from evidence
    where order_id = ${orderId} and type = 'cancellation' and at >= ${at}
    order by at, seq limit 1`;
  return found;
};

/** Cancellations of units, by the ids that we give to those of the shop, that are not done yet. */
export const listCancelling = async (
  sql: Sql,
  orderId: string,
  { prefix }: { prefix: string },
): Promise<{ cancelId: string; lines: Part[] }[]> =>
  sql<{ cancelId: string; lines: Part[] }[]>`
    select cancel_id, requested as lines from cancellations
    where order_id = ${orderId} and starts_with(cancel_id, ${prefix})
      and lines is null and requested is not null
    order by created_at, cancel_id limit 100`;

/** What is known here of items: whether they are on sale without stock, and what is free. */
export const listItemsKnown = async (
  sql: Sql,
  items: readonly { sku: string; location: string }[],
): Promise<{ sku: string; isOffered: boolean; free: number }[]> =>
  sql<{ sku: string; isOffered: boolean; free: number }[]>`
    select t.sku, coalesce(p.backorder_limit is distinct from 0 and p.sku is not null, false)
        as is_offered,
      greatest(0, coalesce(s.on_hand - s.allocated, 0))::bigint as free
    from unnest(
      ${items.map(({ sku }) => sku)}::text[], ${items.map(({ location }) => location)}::text[]
    ) as t (sku, location)
    left join products p on p.sku = t.sku
    left join stock s on s.sku = t.sku and s.location = t.location`;

/** The page of the shop's newest order here, also of a shop that was left; undefined without one. */
export const findOrderUrl = async (sql: Sql, shop: string): Promise<string | undefined> => {
  const [row] = await sql<{ url: string }[]>`
    select url from shop_orders where shop = ${shop} and url is not null
    order by seen_at desc limit 1`;
  return row?.url;
};

/** Orders that could not be taken in or followed, newest first. */
export const listTroubles = async (
  sql: Sql,
  shop: string,
  { limit }: { limit: number },
): Promise<{ orderId: string; number: string; why: string }[]> =>
  sql<{ orderId: string; number: string; why: string }[]>`
    select order_id, number, trouble as why from shop_orders
    where shop = ${shop} and trouble is not null order by seen_at desc limit ${limit}`;
