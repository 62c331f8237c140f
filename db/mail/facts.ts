import { and, eq, inArray, ne } from 'drizzle-orm';
import type { Part } from '../../workflows/domain/backorder/snapshot.ts';
import { builder } from '../builder.ts';
import type { Sql } from '../client.ts';
import { cancellations } from '../schema/backorder/cancellations.ts';
import type { lines } from '../schema/backorder/lines.ts';
import type { Mandate, orders } from '../schema/backorder/orders.ts';
import { messages } from '../schema/mail/messages.ts';
import { preferences } from '../schema/mail/preferences.ts';
import { promises } from '../schema/promise/promises.ts';
import { giveUps } from '../schema/stock/give-ups.ts';
import { shipments } from '../schema/stock/shipments.ts';
import type { products } from '../schema/storefront/products.ts';
import { boughtAs, knownAs } from '../sql.ts';
import { addressKeyOf } from './address-key.ts';

/** What a mail to this customer may be about. Amounts in minor units of `currency`. */
export type MailFacts = Pick<
  typeof orders.$inferSelect,
  | 'orderId'
  | 'placedAt'
  | 'email'
  | 'name'
  | 'locale'
  | 'timeZone'
  | 'currency'
  | 'shipping'
  | 'paidUpfront'
  | 'heldBy'
  | 'linkVersion'
  | 'erasedAt'
  | 'country'
  | 'region'
  | 'postalCode'
  | 'marketingConsent'
  | 'excitementGroup'
> & {
  /** What the customer knows the order by: its own id, or its number at the shop it came from. */
  number: string;
  mandate: Pick<Mandate, 'maximum'> | null;
  /** Card or consent are still to come from the customer's page. */
  isAsked: boolean;
  lines: MailLine[];
};

type Line = typeof lines.$inferSelect;
type Product = typeof products.$inferSelect;

/** A line with where its units are: `allocated` ones are set aside. */
export type MailLine = Pick<
  Line,
  'lineId' | 'sku' | 'quantity' | 'total' | 'waiting' | 'shipped' | 'cancelled'
> &
  Pick<Product, 'url' | 'imageUrl' | 'highlights' | 'related'> & {
    /** As it was bought. */
    title: string;
    allocated: number;
  };

/** Throws for an unknown order. A SKU without a product is shown by its SKU. */
export const getMailFacts = async (sql: Sql, orderId: string): Promise<MailFacts> => {
  const [facts] = await sql<MailFacts[]>`
    select order_id, ${knownAs(sql)} as number, placed_at, email, name, locale, time_zone, currency, shipping, mandate,
           link_version, erased_at, paid_upfront, held_by, country, region, postal_code,
      ask_days is not null and (payment_method_id is null or mandate->>'acceptedAt' is null)
        as is_asked, marketing_consent, excitement_group,
      (
        select json_agg(json_build_object(
          'lineId', l.line_id, 'sku', l.sku, 'title', ${boughtAs(sql)}, 'url', p.url,
          'imageUrl', p.image_url, 'highlights', coalesce(p.highlights, '[]'),
          'related', coalesce(p.related, '[]'), 'quantity', l.quantity, 'total', l.total,
          'waiting', l.waiting, 'allocated', l.kept + l.leased + l.firm, 'shipped', l.shipped,
          'cancelled', l.cancelled
        ) order by l.ordinal)
        from lines l left join products p on p.sku = l.sku where l.order_id = o.order_id
      ) as lines
    from orders o where order_id = ${orderId}`;
  if (facts === undefined) throw new Error('no such order');
  return facts;
};

export type ShippedFacts = Pick<typeof shipments.$inferSelect, 'carrier' | 'tracking'> & {
  lines: Part[];
};

/** Throws for an unknown shipment. */
export const getShipped = async (
  sql: Sql,
  { orderId, shipmentId }: { orderId: string; shipmentId: string },
): Promise<ShippedFacts> => {
  const { lines, carrier, tracking } = shipments;
  const [facts] = await builder(sql)
    .select({ lines, carrier, tracking })
    .from(shipments)
    .where(and(eq(shipments.orderId, orderId), eq(shipments.shipmentId, shipmentId)));
  if (facts === undefined) throw new Error('no such shipment');
  return { ...facts, lines: facts.lines ?? [] };
};

export type CancelledFacts = Pick<typeof cancellations.$inferSelect, 'by' | 'requestedAt'> & {
  lines: Part[];
  /** Why the shop gave up what was cancelled, in its own words. Other reasons are its own. */
  reason: string | null;
};

/** Throws for an unknown cancellation. */
export const getCancelled = async (sql: Sql, asked: Cancellation): Promise<CancelledFacts> => {
  const facts = await findCancelled(sql, asked);
  if (facts === undefined) throw new Error('no such cancellation');
  return facts;
};

type Cancellation = { orderId: string; cancelId: string };

/** Undefined as long as nothing was cancelled under that id. */
export const findCancelled = async (
  sql: Sql,
  { orderId, cancelId }: Cancellation,
): Promise<CancelledFacts | undefined> => {
  const { lines, by, requestedAt } = cancellations;
  const [facts] = await builder(sql)
    .select({ lines, by, requestedAt, reason: giveUps.reason })
    .from(cancellations)
    .leftJoin(giveUps, eq(giveUps.giveUpId, cancellations.giveUpId))
    .where(and(eq(cancellations.orderId, orderId), eq(cancellations.cancelId, cancelId)));
  return facts && { ...facts, lines: facts.lines ?? [] };
};

/**
 * The text parts of the excitement mails that this customer has, or may have; `key` is the one that
 * is written now.
 */
export const listTold = async (
  sql: Sql,
  { orderId, key }: { orderId: string; key: string },
): Promise<string[]> => {
  const isTold = and(
    eq(messages.orderId, orderId),
    eq(messages.kind, 'excitement'),
    inArray(messages.decision, ['sending', 'sent', 'unknown']),
    ne(messages.key, key),
  );
  const told = await builder(sql).select({ mail: messages.mail }).from(messages).where(isTold);
  return told.flatMap(({ mail }) => mail?.text ?? []);
};

/** Whether the customer agreed to hear of other products, and nobody at that address took it back. */
export const wantsOffers = async (
  sql: Sql,
  { email, marketingConsent }: Pick<MailFacts, 'email' | 'marketingConsent'>,
): Promise<boolean> => {
  if (!marketingConsent) return false;
  const [wish] = await builder(sql)
    .select({ offers: preferences.offers })
    .from(preferences)
    .where(eq(preferences.addressKey, addressKeyOf(email)));
  return wish?.offers ?? true;
};

/**
 * Why a promise was changed, in the words of the person who did; null when supply did it: those ids
 * alone have a slash, and their reason is for operators.
 */
export const findReason = async (
  sql: Sql,
  { orderId, promiseId }: { orderId: string; promiseId: string },
): Promise<string | null> => {
  if (promiseId.includes('/')) return null;
  const [found] = await builder(sql)
    .select({ reason: promises.reason })
    .from(promises)
    .where(and(eq(promises.orderId, orderId), eq(promises.promiseId, promiseId)));
  return found?.reason ?? null;
};
