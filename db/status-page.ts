import type { Units } from '../workflows/domain/ledger.ts';
import type { Instant } from '../workflows/domain/time.ts';
import { type BackorderRow, findBackorderByToken } from './backorders.ts';
import type { Db } from './client.ts';
import { listProducts } from './products.ts';

/** All that the customer's page shows. Amounts in minor units of the order's currency. */
export type StatusPage = {
  order: BackorderRow;
  /** Titles by SKU; a SKU without a product has none. */
  titles: ReadonlyMap<string, string>;
  shipping: number;
  /** The most that the customer agreed to be charged. */
  maximum: number | null;
  /** When the first lease that waits for its payment ends, in order time. */
  leaseEndsAt: Instant | null;
  shipments: ShownShipment[];
};

/** What left. `scannedAt` is order time. */
export type ShownShipment = {
  shipmentId: string;
  lines: Units[];
  carrier: string | null;
  tracking: string | null;
  scannedAt: Instant;
};

/** By the secret in the link to the page. */
export const findStatusPage = async (db: Db, token: string): Promise<StatusPage | undefined> => {
  const order = await findBackorderByToken(db, token);
  if (!order) return undefined;
  const [products, terms, shipments] = await Promise.all([
    listProducts(
      db,
      order.lines.map(({ sku }) => sku),
    ),
    getTerms(db, order.orderId),
    listShipped(db, order.orderId),
  ]);
  const titles = new Map(products.map(({ sku, title }) => [sku, title]));
  return { order, titles, ...terms, shipments };
};

type Terms = Pick<StatusPage, 'shipping' | 'maximum' | 'leaseEndsAt'>;

const getTerms = async ({ sql }: Db, orderId: string): Promise<Terms> => {
  const [terms] = await sql<Terms[]>`
    select shipping, (mandate -> 'maximum' ->> 'amount')::bigint as maximum,
      (
        select min(l.ends_at) + o.skipped_ms * interval '1 millisecond'
        from leases l where l.order_id = o.order_id and l.state = 'leased'
      ) as lease_ends_at
    from orders o where order_id = ${orderId}`;
  if (terms === undefined) throw new Error('no such order');
  return terms;
};

/** Oldest first, and only what the ledger has shipped. */
const listShipped = ({ sql }: Db, orderId: string): Promise<ShownShipment[]> =>
  sql<ShownShipment[]>`
    select shipment_id, lines, carrier, tracking, scanned_at from shipments
    where order_id = ${orderId} and jsonb_array_length(lines) > 0
    order by scanned_at, shipment_id limit 1000`;
