import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { attentionOf, mailbox, moneyAt, untilMail } from '../../support/lives/aftermath.ts';
import {
  cancel,
  checkout,
  read,
  readyToShip,
  resolve,
  ship,
  until,
  untilEnded,
} from '../../support/lives/story.ts';
import { failMail } from '../../support/system/faults.ts';
import { type System, startSystem } from '../../support/system/system.ts';

let system: System;
beforeAll(async () => {
  system = await startSystem();
});
afterAll(() => system.stop());

const one = [{ id: '1', quantity: 1 }];
const paid = { held: 0, captured: 39_600, refunded: 0 };
const threeMugs = (orderId: string) => ({
  orderId,
  quantity: 3,
  fulfilment: 'ship-available' as const,
});

const statusOf = async (orderId: string, shipmentId: string): Promise<unknown> => {
  const [report] = await system.db.sql`
    select status, code, tracking from shipments
    where order_id = ${orderId} and shipment_id = ${shipmentId}`;
  return report;
};

describe.concurrent('shipments of parts', () => {
  it('capture what left and authorise the rest anew', async () => {
    await readyToShip(system, threeMugs('parts'));
    expect((await ship(system, 'parts', { lines: one })).status).toBe(201);
    await until(system, 'parts', ({ payment }) => payment.authorized.amount === 26_400);
    expect(await moneyAt(system, 'parts')).toMatchObject({ held: 26_400, captured: 13_200 });
    expect((await ship(system, 'parts', { shipmentId: 's2' })).status).toBe(201);
    await untilEnded(system, 'parts');
    expect(await moneyAt(system, 'parts')).toEqual({ ...paid, intents: 2 });
    expect((await mailbox(system, 'parts')).toSorted()).toEqual([
      'confirmation',
      'ready-to-ship',
      'shipped',
      'shipped',
    ]);
  });

  it('are all accepted when they are reported at the same moment', async () => {
    await readyToShip(system, threeMugs('burst'));
    const answers = await Promise.all(
      ['s1', 's2', 's3'].map((shipmentId) => ship(system, 'burst', { shipmentId, lines: one })),
    );
    expect(answers.map(({ status, body }) => `${status} ${body.code ?? ''}`)).toEqual([
      '201 ',
      '201 ',
      '201 ',
    ]);
    await untilEnded(system, 'burst');
    expect(await moneyAt(system, 'burst')).toMatchObject(paid);
    expect(await attentionOf(system, 'burst')).toEqual([]);
  });
});

describe.concurrent('a report that comes again', () => {
  it('is answered as before, also after the end, and ships nothing more', async () => {
    await readyToShip(system, { orderId: 'again' });
    const body = {
      shipmentId: 's1',
      carrier: 'UPS',
      tracking: '1Z',
      scannedAt: new Date().toISOString(),
    };
    const report = (changed: object = {}) =>
      system.call('POST', '/v1/backorders/again/shipments', { ...body, ...changed });
    expect((await report()).status).toBe(201);
    const replayed = await report();
    expect(replayed.status).toBe(200);
    expect(replayed.headers.get('Idempotent-Replayed')).toBe('true');
    await untilEnded(system, 'again');
    expect((await report()).status).toBe(200);
    expect(await report({ tracking: '1Z2' })).toMatchObject({
      status: 409,
      body: { code: 'id_reused' },
    });
    expect(await mailbox(system, 'again')).toHaveLength(3);
    expect(await moneyAt(system, 'again')).toMatchObject({ held: 0, captured: 13_800 });
  });

  it('is accepted once when it comes twice at the same moment', async () => {
    await readyToShip(system, { orderId: 'double' });
    const scannedAt = new Date().toISOString();
    const body = { shipmentId: 's1', carrier: 'UPS', tracking: '1Z', scannedAt };
    const answers = await Promise.all(
      [1, 2, 3].map(() => system.call('POST', '/v1/backorders/double/shipments', body)),
    );
    for (const { status } of answers) expect([200, 201]).toContain(status);
    await untilEnded(system, 'double');
    expect((await mailbox(system, 'double')).filter((kind) => kind === 'shipped')).toHaveLength(1);
    expect(await moneyAt(system, 'double')).toMatchObject({ held: 0, captured: 13_800 });
  });
});

describe.concurrent('a shipment that cannot be', () => {
  it('is refused when its units are not ready, kept, and shown to a person', async () => {
    await checkout(system, { orderId: 'soon' });
    const refused = { status: 409, body: { code: 'not_ready_to_ship' } };
    expect(await ship(system, 'soon')).toMatchObject(refused);
    expect(await attentionOf(system, 'soon')).toEqual(['unexpected_shipment']);
    expect(await statusOf('soon', 's1')).toEqual({
      status: 'refused',
      code: 'not_ready_to_ship',
      tracking: '1Z999',
    });
    expect((await resolve(system, 'soon', 'unexpected_shipment')).body.attention).toEqual([]);
    expect(await moneyAt(system, 'soon')).toMatchObject({ held: 0, captured: 0 });
    expect(await resolve(system, 'soon', 'unexpected_shipment')).toMatchObject({
      status: 409,
      body: { code: 'nothing_to_resolve' },
    });
  });

  it('is refused after a cancellation that still owes its mail', async () => {
    await readyToShip(system, { orderId: 'owing' });
    await untilMail(system, 'owing', 'ready-to-ship');
    await failMail(system, 'owing', 'status:500', 2);
    expect((await cancel(system, 'owing')).status).toBe(200);
    expect(await ship(system, 'owing')).toMatchObject({ status: 409, body: { code: 'cancelled' } });
    expect(await attentionOf(system, 'owing')).toEqual(['shipped_after_cancel']);
    await untilEnded(system, 'owing');
    expect((await mailbox(system, 'owing')).at(-1)).toBe('cancelled');
    expect(await moneyAt(system, 'owing')).toMatchObject({ held: 0, captured: 0 });
    expect(await attentionOf(system, 'owing')).toEqual(['shipped_after_cancel']);
  });

  it('is refused after the end, and a person answers it there', async () => {
    await checkout(system, { orderId: 'over' });
    await cancel(system, 'over');
    await untilEnded(system, 'over');
    expect(await ship(system, 'over')).toMatchObject({ status: 409, body: { code: 'cancelled' } });
    expect(await attentionOf(system, 'over')).toEqual(['shipped_after_cancel']);
    expect(await statusOf('over', 's1')).toMatchObject({ status: 'refused', code: 'cancelled' });
    expect((await resolve(system, 'over', 'shipped_after_cancel')).body.attention).toEqual([]);
  });

  it('waits for the release of a hold by an operator', async () => {
    await readyToShip(system, { orderId: 'stop' });
    await system.call('POST', '/v1/backorders/stop/hold', { reason: 'looks like fraud' });
    expect(await ship(system, 'stop')).toMatchObject({ status: 409, body: { code: 'on_hold' } });
    expect(await attentionOf(system, 'stop')).toEqual(['unexpected_shipment']);
    await system.call('POST', '/v1/backorders/stop/release');
    expect((await ship(system, 'stop', { shipmentId: 's2' })).status).toBe(201);
    expect((await resolve(system, 'stop', 'unexpected_shipment')).status).toBe(200);
    await untilEnded(system, 'stop');
    expect((await read(system, 'stop')).attention).toEqual([]);
    expect(await moneyAt(system, 'stop')).toMatchObject({ held: 0, captured: 13_800 });
  });
});
