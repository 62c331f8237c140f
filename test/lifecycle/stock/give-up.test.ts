import { afterAll, beforeAll, expect, it } from 'vitest';
import { mailbox, moneyAt, untilMail } from '../../support/lives/aftermath.ts';
import {
  checkout,
  inDays,
  read,
  restock,
  ship,
  until,
  untilEnded,
  untilPhase,
  zoneAtNoon,
} from '../../support/lives/story.ts';
import { checkoutUpfront } from '../../support/lives/terms.ts';
import { patienceMs } from '../../support/patience.ts';
import { type System, startSystem } from '../../support/system/system.ts';

let system: System;
beforeAll(async () => {
  system = await startSystem();
});
afterAll(() => system.stop());

const reason = 'The maker has stopped making this lamp.';

const giveUp = (sku: string, giveUpId: string) =>
  system.call('POST', `/v1/skus/${sku}/give-up`, { giveUpId, reason });

const untilDone = async (sku: string, giveUpId: string) => {
  const path = `/v1/skus/${sku}/give-up/${giveUpId}`;
  const look = async () => (await system.call('GET', path)).body;
  await expect.poll(async () => (await look()).state, { timeout: patienceMs }).toBe('done');
  return look();
};

const kinds = async (orderId: string): Promise<string[]> => (await mailbox(system, orderId)).sort();

it(
  'cancels all that waits with one mail each, and gives back what was paid',
  async () => {
    const timeZone = zoneAtNoon();
    await system.call('PUT', '/v1/supplies/PO-1', {
      ...{ sku: 'LAMP', quantity: 9, expectedOn: inDays(30), basis: 'the factory' },
    });
    const wish = { sku: 'LAMP', promiseIn: null, timeZone };
    // First in line: it gets the only unit that comes, and keeps it.
    await checkout(system, { ...wish, orderId: 'stays' });
    await restock(system, 'LAMP', 1);
    await untilPhase(system, 'stays', 'ready_to_ship');
    await checkout(system, { ...wish, orderId: 'never-charged' });
    await checkoutUpfront(system, { ...wish, orderId: 'paid', terms: 'prepaid', upfront: 13_800 });
    await checkoutUpfront(system, { ...wish, orderId: 'part', terms: 'deposit', upfront: 5_000 });
    const both = { ...wish, orderId: 'both' };
    const { body: placed } = await checkout(system, { ...both, quantity: 2 });
    expect(placed.orderId).toBe('both');
    for (const orderId of ['never-charged', 'paid', 'part', 'both']) {
      await untilMail(system, orderId, 'confirmation');
    }
    await until(system, 'paid', ({ payment }) => payment.captured?.amount === 13_800);
    await until(system, 'part', ({ payment }) => payment.captured?.amount === 5_000);

    const preview = await system.call('POST', '/v1/skus/LAMP/give-up/preview', {});
    const usd = (amount: number) => ({ amount, currency: 'USD' });
    expect(preview.body).toMatchObject({
      ...{ orders: 4, units: 5, whole: 4, partial: 0, stays: { orders: 1, units: 1 } },
      money: [{ refunded: usd(18_800), voided: usd(0) }],
    });

    const answers = await Promise.all([giveUp('LAMP', 'g-1'), giveUp('LAMP', 'g-1')]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 201]);
    expect(await untilDone('LAMP', 'g-1')).toMatchObject({
      ...{ total: 4, cancelled: 4, refused: 0, unanswered: 0, units: 5 },
    });
    for (const orderId of ['never-charged', 'paid', 'part', 'both']) {
      await untilEnded(system, orderId);
      expect(await untilMail(system, orderId, 'cancelled')).toContain(reason);
      expect((await read(system, orderId)).phase).toBe('cancelled');
      const mails = await kinds(orderId);
      expect(mails.filter((kind) => kind === 'cancelled')).toHaveLength(1);
      expect(mails).not.toContain('delay-notice');
    }
    expect(await moneyAt(system, 'paid')).toMatchObject({ captured: 13_800, refunded: 13_800 });
    expect(await moneyAt(system, 'part')).toMatchObject({ captured: 5_000, refunded: 5_000 });
    expect(await moneyAt(system, 'never-charged')).toMatchObject({ captured: 0, held: 0 });

    expect((await checkout(system, { ...wish, orderId: 'late' })).body.code).toBe(
      'backorder_limit',
    );
    expect((await ship(system, 'stays')).status).toBe(201);
    await untilEnded(system, 'stays');
    expect(await kinds('stays')).not.toContain('cancelled');
    expect(await moneyAt(system, 'stays')).toMatchObject({ captured: 13_800, refunded: 0 });
  },
  4 * patienceMs,
);

it(
  'lets what is set aside of an order ship, and cancels the rest of it',
  async () => {
    const wish = { sku: 'RUG', promiseIn: 30, timeZone: zoneAtNoon(), quantity: 3 };
    await checkout(system, { ...wish, orderId: 'partly', fulfilment: 'ship-available' });
    await restock(system, 'RUG', 2);
    await until(system, 'partly', ({ lines }) => lines[0].allocated === 2);
    await giveUp('RUG', 'g-2');
    // It ships while it is cancelled; either comes first.
    expect((await shipUntilAccepted('partly')).status).toBe(201);
    await untilDone('RUG', 'g-2');
    await untilEnded(system, 'partly');
    const { lines } = await read(system, 'partly');
    expect(lines[0]).toMatchObject({ shipped: 2, cancelled: 1, waiting: 0 });
    expect(await moneyAt(system, 'partly')).toMatchObject({ captured: 26_400, held: 0 });
    expect((await kinds('partly')).filter((kind) => kind === 'cancelled')).toHaveLength(1);
  },
  2 * patienceMs,
);

const shipUntilAccepted = async (orderId: string) => {
  await until(
    system,
    orderId,
    ({ phase }) => phase !== 'awaiting_stock' && phase !== 'awaiting_payment',
  );
  for (;;) {
    const answer = await ship(system, orderId);
    if (answer.status !== 409) return answer;
  }
};
