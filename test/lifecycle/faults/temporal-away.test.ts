import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mailbox, moneyAt, untilMail } from '../../support/lives/aftermath.ts';
import {
  cancel,
  checkout,
  read,
  restock,
  untilEnded,
  untilPhase,
  workflowOf,
} from '../../support/lives/story.ts';
import { textOf } from '../../support/page/page-text.ts';
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

describe("a customer's word while Temporal is away", () => {
  it('is kept, shown on the page, and carried out afterwards without being asked again', async () => {
    const said = ['said-before', 'said-unstarted'];
    await checkout(system, { orderId: 'said-before' });
    await untilMail(system, 'said-before', 'confirmation');
    await temporal.stop();
    await checkout(system, { orderId: 'said-unstarted' });
    for (const orderId of said) {
      const refused = await cancel(system, orderId);
      expect(refused).toMatchObject({ status: 503, body: { code: 'outcome_unknown' } });
      expect(await page(orderId)).toContain('We have received your cancellation');
    }
    // Both forms are sent twice, as people do.
    for (const orderId of said) expect((await pressCancel(orderId)).status).toBe(303);

    await temporal.start();
    await system.db.sql`update customer_words set not_before = now()`;
    for (const orderId of said) {
      await untilEnded(system, orderId, 45_000);
      expect(await page(orderId)).not.toContain('We have received your cancellation');
      expect((await mailbox(system, orderId)).filter((kind) => kind === 'cancelled')).toHaveLength(
        1,
      );
    }
    const countOpen = async () =>
      (await system.db.sql`select from customer_words where outcome is null`).length;
    await expect.poll(countOpen, { timeout: 30_000 }).toBe(0);
  }, 120_000);
});

const linkOf = async (orderId: string): Promise<string> =>
  new URL((await read(system, orderId)).links.status).pathname;

const page = async (orderId: string): Promise<string> =>
  textOf((await system.call('GET', await linkOf(orderId))).body);

const pressCancel = async (orderId: string) =>
  system.app.request(`${await linkOf(orderId)}/cancel`, {
    method: 'POST',
    body: 'formId=&answer=yes',
  });
