import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { attentionOf, mailbox, moneyAt, untilMail } from '../../support/lives/aftermath.ts';
import { read, readyToShip, ship, until, untilEnded } from '../../support/lives/story.ts';
import { giveCard, intentsOf, pageText } from '../../support/page/cardholder.ts';
import { type System, startSystem } from '../../support/system/system.ts';

let system: System;
beforeAll(async () => {
  system = await startSystem();
});
afterAll(() => system.stop());

/** The lamp leaves, its hold is gone unheard of, and the card that is to pay says no. */
const leavesUnpaid = async (orderId: string): Promise<void> => {
  await readyToShip(system, { orderId });
  await untilMail(system, orderId, 'ready-to-ship');
  await giveCard(system, orderId, 'pm_card_chargeDeclinedLostCard');
  const [intent] = await intentsOf(system, orderId);
  await system.act({ act: 'expire-hold', paymentIntent: intent?.id });
  expect((await ship(system, orderId)).status).toBe(201);
  await untilMail(system, orderId, 'payment-problem');
};

const untilShipped = ['confirmation', 'ready-to-ship', 'shipped'];

describe.concurrent('goods that left without their money', () => {
  it('are told as such, and once more when another card has paid', async () => {
    const orderId = 'debt';
    await leavesUnpaid(orderId);
    const asked = await untilMail(system, orderId, 'payment-problem');
    expect(asked).toContain('Amount to pay: $138.00');
    expect(asked).toContain('they are on their way, or already with you');
    expect(asked).not.toMatch(/set aside|keep|kept|cancel|in line/i);
    expect(await untilMail(system, orderId, 'shipped')).not.toContain('Charged');
    expect(await pageText(system, orderId)).toContain('It is for items that have already shipped.');
    expect((await read(system, orderId)).payment.problem).toEqual({
      ...{ reason: 'declined', amount: { amount: 13_800, currency: 'USD' } },
      ...{ keptUntil: null, cancelledAt: null, retryAt: null },
    });
    expect((await giveCard(system, orderId)).status).toBe(200);
    await untilEnded(system, orderId);
    const paid = await untilMail(system, orderId, 'payment-recovered');
    expect(paid).toContain('Charged for shipped items: $138.00');
    expect(await mailbox(system, orderId)).toEqual([
      ...untilShipped,
      'payment-problem',
      'payment-recovered',
    ]);
    expect(await moneyAt(system, orderId)).toMatchObject({ held: 0, captured: 13_800 });
    expect(await attentionOf(system, orderId)).toEqual([]);
    expect(await pageText(system, orderId)).not.toContain('About your payment');
  });

  it('are told of no more once a person has given the money up', async () => {
    const orderId = 'waived';
    await leavesUnpaid(orderId);
    await until(system, orderId, async () => (await mailbox(system, orderId)).length === 4);
    const answer = { code: 'shipped_unpaid', note: 'paid in the shop' };
    const { status } = await system.call('POST', `/v1/backorders/${orderId}/resolve`, answer);
    expect(status).toBe(200);
    await untilEnded(system, orderId);
    expect(await mailbox(system, orderId)).toEqual([...untilShipped, 'payment-problem']);
    expect(await moneyAt(system, orderId)).toMatchObject({ held: 0, captured: 0 });
  });
});
