import type { Part } from '../../workflows/domain/backorder/snapshot.ts';
import { type BackorderRow, findBackorder } from '../backorder/read.ts';
import { findTellingWord, type ShownWord } from '../backorder/words.ts';
import type { Sql } from '../client.ts';
import { findPayment, type OpenPayment } from '../payment/open-payment.ts';
import type { orders } from '../schema/backorder/orders.ts';
import type { shipments } from '../schema/stock/shipments.ts';
import { boughtAs } from '../sql.ts';

/** All that the customer's page shows. Amounts in minor units of the order's currency. */
export type StatusPage = Terms & {
  order: BackorderRow;
  /** What was bought, by line, in the words of that day. */
  titles: ReadonlyMap<string, string>;
  /** Whether there is a payment that the customer can confirm. */
  isConfirmable: boolean;
  shipments: ShownShipment[];
  /** What the customer said and what was not carried out, or not yet. */
  word: ShownWord | null;
};

/** What left. `scannedAt` is order time. */
export type ShownShipment = Pick<
  typeof shipments.$inferSelect,
  'shipmentId' | 'carrier' | 'tracking' | 'scannedAt'
> & { lines: Part[] };

type Terms = Pick<
  typeof orders.$inferSelect,
  'shipping' | 'terms' | 'paidUpfront' | 'heldBy' | 'mandate'
> & {
  /** The most that the customer agreed to be charged, or is asked to agree to. */
  maximum: number | null;
};

export const findStatusPage = async (
  sql: Sql,
  orderId: string,
): Promise<StatusPage | undefined> => {
  const order = await findBackorder(sql, orderId);
  if (!order) return undefined;
  const [titles, terms, shipments, payment, word] = await Promise.all([
    listTitles(sql, order.orderId),
    getTerms(sql, order.orderId),
    listShipped(sql, order.orderId),
    findConfirmable(sql, order),
    findTellingWord(sql, order.orderId),
  ]);
  const isConfirmable = payment !== undefined;
  return { order, titles, ...terms, shipments, isConfirmable, word: word ?? null };
};

/** The payment that waits for the customer's own confirmation, as long as it does. */
export const findConfirmable = async (
  sql: Sql,
  { orderId, view }: Pick<BackorderRow, 'orderId' | 'view'>,
): Promise<OpenPayment | undefined> => {
  const problem = view?.payment.problem;
  if (problem?.reason !== 'authentication' || problem.intentId === null) return undefined;
  return findPayment(sql, { orderId, intentId: problem.intentId });
};

const listTitles = async (sql: Sql, orderId: string): Promise<StatusPage['titles']> => {
  const lines = await sql<{ lineId: string; title: string }[]>`
    select l.line_id, ${boughtAs(sql)} as title
    from lines l left join products p on p.sku = l.sku where l.order_id = ${orderId}`;
  return new Map(lines.map(({ lineId, title }) => [lineId, title]));
};

const getTerms = async (sql: Sql, orderId: string): Promise<Terms> => {
  const [terms] = await sql<Terms[]>`
    select shipping, terms, paid_upfront, held_by, mandate,
      (mandate -> 'maximum' ->> 'amount')::bigint as maximum
    from orders where order_id = ${orderId}`;
  if (terms === undefined) throw new Error('no such order');
  return terms;
};

/** Oldest first, and only what the ledger has shipped. */
const listShipped = (sql: Sql, orderId: string): Promise<ShownShipment[]> =>
  sql<ShownShipment[]>`
    select shipment_id, lines, carrier, tracking, scanned_at from shipments
    where order_id = ${orderId} and jsonb_array_length(lines) > 0
    order by scanned_at, shipment_id limit 1000`;
