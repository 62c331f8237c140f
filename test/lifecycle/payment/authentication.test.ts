import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mailbox, moneyAt, untilMail } from '../../support/lives/aftermath.ts';
import {
  cancel,
  checkout,
  forward,
  read,
  restock,
  ship,
  until,
  untilEnded,
  untilPhase,
  workflowTextOf,
} from '../../support/lives/story.ts';
import {
  authenticate,
  giveCard,
  intentsOf,
  methodOf,
  pageOf,
  pageText,
  payPageOf,
  secretIn,
} from '../../support/page/cardholder.ts';
import { type System, startSystem } from '../../support/system/system.ts';

/** One hears of what customers did by the provider's events, the other only from the customers. */
let system: System;
let deaf: System;
beforeAll(async () => {
  [system, deaf] = await Promise.all([startSystem({ webhooks: true }), startSystem()]);
  await system.setDeliveries({ repeat: 3, shuffle: true });
});
afterAll(() => Promise.all([system.stop(), deaf.stop()]));

/** Units are here, and the bank wants to see its customer; returns what the page lets them do. */
const asked = async (at: System, orderId: string): Promise<{ secret: string; method: string }> => {
  await checkout(at, { orderId, card: 'pm_card_authenticationRequired' });
  await restock(at, orderId, 1);
  await untilMail(at, orderId, 'payment-problem');
  await until(at, orderId, ({ payment }) => payment.problem?.reason === 'authentication');
  const { status, body } = await payPageOf(at, orderId);
  expect(status).toBe(200);
  return { secret: secretIn(body), method: await methodOf(at, orderId) };
};

const paid = async (at: System, orderId: string): Promise<void> => {
  const answer = await at.call('POST', `${await pageOf(at, orderId)}/paid`);
  expect(answer.status).toBe(303);
};

const isSeenDeclined = async (at: System, orderId: string): Promise<boolean> => {
  const { body } = await at.call('GET', `/v1/backorders/${orderId}/timeline?limit=100`);
  return JSON.stringify(body).includes('The provider shows the payment as declined');
};

const keptSecrets = async (at: System, orderId: string): Promise<unknown[]> => {
  const rows = await at.db.sql`
    select client_secret from payment_attempts
    where order_id = ${orderId} and client_secret is not null`;
  return rows.map(({ clientSecret }) => clientSecret);
};

const oneHold = { held: 13_800, captured: 0, refunded: 0, intents: 1 };

describe.concurrent('a bank that asks for its customer', () => {
  it('gets them by a link, and the same payment goes on by the events of the provider', async () => {
    const orderId = 'event';
    const { secret, method } = await asked(system, orderId);
    expect(await untilMail(system, orderId, 'payment-problem')).toContain(
      `${await pageOf(system, orderId)}/pay`,
    );
    await authenticate(system, secret, { method });
    await untilPhase(system, orderId, 'ready_to_ship');
    expect(await moneyAt(system, orderId)).toEqual(oneHold);
    await untilMail(system, orderId, 'payment-recovered');
    expect((await ship(system, orderId)).status).toBe(201);
    await untilEnded(system, orderId);
    expect(await moneyAt(system, orderId)).toEqual({ ...oneHold, held: 0, captured: 13_800 });
    expect((await mailbox(system, orderId)).filter((kind) => kind === 'payment-problem')).toEqual([
      'payment-problem',
    ]);
  });

  it('gets them, and their coming back is enough when no event arrives', async () => {
    const orderId = 'back';
    const { secret, method } = await asked(deaf, orderId);
    await paid(deaf, orderId);
    expect(await read(deaf, orderId)).toMatchObject({ phase: 'awaiting_payment' });
    await authenticate(deaf, secret, { method });
    await paid(deaf, orderId);
    await untilPhase(deaf, orderId, 'ready_to_ship');
    expect(await moneyAt(deaf, orderId)).toEqual(oneHold);
  });

  it('may say no to them, and another card pays', async () => {
    const orderId = 'no';
    const { secret, method } = await asked(system, orderId);
    await authenticate(system, secret, { method, outcome: 'fail' });
    await giveCard(system, orderId);
    await untilPhase(system, orderId, 'ready_to_ship');
    expect(await moneyAt(system, orderId)).toEqual({ ...oneHold, intents: 2 });
    expect((await intentsOf(system, orderId)).map(({ status }) => status)).toEqual([
      'requires_capture',
      'canceled',
    ]);
  });

  it('may be answered with another card on the same page', async () => {
    const orderId = 'other';
    const { secret } = await asked(system, orderId);
    await authenticate(system, secret, { method: 'pm_card_visa' });
    await untilPhase(system, orderId, 'ready_to_ship');
    expect(await moneyAt(system, orderId)).toEqual(oneHold);
  });

  it('may decline all that they try, and one more card on the same page pays', async () => {
    const orderId = 'declined';
    const { secret, method } = await asked(system, orderId);
    const { payment } = await read(system, orderId);
    await authenticate(system, secret, { method, outcome: 'fail' });
    for (const card of [
      'pm_card_chargeDeclinedInsufficientFunds',
      'pm_card_chargeDeclinedLostCard',
    ])
      await expect(authenticate(system, secret, { method: card })).rejects.toThrow('declined');
    await until(system, orderId, () => isSeenDeclined(system, orderId));
    await paid(system, orderId);
    expect((await read(system, orderId)).payment).toEqual(payment);
    expect(secretIn((await payPageOf(system, orderId)).body)).toBe(secret);
    await authenticate(system, secret, { method: 'pm_card_mastercard' });
    await untilPhase(system, orderId, 'ready_to_ship');
    await untilMail(system, orderId, 'ready-to-ship');
    expect(await moneyAt(system, orderId)).toEqual(oneHold);
    expect(await mailbox(system, orderId)).toEqual([
      ...['confirmation', 'payment-problem', 'payment-recovered', 'ready-to-ship'],
    ]);
  });

  it('is not asked again by us after its no, and the time goes on', async () => {
    const orderId = 'waits';
    const { secret, method } = await asked(deaf, orderId);
    await authenticate(deaf, secret, { method, outcome: 'fail' });
    await expect(authenticate(deaf, secret, { method: 'pm_card_chargeDeclined' })).rejects.toThrow(
      'declined',
    );
    await paid(deaf, orderId);
    await forward(deaf, orderId, 2.5);
    expect(await read(deaf, orderId)).toMatchObject({
      phase: 'awaiting_payment',
      payment: { state: 'action_required', problem: { reason: 'authentication', retryAt: null } },
    });
    expect(await mailbox(deaf, orderId)).toEqual(['confirmation', 'payment-problem']);
    await forward(deaf, orderId, 0.6);
    await untilPhase(deaf, orderId, 'awaiting_stock');
    await until(deaf, orderId, async () => (await keptSecrets(deaf, orderId)).length === 0);
    expect((await intentsOf(deaf, orderId)).map(({ status }) => status)).toEqual(['canceled']);
  });

  it('holds nothing for a customer whose time was over', async () => {
    const orderId = 'late';
    const { secret, method } = await asked(system, orderId);
    await forward(system, orderId, 3.1);
    await untilPhase(system, orderId, 'awaiting_stock');
    await expect(authenticate(system, secret, { method })).rejects.toThrow('canceled');
    await until(system, orderId, async () => (await moneyAt(system, orderId)).held === 0);
    expect(await read(system, orderId)).toMatchObject({ phase: 'awaiting_stock' });
    expect(await moneyAt(system, orderId)).toMatchObject({ held: 0, captured: 0 });
    expect(await pageText(system, orderId)).toContain('went to the next customer in line');
  });

  it('releases what a customer confirmed in the moment in which their order was cancelled', async () => {
    const orderId = 'gone';
    const { secret, method } = await asked(system, orderId);
    await Promise.all([
      authenticate(system, secret, { method }).catch(() => undefined),
      cancel(system, orderId),
    ]);
    await untilEnded(system, orderId);
    expect(await moneyAt(system, orderId)).toMatchObject({ held: 0, captured: 0 });
  });
});

describe.concurrent('what lets a customer finish their payment', () => {
  it('stands only on their own page, and only as long as the payment waits for them', async () => {
    const orderId = 'secret';
    const { secret, method } = await asked(system, orderId);
    expect(secret).toMatch(/^pi_\w+_secret_\w+$/);
    expect(await keptSecrets(system, orderId)).toEqual([secret]);
    const shown = [
      await read(system, orderId),
      (await system.call('GET', `/v1/backorders/${orderId}/timeline?limit=100`)).body,
      (await system.call('GET', `/v1/backorders/${orderId}/messages?limit=100`)).body,
      (await system.call('GET', await pageOf(system, orderId))).body,
      await untilMail(system, orderId, 'payment-problem'),
    ];
    const history = await workflowTextOf(system, orderId);
    expect(history.includes(method)).toBe(true);
    for (const text of [...shown.map((each) => JSON.stringify(each)), history]) {
      expect(text.includes('_secret_')).toBe(false);
    }
    await authenticate(system, secret, { method });
    await untilPhase(system, orderId, 'ready_to_ship');
    expect(await keptSecrets(system, orderId)).toEqual([]);
    const { status, body } = await payPageOf(system, orderId);
    expect({ status, secret: secretIn(body) }).toEqual({ status: 303, secret: '' });
    expect((await workflowTextOf(system, orderId)).includes('_secret_')).toBe(false);
  });

  it('is forgotten when the time is over, and when another card is given', async () => {
    await Promise.all(['over', 'given'].map((orderId) => asked(deaf, orderId)));
    await forward(deaf, 'over', 3.1);
    await giveCard(deaf, 'given');
    await untilPhase(deaf, 'over', 'awaiting_stock');
    await untilPhase(deaf, 'given', 'ready_to_ship');
    for (const orderId of ['over', 'given']) {
      await until(deaf, orderId, async () => (await keptSecrets(deaf, orderId)).length === 0);
      expect((await payPageOf(deaf, orderId)).status).toBe(303);
    }
  });
});
