import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  attentionOf,
  mailbox,
  moneyAt,
  shelfOf,
  untilMail,
} from '../../support/lives/aftermath.ts';
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
  workflowOf,
} from '../../support/lives/story.ts';
import { type System, startSystem } from '../../support/system/system.ts';

let system: System;
beforeAll(async () => {
  system = await startSystem();
});
afterAll(() => system.stop());

const nothing = { held: 0, captured: 0, refunded: 0 };

describe.concurrent('a cancellation', () => {
  it('ends an order that waits for stock, which never paid anything', async () => {
    await checkout(system, { orderId: 'waits' });
    const answer = await cancel(system, 'waits');
    expect(answer.status).toBe(200);
    expect(answer.body).toMatchObject({ phase: 'cancelled', lines: [{ cancelled: 1 }] });
    await untilEnded(system, 'waits');
    expect(await mailbox(system, 'waits')).toEqual(['confirmation', 'cancelled']);
    expect(await untilMail(system, 'waits', 'cancelled')).toContain('Nothing was charged');
    expect(await moneyAt(system, 'waits')).toEqual({ ...nothing, intents: 0 });
  });

  it('ends an order whose card was declined, and its units are free again', async () => {
    await checkout(system, { orderId: 'declined', card: 'pm_card_chargeCustomerFail' });
    await restock(system, 'declined', 1);
    await until(system, 'declined', ({ payment }) => payment.state === 'failed');
    await untilMail(system, 'declined', 'payment-problem');
    expect((await cancel(system, 'declined')).body.phase).toBe('cancelled');
    await untilEnded(system, 'declined');
    expect((await mailbox(system, 'declined')).at(-1)).toBe('cancelled');
    expect(await untilMail(system, 'declined', 'cancelled')).toContain('Nothing was charged');
    expect(await moneyAt(system, 'declined')).toMatchObject(nothing);
    expect(await shelfOf(system, 'declined')).toEqual({ onHand: 1, allocated: 0 });
    expect(await attentionOf(system, 'declined')).toEqual([]);
  });

  it('gives the hold back and says so', async () => {
    await readyToShip(system, { orderId: 'held' });
    expect(await moneyAt(system, 'held')).toMatchObject({ held: 13_800 });
    expect((await cancel(system, 'held')).body.phase).toBe('cancelled');
    await untilEnded(system, 'held');
    expect(await untilMail(system, 'held', 'cancelled')).toMatch(
      /\$138\.00 held on your card has been released/,
    );
    expect(await moneyAt(system, 'held')).toEqual({ ...nothing, intents: 1 });
    expect(await shelfOf(system, 'held')).toEqual({ onHand: 1, allocated: 0 });
  });

  it('leaves alone what the carrier has, and what that cost', async () => {
    const wish = { orderId: 'part', quantity: 2, fulfilment: 'ship-available' as const };
    await checkout(system, wish);
    await restock(system, 'part', 1);
    await untilPhase(system, 'part', 'ready_to_ship');
    expect((await ship(system, 'part')).status).toBe(201);
    const { body } = await cancel(system, 'part');
    expect(body).toMatchObject({ phase: 'shipped', lines: [{ shipped: 1, cancelled: 1 }] });
    await untilEnded(system, 'part');
    expect(await moneyAt(system, 'part')).toMatchObject({ ...nothing, captured: 13_350 });
    expect((await mailbox(system, 'part')).toSorted()).toEqual([
      'cancelled',
      'confirmation',
      'ready-to-ship',
      'shipped',
    ]);
  });

  it('is refused once everything has shipped', async () => {
    await readyToShip(system, { orderId: 'gone' });
    await ship(system, 'gone');
    const early = await cancel(system, 'gone');
    await untilEnded(system, 'gone');
    const late = await cancel(system, 'gone');
    for (const { status, body } of [early, late]) {
      expect({ status, code: body.code }).toEqual({ status: 409, code: 'already_shipped' });
    }
    expect(await moneyAt(system, 'gone')).toMatchObject({ ...nothing, captured: 13_800 });
  });

  it('is carried out once, however often it is asked for', async () => {
    await checkout(system, { orderId: 'twice' });
    const first = await cancel(system, 'twice', { key: 'k1' });
    const again = await cancel(system, 'twice', { key: 'k1' });
    expect(again.body).toEqual(first.body);
    await untilEnded(system, 'twice');
    expect((await cancel(system, 'twice', { key: 'k1' })).body).toEqual(first.body);
    const other = await cancel(system, 'twice');
    expect(other).toMatchObject({ status: 409, body: { code: 'nothing_to_cancel' } });
    expect(await mailbox(system, 'twice')).toEqual(['confirmation', 'cancelled']);
  });

  it('takes some units and leaves the hold for the others', async () => {
    await readyToShip(system, { orderId: 'some', quantity: 3 });
    const { body } = await cancel(system, 'some', { lines: [{ id: '1', quantity: 2 }] });
    expect(body).toMatchObject({ phase: 'ready_to_ship', lines: [{ allocated: 1, cancelled: 2 }] });
    await untilMail(system, 'some', 'cancelled');
    expect((await ship(system, 'some')).status).toBe(201);
    await untilEnded(system, 'some');
    expect(await moneyAt(system, 'some')).toMatchObject({ held: 0, captured: 13_200 });
    expect(await shelfOf(system, 'some')).toEqual({ onHand: 2, allocated: 0 });
  });

  it('hands its units to the next in line', async () => {
    await readyToShip(system, { orderId: 'first', sku: 'shared' });
    await checkout(system, { orderId: 'second', sku: 'shared' });
    expect((await read(system, 'second')).phase).toBe('awaiting_stock');
    await cancel(system, 'first');
    await untilPhase(system, 'second', 'ready_to_ship');
    expect(await moneyAt(system, 'second')).toMatchObject({ held: 13_800 });
    expect(await shelfOf(system, 'shared')).toEqual({ onHand: 1, allocated: 1 });
  });

  it('from the Temporal UI is the shop that cancels', async () => {
    await readyToShip(system, { orderId: 'by-shop' });
    await (await workflowOf(system, 'by-shop')).cancel();
    await untilEnded(system, 'by-shop');
    expect(await read(system, 'by-shop')).toMatchObject({ phase: 'cancelled' });
    expect((await mailbox(system, 'by-shop')).at(-1)).toBe('cancelled');
    expect(await moneyAt(system, 'by-shop')).toMatchObject(nothing);
    const [asked] = await system.db.sql`
      select by from cancellations where order_id = 'by-shop'`;
    expect(asked).toMatchObject({ by: 'shop' });
    expect(await (await workflowOf(system, 'by-shop')).result()).toBe('cancelled');
  });
});
