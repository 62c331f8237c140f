import { randomUUID } from 'node:crypto';
import { parseConfig } from '../../../api/config.ts';
import { findBackorder } from '../../../db/backorder/read.ts';
import { writeView } from '../../../db/backorder/views.ts';
import type { Db } from '../../../db/client.ts';
import { addressKeyOf } from '../../../db/mail/address-key.ts';
import { decideMessage, storeMail } from '../../../db/mail/decisions.ts';
import { pageTokenPlaceholder, unsubscribePlaceholder } from '../../../db/page/page-link.ts';
import { signerOf, signPageToken } from '../../../db/page/page-token.ts';
import { acceptPromises, recordPromise } from '../../../db/promise/promises.ts';
import { applyCancellation } from '../../../db/stock/cancel.ts';
import { makeFirm } from '../../../db/stock/lease/lease.ts';
import { readSnapshot } from '../../../db/stock/ledger/snapshot.ts';
import { applyShipment } from '../../../db/stock/ship.ts';
import { decideShipment, reportShipment } from '../../../db/stock/shipment-reports.ts';
import { putProduct } from '../../../db/storefront/products.ts';
import { brandOf } from '../../../emails/parts/brand.ts';
import type { OutgoingMail } from '../../../workflows/domain/backorder/mail.ts';
import type { MessageKind } from '../../../workflows/domain/backorder/message-kind.ts';
import { phaseOf } from '../../../workflows/domain/backorder/snapshot.ts';
import type { Problem } from '../../../workflows/domain/payment/dunning/trouble.ts';
import type { Instant } from '../../../workflows/domain/time.ts';
import type { View } from '../../../workflows/domain/view.ts';
import { leaseOf, place } from '../../db/cast.ts';
import { dayZero, freeLaw } from '../../support/cast.ts';

export const lantern = {
  ...brandOf({
    name: 'Lantern & Sons',
    url: 'https://shop.example.org',
    supportEmail: 'help@shop.example.org',
  }),
  isStaging: false,
};

export const nothingPaid: View['payment'] = {
  state: 'vaulted',
  authorized: 0,
  captured: 0,
  givenBack: 0,
  chargedBack: 0,
  holdUntil: null,
  problem: null,
  expiringOn: null,
  books: { waived: 0, foreign: 0 },
  isUnmatched: false,
};

export const declined: Problem = {
  reason: 'declined',
  amount: 26_700,
  intentId: 'i1',
  payBy: '2026-11-27T15:00:00.000Z',
  cancelsAt: '2026-12-11T15:00:00.000Z',
  retryAt: null,
};

/** A payment in trouble, as the workflow shows it. */
export const troubled = (problem: Partial<Problem> = {}): View['payment'] => ({
  ...nothingPaid,
  state: 'failed',
  problem: { ...declined, ...problem },
});

/** A payment that waits for its customer, and the secret with which it can be finished. */
export const askToConfirm = async (db: Db, orderId: string): Promise<void> => {
  await db.sql`
    insert into payment_attempts
      (attempt_id, order_id, intent, step, ordinal, key, request, client_secret)
    values (${randomUUID()}, ${orderId}, 'i1', 'authorize', 1, ${randomUUID()},
      ${JSON.stringify({ amount: 26_700, paymentMethodId: 'pm_1' })}::jsonb, 'pi_1_secret_1')`;
  await say(db, orderId, { payment: troubled({ reason: 'authentication' }) });
};

/** A setup that the customer asked for. */
export const offerCard = async (
  db: Db,
  offer: {
    orderId: string;
    offerId: string;
    clientSecret: string | null;
    endedAt?: string;
    refusal?: string;
  },
): Promise<void> => {
  const { orderId, offerId, clientSecret, endedAt = null, refusal = null } = offer;
  await db.sql`
    insert into card_offers
      (order_id, offer_id, key, setup_id, client_secret, ended_at, refusal)
    values (${orderId}, ${offerId}, ${randomUUID()}, ${clientSecret && `seti_${offerId}`},
      ${clientSecret}, ${endedAt}, ${refusal})`;
};

/** What is said later counts, also within a millisecond. */
let revision = 0;

/** What the order's workflow says of it now; the phase is the ledger's, unless given. */
export const say = async (db: Db, orderId: string, view: Partial<View> = {}): Promise<void> => {
  const stock = await readSnapshot(db.sql, orderId);
  await writeView(db, {
    orderId,
    revision: ++revision,
    entries: [],
    skippedMs: 0,
    view: {
      phase: phaseOf(stock),
      promise: { promiseId: 'checkout', on: '2027-01-15' },
      payment: nothingPaid,
      law: freeLaw,
      next: null,
      nextWakeAt: null,
      attention: [],
      isSuspended: false,
      outcome: null,
      ...view,
    },
  });
};

/** It is that instant in the order's own time. */
export const goTo = async (db: Db, orderId: string, now: Instant): Promise<void> => {
  const skippedMs = Date.parse(now) - Date.now();
  await db.sql`update orders set skipped_ms = ${skippedMs} where order_id = ${orderId}`;
};

/** What was paid with the order, as the shop says. */
export const payUpfront = async (
  db: Db,
  orderId: string,
  { terms, amount }: { terms: 'deposit' | 'prepaid'; amount: number },
): Promise<void> => {
  await db.sql`
    update orders set terms = ${terms}, paid_upfront = ${amount} where order_id = ${orderId}`;
};

/** So many units of the first line leave, of those that are set aside. */
export const ship = async (
  db: Db,
  orderId: string,
  quantity: number,
  by = { carrier: 'UPS', tracking: '1Z999' },
): Promise<void> => {
  await makeFirm(db, { orderId, leaseId: await leaseOf(db, orderId) });
  const shipment = { orderId, shipmentId: `s-${orderId}`, lines: [{ lineId: '1', quantity }] };
  const scannedAt = '2027-01-13T21:00:00.000Z';
  const carrier = { ...by, scannedAt, bodyHash: 'x' };
  await reportShipment(db.sql, { ...shipment, ...carrier });
  await applyShipment(db, { ...shipment, at: scannedAt });
  await decideShipment(db.sql, { ...shipment, status: 'accepted', code: null });
};

/** So many units of the first line are cancelled, or all that has not shipped. */
export const cancel = async (db: Db, orderId: string, quantity?: number): Promise<void> => {
  const lines = quantity === undefined ? null : [{ lineId: '1', quantity }];
  const cancellation = { orderId, cancelId: `c-${orderId}`, by: 'customer' as const, lines };
  await applyCancellation(db, { ...cancellation, at: dayZero });
};

export const nameProducts = async (db: Db, titles: Record<string, string>): Promise<void> => {
  for (const [sku, title] of Object.entries(titles)) {
    const nothing = { url: null, imageUrl: null, highlights: [], related: [] };
    const product = { sku, title, ...nothing, backorderLimit: null, handlingDays: 0 };
    await putProduct(db.sql, { product, bodyHash: title });
  }
};

type Mailed = {
  kind: MessageKind;
  subject: string;
  at: Instant;
  decision?: 'sent' | 'failed';
};

/** A mail went out, or did not; returns the id it is known by. */
export const mailTo = async (
  db: Db,
  orderId: string,
  { kind, subject, at, decision = 'sent' }: Mailed,
): Promise<string> => {
  const html = `<p>Hello Ada</p><a href="/b/${pageTokenPlaceholder}">Your order</a>`;
  const text = `Hello Ada, see /b/${pageTokenPlaceholder}, /u/${unsubscribePlaceholder}`;
  const to = 'ada@example.org';
  const mail = { from: 'shop@example.org', to, subject, html, text, headers: {}, tags: [] };
  const about = { orderId, key: `${kind}/${at}`, kind, class: 'service' as const, at, dueAt: at };
  const pageLink = { version: 1, signer: signerOf(parseConfig({}).linkSecrets) };
  const addressKey = addressKeyOf(mail.to);
  const whole = { about: { kind } as OutgoingMail, covers: [], addressKey };
  const message = await storeMail(db.sql, { ...about, ...whole, mail, pageLink });
  await decideMessage(db, { message, decision, reason: null, providerId: 'p_1', at });
  return message.id;
};

/** The backorder stands by another date, or by none. */
export const movePromise = async (
  db: Db,
  orderId: string,
  { on, reason, at }: { on: string | null; reason: string; at: Instant },
): Promise<void> => {
  const promiseId = `moved-${at}`;
  await recordPromise(db.sql, orderId, { promiseId, on, reason, basis: 'b', statedAt: at });
  await acceptPromises(db.sql, orderId, [{ promiseId, at }]);
  await say(db, orderId, { promise: { promiseId, on } });
};

/** Two lamps are waited for; returns where the customer finds the order. */
export const placeLamps = async (db: Db, orderId: string): Promise<string> => {
  await place(db, { [orderId]: ['LAMP:2'] });
  await say(db, orderId);
  return pathOf(db, orderId);
};

/** Where the customer finds the order. */
export const pathOf = async (db: Db, orderId: string): Promise<string> => {
  const row = await findBackorder(db.sql, orderId);
  if (!row) throw new Error(`no order ${orderId}`);
  const link = { orderId, version: row.linkVersion };
  return `/b/${signPageToken(parseConfig({}).linkSecrets, link)}`;
};

/** Where an order of ours is at a connected shop, and what it is called there. */
export const ofShop = (orderId: string, { number }: { number: string }) => ({
  ...{ orderId, shop: 'shop', platformId: '77', number, url: 'https://shop.test/orders/77' },
  seen: { standing: 'open' as const, lines: [], refunded: 0, refundNoted: 0, isMoreNoted: false },
  ...{ trouble: null, lookAt: null },
});
