import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { decisions, mailbox, moneyAt } from '../support/lives/aftermath.ts';
import { checkoutTo, forwardTo, say } from '../support/lives/law.ts';
import {
  cancel,
  checkout,
  emailOf,
  forward,
  inDays,
  read,
  restock,
  ship,
  untilEnded,
  untilPhase,
} from '../support/lives/story.ts';
import { type System, startSystem } from '../support/system/system.ts';

let system: System;
beforeAll(async () => {
  system = await startSystem();
});
afterAll(() => system.stop());

describe('a wait of sixty days', () => {
  it('mails a confirmation, three excitements and the countdown, each on its day', async () => {
    await checkout(system, { orderId: 'sixty' });
    // On the last day at ten the customer would be told that it is late.
    await forwardTo(system, 'sixty', { days: 60, hour: 9 });

    const sent = await decisions(system, 'sixty');
    expect(sent).toContain(`${inDays(0)} confirmation sent`);
    expect(sent.filter((line) => line.includes('countdown'))).toEqual(
      [46, 53, 57, 59].map((days) => `${inDays(days)} countdown sent`),
    );
    expect(sent.filter((line) => line.includes('excitement'))).toHaveLength(3);
    expect(sent).toHaveLength(8);
    expect((await read(system, 'sixty')).promise.on).toBe(inDays(60));
  });

  it('sends nothing about waiting once the parcel is with the carrier', async () => {
    await checkout(system, { orderId: 'early' });
    await forward(system, 'early', 50);
    await restock(system, 'early', 1);
    await untilPhase(system, 'early', 'ready_to_ship');
    expect((await ship(system, 'early')).status).toBe(201);
    await untilEnded(system, 'early');
    await forward(system, 'early', 20);

    const kinds = await mailbox(system, 'early');
    expect(kinds.slice(-2)).toEqual(['ready-to-ship', 'shipped']);
    expect(kinds.filter((kind) => kind === 'countdown')).toHaveLength(1);
    expect(await moneyAt(system, 'early')).toEqual({
      held: 0,
      captured: 13_800,
      refunded: 0,
      intents: 1,
    });
  });

  it.each([
    ['at', 60],
    ['after', 75],
  ])('keeps the order alive when stock arrives %s the promise', async (when, days) => {
    const orderId = `late-${when}`;
    await checkout(system, { orderId });
    await forward(system, orderId, days);
    await restock(system, orderId, 1);
    await untilPhase(system, orderId, 'ready_to_ship');
    expect((await ship(system, orderId)).status).toBe(201);
    await untilEnded(system, orderId);
    expect((await mailbox(system, orderId)).filter((kind) => kind === 'shipped')).toHaveLength(1);
    expect(await moneyAt(system, orderId)).toMatchObject({ held: 0, captured: 13_800 });
  });

  it('checks in every thirty days while there is no date', async () => {
    // Where no law ends an order without a date.
    await checkoutTo(system, { country: 'DE' }, { orderId: 'dateless', promiseIn: null });
    await forward(system, 'dateless', 95);
    const sent = await decisions(system, 'dateless');
    expect(sent.filter((line) => line.includes('check-in'))).toEqual(
      [30, 60, 90].map((days) => `${inDays(days)} check-in sent`),
    );
    expect(sent).toHaveLength(4);
  });

  it('plans everything anew for a new promise', async () => {
    await checkout(system, { orderId: 'moved', promiseIn: 30 });
    await forward(system, 'moved', 20);
    const moved = await system.call('POST', '/v1/backorders/moved/promise', {
      promiseId: 'p2',
      on: inDays(50),
      reason: 'the ship is late',
      basis: 'supplier mail',
    });
    expect(moved.body.promise.on).toBe(inDays(50));
    await forwardTo(system, 'moved', { days: 21, hour: 12 });
    await say(system, 'moved', { act: 'delay-answer', accept: true, until: 'open' });
    await forwardTo(system, 'moved', { days: 51, hour: 12 });
    const countdown = (await decisions(system, 'moved')).filter((line) =>
      line.includes('countdown'),
    );
    expect(countdown).toEqual([16, 36, 43, 47, 49].map((days) => `${inDays(days)} countdown sent`));
    const last = (await system.inbox(emailOf('moved'))).at(-1);
    expect(last?.text).toContain('1 day');
  });

  it('keeps every promise: those that counted, and those that came too late', async () => {
    const orderId = 'over';
    const promise = (promiseId: string, on: string) =>
      system.call('POST', `/v1/backorders/${orderId}/promise`, {
        ...{ promiseId, on, reason: 'the ship is late', basis: 'supplier mail' },
      });
    await checkout(system, { orderId });
    expect((await promise('p2', inDays(50))).status).toBe(200);
    await cancel(system, orderId);
    await untilEnded(system, orderId);
    expect(await promise('p3', inDays(70))).toMatchObject({ body: { code: 'cancelled' } });
    expect((await promise('p2', inDays(50))).status).toBe(200);
    const { body } = await system.call('GET', `/v1/backorders/${orderId}/timeline`);
    const told = body.data.filter(({ type }: { type: string }) => type.startsWith('Promise'));
    expect(told).toMatchObject([
      { type: 'PromiseChanged', detail: { promiseId: 'p2', on: inDays(50) } },
      { type: 'PromiseWithdrawn', detail: { promiseId: 'p3', on: inDays(70), why: 'cancelled' } },
    ]);
  });
});
