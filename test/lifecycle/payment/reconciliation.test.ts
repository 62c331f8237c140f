import { setTimeout as sleep } from 'node:timers/promises';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { keepSchedule } from '../../../api/books/schedule.ts';
import { createTemporal } from '../../../api/temporal/client.ts';
import { attentionOf } from '../../support/lives/aftermath.ts';
import { readyToShip, resolve, ship, untilEnded } from '../../support/lives/story.ts';
import { patienceMs } from '../../support/patience.ts';
import { type Answer, type System, startSystem } from '../../support/system/system.ts';

let system: System;
beforeAll(async () => {
  system = await startSystem();
});
afterAll(() => system.stop());

const logger = pino({ level: 'silent' });

/** As if nothing had happened for an hour: whatever moves is not compared. */
const calmDown = async (): Promise<void> => {
  const { sql } = system.db;
  await sql`update orders set created_at = created_at - interval '1 hour'`;
  await sql`update views set updated_at = updated_at - interval '1 hour'`;
  await sql`
    update payment_attempts
    set created_at = created_at - interval '1 hour', settled_at = settled_at - interval '1 hour'`;
};

const readRun = async (): Promise<Answer['body']> =>
  (await system.call('GET', '/v1/reconciliation')).body;

/** Waits for a run that finished after `before`. */
const untilRun = async (before: Answer['body']): Promise<Answer['body']> => {
  const endsAt = Date.now() + patienceMs;
  for (;;) {
    const answer = await readRun();
    if (answer.run && answer.run.runId !== before.run?.runId) return answer;
    if (Date.now() > endsAt) throw new Error('no run has finished');
    await sleep(50);
  }
};

const client = () => system.temporal.client();

/** Now instead of when the schedule says, however many have run in this minute. */
const compare = async (): Promise<Answer['body']> => {
  await calmDown();
  const before = await readRun();
  const handle = (await client()).schedule.getHandle('reconciliation');
  await handle.trigger();
  return untilRun(before);
};

const keep = (everyHours: number) =>
  keepSchedule({ temporal: system.temporal, taskQueue: 'backorders', everyHours, logger });

const intervalOf = async (): Promise<number | undefined> => {
  const { spec } = await (await client()).schedule.getHandle('reconciliation').describe();
  return spec.intervals?.[0]?.every;
};

const untilInterval = async (hours: number): Promise<void> => {
  const endsAt = Date.now() + 10_000;
  while ((await intervalOf().catch(() => undefined)) !== hours * 3_600_000) {
    if (Date.now() > endsAt) throw new Error('the schedule is not as it should be');
    await sleep(50);
  }
};

describe('reconciliation on the real Temporal', () => {
  it('is scheduled however many processes start, with the settings of the last', async () => {
    const first = [keep(24), keep(24)];
    await untilInterval(24);
    const second = keep(6);
    await untilInterval(6);
    const schedule = await (await client()).schedule.getHandle('reconciliation').describe();
    expect(schedule.policies).toMatchObject({ overlap: 'SKIP', catchupWindow: 86_400_000 });
    await Promise.all([...first, second].map((loop) => loop.close()));
  });

  it('is made up for while Temporal is away', async () => {
    const away = createTemporal({ connectionOptions: { address: '127.0.0.1:1' } });
    const warned: string[] = [];
    const stream = { write: (line: string) => warned.push(line) };
    const loop = keepSchedule({
      ...{ temporal: away, taskQueue: 'backorders', everyHours: 24 },
      logger: pino({ level: 'warn' }, stream),
    });
    while (warned.length === 0) await sleep(20);
    await loop.close();
    await away.close();
    expect(warned[0]).toContain('made up for later');
  });

  it('agrees on what the product has done, and finds what somebody did by hand or lost', async () => {
    await readyToShip(system, { orderId: 'R-1' });
    await ship(system, 'R-1');
    await untilEnded(system, 'R-1');
    await readyToShip(system, { orderId: 'R-2' });
    expect(await compare()).toMatchObject({ run: { intents: 2, orders: 2 }, data: [] });

    const { data } = await system.stripe.paymentIntents.list({ limit: 100 });
    const shipped = data.find(({ metadata }) => metadata.order === 'R-1')?.id ?? '';
    await system.stripe.refunds.create({ payment_intent: shipped, amount: 1_000 });
    await system.db.sql`
      update payment_attempts set provider_intent_id = 'pi_lost' where order_id = 'R-2'`;
    expect((await compare()).data).toEqual([
      {
        kind: 'refunded_differs',
        orderId: 'R-1',
        providerIntentId: shipped,
        ours: { refunded: 0 },
        theirs: { refunded: 1_000 },
      },
      {
        kind: 'value_differs',
        orderId: 'R-1',
        providerIntentId: null,
        ours: { shipped: 13_800 },
        theirs: { paid: 12_800 },
      },
      {
        kind: 'missing_at_provider',
        orderId: 'R-2',
        providerIntentId: 'pi_lost',
        ours: { createdAt: expect.any(String) },
        theirs: {},
      },
    ]);
    expect(await attentionOf(system, 'R-1')).toEqual(['money_differs']);
    expect(await attentionOf(system, 'R-2')).toEqual(['money_differs']);

    const resolved = await resolve(system, 'R-1', 'money_differs');
    expect(resolved).toMatchObject({ status: 200, body: { attention: [] } });
    await compare();
    expect(await attentionOf(system, 'R-1')).toEqual([]);
    expect(await attentionOf(system, 'R-2')).toEqual(['money_differs']);
  });

  it('is run by a call, once a minute', async () => {
    const before = await readRun();
    const [one, two] = await Promise.all([
      system.call('POST', '/v1/reconciliation'),
      system.call('POST', '/v1/reconciliation'),
    ]);
    expect([one.status, two.status]).toEqual([202, 202]);
    expect(one.body.workflowId).toMatch(/^reconciliation\/\d{4}-\d\d-\d\dT\d\d:\d\d$/);
    await untilRun(before);
    const started = (await client()).workflow.getHandle(one.body.workflowId);
    expect((await started.describe()).type).toBe('reconciliation');
  });
});
