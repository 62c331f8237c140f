import type { Part } from '../../workflows/domain/backorder/snapshot.ts';
import type { Instant } from '../../workflows/domain/time.ts';
import { type BackorderRow, findBackorderByToken } from '../backorder/read.ts';
import type { Db } from '../client.ts';
import { findPayment, type OpenPayment } from '../payment/open-payment.ts';
import type { Terms } from '../schema/backorder/orders.ts';
import { listProducts } from '../storefront/products.ts';

/** All that the customer's page shows. Amounts in minor units of the order's currency. */
export type StatusPage = {
  order: BackorderRow;
  /** Titles by SKU; a SKU without a product has none. */
  titles: ReadonlyMap<string, string>;
  shipping: number;
  terms: Terms;
  /** Paid with the order, as a deposit or in full. */
  paidUpfront: number | null;
  /** The most that the customer agreed to be charged. */
  maximum: number | null;
  /** Whether there is a payment that the customer can confirm. */
  isConfirmable: boolean;
  shipments: ShownShipment[];
};

/** What left. `scannedAt` is order time. */
export type ShownShipment = {
  shipmentId: string;
  lines: Part[];
  carrier: string | null;
  tracking: string | null;
  scannedAt: Instant;
};

/** By the secret in the link to the page. */
export const findStatusPage = async (db: Db, token: string): Promise<StatusPage | undefined> => {
  const order = await findBackorderByToken(db, token);
  if (!order) return undefined;
  const [products, terms, shipments, payment] = await Promise.all([
    listProducts(
      db,
      order.lines.map(({ sku }) => sku),
    ),
    getTerms(db, order.orderId),
    listShipped(db, order.orderId),
    findConfirmable(db, order),
  ]);
  const titles = new Map(products.map(({ sku, title }) => [sku, title]));
  return { order, titles, ...terms, shipments, isConfirmable: payment !== undefined };
};

/** The payment that waits for the customer's own confirmation, as long as it does. */
export const findConfirmable = async (
  db: Db,
  { orderId, view }: Pick<BackorderRow, 'orderId' | 'view'>,
): Promise<OpenPayment | undefined> => {
  const problem = view?.payment.problem;
  if (problem?.reason !== 'authentication' || problem.intentId === null) return undefined;
  return findPayment(db, { orderId, intentId: problem.intentId });
};

type Agreed = Pick<StatusPage, 'shipping' | 'terms' | 'paidUpfront' | 'maximum'>;

const getTerms = async ({ sql }: Db, orderId: string): Promise<Agreed> => {
  const [terms] = await sql<Agreed[]>`
    select shipping, terms, paid_upfront, (mandate -> 'maximum' ->> 'amount')::bigint as maximum
    from orders where order_id = ${orderId}`;
  if (terms === undefined) throw new Error('no such order');
  return terms;
};

/** Oldest first, and only what the ledger has shipped. */
const listShipped = ({ sql }: Db, orderId: string): Promise<ShownShipment[]> =>
  sql<ShownShipment[]>`
    select shipment_id, lines, carrier, tracking, scanned_at from shipments
    where order_id = ${orderId} and jsonb_array_length(lines) > 0
    order by scanned_at, shipment_id limit 1000`;
