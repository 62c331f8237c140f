import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mailbox, moneyAt, untilMail } from '../../support/lives/aftermath.ts';
import {
  checkout,
  forward,
  forwardMinutes,
  read,
  readyToShip,
  restock,
  until,
  untilPhase,
  workflowOf,
} from '../../support/lives/story.ts';
import { authenticate, methodOf, payPageOf, secretIn } from '../../support/page/cardholder.ts';
import { failPayment } from '../../support/system/faults.ts';
import { type System, startSystem } from '../../support/system/system.ts';

/** No event of the provider arrives, and customers close their browser at their bank. */
let system: System;
beforeAll(async () => {
  system = await startSystem();
});
afterAll(() => system.stop());

/** The bank asks for its customer, who can confirm with the secret. */
const asked = async (orderId: string): Promise<string> => {
  await checkout(system, { orderId, card: 'pm_card_authenticationRequired' });
  await restock(system, orderId, 1);
  await untilMail(system, orderId, 'payment-problem');
  return secretOf(orderId);
};

const secretOf = async (orderId: string): Promise<string> => {
  await until(system, orderId, ({ payment }) => payment.state === 'action_required');
  return secretIn((await payPageOf(system, orderId)).body);
};

const confirm = async (orderId: string, secret: string): Promise<void> =>
  authenticate(system, secret, { method: await methodOf(system, orderId) });

/** How often the workflow has looked at an intent. */
const looksAt = async (orderId: string): Promise<number> => {
  const { events } = await (await workflowOf(system, orderId)).fetchHistory();
  return (events ?? []).filter(
    (event) => event.activityTaskScheduledEventAttributes?.activityType?.name === 'lookAtIntent',
  ).length;
};

const minutesLeft = async (orderId: string): Promise<number> => {
  const { payment, now } = await read(system, orderId);
  return (Date.parse(payment.problem.keptUntil) - Date.parse(now)) / 60_000;
};

const oneHold = { held: 13_800, captured: 0, refunded: 0, intents: 1 };

describe.concurrent('what customers confirmed without our hearing of it', () => {
  it('is seen before the time for it is over: their units become firm', async () => {
    const orderId = 'yes';
    const secret = await asked(orderId);
    await confirm(orderId, secret);
    await forwardMinutes(system, orderId, (await minutesLeft(orderId)) - 5);
    expect(await read(system, orderId)).toMatchObject({ phase: 'awaiting_payment' });
    expect(await looksAt(orderId)).toBe(0);
    await forward(system, orderId, 1);
    await untilPhase(system, orderId, 'ready_to_ship');
    await untilMail(system, orderId, 'ready-to-ship');
    expect(await looksAt(orderId)).toBe(1);
    expect(await moneyAt(system, orderId)).toEqual(oneHold);
    expect(await mailbox(system, orderId)).toEqual([
      ...['confirmation', 'payment-problem', 'payment-recovered', 'ready-to-ship'],
    ]);
  });

  it('is seen before firm units go whose hold could not be renewed without them', async () => {
    const orderId = 'renewed';
    await readyToShip(system, { orderId });
    await failPayment(system, orderId, 'decline:authentication_required');
    await forward(system, orderId, 6.1);
    const secret = await secretOf(orderId);
    expect(await moneyAt(system, orderId)).toEqual({ ...oneHold, intents: 2 });
    await confirm(orderId, secret);
    await forward(system, orderId, 4);
    await until(system, orderId, ({ payment }) => payment.problem === null);
    expect(await read(system, orderId)).toMatchObject({ phase: 'ready_to_ship' });
    expect(await looksAt(orderId)).toBe(1);
  });

  it('is released when nobody can be asked by the end', async () => {
    const orderId = 'away';
    const secret = await asked(orderId);
    await confirm(orderId, secret);
    const match = 'GET /v1/payment_intents/';
    await failPayment(system, orderId, 'status:500', { match, times: 100 });
    await forward(system, orderId, 3.1);
    await untilPhase(system, orderId, 'awaiting_stock');
    await until(system, orderId, async () => (await moneyAt(system, orderId)).held === 0);
  });
});

it('a payment that still waits for its customer is looked at once, and ends with its time', async () => {
  const orderId = 'still';
  await asked(orderId);
  await forward(system, orderId, 3.1);
  await untilPhase(system, orderId, 'awaiting_stock');
  expect(await looksAt(orderId)).toBe(1);
  await until(system, orderId, async () => (await moneyAt(system, orderId)).held === 0);
});

it('a payment that needs nobody is never looked at', async () => {
  const orderId = 'plain';
  await readyToShip(system, { orderId });
  await forward(system, orderId, 4);
  expect(await looksAt(orderId)).toBe(0);
});
