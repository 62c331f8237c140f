import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import {
  attentionOf,
  mailbox,
  moneyAt,
  shelfOf,
  untilMail,
} from '../../support/lives/aftermath.ts';
import { expectShippedOnce, paid } from '../../support/lives/shipped-once.ts';
import {
  cancel,
  checkout,
  forward,
  read,
  readyToShip,
  restock,
  ship,
  until,
  untilEnded,
  untilPhase,
  workflowOf,
} from '../../support/lives/story.ts';
import { checkoutUpfront } from '../../support/lives/terms.ts';
import { customerOf } from '../../support/page/cardholder.ts';
import { type Outside, startOutside } from '../../support/system/outside.ts';
import { reviveIn } from '../../support/system/revive.ts';
import { type System, startSystem } from '../../support/system/system.ts';

let outside: Outside;
let system: System;

/** Orders in the middle of everything; then Temporal is gone, with all that it knew. */
beforeAll(async () => {
  outside = await startOutside();
  system = await startSystem({ outside, timeoutMs: 1_500 });
  await checkout(system, { orderId: 'waiting' });
  await untilMail(system, 'waiting', 'confirmation');
  await checkout(system, { orderId: 'forwarded' });
  await forward(system, 'forwarded', 20);
  await readyToShip(system, { orderId: 'firm' });
  await untilMail(system, 'firm', 'ready-to-ship');

  await checkout(system, { orderId: 'begun' });
  await loseAnswers('begun', 'payment_intents');
  await restock(system, 'begun', 1);
  await untilLost();

  await readyToShip(system, { orderId: 'shipped' });
  await untilMail(system, 'shipped', 'ready-to-ship');
  await loseAnswers('shipped', 'payment_intents');
  expect((await ship(system, 'shipped')).status).toBe(201);
  await untilLost();

  await checkoutUpfront(system, { orderId: 'cancelled', terms: 'prepaid', upfront: 13_800 });
  await untilMail(system, 'cancelled', 'confirmation');
  await loseAnswers('cancelled', 'refunds');
  expect((await cancel(system, 'cancelled')).status).toBe(200);
  await untilLost();

  await readyToShip(system, { orderId: 'over' });
  await ship(system, 'over');
  await untilEnded(system, 'over');
  const { databaseUrl } = system;
  await system.stop();
  await outside.planStripeFaults([]);
  system = await startSystem({ outside, databaseUrl, timeoutMs: 1_500 });
}, 180_000);
afterAll(async () => {
  await system.stop();
  await outside.close();
});

/** The provider does the next thing that it is asked, and nobody gets to know. */
const loseAnswers = async (orderId: string, what: 'payment_intents' | 'refunds') => {
  const customer = await customerOf(system, orderId);
  await system.planStripeFaults([
    { match: `POST /v1/${what}`, times: 1, fault: 'status-after:500', customer },
    { match: `GET /v1/${what}`, times: 1_000, fault: 'status:500', customer },
  ]);
};

const untilLost = () =>
  vi.waitUntil(async () => !JSON.stringify(await outside.faultsLeft('stripe')).includes('POST'), {
    timeout: 20_000,
  });

const open = ['begun', 'cancelled', 'firm', 'forwarded', 'shipped', 'waiting'];

const all = (found: string) => Object.fromEntries(open.map((orderId) => [orderId, found]));

describe('after Temporal was lost', () => {
  it('a rehearsal says what would be revived, and revives nothing', async () => {
    expect(await reviveIn(system, { isRehearsal: true })).toEqual(all('revived'));
    expect(await reviveIn(system, { isRehearsal: true })).toEqual(all('revived'));
  });

  it('every open order runs again, once, whoever else revives them at the same time', async () => {
    const [first, second] = await Promise.all([reviveIn(system), reviveIn(system)]);
    for (const orderId of open) {
      expect([first[orderId], second[orderId]].toSorted()).toContain('revived');
    }
    expect(await reviveIn(system)).toEqual(all('running'));
  });

  it('an order that waits gets its units, its payment and each of its mails once', async () => {
    await restock(system, 'waiting', 1);
    await untilPhase(system, 'waiting', 'ready_to_ship');
    await expectShippedOnce(system, 'waiting');
  }, 60_000);

  it('a hold whose answer was lost is found, and not made a second time', async () => {
    await untilPhase(system, 'begun', 'ready_to_ship');
    expect(await moneyAt(system, 'begun')).toEqual({ ...paid, held: 13_800, captured: 0 });
    expect((await ship(system, 'begun')).status).toBe(201);
    await untilEnded(system, 'begun');
    expect(await moneyAt(system, 'begun')).toEqual(paid);
  }, 60_000);

  it('a hold that stood goes on standing, and pays for the shipment', async () => {
    await until(system, 'firm', ({ attention }) => attention.length === 0);
    await expectShippedOnce(system, 'firm');
  }, 60_000);

  it('a capture whose answer was lost is told once, and not made a second time', async () => {
    await untilEnded(system, 'shipped');
    expect(await moneyAt(system, 'shipped')).toEqual(paid);
    expect(await mailbox(system, 'shipped')).toHaveLength(3);
  }, 60_000);

  it('a refund whose answer was lost is told once, and not made a second time', async () => {
    await untilEnded(system, 'cancelled');
    expect(await moneyAt(system, 'cancelled')).toEqual({
      ...{ held: 0, captured: 13_800, refunded: 13_800, intents: 1 },
    });
    const mails = await mailbox(system, 'cancelled');
    expect(mails.filter((kind) => kind !== 'refunded').toSorted()).toEqual([
      'cancelled',
      'confirmation',
    ]);
    expect(await attentionOf(system, 'cancelled')).toEqual([]);
  }, 60_000);

  it('an order that was forwarded goes on at its own time', async () => {
    const ahead = async () => {
      const { now } = await read(system, 'forwarded');
      const [view] = await system.db.sql<{ at: string }[]>`
        select body ->> 'nextWakeAt' as at from views where order_id = 'forwarded'`;
      return { now, wakeAt: view?.at ?? '' };
    };
    const { now, wakeAt } = await ahead();
    expect({ wakeAt, isLater: wakeAt > now, now }).toMatchObject({ isLater: true });
    await forward(system, 'forwarded', 27);
    expect((await ahead()).wakeAt > wakeAt).toBe(true);
    const mails = await mailbox(system, 'forwarded');
    expect(mails.filter((kind) => kind === 'confirmation')).toHaveLength(1);
  }, 60_000);

  it('no unit is lost, and none counted twice', async () => {
    for (const orderId of ['waiting', 'begun', 'firm', 'shipped', 'over']) {
      expect(await shelfOf(system, orderId)).toEqual({ onHand: 0, allocated: 0 });
    }
  });
});

describe('a run that ended before its order did', () => {
  it('is begun anew when somebody has terminated it', async () => {
    await checkout(system, { orderId: 'terminated' });
    await untilMail(system, 'terminated', 'confirmation');
    await until(system, 'terminated', ({ next }) => next !== null);
    await (await workflowOf(system, 'terminated')).terminate();
    expect(await reviveIn(system)).toMatchObject({ terminated: 'revived' });
    expect((await cancel(system, 'terminated')).status).toBe(200);
    await untilEnded(system, 'terminated');
    expect((await mailbox(system, 'terminated')).toSorted()).toEqual(['cancelled', 'confirmation']);
  }, 60_000);

  it('needs a person where no state of it was kept', async () => {
    await checkout(system, { orderId: 'stateless' });
    await untilMail(system, 'stateless', 'confirmation');
    await until(system, 'stateless', ({ next }) => next !== null);
    await (await workflowOf(system, 'stateless')).terminate();
    await system.db.sql`update views set state = null where order_id = 'stateless'`;
    expect(await reviveIn(system, { isRehearsal: true })).toMatchObject({ stateless: 'unknown' });
    expect(await attentionOf(system, 'stateless')).toEqual([]);
    expect(await reviveIn(system)).toMatchObject({ stateless: 'unknown' });
    expect(await attentionOf(system, 'stateless')).toEqual(['orphaned']);
  }, 60_000);

  it('needs a person where Temporal says that all was done', async () => {
    await (await workflowOf(system, 'waiting')).result();
    await system.db.sql`
      update views set ended_at = null, outcome = null where order_id = 'waiting'`;
    expect(await reviveIn(system)).toMatchObject({ waiting: 'completed' });
    expect(await attentionOf(system, 'waiting')).toEqual(['orphaned']);
    expect(await moneyAt(system, 'waiting')).toEqual(paid);
  }, 60_000);
});

it('an order that was not started yet is left to the relay', async () => {
  await checkout(system, { orderId: 'new' });
  // The relay has done its part, and does not come again.
  await untilMail(system, 'new', 'confirmation');
  await system.db.sql`update orders set started_at = null where order_id = 'new'`;
  expect(await reviveIn(system, { isRehearsal: true })).toMatchObject({ new: 'unstarted' });
});
