import type { Part } from '../../workflows/domain/backorder/snapshot.ts';
import type { Money } from '../../workflows/domain/money.ts';
import type { Instant } from '../../workflows/domain/time.ts';
import type { Db } from '../client.ts';

/** What a mail to this customer may be about. Amounts in minor units of `currency`. */
export type MailFacts = {
  orderId: string;
  placedAt: Instant;
  email: string;
  name: string | null;
  locale: string;
  timeZone: string;
  currency: string;
  shipping: number;
  mandate: { maximum: Money } | null;
  /** Paid with the order, as a deposit or in full; null when it is paid as it ships. */
  paidUpfront: number | null;
  token: string;
  erasedAt: Instant | null;
  lines: MailLine[];
};

export type MailLine = {
  lineId: string;
  sku: string;
  title: string;
  url: string | null;
  imageUrl: string | null;
  highlights: string[];
  quantity: number;
  total: number;
  shipped: number;
  /** Neither shipped nor cancelled. */
  open: number;
};

/** Throws for an unknown order. A SKU without a product is shown by its SKU. */
export const getMailFacts = async ({ sql }: Db, orderId: string): Promise<MailFacts> => {
  const [facts] = await sql<MailFacts[]>`
    select order_id, placed_at, email, name, locale, time_zone, currency, shipping, mandate, token,
           erased_at, paid_upfront,
      (
        select json_agg(json_build_object(
          'lineId', l.line_id, 'sku', l.sku, 'title', coalesce(p.title, l.sku), 'url', p.url,
          'imageUrl', p.image_url, 'highlights', coalesce(p.highlights, '[]'),
          'quantity', l.quantity, 'total', l.total, 'shipped', l.shipped, 'open', l.quantity - l.shipped - l.cancelled
        ) order by l.ordinal)
        from lines l left join products p on p.sku = l.sku where l.order_id = o.order_id
      ) as lines
    from orders o where order_id = ${orderId}`;
  if (facts === undefined) throw new Error('no such order');
  return facts;
};

export type ShippedFacts = { lines: Part[]; carrier: string | null; tracking: string | null };

/** Throws for an unknown shipment. */
export const getShipped = async (
  { sql }: Db,
  { orderId, shipmentId }: { orderId: string; shipmentId: string },
): Promise<ShippedFacts> => {
  const [facts] = await sql<ShippedFacts[]>`
    select coalesce(lines, '[]') as lines, carrier, tracking from shipments
    where order_id = ${orderId} and shipment_id = ${shipmentId}`;
  if (facts === undefined) throw new Error('no such shipment');
  return facts;
};

export type CancelledFacts = {
  lines: Part[];
  by: 'customer' | 'shop' | 'system';
  requestedAt: Instant;
};

/** Throws for an unknown cancellation. */
export const getCancelled = async (
  { sql }: Db,
  { orderId, cancelId }: { orderId: string; cancelId: string },
): Promise<CancelledFacts> => {
  const [facts] = await sql<CancelledFacts[]>`
    select coalesce(lines, '[]') as lines, by, requested_at from cancellations
    where order_id = ${orderId} and cancel_id = ${cancelId}`;
  if (facts === undefined) throw new Error('no such cancellation');
  return facts;
};
