import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { day } from '../../../workflows/calendar/format.ts';
import { mailbox, untilMail } from '../../support/lives/aftermath.ts';
import {
  checkout,
  forward,
  inDays,
  read,
  restock,
  until,
  untilPhase,
  zoneAtNoon,
} from '../../support/lives/story.ts';
import { type System, startSystem } from '../../support/system/system.ts';

let system: System;
beforeAll(async () => {
  system = await startSystem();
});
afterAll(() => system.stop());

const announce = (supplyId: string, sku: string, days: number | null, quantity = 1) =>
  system.call('PUT', `/v1/supplies/${supplyId}`, {
    sku,
    quantity,
    expectedOn: days === null ? null : inDays(days),
    basis: 'the factory',
  });

const place = (orderId: string, sku: string) =>
  checkout(system, { orderId, sku, promiseIn: null, timeZone: zoneAtNoon() });

const pageOf = async (orderId: string): Promise<string> => {
  const { links } = await read(system, orderId);
  return (await system.call('GET', new URL(links.status).pathname)).body;
};

describe('a supply that slips', () => {
  it('says the new date in mail, on the page and in the API alike, to those it concerns', async () => {
    await announce('first', 'LAMP', 30);
    await announce('second', 'LAMP', 40);
    await place('holds', 'LAMP');
    await place('breaks', 'LAMP');
    await untilMail(system, 'holds', 'confirmation');
    await untilMail(system, 'breaks', 'confirmation');

    const { body } = await announce('second', 'LAMP', 70);
    expect(body.broken).toMatchObject([
      { orderId: 'breaks', from: inDays(40), to: inDays(70), notice: 'first_within_30' },
    ]);
    const mail = await untilMail(system, 'breaks', 'delay-notice');
    expect(mail).toContain(day(inDays(40), 'en-US'));
    expect(mail).toContain(day(inDays(70), 'en-US'));
    const backorder = await until(system, 'breaks', ({ promise }) => promise.on === inDays(70));
    expect(backorder.promise.basis).toBe(`supply second, expected on ${inDays(70)}: the factory`);
    expect(await pageOf('breaks')).toContain(day(inDays(70), 'en-US'));

    await sleep(500);
    expect(await mailbox(system, 'holds')).toEqual(['confirmation']);
    expect((await read(system, 'holds')).promise.on).toBe(inDays(30));
    expect(await mailbox(system, 'breaks')).toEqual(['confirmation', 'delay-notice']);
    expect(await system.db.sql`select from promise_moves`).toHaveLength(0);
  });

  it('plans the countdown for the new date alone', async () => {
    await announce('slow', 'RUG', 20);
    await place('later', 'RUG');
    await untilMail(system, 'later', 'confirmation');
    await announce('slow', 'RUG', 50);
    await untilMail(system, 'later', 'delay-notice');
    await forward(system, 'later', 37);
    const kinds = await mailbox(system, 'later');
    expect(kinds.filter((kind) => kind === 'countdown')).toHaveLength(1);
    expect(kinds.filter((kind) => kind === 'delay-notice')).toHaveLength(1);
  });

  it('that will not come leaves no date, and says so', async () => {
    await announce('gone', 'VASE', 20);
    await place('dateless', 'VASE');
    await untilMail(system, 'dateless', 'confirmation');
    await system.call('DELETE', '/v1/supplies/gone');
    expect(await untilMail(system, 'dateless', 'delay-notice')).toContain(
      'cannot give you a new date',
    );
    await until(system, 'dateless', ({ promise }) => promise.on === null);
  });

  it('tells nobody whose units have arrived before', async () => {
    await announce('rest', 'BOWL', 20, 2);
    await place('served', 'BOWL');
    await restock(system, 'BOWL', 1);
    await untilPhase(system, 'served', 'ready_to_ship');
    expect((await announce('rest', 'BOWL', 90)).body.broken).toEqual([]);
    expect(await mailbox(system, 'served')).not.toContain('delay-notice');
  });
});
