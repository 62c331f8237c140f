import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { decisions, mailbox, moneyAt } from '../support/lives/aftermath.ts';
import { forwardTo } from '../support/lives/law.ts';
import {
  checkout,
  inDays,
  read,
  restock,
  ship,
  untilEnded,
  untilPhase,
  workflowOf,
} from '../support/lives/story.ts';
import { createOwnTemporal, manyRuns } from '../support/system/own-temporal.ts';
import { type System, startSystem } from '../support/system/system.ts';

let temporal: Awaited<ReturnType<typeof createOwnTemporal>>;
let system: System;
beforeAll(async () => {
  temporal = await createOwnTemporal(manyRuns);
  await temporal.start();
  system = await startSystem({ address: temporal.address, namespace: 'default' });
});
afterAll(async () => {
  await system.stop();
  await temporal.remove();
});

const runsOf = async (orderId: string): Promise<number> => {
  const client = await system.temporal.client();
  return (await client.workflow.count(`OrderId = '${orderId}'`)).count;
};

/** Of the promised day, when all is said about it but that it passes. */
const lastMorning = { days: 60, hour: 6 };

describe('a run whose history grew long', () => {
  it('goes on in a new one with all it knew', async () => {
    await checkout(system, { orderId: 'long' });
    await forwardTo(system, 'long', lastMorning);
    const sent = await decisions(system, 'long');
    expect(sent.filter((line) => line.includes('countdown'))).toEqual(
      [46, 53, 57, 59].map((days) => `${inDays(days)} countdown sent`),
    );
    expect(sent).toHaveLength(8);
    expect(new Set(await mailbox(system, 'long')).size).toBe(3);
    expect(await mailbox(system, 'long')).toHaveLength(8);
    const waiting = await read(system, 'long');

    const { searchAttributes, status } = await (await workflowOf(system, 'long')).describe();
    expect(status.name).toBe('RUNNING');
    expect(await runsOf('long')).toBeGreaterThan(1);
    expect(searchAttributes).toMatchObject({
      OrderId: ['long'],
      Skus: ['long'],
      BackorderPhase: ['awaiting_stock'],
      PaymentState: ['vaulted'],
    });

    await restock(system, 'long', 1);
    await untilPhase(system, 'long', 'ready_to_ship');
    expect((await ship(system, 'long')).status).toBe(201);
    await untilEnded(system, 'long');
    const ended = await read(system, 'long');
    expect(ended).toMatchObject({ phase: 'shipped', promise: waiting.promise, attention: [] });
    expect(ended.revision).toBeGreaterThan(waiting.revision);
    expect((await mailbox(system, 'long')).slice(8)).toEqual(['ready-to-ship', 'shipped']);
    expect(await moneyAt(system, 'long')).toMatchObject({ held: 0, captured: 13_800 });
    await expect
      .poll(async () => (await (await workflowOf(system, 'long')).describe()).searchAttributes)
      .toMatchObject({ BackorderPhase: ['shipped'], PaymentState: ['captured'] });
  }, 60_000);

  it('vouches for the evidence that the run before it knew, and for nothing in its place', async () => {
    await checkout(system, { orderId: 'vouched' });
    const evidenceOf = async () =>
      (await system.call('GET', '/v1/backorders/vouched/evidence')).body;
    await expect.poll(async () => (await evidenceOf()).witnessedHead).not.toBeNull();
    const { witnessedHead } = await evidenceOf();
    await system.db.sql`
      update evidence set hash = ${'0'.repeat(64)} where order_id = 'vouched'`;
    await forwardTo(system, 'vouched', lastMorning);
    expect(await runsOf('vouched')).toBeGreaterThan(1);
    expect(await evidenceOf()).toMatchObject({ head: '0'.repeat(64), witnessedHead });
  }, 60_000);
});
