import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  attentionOf,
  mailbox,
  moneyAt,
  shelfOf,
  untilMail,
} from '../../support/lives/aftermath.ts';
import {
  checkout,
  emailOf,
  forward,
  forwardMinutes,
  read,
  restock,
  ship,
  until,
  untilEnded,
  untilPhase,
} from '../../support/lives/story.ts';
import { giveCard, pageText } from '../../support/page/cardholder.ts';
import { failPayment } from '../../support/system/faults.ts';
import { type System, startSystem } from '../../support/system/system.ts';

let system: System;
beforeAll(async () => {
  system = await startSystem();
});
afterAll(() => system.stop());

const forwardHours = (orderId: string, hours: number) =>
  forwardMinutes(system, orderId, hours * 60);

/** Units have come, and the bank has said no to the card. */
const declined = async (orderId: string, card = 'pm_card_chargeCustomerFail', sku = orderId) => {
  await checkout(system, { orderId, card, sku });
  await restock(system, sku, 1, `r-${orderId}`);
  await untilMail(system, orderId, 'payment-problem');
  await until(system, orderId, ({ payment }) => payment.state === 'failed');
};

const intentsAt = async (orderId: string): Promise<number> =>
  (await moneyAt(system, orderId)).intents;

const untilIntents = (orderId: string, count: number) =>
  until(system, orderId, async () => (await intentsAt(orderId)) === count);

/** The texts of the mails about the payment, oldest first. */
const problems = async (orderId: string): Promise<string[]> =>
  (await system.inbox(emailOf(orderId)))
    .filter(({ tags }) => tags.some(({ value }) => value === 'payment-problem'))
    .map(({ text }) => text);

const untilProblems = (orderId: string, count: number) =>
  until(system, orderId, async () => (await problems(orderId)).length === count);

describe.concurrent('a card that its bank may approve later', () => {
  it('is asked again after 4, 24 and 44 hours, until it pays', async () => {
    const orderId = 'soft';
    await checkout(system, { orderId });
    // Each intent that was declined is closed besides, which uses up one more.
    await failPayment(system, orderId, 'decline:insufficient_funds', { times: 6 });
    await restock(system, orderId, 1);
    await untilMail(system, orderId, 'payment-problem');
    await untilIntents(orderId, 1);
    expect(await pageText(system, orderId)).toContain('We will try the same card again on');

    await forwardHours(orderId, 3.9);
    expect(await intentsAt(orderId)).toBe(1);
    await forwardHours(orderId, 0.2);
    await untilIntents(orderId, 2);
    await forwardHours(orderId, 19.8);
    expect(await intentsAt(orderId)).toBe(2);
    await forwardHours(orderId, 0.2);
    await untilIntents(orderId, 3);
    await forwardHours(orderId, 19.8);
    expect(await intentsAt(orderId)).toBe(3);
    await forwardHours(orderId, 0.2);

    await untilPhase(system, orderId, 'ready_to_ship');
    await untilMail(system, orderId, 'payment-recovered');
    expect(await attentionOf(system, orderId)).toEqual([]);
    expect((await read(system, orderId)).payment.problem).toBeNull();
    expect((await ship(system, orderId)).status).toBe(201);
    await untilEnded(system, orderId);
    const kinds = await mailbox(system, orderId);
    expect(kinds.filter((kind) => kind === 'payment-problem')).toHaveLength(1);
    expect(kinds.filter((kind) => kind === 'payment-recovered')).toHaveLength(1);
    expect(await moneyAt(system, orderId)).toEqual({
      held: 0,
      captured: 13_800,
      refunded: 0,
      intents: 4,
    });
  });

  it('is asked four times in a lease and no oftener', async () => {
    const orderId = 'four';
    await declined(orderId);
    await forward(system, orderId, 2.9);
    await untilIntents(orderId, 4);
    const { payment } = await read(system, orderId);
    expect(payment.problem).toMatchObject({ reason: 'declined', retryAt: null });
    expect(await moneyAt(system, orderId)).toMatchObject({ held: 0, captured: 0 });
  });
});

describe.concurrent('a card that its bank will never approve', () => {
  it('loses its units to the next in line, and its order after fourteen days', async () => {
    const orderId = 'hard';
    await declined(orderId, 'pm_card_chargeDeclinedLostCard', 'shared');
    await checkout(system, { orderId: 'hard-next', sku: 'shared' });
    expect(await pageText(system, orderId)).toMatch(
      /did not go through.*set aside for you through.*we will cancel the order, free of charge/,
    );
    await forward(system, orderId, 3.1);
    await untilProblems(orderId, 2);
    await untilPhase(system, 'hard-next', 'ready_to_ship');
    expect(await moneyAt(system, 'hard-next')).toMatchObject({ held: 13_800 });
    expect(await shelfOf(system, 'shared')).toEqual({ onHand: 1, allocated: 1 });
    expect(await intentsAt(orderId)).toBe(1);
    expect(await pageText(system, orderId)).toMatch(
      /went to the next customer in line.*keeps its place.*we will cancel the order, free of charge/,
    );

    // Whoever cannot pay gets nothing of what comes meanwhile.
    await restock(system, 'shared', 1, 'r-hard-2');
    expect(await read(system, orderId)).toMatchObject({ phase: 'awaiting_stock' });

    await forward(system, orderId, 10.8);
    expect(await problems(orderId)).toHaveLength(2);
    await forward(system, orderId, 0.3);
    await untilProblems(orderId, 3);
    expect((await problems(orderId)).at(-1)).toContain(
      'we cannot keep your order open much longer',
    );
    await forward(system, orderId, 2.6);
    expect(await read(system, orderId)).toMatchObject({ phase: 'awaiting_stock' });
    await forward(system, orderId, 0.4);
    await untilEnded(system, orderId);
    expect(await read(system, orderId)).toMatchObject({ phase: 'cancelled' });
    expect(await untilMail(system, orderId, 'cancelled')).toContain(
      'because the payment could not be completed',
    );
    expect(await untilMail(system, orderId, 'cancelled')).toContain('Nothing was charged');
    expect(await moneyAt(system, orderId)).toMatchObject({ held: 0, captured: 0, intents: 1 });
    expect(await attentionOf(system, orderId)).toEqual([]);
  });
});

describe.concurrent('a new card', () => {
  it('pays for the units that are still set aside', async () => {
    const orderId = 'within';
    await declined(orderId, 'pm_card_chargeDeclinedStolenCard');
    expect((await giveCard(system, orderId)).status).toBe(200);
    await untilPhase(system, orderId, 'ready_to_ship');
    expect(await untilMail(system, orderId, 'payment-recovered')).toContain('$138.00');
    await ship(system, orderId);
    await untilEnded(system, orderId);
    expect(await moneyAt(system, orderId)).toMatchObject({ held: 0, captured: 13_800 });
    expect(await attentionOf(system, orderId)).toEqual([]);
  });

  it('that is declined too is told as well, and the next one pays', async () => {
    const orderId = 'second-no';
    await declined(orderId, 'pm_card_chargeDeclinedStolenCard');
    await giveCard(system, orderId, 'pm_card_chargeCustomerFail');
    await untilProblems(orderId, 2);
    await giveCard(system, orderId);
    await untilPhase(system, orderId, 'ready_to_ship');
    expect(await moneyAt(system, orderId)).toMatchObject({ held: 13_800 });
  });

  it('in the grace brings the order back in line, and it gets units again', async () => {
    const orderId = 'grace';
    await declined(orderId, 'pm_card_chargeDeclinedLostCard');
    await forward(system, orderId, 3.1);
    await untilProblems(orderId, 2);
    await untilPhase(system, orderId, 'awaiting_stock');
    expect(await shelfOf(system, orderId)).toEqual({ onHand: 1, allocated: 0 });
    await forward(system, orderId, 5);
    expect((await giveCard(system, orderId)).status).toBe(200);
    await untilPhase(system, orderId, 'ready_to_ship');
    expect(await untilMail(system, orderId, 'payment-recovered')).toContain(
      'Your new card is on file',
    );
    await forward(system, orderId, 2);
    await ship(system, orderId);
    await untilEnded(system, orderId);
    expect(await read(system, orderId)).toMatchObject({ phase: 'shipped' });
    expect(await moneyAt(system, orderId)).toMatchObject({ held: 0, captured: 13_800 });
    const kinds = await mailbox(system, orderId);
    expect(kinds).not.toContain('cancelled');
    expect(kinds.filter((kind) => kind === 'payment-problem')).toHaveLength(2);
  });

  it('is refused by an order that has been paid', async () => {
    const orderId = 'done';
    await checkout(system, { orderId });
    await restock(system, orderId, 1);
    await untilPhase(system, orderId, 'ready_to_ship');
    await ship(system, orderId);
    await untilEnded(system, orderId);
    expect(await giveCard(system, orderId)).toMatchObject({
      status: 409,
      body: { code: 'already_shipped' },
    });
  });
});
