import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mailbox, moneyAt, untilMail } from '../../support/lives/aftermath.ts';
import {
  checkout,
  readyToShip,
  resolve,
  restock,
  ship,
  until,
  untilEnded,
  untilPhase,
} from '../../support/lives/story.ts';
import { type System, startSystem } from '../../support/system/system.ts';

let system: System;
beforeAll(async () => {
  system = await startSystem();
});
afterAll(() => system.stop());

const adjust = (sku: string, delta: number) =>
  system.call('POST', '/v1/adjustments', {
    adjustmentId: `adj-${sku}`,
    sku,
    delta,
    reason: 'damaged',
  });

const untilHeld = (orderId: string, held: number) =>
  until(system, orderId, async () => (await moneyAt(system, orderId)).held === held);

describe('units that turn out to be missing', () => {
  it('give the money back, are told once, and ship when new ones come', async () => {
    await readyToShip(system, { orderId: 'broken' });
    expect((await adjust('broken', -1)).body).toMatchObject({
      revoked: [{ orderId: 'broken', lineId: '1', quantity: 1 }],
    });
    await untilPhase(system, 'broken', 'awaiting_stock');
    await untilHeld('broken', 0);
    const text = await untilMail(system, 'broken', 'delay-notice');
    expect(text).toContain('are no longer available');
    expect((await ship(system, 'broken', { shipmentId: 'early' })).body.code).toBe(
      'not_ready_to_ship',
    );

    await restock(system, 'broken', 1, 'r-again');
    await untilPhase(system, 'broken', 'ready_to_ship');
    expect((await ship(system, 'broken')).status).toBe(201);
    await resolve(system, 'broken', 'unexpected_shipment');
    await untilEnded(system, 'broken');
    expect(await mailbox(system, 'broken')).toEqual([
      'confirmation',
      'ready-to-ship',
      'delay-notice',
      'ready-to-ship',
      'shipped',
    ]);
    expect(await moneyAt(system, 'broken')).toMatchObject({ held: 0, captured: 13_800 });
  });

  it('leave the rest of a lease ready to ship where parts may go', async () => {
    await readyToShip(system, { orderId: 'half', quantity: 2, fulfilment: 'ship-available' });
    await adjust('half', -1);
    await untilMail(system, 'half', 'delay-notice');
    expect((await ship(system, 'half')).body.lines).toMatchObject([{ shipped: 1, waiting: 1 }]);
    await restock(system, 'half', 1, 'r-half-again');
    await untilPhase(system, 'half', 'ready_to_ship');
    expect((await ship(system, 'half', { shipmentId: 's2' })).status).toBe(201);
    await untilEnded(system, 'half');
    expect(await moneyAt(system, 'half')).toMatchObject({ held: 0, captured: 26_700 });
  });
});

describe('units given by hand', () => {
  it('reach the other customer, and the first one hears of it', async () => {
    await readyToShip(system, { orderId: 'giver', sku: 'gift' });
    await checkout(system, { orderId: 'taker', sku: 'gift' });
    const given = await system.call('POST', '/v1/backorders/giver/reassign', {
      to: 'taker',
      lines: [{ id: '1', quantity: 1 }],
      reason: 'a wedding on Saturday',
    });
    expect(given.status).toBe(200);
    await untilPhase(system, 'taker', 'ready_to_ship');
    await untilPhase(system, 'giver', 'awaiting_stock');
    await untilMail(system, 'giver', 'delay-notice');
    await untilHeld('giver', 0);
  });
});
