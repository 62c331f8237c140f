import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { reconcile } from '../../../activities/books/reconcile.ts';
import { findRun } from '../../../db/books/runs.ts';
import { openAttempt, settleAttempt } from '../../../db/payment/attempts.ts';
import { addMs, hourMs } from '../../../workflows/domain/time.ts';
import { newOrder } from '../../db/cast.ts';
import {
  asActivity,
  db,
  found,
  hold,
  intentOf,
  later,
  logger,
  openBooks,
  payments,
  place,
  raised,
  run,
  served,
  shipLamp,
  show,
  total,
} from './reconciled.ts';

openBooks();

describe('a comparison of the books', () => {
  it('finds nothing where all is well, and says what it has read', async () => {
    await place('A');
    await place('B');
    const intent = await hold('B');
    await served.stripe.paymentIntents.capture(intent);
    await shipLamp('B');
    await show('B', { captured: total }, true);
    expect(await run()).toEqual({ intents: 1, orders: 2, differences: 0 });
    expect(await findRun(db.sql)).toMatchObject({ intents: 1, orders: 2 });
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

  it('reads back to the oldest money of an open order', async () => {
    const upfront = { amount: total, intentId: 'pi_old' };
    const { payment } = newOrder('N', []);
    const placedAt = addMs(new Date().toISOString(), -100 * 24 * hourMs);
    await place('N', { placedAt, payment: { ...payment, terms: 'prepaid', upfront } });
    const at = later();
    await run(() => at);
    expect(await findRun(db.sql)).toMatchObject({ since: addMs(placedAt, -24 * hourMs) });
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
    expect(await findRun(db.sql)).toBeUndefined();
    const again = reconcile({ db, payments, logger }, later);
    await asActivity(again, { runId });
    await asActivity(again, { runId });
    expect(await found()).toEqual(['Q unknown_intent']);
    const left = await db.sql`select from reconciliation_differences where kind = 'read'`;
    expect(left).toHaveLength(0);
  });
});
