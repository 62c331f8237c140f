import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mailbox, moneyAt, shelfOf, untilMail } from '../../support/lives/aftermath.ts';
import {
  checkout,
  checkoutBody,
  readyToShip,
  restock,
  ship,
  untilEnded,
  untilPhase,
} from '../../support/lives/story.ts';
import { type Child, startApiProcess, startWorkerProcess } from '../../support/system/child.ts';
import { failMail, failPayment } from '../../support/system/faults.ts';
import { key, type System, startSystem } from '../../support/system/system.ts';

let system: System;
let worker: Child;
beforeAll(async () => {
  system = await startSystem({ worker: 'child' });
  worker = await startWorkerProcess(system);
});
afterAll(async () => {
  await worker?.stop();
  await system.stop();
});

const killAndStartAgain = async (): Promise<void> => {
  await worker.kill();
  worker = await startWorkerProcess(system);
};

const untilStruck = (service: 'stripe' | 'resend') =>
  expect.poll(() => system.faultsLeft(service)).toEqual([]);

const orders = (name: string, count: number): string[] =>
  Array.from({ length: count }, (_, index) => `${name}-${index}`);

const inTheEnd = { held: 0, captured: 13_800, refunded: 0, intents: 1 };

/** What went before its mail was out is not said to be ready any more. */
const rightMails = [
  ['confirmation', 'ready-to-ship', 'shipped'],
  ['confirmation', 'shipped'],
];

const expectWhole = async (orderId: string): Promise<void> => {
  await untilEnded(system, orderId);
  expect(await moneyAt(system, orderId)).toEqual(inTheEnd);
  expect(rightMails).toContainEqual((await mailbox(system, orderId)).toSorted());
  expect(await shelfOf(system, orderId)).toEqual({ onHand: 0, allocated: 0 });
};

describe('a worker killed in the middle of a call', () => {
  it('has sent one mail and captured once after the next one took over', async () => {
    const capturing = ['capture-hang', 'capture-drop-after'];
    const mailing = ['mail-hang', 'mail-drop-after'];
    for (const orderId of capturing) await readyToShip(system, { orderId });
    await Promise.all(capturing.map((orderId) => untilMail(system, orderId, 'ready-to-ship')));
    for (const fault of ['hang', 'drop-after']) {
      await failPayment(system, `capture-${fault}`, fault, { match: 'POST /v1/payment_intents/' });
      await failMail(system, `mail-${fault}`, fault);
    }
    for (const orderId of mailing) await checkout(system, { orderId });
    for (const orderId of capturing) expect((await ship(system, orderId)).status).toBe(201);
    await Promise.all([untilStruck('stripe'), untilStruck('resend')]);
    await killAndStartAgain();

    for (const orderId of mailing) {
      await untilMail(system, orderId, 'confirmation');
      await restock(system, orderId, 1);
      await untilPhase(system, orderId, 'ready_to_ship');
      expect((await ship(system, orderId)).status).toBe(201);
    }
    for (const orderId of [...mailing, ...capturing]) await expectWhole(orderId);
  }, 120_000);
});

describe('a worker killed at any moment', () => {
  it('leaves every order where it should be', async () => {
    const lives = orders('life', 8);
    await Promise.all(lives.map((orderId) => checkout(system, { orderId })));
    const restocked = lives.map(async (orderId, index) => {
      await sleep(index * 60);
      await restock(system, orderId, 1);
    });
    await sleep(200);
    await killAndStartAgain();
    await Promise.all(restocked);
    const shipped = lives.map(async (orderId) => {
      await untilPhase(system, orderId, 'ready_to_ship', 40_000);
      await shipUntilAnswered(orderId);
    });
    await sleep(300);
    await killAndStartAgain();
    await Promise.all(shipped);
    for (const orderId of lives) await expectWhole(orderId);
  }, 120_000);
});

describe('an API killed at any moment', () => {
  it('has lost no checkout that it took, and made none twice', async () => {
    const api = await startApiProcess(system);
    const placed = orders('placed', 16);
    const bodies = await Promise.all(
      placed.map((orderId) => checkoutBody(system, { orderId, sku: orderId })),
    );
    const post = (body: object) =>
      fetch(`${api.url}/v1/backorders`, {
        method: 'POST',
        headers: { Authorization: `Bearer ${key}`, 'Content-Type': 'application/json' },
        body: JSON.stringify(body),
      }).then(
        ({ status }) => status,
        () => 'cut off',
      );
    let answered = 0;
    const asked = bodies.map(async (body, index) => {
      await sleep(index * 20);
      const answer = await post(body);
      answered += 1;
      return answer;
    });
    await expect.poll(() => answered, { interval: 5 }).toBeGreaterThan(2);
    await api.kill();
    const answers = await Promise.all(asked);
    expect(new Set(answers)).toEqual(new Set([201, 'cut off']));
    await system.db.sql`update news set claimed_until = now()`;
    for (const [index, body] of bodies.entries()) {
      const again = await system.call('POST', '/v1/backorders', body);
      expect(again.status).toBeOneOf(answers[index] === 201 ? [200] : [200, 201]);
    }
    for (const orderId of placed) {
      await untilMail(system, orderId, 'confirmation');
      expect(await mailbox(system, orderId)).toEqual(['confirmation']);
    }
    const client = await system.temporal.client();
    const count = async () => (await client.workflow.count(`OrderId STARTS_WITH 'placed-'`)).count;
    await expect.poll(count).toBe(placed.length);
  }, 120_000);
});

/** A warehouse repeats its report until somebody answers. */
const shipUntilAnswered = async (orderId: string): Promise<void> => {
  const report = { shipmentId: 's1', carrier: 'UPS', tracking: '1Z', scannedAt: startedAt };
  for (;;) {
    const { status } = await system.call('POST', `/v1/backorders/${orderId}/shipments`, report);
    if (status < 300) return;
    expect(status).toBe(503);
  }
};

const startedAt = new Date().toISOString();
