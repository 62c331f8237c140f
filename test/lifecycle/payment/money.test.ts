import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { attentionOf, mailbox, moneyAt, untilMail } from '../../support/lives/aftermath.ts';
import {
  cancel,
  checkout,
  read,
  readyToShip,
  restock,
  ship,
  until,
  untilEnded,
  untilPhase,
} from '../../support/lives/story.ts';
import { customerOf } from '../../support/page/cardholder.ts';
import { failPayment } from '../../support/system/faults.ts';
import { type System, startSystem } from '../../support/system/system.ts';

let system: System;
beforeAll(async () => {
  system = await startSystem({ timeoutMs: 1_500 });
});
afterAll(() => system.stop());

/** The provider may do what was asked without saying so, not do it, or do it and deny it. */
const faults = [
  'drop-after',
  'drop-before',
  'hang',
  'status:500',
  'status-after:500',
  'status:429',
];
const anIntent = { match: 'POST /v1/payment_intents/' };
const named = (step: string, fault: string) => `${step}-${fault.replace(':', '-')}`;

describe.concurrent('one hold and one capture, whatever the provider answers first', () => {
  it.each(faults)('authorises once after %s', async (fault) => {
    const orderId = named('hold', fault);
    await checkout(system, { orderId });
    await failPayment(system, orderId, fault);
    await restock(system, orderId, 1);
    await untilPhase(system, orderId, 'ready_to_ship');
    expect(await moneyAt(system, orderId)).toEqual({
      held: 13_800,
      captured: 0,
      refunded: 0,
      intents: 1,
    });
  });

  it.each(faults)('captures once after %s', async (fault) => {
    const orderId = named('capture', fault);
    await readyToShip(system, { orderId });
    await failPayment(system, orderId, fault, anIntent);
    expect((await ship(system, orderId)).status).toBe(201);
    await untilEnded(system, orderId);
    expect(await moneyAt(system, orderId)).toEqual({
      held: 0,
      captured: 13_800,
      refunded: 0,
      intents: 1,
    });
    expect(await untilMail(system, orderId, 'shipped')).toContain('$138.00');
  });

  it.each(faults)('gives the hold back once after %s', async (fault) => {
    const orderId = named('void', fault);
    await readyToShip(system, { orderId });
    await failPayment(system, orderId, fault, anIntent);
    expect((await cancel(system, orderId)).status).toBe(200);
    await untilEnded(system, orderId);
    expect(await moneyAt(system, orderId)).toEqual({
      held: 0,
      captured: 0,
      refunded: 0,
      intents: 1,
    });
    expect(await untilMail(system, orderId, 'cancelled')).toContain('$138.00 held on your card');
  });

  it.each(faults)('leaves no hold when the order is cancelled during %s', async (fault) => {
    const orderId = named('gone', fault);
    await checkout(system, { orderId });
    await failPayment(system, orderId, fault);
    await restock(system, orderId, 1);
    await until(system, orderId, async () => {
      const left = await system.faultsLeft('stripe');
      return !JSON.stringify(left).includes(await customerOf(system, orderId));
    });
    expect((await cancel(system, orderId)).status).toBe(200);
    await untilEnded(system, orderId);
    expect(await moneyAt(system, orderId)).toMatchObject({ held: 0, captured: 0, refunded: 0 });
    expect((await mailbox(system, orderId)).at(-1)).toBe('cancelled');
  });
});

describe.concurrent('a card that is declined', () => {
  it('is told once, and shown to the shop', async () => {
    await checkout(system, { orderId: 'no', card: 'pm_card_chargeCustomerFail' });
    await restock(system, 'no', 1);
    await untilMail(system, 'no', 'payment-problem');
    await until(system, 'no', ({ payment }) => payment.state === 'failed');
    expect(await attentionOf(system, 'no')).toEqual(['payment_failed']);
    expect(await read(system, 'no')).toMatchObject({ phase: 'awaiting_payment' });
    expect(await mailbox(system, 'no')).toEqual(['confirmation', 'payment-problem']);
    expect(await moneyAt(system, 'no')).toMatchObject({ held: 0, captured: 0 });
  });

  it('asks the customer when the bank wants to see them', async () => {
    await checkout(system, { orderId: 'ask', card: 'pm_card_authenticationRequired' });
    await restock(system, 'ask', 1);
    await untilMail(system, 'ask', 'payment-problem');
    await until(system, 'ask', ({ payment }) => payment.state === 'action_required');
    expect((await ship(system, 'ask')).body.code).toBe('not_ready_to_ship');
    expect((await cancel(system, 'ask')).status).toBe(200);
    await untilEnded(system, 'ask');
    expect(await moneyAt(system, 'ask')).toMatchObject({ held: 0, captured: 0, intents: 1 });
  });
});
