import { and, eq } from 'drizzle-orm';
import type { Part } from '../../workflows/domain/backorder/snapshot.ts';
import { builder } from '../builder.ts';
import type { Sql } from '../client.ts';
import { cancellations } from '../schema/backorder/cancellations.ts';
import type { lines } from '../schema/backorder/lines.ts';
import type { Mandate, orders } from '../schema/backorder/orders.ts';
import { shipments } from '../schema/stock/shipments.ts';
import type { products } from '../schema/storefront/products.ts';
import { boughtAs } from '../sql.ts';

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
> & {
  mandate: Pick<Mandate, 'maximum'> | null;
  lines: MailLine[];
};

type Line = typeof lines.$inferSelect;
type Product = typeof products.$inferSelect;

export type MailLine = Pick<Line, 'lineId' | 'sku' | 'quantity' | 'total' | 'shipped'> &
  Pick<Product, 'url' | 'imageUrl' | 'highlights'> & {
    /** As it was bought. */
    title: string;
    /** Neither shipped nor cancelled. */
    open: number;
  };

/** Throws for an unknown order. A SKU without a product is shown by its SKU. */
export const getMailFacts = async (sql: Sql, orderId: string): Promise<MailFacts> => {
  const [facts] = await sql<MailFacts[]>`
    select order_id, placed_at, email, name, locale, time_zone, currency, shipping, mandate,
           link_version, erased_at, paid_upfront, held_by,
      (
        select json_agg(json_build_object(
          'lineId', l.line_id, 'sku', l.sku, 'title', ${boughtAs(sql)}, 'url', p.url,
          'imageUrl', p.image_url, 'highlights', coalesce(p.highlights, '[]'),
          'quantity', l.quantity, 'total', l.total, 'shipped', l.shipped, 'open', l.quantity - l.shipped - l.cancelled
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
};

/** Throws for an unknown cancellation. */
export const getCancelled = async (
  sql: Sql,
  { orderId, cancelId }: { orderId: string; cancelId: string },
): Promise<CancelledFacts> => {
  const { lines, by, requestedAt } = cancellations;
  const [facts] = await builder(sql)
    .select({ lines, by, requestedAt })
    .from(cancellations)
    .where(and(eq(cancellations.orderId, orderId), eq(cancellations.cancelId, cancelId)));
  if (facts === undefined) throw new Error('no such cancellation');
  return { ...facts, lines: facts.lines ?? [] };
};
