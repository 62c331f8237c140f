import { randomUUID } from 'node:crypto';
import { MockActivityEnvironment } from '@temporalio/testing';
import { DefaultLogger } from '@temporalio/worker';
import { pino } from 'pino';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createStripePayments } from '../../activities/payment.stripe.ts';
import type { PaymentProvider } from '../../activities/payment.ts';
import { reconcile } from '../../activities/reconcile.ts';
import { noteIntent, openAttempt, settleAttempt } from '../../db/attempts.ts';
import type { Db } from '../../db/client.ts';
import { placeOrder } from '../../db/orders.ts';
import { writeProjection } from '../../db/projections.ts';
import { findRun, listDifferences } from '../../db/reconciliation-runs.ts';
import { addMs, hourMs } from '../../workflows/domain/time.ts';
import type { View } from '../../workflows/domain/view.ts';
import type { Reconcile } from '../../workflows/messages.ts';
import { empty, newOrder } from '../db/cast.ts';
import { freshDatabase } from '../db/fresh.ts';
import { createBuyer, type Served, serveStripe } from '../dev/stripe/serve.ts';

let db: Db;
let served: Served;
let payments: PaymentProvider;
let buyer: { customer: string; payment_method: string };
beforeAll(async () => {
  [db, served] = await Promise.all([freshDatabase(), serveStripe()]);
  payments = createStripePayments({ secretKey: 'sk_test_1', apiBase: served.base });
  buyer = await createBuyer(served.stripe);
});
beforeEach(async () => {
  await empty(db);
  await db.sql`truncate payment_attempts, reconciliations, reconciliation_differences`;
});
afterEach(() => served.faults.clear());
afterAll(async () => {
  await Promise.all([served?.close(), db?.close()]);
});

/** An hour from now nothing moves any more. */
const later = () => addMs(new Date().toISOString(), hourMs);
const logger = pino({ level: 'silent' });

const run = (now = later): ReturnType<Reconcile> =>
  asActivity(reconcile({ db, payments, logger }, now), { runId: randomUUID() });

const asActivity = (work: Reconcile, call: { runId: string }): ReturnType<Reconcile> =>
  new MockActivityEnvironment({}, { logger: new DefaultLogger('ERROR') }).run(work, call);

/** What the latest run has found, as `A captured_differs`. */
const found = async (): Promise<string[]> => {
  const latest = await findRun(db);
  if (!latest) throw new Error('no run is finished');
  const rows = await listDifferences(db, { runId: latest.runId, after: null, limit: 1_000 });
  return rows.map(({ orderId, kind }) => `${orderId} ${kind}`);
};

const raised = async (): Promise<string[]> => {
  const rows = await db.sql<{ orderId: string }[]>`
    select order_id from attention where code = 'money_differs' and resolved_at is null
    order by order_id`;
  return rows.map(({ orderId }) => orderId);
};

/** One lamp at 129 dollars and 9 for shipping. */
const total = 13_800;

const place = (orderId: string, changes = {}) =>
  placeOrder(db, newOrder(orderId, ['LAMP:1'], changes));

const intentOf = (metadata: Record<string, string>, changes = {}) =>
  served.stripe.paymentIntents.create({
    ...buyer,
    amount: total,
    currency: 'usd',
    allowed_payment_method_types: ['card'],
    capture_method: 'manual',
    confirm: true,
    off_session: true,
    metadata,
    ...changes,
  });

/** The order's payment is held, by an attempt that knows it. */
const hold = async (orderId: string, { isNoted = true } = {}) => {
  const request = { amount: total, currency: 'USD' };
  const attempt = await openAttempt(db, { orderId, intent: 'i1', step: 'authorize', request });
  const { id } = await intentOf({ order: orderId, attempt: attempt.attemptId });
  if (!isNoted) return id;
  await noteIntent(db, { attemptId: attempt.attemptId, providerIntentId: id });
  await settleAttempt(db, attempt, { outcome: 'AuthorizationApproved', answer: { held: true } });
  return id;
};

const show = (orderId: string, payment: Partial<View['payment']>, isEnded = false) =>
  writeProjection(db, {
    orderId,
    revision: ++revision,
    view: {
      ...{ phase: isEnded ? 'shipped' : 'ready_to_ship', promiseId: null, promisedOn: null },
      ...{ next: null, nextWakeAt: null, attention: [], hold: false },
      payment: {
        ...{ state: 'authorized', authorized: 0, captured: 0, refunded: 0, holdUntil: null },
        ...{ problem: null, expiringOn: null },
        ...payment,
      },
      outcome: isEnded ? 'shipped' : null,
    },
    entries: [],
    aheadMs: 0,
  });
let revision = 0;

/** The storefront took all of it before the order came. */
const prepay = (orderId: string, upfront: { amount: number; intentId: string }) => {
  const { payment } = newOrder(orderId, []);
  return place(orderId, { payment: { ...payment, terms: 'prepaid', upfront } });
};

/** The carrier has the lamp. */
const shipLamp = (orderId: string) => db.sql`
  update lines set waiting = 0, shipped = 1 where order_id = ${orderId}`;

describe('a comparison of the books', () => {
  it('finds nothing where all is well, and says what it has read', async () => {
    await place('A');
    await place('B');
    const intent = await hold('B');
    await served.stripe.paymentIntents.capture(intent);
    await shipLamp('B');
    await show('B', { captured: total }, true);
    expect(await run()).toEqual({ intents: 1, orders: 2, differences: 0 });
    expect(await findRun(db)).toMatchObject({ intents: 1, orders: 2 });
    expect(await found()).toEqual([]);
    expect(await raised()).toEqual([]);
  });

  it('finds money that was captured by hand, and asks a person until it agrees again', async () => {
    await place('C');
    const intent = await hold('C');
    await show('C', {});
    await served.stripe.paymentIntents.capture(intent);
    await run();
    expect(await found()).toEqual(['C captured_differs']);
    expect(await raised()).toEqual(['C']);
    await show('C', { captured: total });
    await run();
    expect(await found()).toEqual([]);
    expect(await raised()).toEqual([]);
  });

  it('asks a person once about the same difference, and again about a new one', async () => {
    await place('D');
    const intent = await hold('D');
    await show('D', {});
    await served.stripe.paymentIntents.capture(intent);
    await run();
    await db.sql`update attention set resolved_at = now()`;
    await run();
    expect(await found()).toEqual(['D captured_differs']);
    expect(await raised()).toEqual([]);
    await served.stripe.refunds.create({ payment_intent: intent, amount: 100 });
    await run();
    expect(await found()).toEqual(['D captured_differs', 'D refunded_differs']);
    expect(await raised()).toEqual(['D']);
    await db.sql`update attention set resolved_at = now()`;
    await served.stripe.refunds.create({ payment_intent: intent, amount: 100 });
    await run();
    expect(await raised()).toEqual(['D']);
  });

  it('leaves an order alone that moves, and what was raised on it as it was', async () => {
    await place('E');
    const intent = await hold('E');
    await show('E', {});
    await served.stripe.paymentIntents.capture(intent);
    await run(() => new Date().toISOString());
    expect(await found()).toEqual([]);
    await run();
    await show('E', { captured: total });
    await run(() => new Date().toISOString());
    expect(await raised()).toEqual(['E']);
  });

  it('finds an intent that names an order and that no attempt knows', async () => {
    await place('F');
    await intentOf({ order: 'F', attempt: randomUUID() });
    await intentOf({ order: 'F', attempt: 'no uuid' });
    await intentOf({ order: 'of another system' });
    await intentOf({});
    expect(await run()).toMatchObject({ intents: 2 });
    expect(await found()).toEqual(['F unknown_intent', 'F unknown_intent']);
  });

  it('knows an intent by its attempt before the attempt knows it', async () => {
    await place('G');
    await hold('G', { isNoted: false });
    await run();
    expect(await found()).toEqual([]);
  });

  it('finds an intent that the provider has lost, and one that was never called void', async () => {
    for (const orderId of ['H', 'I']) await place(orderId);
    await hold('H');
    await db.sql`update payment_attempts set provider_intent_id = 'pi_lost'`;
    await hold('I');
    const request = { amount: total, currency: 'USD' };
    const attempt = await openAttempt(db, { orderId: 'I', intent: 'i1', step: 'void', request });
    await settleAttempt(db, attempt, { outcome: 'HoldVoided', answer: { voided: true } });
    await run();
    expect(await found()).toEqual(['H missing_at_provider', 'I hold_left_over']);
  });

  it('finds a call that nobody has answered for a day', async () => {
    await place('J');
    await hold('J', { isNoted: false });
    await db.sql`update payment_attempts set created_at = now() - interval '24 hours'`;
    await run();
    expect(await found()).toEqual(['J attempt_open']);
    await db.sql`update payment_attempts set client_secret = 'while the customer is asked'`;
    await run();
    expect(await found()).toEqual([]);
  });

  it('finds a deposit that was never captured, and counts one that was', async () => {
    const paid = await intentOf({}, { capture_method: 'automatic', amount: 3_800 });
    const unpaid = await intentOf({}, { amount: 3_800 });
    for (const [orderId, intentId] of [
      ['K', paid.id],
      ['L', unpaid.id],
    ] as const) {
      const { payment } = newOrder(orderId, []);
      const upfront = { amount: 3_800, intentId };
      await place(orderId, { payment: { ...payment, terms: 'deposit', upfront } });
    }
    await show('K', { captured: 3_800 });
    await show('L', {});
    await run();
    expect(await found()).toEqual(['L unpaid_upfront']);
  });

  it('finds goods that left without their money', async () => {
    await place('M');
    await shipLamp('M');
    await show('M', {}, true);
    await run();
    expect(await found()).toEqual(['M value_differs']);
  });

  it('counts of a payment at checkout what was this order’s, and our refunds as its own', async () => {
    const paid = await intentOf({}, { capture_method: 'automatic', amount: 20_000 });
    await prepay('R', { amount: total, intentId: paid.id });
    const request = { amount: total, currency: 'USD', upTo: total };
    const attempt = await openAttempt(db, {
      ...{ orderId: 'R', intent: 'upfront', step: 'refund' as const },
      request,
    });
    await served.stripe.refunds.create({ payment_intent: paid.id, amount: total });
    await settleAttempt(db, attempt, { outcome: 'PaymentRefunded', answer: { refunded: total } });
    const books = { forgiven: 0, apart: 20_000 - total };
    await show('R', { captured: total, refunded: total, books }, true);
    await run();
    expect(await found()).toEqual([]);
  });

  it('knows what the backorder no longer asks for', async () => {
    const paid = await intentOf({}, { capture_method: 'automatic' });
    await prepay('S', { amount: total, intentId: paid.id });
    await served.stripe.refunds.create({ payment_intent: paid.id, amount: 500 });
    await shipLamp('S');
    const books = { forgiven: 500, apart: 0 };
    await show('S', { captured: total, refunded: 500, books }, true);
    await run();
    expect(await found()).toEqual([]);
  });

  it('finds money in another currency that a cancelled order was to be paid with', async () => {
    const paid = await intentOf({}, { capture_method: 'automatic', currency: 'eur' });
    await prepay('T', { amount: total, intentId: paid.id });
    const books = { forgiven: 0, apart: total };
    await show('T', { captured: 0, refunded: 0, books }, true);
    await run();
    expect(await found()).toEqual(['T unpaid_upfront']);
  });

  it('reads back to the oldest money of an open order', async () => {
    const upfront = { amount: total, intentId: 'pi_old' };
    const { payment } = newOrder('N', []);
    const placedAt = addMs(new Date().toISOString(), -100 * 24 * hourMs);
    await place('N', { placedAt, payment: { ...payment, terms: 'prepaid', upfront } });
    const at = later();
    await run(() => at);
    expect(await findRun(db)).toMatchObject({ since: addMs(placedAt, -24 * hourMs) });
  });

  it('goes through every page, and waits for a provider that is busy', async () => {
    const orders = Array.from({ length: 130 }, (_, index) => `P-${String(index).padStart(3, '0')}`);
    for (const orderId of orders) {
      await place(orderId);
      await intentOf({ order: orderId });
    }
    await served.plan({ match: 'GET /v1/payment_intents', times: 1, fault: 'status:429' });
    expect(await run()).toEqual({ intents: 130, orders: 130, differences: 130 });
    expect((await found()).sort()).toEqual(orders.map((orderId) => `${orderId} unknown_intent`));
  });

  it('shows nothing of a run that failed, and begins the same run anew', async () => {
    await place('Q');
    await intentOf({ order: 'Q' });
    const runId = randomUUID();
    const work = reconcile(
      {
        db,
        payments: { listIntents: async () => ({ outcome: 'refused', code: 'unauthorized' }) },
        logger,
      },
      later,
    );
    const failed = asActivity(work, { runId });
    await expect(failed).rejects.toMatchObject({ type: 'unauthorized' });
    expect(await findRun(db)).toBeUndefined();
    const again = reconcile({ db, payments, logger }, later);
    await asActivity(again, { runId });
    await asActivity(again, { runId });
    expect(await found()).toEqual(['Q unknown_intent']);
    const left = await db.sql`select from reconciliation_differences where kind = 'read'`;
    expect(left).toHaveLength(0);
  });
});
