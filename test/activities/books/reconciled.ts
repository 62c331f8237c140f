import { randomUUID } from 'node:crypto';
import { MockActivityEnvironment } from '@temporalio/testing';
import { DefaultLogger } from '@temporalio/worker';
import { pino } from 'pino';
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest';
import { reconcile } from '../../../activities/books/reconcile.ts';
import type { PaymentProvider } from '../../../activities/payment/provider.ts';
import { createStripePayments } from '../../../activities/payment/stripe/provider.ts';
import { placeOrder } from '../../../db/backorder/place.ts';
import { writeView } from '../../../db/backorder/views.ts';
import { findRun, listDifferences } from '../../../db/books/runs.ts';
import type { Db } from '../../../db/client.ts';
import { noteIntent, openAttempt, settleAttempt } from '../../../db/payment/attempts.ts';
import { addMs, hourMs } from '../../../workflows/domain/time.ts';
import type { View } from '../../../workflows/domain/view.ts';
import type { Reconcile } from '../../../workflows/messages.ts';
import { empty, newOrder } from '../../db/cast.ts';
import { freshDatabase } from '../../db/fresh.ts';
import { createBuyer, type Served, serveStripe } from '../../dev/stripe/serve.ts';
import { freeLaw } from '../../support/cast.ts';

export let db: Db;
export let served: Served;
export let payments: PaymentProvider;
let buyer: { customer: string; payment_method: string };

/** Opens books that are empty before each test of the file. */
export const openBooks = (): void => {
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
};

/** An hour from now nothing moves any more. */
export const later = () => addMs(new Date().toISOString(), hourMs);
export const logger = pino({ level: 'silent' });

export const run = (now = later): ReturnType<Reconcile> =>
  asActivity(reconcile({ db, payments, logger }, now), { runId: randomUUID() });

export const asActivity = (work: Reconcile, call: { runId: string }): ReturnType<Reconcile> =>
  new MockActivityEnvironment({}, { logger: new DefaultLogger('ERROR') }).run(work, call);

/** What the latest run has found, as `A captured_differs`. */
export const found = async (): Promise<string[]> => {
  const latest = await findRun(db.sql);
  if (!latest) throw new Error('no run is finished');
  const rows = await listDifferences(db.sql, { runId: latest.runId, after: null, limit: 1_000 });
  return rows.map(({ orderId, kind }) => `${orderId} ${kind}`);
};

export const raised = async (): Promise<string[]> => {
  const rows = await db.sql<{ orderId: string }[]>`
    select order_id from attention where code = 'money_differs' and resolved_at is null
    order by order_id`;
  return rows.map(({ orderId }) => orderId);
};

/** One lamp at 129 dollars and 9 for shipping. */
export const total = 13_800;

export const place = (orderId: string, changes = {}) =>
  placeOrder(db, newOrder(orderId, ['LAMP:1'], changes));

export const intentOf = (metadata: Record<string, string>, changes = {}) =>
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
export const hold = async (orderId: string, { isNoted = true } = {}) => {
  const request = { amount: total, currency: 'USD' };
  const attempt = await openAttempt(db, { orderId, intent: 'i1', step: 'authorize', request });
  const { id } = await intentOf({ order: orderId, attempt: attempt.attemptId });
  if (!isNoted) return id;
  await noteIntent(db.sql, { attemptId: attempt.attemptId, providerIntentId: id });
  await settleAttempt(db, attempt, { outcome: 'AuthorizationApproved', answer: { held: true } });
  return id;
};

export const show = (orderId: string, payment: Partial<View['payment']>, isEnded = false) =>
  writeView(db, {
    orderId,
    revision: ++revision,
    view: {
      ...{ phase: isEnded ? 'shipped' : 'ready_to_ship', promise: null },
      ...{ law: freeLaw, next: null, nextWakeAt: null, attention: [], isSuspended: false },
      payment: {
        ...{ state: 'authorized', authorized: 0, captured: 0, givenBack: 0, holdUntil: null },
        ...{ chargedBack: 0, problem: null, expiringOn: null, isUnmatched: false },
        books: { waived: 0, foreign: 0 },
        ...payment,
      },
      outcome: isEnded ? 'shipped' : null,
    },
    entries: [],
    skippedMs: 0,
  });
let revision = 0;

/** The storefront took all of it before the order came. */
export const prepay = (orderId: string, upfront: { amount: number; intentId: string }) => {
  const { payment } = newOrder(orderId, []);
  return place(orderId, { payment: { ...payment, terms: 'prepaid', upfront } });
};

/** The carrier has the lamp. */
export const shipLamp = (orderId: string) => db.sql`
  update lines set waiting = 0, shipped = 1 where order_id = ${orderId}`;
