import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mailbox, moneyAt, untilMail } from '../../support/lives/aftermath.ts';
import {
  checkout,
  read,
  restock,
  untilEnded,
  untilPhase,
  workflowOf,
} from '../../support/lives/story.ts';
import { createOwnTemporal } from '../../support/system/own-temporal.ts';
import { type System, startSystem } from '../../support/system/system.ts';

let temporal: Awaited<ReturnType<typeof createOwnTemporal>>;
let system: System;
beforeAll(async () => {
  temporal = await createOwnTemporal();
  await temporal.start();
  system = await startSystem({ address: temporal.address, namespace: 'default' });
});
afterAll(async () => {
  await system.stop();
  await temporal.remove();
});

const parcel = {
  shipmentId: 's1',
  carrier: 'UPS',
  tracking: '1Z',
  scannedAt: new Date().toISOString(),
};

const report = (orderId: string) =>
  system.call('POST', `/v1/backorders/${orderId}/shipments`, parcel);

const orders = ['before', 'during'];

const expectStockAndNoAct = async (orderId: string): Promise<void> => {
  expect(await restock(system, orderId, 1)).toMatchObject({
    status: 201,
    body: { allocated: 1, filled: [{ orderId }] },
  });
  const refused = await report(orderId);
  expect(refused.status).toBe(503);
  expect(['unavailable', 'outcome_unknown']).toContain(refused.body.code);
  expect(Number(refused.headers.get('Retry-After'))).toBeGreaterThan(0);
  expect((await read(system, orderId)).lines).toMatchObject([{ allocated: 1 }]);
};

describe('while Temporal is away', () => {
  it('takes checkouts and stock, answers 503 to acts, and goes on afterwards', async () => {
    await checkout(system, { orderId: 'before' });
    await untilMail(system, 'before', 'confirmation');
    await temporal.stop();

    expect((await checkout(system, { orderId: 'during' })).status).toBe(201);
    await Promise.all(orders.map(expectStockAndNoAct));

    await temporal.start();
    for (const orderId of orders) {
      await untilPhase(system, orderId, 'ready_to_ship', 45_000);
      expect((await report(orderId)).status).toBe(201);
      await untilEnded(system, orderId);
      const mails = await mailbox(system, orderId);
      expect(mails.toSorted()).toEqual(['confirmation', 'ready-to-ship', 'shipped']);
      expect(await moneyAt(system, orderId)).toEqual({
        held: 0,
        captured: 13_800,
        refunded: 0,
        intents: 1,
      });
      await (await workflowOf(system, orderId)).result();
    }
  }, 120_000);
});
