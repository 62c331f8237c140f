import { randomUUID } from 'node:crypto';
import { type NewLine, type NewOrder, placeOrder } from '../../db/backorder/place.ts';
import type { Db } from '../../db/client.ts';
import { readSnapshot } from '../../db/stock/ledger/snapshot.ts';
import { findWalkOfReceipt, runWalk, type WalkReport } from '../../db/stock/queue/walks.ts';
import { receiveStock } from '../../db/stock/receipts.ts';
import { addMs } from '../../workflows/domain/time.ts';
import { ada, day, dayZero } from '../support/cast.ts';
import { inDays } from '../support/lives/story.ts';

/** In the future whenever this runs: an order that is long past its promise accumulates. */
export const promisedOn = inDays(53);

const defaults: Omit<NewOrder, 'orderId' | 'lines'> = {
  placedAt: dayZero,
  priority: 0,
  fulfilment: 'whole-order',
  imported: false,
  customer: {
    email: ada.email,
    name: ada.name,
    locale: ada.locale,
    timeZone: ada.timeZone,
    marketingConsent: false,
  },
  shipTo: { country: ada.country, region: 'NY', postalCode: '10001' },
  currency: 'USD',
  shipping: 900,
  promise: { on: promisedOn, basis: 'supplier confirmation 8812' },
  payment: {
    terms: 'on_shipment',
    customerId: 'cus_1',
    paymentMethodId: 'pm_1',
    mandate: {
      text: 'Charge when it ships',
      version: '1',
      maximum: { amount: 13_800, currency: 'USD' },
      acceptedAt: dayZero,
    },
    upfront: null,
  },
  bodyHash: 'body',
};

/** Leaves the database as it was when it was new. */
export const empty = async ({ sql }: Db): Promise<void> => {
  await sql`truncate orders, lines, leases, lease_units, stock, receipts, walks, news, promises,
    shipments, cancellations, customer_words, timeline, attention, views, adjustments, counts,
    evidence, imports, import_rows, updates, update_posts,
    shops, shop_deliveries, shop_orders, shop_levels, shop_acts,
    webhook_endpoints, webhook_deliveries, told_availability, touched_skus,
    availability_watch, operators, operator_sessions, audit, give_ups, give_up_orders`;
};

/** `LAMP:2` is a line of two lamps at `main`; `LAMP@north:2` lie elsewhere. */
export const newOrder = (
  orderId: string,
  wanted: string[],
  changes: Partial<NewOrder> = {},
): NewOrder => ({ ...defaults, orderId, lines: wanted.map(lineOf), ...changes });

const lineOf = (text: string, index: number): NewLine => {
  const { sku, location, quantity } = parse(text);
  const unitPrice = 12_900;
  return {
    lineId: `${index + 1}`,
    sku,
    title: null,
    location,
    quantity,
    unitPrice,
    total: unitPrice * quantity,
  };
};

const parse = (text: string): { sku: string; location: string; quantity: number } => {
  const [shelf = '', quantity] = text.split(':');
  const [sku = '', location = 'main'] = shelf.split('@');
  return { sku, location, quantity: Number(quantity) };
};

/** Places orders a minute apart, in this order, each with the lines given. */
export const place = async (
  db: Db,
  orders: Record<string, string[]>,
  changes: Partial<NewOrder> = {},
): Promise<void> => {
  for (const [index, [orderId, wanted]] of Object.entries(orders).entries()) {
    const placedAt = addMs(dayZero, index * 60_000);
    const placed = await placeOrder(db, newOrder(orderId, wanted, { placedAt, ...changes }));
    if (placed.outcome === 'placed') await runWalks(db, placed.walkIds);
  }
};

/** Gives out what an act set free, as whoever asked for it does. */
export const runWalks = async (db: Db, walkIds: readonly number[]): Promise<void> => {
  for (const walkId of walkIds) await runWalk(db, walkId);
};

/** What lies on each shelf of an SKU, and how many units wait there, by location. */
export const listStock = ({ sql }: Db, sku: string) => sql`
  select sku, location, on_hand, allocated,
    (select coalesce(sum(l.waiting), 0)::bigint from lines l
     where l.sku = s.sku and l.location = s.location) as waiting
  from stock s where sku = ${sku} order by location`;

/** Receives `LAMP:5` under its own id, gives it out, and reports what became of it. */
export const receive = async (db: Db, text: string): Promise<WalkReport> => {
  const restockId = randomUUID();
  const received = await receiveStock(db, receiptOf(restockId, text));
  if (received.outcome === 'conflict') throw new Error('a new id cannot conflict');
  await runWalk(db, received.walkId);
  const report = await findWalkOfReceipt(db.sql, restockId);
  if (!report) throw new Error('a receipt has a walk');
  return report;
};

export const receiptOf = (restockId: string, text: string) => ({
  restockId,
  ...parse(text),
  supplyId: null,
  receivedAt: day(1),
  bodyHash: text,
});

/** `A 1×2 leased` for each lease, `A waiting 1×1` for what waits still, in line order. */
export const story = async (db: Db, ...orderIds: string[]): Promise<string[]> => {
  const told: string[] = [];
  for (const orderId of orderIds) {
    const { lines, leases } = await readSnapshot(db.sql, orderId);
    for (const { state, units } of leases) {
      const parts = units.map((part) => `${part.lineId}×${part.quantity}`);
      told.push(`${orderId} ${state} ${parts.join(' ')}`);
    }
    for (const line of lines) {
      for (const state of ['waiting', 'shipped', 'cancelled'] as const) {
        if (line[state] > 0) told.push(`${orderId} ${state} ${line.lineId}×${line[state]}`);
      }
    }
  }
  return told;
};

/** The only lease of the order. */
export const leaseOf = async (db: Db, orderId: string): Promise<string> => {
  const { leases } = await readSnapshot(db.sql, orderId);
  if (leases.length !== 1 || !leases[0]) throw new Error(`${orderId} has ${leases.length} leases`);
  return leases[0].leaseId;
};
