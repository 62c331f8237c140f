import type { Instant } from '../../../workflows/domain/time.ts';
import type { Sql } from '../../client.ts';
import type { ShopSubject } from '../../schema/connector/deliveries.ts';
import type { About, Sender } from '../../schema/http/webhooks.ts';

/** An event of a sender, with the orders that it is about as far as its ids lead to any. */
export type IncomingRow = {
  sender: Sender;
  eventId: string;
  type: string;
  about: About;
  receivedAt: Instant;
  handledAt: Instant | null;
  attempts: number;
  orderIds: string[];
};

export type IncomingFilter = {
  sender?: Sender | undefined;
  isOpen: boolean;
  eventId?: string | undefined;
};

/** Where a page ended: the newest come first, those of one moment by their ids. */
export type IncomingPosition = { at: Instant; id: string };

/** So many are looked at for one page: a sender that is rare among others takes several. */
const mostLookedAt = 5_000;

/** A page of what came in, newest first. `next`: where to go on; null at the end. */
export const listIncomingRows = async (
  sql: Sql,
  filter: IncomingFilter & { after: IncomingPosition | null; limit: number },
): Promise<{ rows: IncomingRow[]; next: IncomingPosition | null }> => {
  const { sender, isOpen, eventId, after, limit } = filter;
  const isWanted = eventId !== undefined ? sql`event_id = ${eventId}` : sql`true`;
  const isLater = after
    ? sql`received_at <= ${after.at}::timestamptz
        and (received_at, event_id) < (${after.at}::timestamptz, ${after.id})`
    : sql`true`;
  // An id alone leads to its rows; the senders are few.
  const base = eventId !== undefined ? sql`sender = any(array['stripe', 'resend'])` : sql`true`;
  const looked = await sql<(Omit<IncomingRow, 'orderIds'> & { isMatch: boolean })[]>`
    with looked as materialized (
      select sender, event_id, type, about, received_at, handled_at, attempts from webhooks
      where ${base} and ${isWanted} and ${isLater} ${isOpen ? sql`and handled_at is null` : sql``}
      order by received_at desc, event_id desc limit ${mostLookedAt}
    ), numbered as (
      select *, ${sender === undefined ? sql`true` : sql`sender = ${sender}`} as is_match,
        row_number() over (order by received_at desc, event_id desc) as place from looked
    )
    (select * from numbered where is_match order by place limit ${limit + 1})
    union all
    (select * from numbered where place = ${mostLookedAt} and not is_match)`;
  const matches = looked.filter(({ isMatch }) => isMatch);
  const shown = matches.slice(0, limit);
  const last = matches.length > limit ? shown.at(-1) : looked.find(({ isMatch }) => !isMatch);
  const orders = await findOrders(sql, shown);
  return {
    rows: shown.map(({ isMatch: _, ...row }) => ({ ...row, orderIds: orders(row.about) })),
    next: last ? { at: last.receivedAt, id: last.eventId } : null,
  };
};

export const findIncomingRow = async (
  sql: Sql,
  { sender, eventId }: Pick<IncomingRow, 'sender' | 'eventId'>,
): Promise<IncomingRow | undefined> => {
  const [row] = await sql<Omit<IncomingRow, 'orderIds'>[]>`
    select sender, event_id, type, about, received_at, handled_at, attempts from webhooks
    where sender = ${sender} and event_id = ${eventId}`;
  if (!row) return undefined;
  const orders = await findOrders(sql, [row]);
  return { ...row, orderIds: orders(row.about) };
};

/** Looks up, for all rows at once, to which orders the ids in them lead. */
const findOrders = async (
  sql: Sql,
  rows: readonly Pick<IncomingRow, 'about'>[],
): Promise<(about: About) => string[]> => {
  const idsOf = (pick: (about: About) => string | undefined): string[] => [
    ...new Set(rows.flatMap(({ about }) => pick(about) ?? [])),
  ];
  const found = await sql<{ id: string; orderId: string }[]>`
    select provider_intent_id as id, order_id from payment_attempts
    where provider_intent_id = any(${idsOf(({ intentId }) => intentId)}::text[])
    union
    select upfront_intent_id, order_id from orders
    where upfront_intent_id = any(${idsOf(({ intentId }) => intentId)}::text[])
    union
    select setup_id, order_id from card_offers
    where setup_id = any(${idsOf(({ setupId }) => setupId)}::text[])
    union
    select id::text, order_id from messages
    where id = any(${idsOf(({ messageId }) => messageId)}::uuid[])
    union
    select provider_id, order_id from messages
    where provider_id = any(${idsOf(({ emailId }) => emailId)}::text[])
    union
    select order_id, order_id from orders
    where order_id = any(${idsOf(({ orderId }) => orderId)}::text[])`;
  return ({ intentId, setupId, messageId, emailId, orderId }) => {
    const ids = [intentId, setupId, messageId, emailId, orderId];
    return [
      ...new Set(found.filter(({ id }) => ids.includes(id)).map((one) => one.orderId)),
    ].sort();
  };
};

/** What a platform named. `orderId`: ours, where it is one that we know. */
export type ShopDeliveryRow = {
  shop: string;
  deliveryId: string;
  about: ShopSubject;
  receivedAt: Instant;
  handledAt: Instant | null;
  attempts: number;
  nextTryAt: Instant;
  detail: string | null;
  orderId: string | null;
};

/**
 * A page of what a platform named, by its id; `isOpen`: of what is still to be looked at, `only`: the
 * one of this id.
 */
export const listShopDeliveries = (
  sql: Sql,
  asked: { shop: string; isOpen: boolean; after: string | null; limit: number; only?: string },
): Promise<ShopDeliveryRow[]> => {
  const { shop, isOpen, after, limit, only } = asked;
  return sql<ShopDeliveryRow[]>`
    select d.*, o.order_id
    from (
      select shop, delivery_id, about, received_at, handled_at, attempts, next_try_at, detail
      from shop_deliveries
      where shop = ${shop} and delivery_id > ${after ?? ''}
        ${isOpen ? sql`and handled_at is null` : sql``}
        ${only === undefined ? sql`` : sql`and delivery_id = ${only}`}
      order by delivery_id limit ${limit}
    ) d
    left join shop_orders o on o.shop = d.shop and o.platform_id = d.about ->> 'orderId'
    order by d.delivery_id`;
};
