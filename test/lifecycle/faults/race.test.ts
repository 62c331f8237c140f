import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { attentionOf, mailbox, moneyAt, shelfOf } from '../../support/lives/aftermath.ts';
import {
  cancel,
  checkout,
  read,
  readyToShip,
  restock,
  ship,
  untilEnded,
  untilPhase,
} from '../../support/lives/story.ts';
import { type System, startSystem } from '../../support/system/system.ts';

let system: System;
beforeAll(async () => {
  system = await startSystem();
});
afterAll(() => system.stop());

const pairs = Array.from({ length: 16 }, (_, index) => ({
  orderId: `pair-${index}`,
  /** Who comes first changes, and by how much: a busy machine needs more to tell them apart. */
  cancelAfterMs: index % 2 === 0 ? index * 20 : 0,
  shipAfterMs: index % 2 === 1 ? index * 20 : 0,
}));

describe('a cancellation and a shipment at the same moment', () => {
  it('have one winner each, and money, mails and stock agree with it', async () => {
    await Promise.all(pairs.map(({ orderId }) => readyToShip(system, { orderId })));
    const winners = await Promise.all(pairs.map(race));
    for (const [index, { orderId }] of pairs.entries()) {
      await (winners[index] === 'ship' ? expectShipped : expectCancelled)(orderId);
    }
    expect(new Set(winners)).toEqual(new Set(['ship', 'cancel']));
  });

  it('never hand a shipped unit to the next in line', async () => {
    await readyToShip(system, { orderId: 'one-a', sku: 'one' });
    await checkout(system, { orderId: 'one-b', sku: 'one' });
    const [cancelled, shipped] = await Promise.all([
      cancel(system, 'one-a'),
      ship(system, 'one-a'),
    ]);
    await untilEnded(system, 'one-a');
    const won = cancelled.status === 200;
    expect(shipped.status).toBe(won ? 409 : 201);
    if (won) await untilPhase(system, 'one-b', 'ready_to_ship');
    expect((await read(system, 'one-b')).phase).toBe(won ? 'ready_to_ship' : 'awaiting_stock');
  });
});

describe('stock that arrives while an order is cancelled', () => {
  it('ends on the shelf, with no hold left behind', async () => {
    const orders = Array.from({ length: 10 }, (_, index) => `late-${index}`);
    await Promise.all(orders.map((orderId) => checkout(system, { orderId })));
    await Promise.all(
      orders.flatMap((orderId, index) => [
        sleep(index * 20).then(() => restock(system, orderId, 1)),
        sleep(100).then(() => cancel(system, orderId)),
      ]),
    );
    for (const orderId of orders) {
      await untilEnded(system, orderId);
      expect((await read(system, orderId)).phase).toBe('cancelled');
      expect(await moneyAt(system, orderId)).toMatchObject({ held: 0, captured: 0 });
      expect(await shelfOf(system, orderId)).toEqual({ onHand: 1, allocated: 0 });
      expect((await mailbox(system, orderId)).at(-1)).toBe('cancelled');
    }
  });
});

const race = async ({ orderId, cancelAfterMs, shipAfterMs }: (typeof pairs)[number]) => {
  const [cancelled, shipped] = await Promise.all([
    sleep(cancelAfterMs).then(() => cancel(system, orderId)),
    sleep(shipAfterMs).then(() => ship(system, orderId)),
  ]);
  const answers = [cancelled, shipped].map(({ status, body }) => `${status} ${body.code ?? ''}`);
  const isShipped = shipped.status === 201;
  expect(answers).toEqual(isShipped ? ['409 already_shipped', '201 '] : ['200 ', '409 cancelled']);
  return isShipped ? 'ship' : 'cancel';
};

const expectShipped = async (orderId: string): Promise<void> => {
  await untilEnded(system, orderId);
  expect((await read(system, orderId)).phase).toBe('shipped');
  expect(await moneyAt(system, orderId)).toMatchObject({ held: 0, captured: 13_800, refunded: 0 });
  const mails = await mailbox(system, orderId);
  expect(mails).toContain('shipped');
  expect(mails).not.toContain('cancelled');
  expect(await shelfOf(system, orderId)).toEqual({ onHand: 0, allocated: 0 });
};

const expectCancelled = async (orderId: string): Promise<void> => {
  await untilEnded(system, orderId);
  expect((await read(system, orderId)).phase).toBe('cancelled');
  expect(await moneyAt(system, orderId)).toMatchObject({ held: 0, captured: 0, refunded: 0 });
  const mails = await mailbox(system, orderId);
  expect(mails).toContain('cancelled');
  expect(mails).not.toContain('shipped');
  expect(await attentionOf(system, orderId)).toEqual(['shipped_after_cancel']);
  expect(await shelfOf(system, orderId)).toEqual({ onHand: 1, allocated: 0 });
};
