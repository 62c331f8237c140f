import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { attentionOf, mailbox, moneyAt, untilMail } from '../../support/lives/aftermath.ts';
import { cancel, read, until, untilEnded } from '../../support/lives/story.ts';
import { checkoutUpfront } from '../../support/lives/terms.ts';
import { intentsOf, pageText } from '../../support/page/cardholder.ts';
import { type System, startSystem } from '../../support/system/system.ts';

let system: System;
beforeAll(async () => {
  system = await startSystem({ webhooks: true });
});
afterAll(() => system.stop());

const prepay = async (orderId: string): Promise<void> => {
  await checkoutUpfront(system, { orderId, terms: 'prepaid', upfront: 13_800 });
  await untilMail(system, orderId, 'confirmation');
  // The payment was looked at before anything happens to it.
  await until(system, orderId, ({ payment }) => payment.captured.amount === 13_800);
};

const untilAttention = (orderId: string, code: string) =>
  until(system, orderId, ({ attention }) =>
    attention.some((item: { code: string }) => item.code === code),
  );

const act = async (orderId: string, what: { act: string; won?: boolean }): Promise<void> => {
  const [intent] = await intentsOf(system, orderId);
  await system.act({ ...what, paymentIntent: intent?.id });
};

const resolve = (orderId: string, code: string) =>
  system.call('POST', `/v1/backorders/${orderId}/resolve`, { code, note: 'looked at' });

/** The bank takes the money while the order is cancelled, so that no refund is taken. */
const disputed = async (orderId: string): Promise<void> => {
  await prepay(orderId);
  await act(orderId, { act: 'dispute' });
  await untilAttention(orderId, 'disputed');
  expect((await cancel(system, orderId)).status).toBe(200);
  await untilAttention(orderId, 'refund_failed');
  expect(await untilMail(system, orderId, 'cancelled')).toContain('We are refunding $138.00');
};

describe.concurrent('a charge that its bank took back', () => {
  it('is settled with the dispute that was lost: nothing is owed any more', async () => {
    const orderId = 'lost';
    await disputed(orderId);
    await act(orderId, { act: 'close-dispute', won: false });
    await untilEnded(system, orderId);
    expect(await attentionOf(system, orderId)).not.toContain('refund_failed');
    expect(await read(system, orderId)).toMatchObject({
      payment: { state: 'refunded', refunded: { amount: 13_800 } },
    });
    expect(await pageText(system, orderId)).toContain('Your bank has credited you $138.00.');
    expect(await pageText(system, orderId)).not.toContain('We are refunding');
    expect(await mailbox(system, orderId)).toEqual(['confirmation', 'cancelled', 'refunded']);
    expect(await untilMail(system, orderId, 'refunded')).toContain(
      'so we will not send a separate refund',
    );
    expect(await moneyAt(system, orderId)).toMatchObject({ refunded: 0 });
  });

  it('is told as what it was when the order is cancelled afterwards', async () => {
    const orderId = 'lost-before';
    await prepay(orderId);
    await act(orderId, { act: 'dispute' });
    await act(orderId, { act: 'close-dispute', won: false });
    await untilAttention(orderId, 'refunded_elsewhere');
    expect((await cancel(system, orderId)).status).toBe(200);
    await untilEnded(system, orderId);
    expect(await untilMail(system, orderId, 'cancelled')).toContain(
      'Your bank has credited you $138.00 for this order',
    );
  });

  it('is refunded after all once the dispute was won and a person has looked', async () => {
    const orderId = 'won';
    await disputed(orderId);
    await act(orderId, { act: 'close-dispute', won: true });
    expect((await resolve(orderId, 'refund_failed')).status).toBe(200);
    await untilEnded(system, orderId);
    expect(await untilMail(system, orderId, 'refunded')).toContain('$138.00');
    expect(await moneyAt(system, orderId)).toMatchObject({ refunded: 13_800 });
  });
});

describe('a refund that its bank sends here again after the end', () => {
  const orderId = 'after-the-end';

  it('is no longer said to have gone back, and a person has the same days for it', async () => {
    await prepay(orderId);
    await cancel(system, orderId);
    await untilEnded(system, orderId);
    const { now } = await read(system, orderId);
    const [intent] = await intentsOf(system, orderId);
    const refunds = await system.stripe.refunds.list({ payment_intent: intent?.id ?? '' });
    await system.act({ act: 'fail-refund', refund: refunds.data[0]?.id });
    const { attention, payment } = await untilAttention(orderId, 'refund_failed');
    expect(attention).toMatchObject([{ code: 'refund_failed', dueAt: expect.any(String) }]);
    const days = (Date.parse(attention[0].dueAt) - Date.parse(now)) / 86_400_000;
    expect(days).toBeGreaterThan(8.9);
    expect(days).toBeLessThan(14.1);
    expect(payment).toMatchObject({ state: 'captured', refunded: { amount: 0 } });
    expect(await pageText(system, orderId)).toContain('We are refunding $138.00');
  });

  it('is sent by that person, and resolving says no more than that it was seen to', async () => {
    const [intent] = await intentsOf(system, orderId);
    await system.stripe.refunds.create({ payment_intent: intent?.id ?? '' });
    expect((await resolve(orderId, 'refund_failed')).status).toBe(200);
    expect(await attentionOf(system, orderId)).toEqual([]);
    expect(await pageText(system, orderId)).not.toContain('We are refunding');
  });
});
