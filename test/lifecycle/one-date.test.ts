import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { day } from '../../workflows/calendar/format.ts';
import { mailbox, untilMail } from '../support/lives/aftermath.ts';
import {
  checkout,
  forward,
  inDays,
  read,
  restock,
  until,
  untilPhase,
  type Wish,
  zoneAtNoon,
} from '../support/lives/story.ts';
import { giveCard, pageText } from '../support/page/cardholder.ts';
import { type System, startSystem } from '../support/system/system.ts';

let system: System;
beforeAll(async () => {
  system = await startSystem();
});
afterAll(() => system.stop());

const announce = (supplyId: string, sku: string, days: number, quantity: number) =>
  system.call('PUT', `/v1/supplies/${supplyId}`, {
    ...{ sku, quantity, basis: 'the factory' },
    expectedOn: inDays(days),
  });

const place = (wish: Wish) =>
  checkout(system, { promiseIn: null, timeZone: zoneAtNoon(), ...wish });

const words = (days: number): string => day(inDays(days), 'en-US');

/** Wherever somebody may read it, the order ships that many days from now. */
const expectOneDate = async (orderId: string, sku: string, days: number): Promise<void> => {
  const { promise } = await until(system, orderId, (it) => it.promise.on === inDays(days));
  expect(promise.basis).toContain(`expected on ${inDays(days)}`);
  expect(await pageText(system, orderId)).toContain(words(days));
  const { body: shelf } = await system.call('GET', `/v1/skus/${sku}`);
  expect(shelf.queue).toMatchObject([{ orderId, shipsOn: inDays(days) }]);
  const { body: available } = await system.call('GET', `/v1/availability/${sku}`);
  expect(available.shipsOn).toBe(inDays(days));
};

/** Nothing more comes after the last of these. */
const expectMails = async (orderId: string, ...kinds: string[]): Promise<void> => {
  await untilMail(system, orderId, kinds.at(-1) ?? '');
  await sleep(500);
  expect(await mailbox(system, orderId)).toEqual(kinds);
};

describe.concurrent('one date everywhere', () => {
  it('when an order is back in line whose unit has gone on', async () => {
    const [orderId, sku] = ['back', 'LAMP'];
    await announce('lamp-1', sku, 20, 1);
    await place({ orderId, sku, card: 'pm_card_chargeDeclinedLostCard' });
    await until(system, orderId, ({ promise }) => promise.on === inDays(20));
    await restock(system, sku, 1);
    await untilMail(system, orderId, 'payment-problem');
    await place({ orderId: 'next', sku });
    await forward(system, orderId, 3.1);
    await untilPhase(system, 'next', 'ready_to_ship');
    expect((await announce('lamp-2', sku, 50, 2)).body).toMatchObject({ moved: 0, broken: [] });
    expect((await read(system, orderId)).promise.on).toBe(inDays(20));

    expect((await giveCard(system, orderId)).status).toBe(200);
    const relief = await untilMail(system, orderId, 'payment-recovered');
    expect(relief).toContain('in line for its items');
    expect(relief).toContain(words(50));
    expect(relief).not.toContain(words(20));
    const notice = await untilMail(system, orderId, 'delay-notice');
    expect(notice).toContain(`The date until now: ${words(20)}\nThe new date: ${words(50)}\n`);
    await expectOneDate(orderId, sku, 50);
    await expectMails(
      orderId,
      ...['confirmation', 'payment-problem', 'payment-problem'],
      ...['payment-recovered', 'delay-notice'],
    );
    expect(await mailbox(system, 'next')).toEqual(['confirmation', 'ready-to-ship']);
  });

  it('when a firm unit turns out to be missing', async () => {
    const [orderId, sku] = ['robbed', 'VASE'];
    await announce('vase-1', sku, 20, 1);
    await place({ orderId, sku });
    await restock(system, sku, 1);
    await untilPhase(system, orderId, 'ready_to_ship');
    await untilMail(system, orderId, 'ready-to-ship');
    await announce('vase-2', sku, 50, 2);
    const adjusted = await system.call('POST', '/v1/adjustments', {
      ...{ adjustmentId: 'adj-vase', sku, delta: -1, reason: 'damaged' },
    });
    expect(adjusted.body.revoked).toMatchObject([{ orderId }]);

    const notice = await untilMail(system, orderId, 'delay-notice');
    expect(notice).toContain('are no longer available');
    expect(notice).toContain(`The date until now: ${words(20)}\nThe new date: ${words(50)}\n`);
    expect(notice).toContain('Waiting for stock again');
    expect(notice).not.toContain('has not changed');
    await expectOneDate(orderId, sku, 50);
    await expectMails(orderId, 'confirmation', 'ready-to-ship', 'delay-notice');
  });
});
