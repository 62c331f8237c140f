import { describe, expect, it } from 'vitest';
import { openAttempt, settleAttempt } from '../../../db/payment/attempts.ts';
import { newOrder } from '../../db/cast.ts';
import {
  db,
  found,
  intentOf,
  openBooks,
  place,
  prepay,
  run,
  served,
  shipLamp,
  show,
  total,
} from './reconciled.ts';

openBooks();

describe('the money in a comparison of the books', () => {
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

  it('finds nothing where the shop holds the money', async () => {
    const { payment } = newOrder('H', []);
    const upfront = { amount: total, reference: 'till 7' };
    await place('H', { payment: { ...payment, terms: 'prepaid', customerId: null, upfront } });
    await shipLamp('H');
    await show('H', { captured: total }, true);
    await run();
    expect(await found()).not.toContain('H captured_differs');
    expect((await found()).filter((each) => each.startsWith('H '))).toEqual([]);
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
    await settleAttempt(db, attempt, {
      outcome: 'PaymentRefunded',
      answer: { refundedByUs: total },
    });
    const books = { waived: 0, foreign: 20_000 - total };
    await show('R', { captured: total, givenBack: total, books }, true);
    await run();
    expect(await found()).toEqual([]);
  });

  it('knows what the backorder no longer asks for', async () => {
    const paid = await intentOf({}, { capture_method: 'automatic' });
    await prepay('S', { amount: total, intentId: paid.id });
    await served.stripe.refunds.create({ payment_intent: paid.id, amount: 500 });
    await shipLamp('S');
    const books = { waived: 500, foreign: 0 };
    await show('S', { captured: total, givenBack: 500, books }, true);
    await run();
    expect(await found()).toEqual([]);
  });

  it('finds money in another currency that a cancelled order was to be paid with', async () => {
    const paid = await intentOf({}, { capture_method: 'automatic', currency: 'eur' });
    await prepay('T', { amount: total, intentId: paid.id });
    const books = { waived: 0, foreign: total };
    await show('T', { captured: 0, givenBack: 0, books }, true);
    await run();
    expect(await found()).toEqual(['T unpaid_upfront']);
  });
});
