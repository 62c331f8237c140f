import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { attentionOf, mailbox, moneyAt, shelfOf } from '../../support/lives/aftermath.ts';
import {
  cancel,
  checkout,
  forward,
  forwardMinutes,
  read,
  readyToShip,
  restock,
  ship,
  until,
  untilEnded,
  untilPhase,
  workflowOf,
} from '../../support/lives/story.ts';
import { failPayment, letADayPassOutside } from '../../support/system/faults.ts';
import { type System, startSystem } from '../../support/system/system.ts';

let system: System;
beforeAll(async () => {
  system = await startSystem({ timeoutMs: 1_500 });
});
afterAll(() => system.stop());
afterEach(() => system.planStripeFaults([]));

const always = { times: 1_000 };
const oneHold = { held: 13_800, captured: 0, refunded: 0, intents: 1 };

describe('a provider that is away for longer than one effect tries', () => {
  it('is asked again until the hold stands, once', async () => {
    await checkout(system, { orderId: 'hours' });
    await failPayment(system, 'hours', 'drop-before', always);
    await restock(system, 'hours', 1);
    await untilPhase(system, 'hours', 'awaiting_payment');
    await forwardMinutes(system, 'hours', 8);
    expect(await read(system, 'hours')).toMatchObject({ phase: 'awaiting_payment' });
    await system.planStripeFaults([]);
    await forwardMinutes(system, 'hours', 8);
    await untilPhase(system, 'hours', 'ready_to_ship');
    expect(await moneyAt(system, 'hours')).toEqual(oneHold);
  });

  it('is looked through for what it did, once the key is spent', async () => {
    await checkout(system, { orderId: 'spent' });
    await failPayment(system, 'spent', 'status-after:500');
    await failPayment(system, 'spent', 'status:500', {
      match: 'GET /v1/payment_intents',
      ...always,
    });
    await restock(system, 'spent', 1);
    await untilPhase(system, 'spent', 'awaiting_payment');
    await forwardMinutes(system, 'spent', 8);
    await system.planStripeFaults([]);
    await forwardMinutes(system, 'spent', 8);
    await untilPhase(system, 'spent', 'ready_to_ship');
    expect(await moneyAt(system, 'spent')).toEqual(oneHold);
  });

  it('is given a new key only when the old one is over and nothing came of it', async () => {
    await checkout(system, { orderId: 'over' });
    await failPayment(system, 'over', 'drop-before', always);
    await restock(system, 'over', 1);
    await untilPhase(system, 'over', 'awaiting_payment');
    await forwardMinutes(system, 'over', 8);
    await letADayPassOutside(system, 'over');
    await system.planStripeFaults([]);
    // A call may have been made between the two.
    await letADayPassOutside(system, 'over');
    await forwardMinutes(system, 'over', 8);
    await untilPhase(system, 'over', 'ready_to_ship');
    expect(await moneyAt(system, 'over')).toEqual(oneHold);
    const attempts = await system.db.sql`
      select outcome from payment_attempts where order_id = 'over' order by ordinal`;
    expect(attempts.map(({ outcome }) => outcome)).toEqual(['absent', 'AuthorizationApproved']);
  });

  it.each([
    ['a hold that came to be', 'status-after:500', 1],
    ['a hold that never came to be', 'drop-before', 0],
  ])('lets go of %s when the order is cancelled meanwhile', async (_, fault, intents) => {
    const orderId = `unseen-${intents}`;
    await checkout(system, { orderId });
    await failPayment(system, orderId, fault, always);
    await failPayment(system, orderId, 'status:500', {
      match: 'GET /v1/payment_intents',
      ...always,
    });
    await restock(system, orderId, 1);
    await untilPhase(system, orderId, 'awaiting_payment');
    await forwardMinutes(system, orderId, 5.5);
    const { raw } = await (await workflowOf(system, orderId)).describe();
    expect(raw.pendingActivities).toEqual([]);
    await system.planStripeFaults([]);
    expect(await moneyAt(system, orderId)).toMatchObject({ held: intents * 13_800, intents });

    await letADayPassOutside(system, orderId);
    expect((await cancel(system, orderId)).body.phase).toBe('cancelled');
    await untilEnded(system, orderId);
    expect(await moneyAt(system, orderId)).toMatchObject({ held: 0, captured: 0, intents });
    expect((await mailbox(system, orderId)).at(-1)).toBe('cancelled');
  });

  it('has its money in the end when the goods left during a failing capture', async () => {
    await readyToShip(system, { orderId: 'left' });
    const anIntent = { match: 'POST /v1/payment_intents/', ...always };
    await failPayment(system, 'left', 'status:500', anIntent);
    const answer = await ship(system, 'left');
    expect(answer.status).toBe(201);
    await forwardMinutes(system, 'left', 8);
    expect(await mailbox(system, 'left')).toContain('shipped');
    await system.planStripeFaults([]);
    await forwardMinutes(system, 'left', 8);
    await untilEnded(system, 'left');
    expect(await moneyAt(system, 'left')).toEqual({ ...oneHold, held: 0, captured: 13_800 });
  });
});

describe('a lease that ends', () => {
  it('after a decline hands its units on, and the order waits passed over', async () => {
    const sku = 'declined-lamp';
    await checkout(system, { orderId: 'poor', sku, card: 'pm_card_chargeCustomerFail' });
    await checkout(system, { orderId: 'next', sku });
    await restock(system, sku, 1);
    await until(system, 'poor', ({ payment }) => payment.state === 'failed');
    await forward(system, 'poor', 4);
    await untilPhase(system, 'next', 'ready_to_ship');
    expect(await moneyAt(system, 'next')).toEqual(oneHold);
    await restock(system, sku, 1, 'more');
    expect(await read(system, 'poor')).toMatchObject({ phase: 'awaiting_stock' });
    expect(await shelfOf(system, sku)).toEqual({ onHand: 2, allocated: 1 });
    expect(
      (await mailbox(system, 'poor')).filter((kind) => kind === 'payment-problem'),
    ).toHaveLength(2);
    expect(await attentionOf(system, 'poor')).toEqual(['payment_failed']);
  });
});
