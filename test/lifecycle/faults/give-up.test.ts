import { afterAll, beforeAll, expect, it } from 'vitest';
import { mailbox, moneyAt } from '../../support/lives/aftermath.ts';
import { checkout, read, until, untilEnded, zoneAtNoon } from '../../support/lives/story.ts';
import { checkoutUpfront } from '../../support/lives/terms.ts';
import { patienceMs } from '../../support/patience.ts';
import { type Child, startApiProcess } from '../../support/system/child.ts';
import { key, type System, startSystem } from '../../support/system/system.ts';

let system: System;
let api: Child & { url: string };
beforeAll(async () => {
  system = await startSystem({ sweeps: 'child' });
  api = await startApiProcess(system);
});
afterAll(async () => {
  await api?.stop();
  await system.stop();
});

const reason = 'The maker has stopped making this lamp.';
const orderIds = Array.from({ length: 36 }, (_, n) => `order-${n}`);
const isPaid = (orderId: string): boolean => orderIds.indexOf(orderId) % 3 === 0;

const countDecided = async (): Promise<number> => {
  const [row] = await system.db.sql<{ count: number }[]>`
    select count(*)::int as count from give_up_orders where outcome is not null`;
  return row?.count ?? 0;
};

/** In the middle of an order, and before all of them are done. */
const killOnce = async (decided: number): Promise<void> => {
  await expect
    .poll(countDecided, { interval: 5, timeout: patienceMs })
    .toBeGreaterThanOrEqual(decided);
  await api.kill();
  const claimed = await system.db.sql`
    select from give_up_orders where outcome is null and tries > 0`;
  expect(claimed.count).toBeGreaterThan(0);
  expect(await countDecided()).toBeLessThan(orderIds.length);
  // What the dead process had claimed is free once its claim is over.
  await system.db.sql`update give_up_orders set due_at = now() where outcome is null`;
  api = await startApiProcess(system);
};

it(
  'a process killed while it gives up has cancelled, paid back and told each order once',
  async () => {
    const wish = { sku: 'LAMP', promiseIn: null, timeZone: zoneAtNoon() };
    await Promise.all(
      orderIds.map((orderId) =>
        isPaid(orderId)
          ? checkoutUpfront(system, { ...wish, orderId, terms: 'prepaid', upfront: 13_800 })
          : checkout(system, { ...wish, orderId }),
      ),
    );
    for (const orderId of orderIds.filter(isPaid)) {
      await until(system, orderId, ({ payment }) => payment.captured?.amount === 13_800);
    }
    const begun = await fetch(`${api.url}/v1/skus/LAMP/give-up`, {
      method: 'POST',
      headers: { Authorization: `Bearer ${key}`, 'Content-Type': 'application/json' },
      body: JSON.stringify({ giveUpId: 'g', reason }),
    });
    expect(begun.status).toBe(201);
    await killOnce(3);
    await killOnce(12);

    const progress = async () => (await system.call('GET', '/v1/skus/LAMP/give-up/g')).body;
    await expect
      .poll(async () => (await progress()).state, { timeout: 2 * patienceMs })
      .toBe('done');
    expect(await progress()).toMatchObject({ total: 36, cancelled: 36, refused: 0, units: 36 });
    for (const orderId of orderIds) {
      await untilEnded(system, orderId);
      expect.soft((await read(system, orderId)).phase, orderId).toBe('cancelled');
      const told = (await mailbox(system, orderId)).filter((kind) => kind === 'cancelled');
      expect.soft(told, orderId).toHaveLength(1);
      const paid = isPaid(orderId) ? 13_800 : 0;
      const money = { captured: paid, refunded: paid, held: 0 };
      expect.soft(await moneyAt(system, orderId), orderId).toMatchObject(money);
    }
    const carriedOut = await system.db.sql`
      select order_id from cancellations where lines <> '[]' and reason = ${reason}`;
    expect(carriedOut.map(({ orderId }) => orderId).sort()).toEqual([...orderIds].sort());
  },
  6 * patienceMs,
);
