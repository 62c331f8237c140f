import type { Part } from '../../workflows/domain/backorder/snapshot.ts';
import type { Instant } from '../../workflows/domain/time.ts';
import { type BackorderRow, findBackorder } from '../backorder/read.ts';
import { findTellingWord, listHeardWords, type ShownWord } from '../backorder/words.ts';
import type { Sql } from '../client.ts';
import { findPayment, type OpenPayment } from '../payment/open-payment.ts';
import type { orders } from '../schema/backorder/orders.ts';
import type { shipments } from '../schema/stock/shipments.ts';
import { boughtAs } from '../sql.ts';
import {
  findConfirmedAt,
  listSentMails,
  listStockFacts,
  listToldDates,
  type ShownMail,
  type StockFact,
  type ToldDate,
} from './history.ts';
import { findToldNotice, type ToldNotice } from './told-notice.ts';

/** All that the customer's page shows. Amounts in minor units of the order's currency. */
export type StatusPage = Terms & {
  order: BackorderRow;
  /** What was bought, by line, in the words of that day. */
  titles: ReadonlyMap<string, string>;
  /** What its product looks like now, by line. */
  pictures: ReadonlyMap<string, string | null>;
  /** Whether there is a payment that the customer can confirm. */
  isConfirmable: boolean;
  shipments: ShownShipment[];
  /** What the customer said and what was not carried out, or not yet. */
  word: ShownWord | null;
  /** Answers, withdrawals and periods that were carried out, oldest first. */
  heard: Omit<ShownWord, 'outcome'>[];
  /** The newest valid notice of a delay, as it was told. */
  notice: ToldNotice | null;
  /** The dates it was promised for, oldest first. */
  dates: ToldDate[];
  facts: StockFact[];
  confirmedAt: Instant | null;
  /** The newest of the mails that were sent, and whether there are more. */
  mails: { newest: ShownMail[]; isCut: boolean };
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
  const key = order.view?.law.notice?.key;
  const [bought, terms, shipments, payment, word, heard, notice, history] = await Promise.all([
    listBought(sql, order.orderId),
    getTerms(sql, order.orderId),
    listShipped(sql, order.orderId),
    findConfirmable(sql, order),
    findTellingWord(sql, order.orderId),
    listHeardWords(sql, order.orderId),
    key === undefined ? null : findToldNotice(sql, { orderId: order.orderId, key }),
    getHistory(sql, order.orderId),
  ]);
  const said = { word: word ?? null, heard, notice };
  const isConfirmable = payment !== undefined;
  return { order, ...bought, ...terms, shipments, isConfirmable, ...said, ...history };
};

const shownMails = 5;

const getHistory = async (
  sql: Sql,
  orderId: string,
): Promise<Pick<StatusPage, 'dates' | 'facts' | 'confirmedAt' | 'mails'>> => {
  const [dates, facts, confirmedAt, sent] = await Promise.all([
    listToldDates(sql, orderId),
    listStockFacts(sql, orderId),
    findConfirmedAt(sql, orderId),
    listSentMails(sql, { orderId, limit: shownMails + 1 }),
  ]);
  const mails = { newest: sent.slice(0, shownMails), isCut: sent.length > shownMails };
  return { dates, facts, confirmedAt, mails };
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

type Bought = { lineId: string; title: string; imageUrl: string | null };

const listBought = async (
  sql: Sql,
  orderId: string,
): Promise<Pick<StatusPage, 'titles' | 'pictures'>> => {
  const lines = await sql<Bought[]>`
    select l.line_id, ${boughtAs(sql)} as title, p.image_url
    from lines l left join products p on p.sku = l.sku where l.order_id = ${orderId}`;
  return {
    titles: new Map(lines.map(({ lineId, title }) => [lineId, title])),
    pictures: new Map(lines.map(({ lineId, imageUrl }) => [lineId, imageUrl])),
  };
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
