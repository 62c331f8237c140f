import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { mailbox, moneyAt } from '../../support/lives/aftermath.ts';
import { type Kind, kinds, lives } from '../../support/lives/step-lives.ts';
import type { StepReport } from '../../support/lives/steps.ts';
import { untilEnded } from '../../support/lives/story.ts';
import { customersMade } from '../../support/page/consent.ts';
import { patienceMs } from '../../support/patience.ts';
import { type Child, startSteppingProcess } from '../../support/system/child.ts';
import { type System, startSystem } from '../../support/system/system.ts';

let system: System;
let worker: Child;
/** How many steps an effect takes, and the orders whose effect was cut off before each of them. */
const stepsOf = new Map<Kind, number>();
const heard: StepReport[] = [];

/**
 * One order of each kind tells how many steps there are. Then one order for every step stops right
 * before it, all are killed at once, and another worker takes over.
 */
beforeAll(async () => {
  system = await startSystem({ worker: 'child' });
  const hear = (report: StepReport) => heard.push(report);
  worker = await startSteppingProcess(system, hear);
  await Promise.all(
    kinds.map(async (kind) => {
      const orderId = `${kind}-whole`;
      await lives[kind].prepare(system, orderId);
      await lives[kind].begin(system, orderId);
      const { steps } = await untilHeard(orderId, false);
      stepsOf.set(kind, steps);
      await lives[kind].finish(system, orderId);
      await untilEnded(system, orderId);
    }),
  );
  await Promise.all(cutOff().map(({ kind, orderId }) => lives[kind].prepare(system, orderId)));
  // What begins a step may wait for one that has stopped, and is answered after the kill.
  const begun = cutOff().map(async ({ kind, orderId }) => lives[kind].begin(system, orderId));
  await Promise.all(cutOff().map(({ orderId }) => untilHeard(orderId, true)));
  await worker.kill();
  worker = await startSteppingProcess(system, hear, { goesOn: true });
  await Promise.all(begun);
  await Promise.all(
    cutOff().map(async ({ kind, orderId }) => {
      await lives[kind].finish(system, orderId);
      await untilEnded(system, orderId, 40_000);
    }),
  );
}, 120_000);
afterAll(async () => {
  await worker?.stop();
  await system.stop();
});

const cutOff = (): { kind: Kind; orderId: string }[] =>
  [...stepsOf].flatMap(([kind, steps]) =>
    Array.from({ length: steps }, (_, index) => ({ kind, orderId: `${kind}-${index}` })),
  );

const untilHeard = async (orderId: string, isStopped: boolean) => {
  const endsAt = Date.now() + patienceMs;
  for (;;) {
    for (const report of heard) {
      if ('refused' in report || report.orderId !== orderId) continue;
      if (report.isStopped === isStopped) return report;
    }
    if (Date.now() > endsAt) throw new Error(`nothing heard of ${orderId}`);
    await sleep(20);
  }
};

it.each(kinds)(
  'a worker killed at any step of %s leaves the order as if it were not',
  async (kind) => {
    const steps = stepsOf.get(kind) ?? 0;
    expect(steps).toBeGreaterThan(lives[kind].steps);
    for (const name of ['whole', ...Array(steps).keys()]) {
      const orderId = `${kind}-${name}`;
      expect
        .soft({ orderId, ...(await whatCameOf(orderId)) })
        .toEqual({ orderId, ...lives[kind].inTheEnd });
    }
  },
);

it('an order without a customer at the provider gets one, wherever a worker was killed', async () => {
  const steps = stepsOf.get('offerCard') ?? 0;
  for (const name of ['whole', ...Array(steps).keys()]) {
    const orderId = `offerCard-${name}`;
    expect.soft(await customersMade(system, orderId), orderId).toHaveLength(1);
  }
});

it('the provider has refused none of the calls that were repeated', () => {
  expect(heard.filter((report) => 'refused' in report)).toEqual([]);
});

const whatCameOf = async (orderId: string) => {
  const attempts = await system.db.sql<{ said: string }[]>`
    select concat_ws(' ', step, outcome) as said from payment_attempts
    where order_id = ${orderId} order by created_at`;
  return {
    money: await moneyAt(system, orderId),
    mails: (await mailbox(system, orderId)).toSorted(),
    attempts: attempts.map(({ said }) => said),
  };
};
