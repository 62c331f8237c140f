import type Stripe from 'stripe';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { errorOf, type Served, serveStripe } from '../serve.ts';

let served: Served;
let stripe: Stripe;

beforeAll(async () => {
  served = await serveStripe();
  stripe = served.stripe;
});
afterAll(() => served.close());

const pay = (payment_method: string, capture_method: 'automatic' | 'manual' = 'automatic') =>
  stripe.paymentIntents.create({
    amount: 1000,
    currency: 'eur',
    payment_method,
    confirm: true,
    capture_method,
  });
const disputesOf = async (payment_intent: string) =>
  (await stripe.disputes.list({ payment_intent })).data;
const eventTypes = async () =>
  (await stripe.events.list({ limit: 5 })).data.map(({ type }) => type);

describe('a disputed charge', () => {
  test.each([
    ['pm_card_createDispute', 'fraudulent', 'needs_response', 1],
    ['pm_card_createDisputeProductNotReceived', 'product_not_received', 'needs_response', 1],
    ['pm_card_createDisputeInquiry', 'fraudulent', 'warning_needs_response', 1],
    ['pm_card_createMultipleDisputes', 'fraudulent', 'needs_response', 2],
  ])('of %s is disputed as %s once its money is taken', async (card, reason, status, count) => {
    const { id, latest_charge } = await pay(card, 'manual');
    expect(await disputesOf(id)).toEqual([]);
    await stripe.paymentIntents.capture(id, { amount_to_capture: 700 });
    const disputes = await disputesOf(id);
    expect(disputes).toHaveLength(count);
    expect(disputes[0]).toMatchObject({ reason, status, amount: 700, charge: latest_charge });
    expect((await stripe.charges.retrieve(String(latest_charge))).disputed).toBe(true);
    expect(await eventTypes()).toContain('charge.dispute.created');
  });

  test('gives nothing back besides, while an inquiry may be settled so', async () => {
    const { id } = await pay('pm_card_createDispute');
    expect(await errorOf(stripe.refunds.create({ payment_intent: id }))).toMatchObject({
      code: 'charge_disputed',
    });
    const asked = await pay('pm_card_createDisputeInquiry');
    expect(await stripe.refunds.create({ payment_intent: asked.id })).toMatchObject({
      status: 'succeeded',
    });
  });

  test('gives money back again once it is won, and not once it is lost', async () => {
    const [won, lost] = [await pay('pm_card_visa'), await pay('pm_card_visa')];
    for (const { id } of [won, lost]) {
      await served.act({ act: 'dispute', paymentIntent: id });
      await served.act({ act: 'close-dispute', paymentIntent: id, won: id === won.id });
    }
    expect(await stripe.refunds.create({ payment_intent: won.id })).toMatchObject({
      status: 'succeeded',
    });
    expect(await errorOf(stripe.refunds.create({ payment_intent: lost.id }))).toMatchObject({
      code: 'charge_disputed',
    });
  });

  test('is lost by closing it, once', async () => {
    const { id } = await pay('pm_card_createDispute');
    const [dispute] = await disputesOf(id);
    const closed = await stripe.disputes.close(dispute?.id ?? '');
    expect(closed.status).toBe('lost');
    expect(await eventTypes()).toContain('charge.dispute.closed');
    expect(await errorOf(stripe.disputes.close(closed.id))).toMatchObject({ statusCode: 400 });
    expect((await stripe.disputes.retrieve(closed.id)).status).toBe('lost');
  });

  test('is won with winning evidence', async () => {
    const { latest_charge } = await pay('pm_card_createDispute');
    const { data } = await stripe.disputes.list({ charge: String(latest_charge) });
    const won = await stripe.disputes.update(data[0]?.id ?? '', {
      evidence: { uncategorized_text: 'winning_evidence' },
    });
    expect(won).toMatchObject({ status: 'won', evidence_details: { submission_count: 1 } });
  });

  test('is begun and ended from outside', async () => {
    const { id } = await pay('pm_card_visa');
    const opened = await served.act({ act: 'dispute', paymentIntent: id, reason: 'duplicate' });
    expect(opened.status).toBe(200);
    expect(await disputesOf(id)).toMatchObject([{ reason: 'duplicate' }]);
    await served.act({ act: 'close-dispute', paymentIntent: id, won: true });
    expect(await disputesOf(id)).toMatchObject([{ status: 'won' }]);
    const again = await served.act({ act: 'close-dispute', paymentIntent: id, won: true });
    expect(again.status).toBe(400);
  });

  test('needs money that was taken', async () => {
    const { id } = await pay('pm_card_visa', 'manual');
    expect((await served.act({ act: 'dispute', paymentIntent: id })).status).toBe(400);
    expect((await served.act({ act: 'dispute', paymentIntent: 'pi_none' })).status).toBe(404);
    expect((await served.act({ act: 'forgive', paymentIntent: id })).status).toBe(422);
  });
});

describe('an early fraud warning', () => {
  test('comes with the capture, and asks for nothing once the money is given back', async () => {
    const { id } = await pay('pm_card_createIssuerFraudRecord');
    const warned = async () =>
      (await stripe.radar.earlyFraudWarnings.list({ payment_intent: id })).data;
    expect(await warned()).toMatchObject([{ actionable: true, payment_intent: id }]);
    expect(await eventTypes()).toContain('radar.early_fraud_warning.created');
    await stripe.refunds.create({ payment_intent: id });
    const [warning] = await warned();
    expect(warning?.actionable).toBe(false);
    expect(await stripe.radar.earlyFraudWarnings.retrieve(warning?.id ?? '')).toEqual(warning);
  });

  test('comes from outside', async () => {
    const { id } = await pay('pm_card_visa');
    await served.act({ act: 'fraud-warning', paymentIntent: id });
    const { data } = await stripe.radar.earlyFraudWarnings.list({ payment_intent: id });
    expect(data).toHaveLength(1);
  });
});
