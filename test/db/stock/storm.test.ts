import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { placeOrder } from '../../../db/backorder/place.ts';
import type { Db } from '../../../db/client.ts';
import { applyCancellation } from '../../../db/stock/cancel.ts';
import { endLease, makeFirm } from '../../../db/stock/lease/lease.ts';
import { rejoinQueue } from '../../../db/stock/lease/rejoin.ts';
import { readSnapshot } from '../../../db/stock/ledger/snapshot.ts';
import { runUnfinishedWalks } from '../../../db/stock/queue/walks.ts';
import { receiveStock } from '../../../db/stock/receipts.ts';
import { applyShipment } from '../../../db/stock/ship.ts';
import { fulfilments } from '../../../workflows/domain/stock/allocation.ts';
import { addMs } from '../../../workflows/domain/time.ts';
import { dayZero } from '../../support/cast.ts';
import { empty, newOrder, receiptOf, runWalks } from '../cast.ts';
import { freshDatabase } from '../fresh.ts';
import { expectLedgerToAddUp } from './ledger/adds-up.ts';

let db: Db;
beforeAll(async () => {
  db = await freshDatabase({ max: 24 });
});
afterAll(() => db.close());

/** A repeatable stream of whole numbers below a bound. */
const dice = (seed: number) => {
  let state = seed;
  return (bound: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * bound);
  };
};

type Dice = ReturnType<typeof dice>;

const skus = ['LAMP', 'RUG', 'VASE'];
const orderCount = 80;

const checkout = async (roll: Dice, index: number): Promise<void> => {
  const wanted = skus.filter(() => roll(2) === 0).map((sku) => `${sku}:${1 + roll(3)}`);
  const order = newOrder(`O${index}`, wanted.length > 0 ? wanted : ['LAMP:1'], {
    placedAt: addMs(dayZero, roll(50)),
    priority: roll(3),
    fulfilment: fulfilments[roll(3)] ?? 'whole-order',
  });
  const [placed] = await Promise.all([placeOrder(db, order), placeOrder(db, order)]);
  if (placed.outcome === 'placed') await runWalks(db, placed.walkIds);
};

const arrive = async (roll: Dice, index: number): Promise<void> => {
  const receipt = receiptOf(`R${index}`, `${skus[roll(3)]}:${1 + roll(4)}`);
  const received = await receiveStock(db, receipt);
  if (received.outcome !== 'conflict') await runWalks(db, [received.walkId]);
};

/** One thing that may happen to an order, on what was last known of it. */
const act = async (roll: Dice, index: number): Promise<void> => {
  const orderId = `O${roll(orderCount)}`;
  const snapshot = await readSnapshot(db.sql, orderId).catch(() => undefined);
  if (!snapshot) return;
  const lease = snapshot.leases[0];
  const lines = snapshot.lines.map(({ lineId }) => ({ lineId, quantity: 1 + roll(2) }));
  const cancel = { orderId, cancelId: `C${index}`, by: 'shop' as const, at: dayZero };
  const what = roll(10);
  if (what < 2) {
    const cancelled = await applyCancellation(db, { ...cancel, lines: what ? lines : null });
    await runWalks(db, cancelled.walkIds);
  } else if (what === 2) {
    await runWalks(db, (await rejoinQueue(db, orderId)).walkIds);
  } else if (lease && what < 6) {
    await makeFirm(db, { orderId, leaseId: lease.leaseId });
  } else if (lease && what < 8) {
    const bar = what === 6 ? 'payment' : null;
    const released = await endLease(db, { orderId, leaseId: lease.leaseId, bar });
    await runWalks(db, released.walkIds);
  } else if (lease) {
    const shipment = { orderId, shipmentId: `S${index}`, lines: lease.units, at: dayZero };
    const [shipped] = await Promise.all([applyShipment(db, shipment), applyShipment(db, shipment)]);
    await runWalks(db, shipped.walkIds);
  }
};

describe('everything at once', () => {
  test.each([1, 2])('keeps the ledger, storm %i', async (seed) => {
    await empty(db);
    const roll = dice(seed);
    const many = (count: number, what: (roll: Dice, index: number) => Promise<void>) =>
      Array.from({ length: count }, (_, index) => () => what(roll, index));
    const jobs = [...many(orderCount, checkout), ...many(60, arrive), ...many(250, act)];
    const shuffled = jobs.map((job) => ({ job, at: roll(1_000) })).sort((a, b) => a.at - b.at);
    const worker = async (): Promise<void> => {
      for (let next = shuffled.pop(); next; next = shuffled.pop()) await next.job();
    };
    await Promise.all(Array.from({ length: 24 }, worker));
    await runUnfinishedWalks(db, { budgetMs: 10_000 });
    await expectLedgerToAddUp(db);
    const [counts] = await db.sql<Record<string, number>[]>`
      select sum(shipped) as shipped, sum(cancelled) as cancelled, sum(firm) as firm,
             sum(leased) as leased, sum(waiting) as waiting from lines`;
    for (const [state, units] of Object.entries(counts ?? {})) {
      expect(Number(units), `units ${state}`).toBeGreaterThan(0);
    }
  });
});
