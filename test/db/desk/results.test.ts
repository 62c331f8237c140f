import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createRandom } from '../../../bench/soak/random.ts';
import { placeOrder } from '../../../db/backorder/place.ts';
import type { Db } from '../../../db/client.ts';
import { listFollowed } from '../../../db/desk/results/mail.ts';
import {
  listRevenue,
  type Period,
  type Revenue,
  readTogether,
} from '../../../db/desk/results/revenue.ts';
import { listWaits } from '../../../db/desk/results/waits.ts';
import { valueOfFirst } from '../../../workflows/domain/money.ts';
import { addMs, dayMs, type Instant } from '../../../workflows/domain/time.ts';
import { empty, newOrder } from '../cast.ts';
import { freshDatabase } from '../fresh.ts';

/** A Monday. */
const monday: Instant = '2026-01-05T00:00:00.000Z';
const inDays = (days: number): Instant => addMs(monday, days * dayMs);
const threeWeeks: Period = { bounds: [0, 7, 14, 21].map(inDays) };

let db: Db;
beforeAll(async () => {
  db = await freshDatabase();
});
afterAll(() => db.close());
beforeEach(async () => {
  await empty(db);
  await db.sql`truncate messages`;
});

const parties = ['customer', 'law', 'shop', 'system'] as const;
type Party = (typeof parties)[number];
type Part = { lineId: string; quantity: number };

/** As the ledger keeps what was cancelled; one after the other. */
const cancel = async (
  orderId: string,
  { by, lines, at, n = 1 }: { by: Party; lines: Part[]; at: Instant; n?: number },
): Promise<void> => {
  await db.sql`
    insert into cancellations (order_id, cancel_id, by, lines, requested_at, created_at)
    values (${orderId}, ${`c${n}`}, ${by}, ${db.sql.json(lines)}, ${at},
            now() + ${n} * interval '1 second')`;
  for (const { lineId, quantity } of lines) {
    await db.sql`
      update lines set waiting = waiting - ${quantity}, cancelled = cancelled + ${quantity}
      where order_id = ${orderId} and line_id = ${lineId}`;
  }
};

const ship = async (orderId: string, lines: Part[], at: Instant): Promise<void> => {
  await db.sql`
    insert into shipments (order_id, shipment_id, lines, scanned_at, body_hash, status)
    values (${orderId}, ${`s${lines[0]?.lineId}`}, ${db.sql.json(lines)}, ${at}, 'body', 'accepted')`;
  for (const { lineId, quantity } of lines) {
    await db.sql`
      update lines set waiting = waiting - ${quantity}, shipped = shipped + ${quantity}
      where order_id = ${orderId} and line_id = ${lineId}`;
  }
};

const list = (each: boolean, period: Period = threeWeeks): Promise<Revenue[]> =>
  readTogether(db, (sql) => listRevenue(sql, period, { each, limit: 1_000 }));

const fields = ['units', 'kept', 'waiting'] as const;
const lost = ['lostByCustomer', 'lostByLaw', 'lostByShop', 'lostBySystem'] as const;
type Sums = Record<string, Record<string, number>>;

/** By a key of each row, what its sums come to. */
const sumsBy = (rows: readonly Revenue[], keyOf: (row: Revenue) => string): Sums => {
  const sums: Sums = {};
  for (const row of rows) {
    const into = sums[keyOf(row)] ?? {};
    for (const field of [...fields, ...lost]) into[field] = (into[field] ?? 0) + row[field];
    sums[keyOf(row)] = into;
  }
  return sums;
};

describe('the revenue of a period', () => {
  it.each([1, 2, 3])(
    'is that of its lines one by one, whatever happened to them (%i)',
    async (seed) => {
      const random = createRandom(seed, 'results');
      const naive: Revenue[] = [];
      for (let n = 0; n < 60; n += 1) {
        const orderId = `O${n}`;
        const day = random.below(21);
        const currency = random.pick(['USD', 'EUR', 'JPY']);
        const lines = Array.from({ length: 1 + random.below(3) }, (_, index) => ({
          ...{ lineId: `${index + 1}`, sku: random.pick(['LAMP', 'RUG', 'MUG']), title: null },
          ...{ location: 'main', quantity: 1 + random.below(5), unitPrice: 999 },
          total: random.below(20_000),
        }));
        const placedAt = inDays(day + random.next() * 0.9);
        await placeOrder(db, newOrder(orderId, [], { placedAt, currency, lines }));
        for (const { lineId, sku, quantity, total } of lines) {
          const value = (count: number): number => valueOfFirst(total, { units: quantity, count });
          const shipped = random.below(quantity + 1);
          if (shipped > 0) await ship(orderId, [{ lineId, quantity: shipped }], inDays(30));
          const row: Revenue = {
            ...{ week: Math.floor(day / 7), sku, currency, units: quantity, kept: value(shipped) },
            ...{ lostByCustomer: 0, lostByLaw: 0, lostByShop: 0, lostBySystem: 0, waiting: 0 },
          };
          let left = quantity;
          for (let turn = 1; left > shipped && random.below(3) > 0; turn += 1) {
            const count = 1 + random.below(left - shipped);
            const party = random.below(4);
            const by = parties[party] ?? 'shop';
            const at = inDays(22 + turn);
            const cancelled = {
              by,
              lines: [{ lineId, quantity: count }],
              at,
              n: Number(lineId) * 10 + turn,
            };
            await cancel(orderId, cancelled);
            row[lost[party] ?? 'lostByShop'] += value(left) - value(left - count);
            left -= count;
          }
          row.waiting = value(left) - value(shipped);
          naive.push(row);
        }
      }
      const each = ({ week, sku, currency }: Revenue): string => `${week} ${sku} ${currency}`;
      expect(sumsBy(await list(true), each)).toEqual(sumsBy(naive, each));
      const grouped = await list(false);
      const byWeek = ({ week, currency }: Revenue): string => `${week} ${currency}`;
      const bySku = ({ sku, currency }: Revenue): string => `${sku} ${currency}`;
      expect(
        sumsBy(
          grouped.filter(({ sku }) => sku === null),
          byWeek,
        ),
      ).toEqual(sumsBy(naive, byWeek));
      expect(
        sumsBy(
          grouped.filter(({ sku }) => sku !== null),
          bySku,
        ),
      ).toEqual(sumsBy(naive, bySku));
      const lamps = await list(true, { ...threeWeeks, sku: 'LAMP' });
      const onlyLamps = naive.filter(({ sku }) => sku === 'LAMP');
      expect(sumsBy(lamps, each)).toEqual(sumsBy(onlyLamps, each));
    },
  );

  it('names the SKUs with the most at stake of each currency, be its amounts small', async () => {
    const bought = (orderId: string, currency: string, prices: Record<string, number>) => {
      const lines = Object.entries(prices).map(([sku, total], index) => ({
        ...{ lineId: `${index + 1}`, sku, title: null, location: 'main' },
        ...{ quantity: 1, unitPrice: total, total },
      }));
      return placeOrder(db, newOrder(orderId, [], { placedAt: monday, currency, lines }));
    };
    await bought('yen', 'JPY', { LAMP: 90_000, RUG: 80_000, MUG: 70_000 });
    await bought('euro', 'EUR', { MUG: 900, RUG: 1_900, LAMP: 500 });
    const rows = await readTogether(db, (sql) =>
      listRevenue(sql, threeWeeks, { each: false, limit: 2 }),
    );
    const named = rows.map(({ week, sku, currency }) => `${sku ?? week} ${currency}`);
    expect(named.sort()).toEqual(
      ['0 EUR', '0 JPY', 'LAMP JPY', 'MUG EUR', 'RUG EUR', 'RUG JPY'].sort(),
    );
  });

  it('begins and ends with its days, and says nothing where nothing was ordered', async () => {
    await placeOrder(db, newOrder('before', ['LAMP:1'], { placedAt: addMs(monday, -1) }));
    await placeOrder(db, newOrder('first', ['LAMP:1'], { placedAt: monday }));
    await placeOrder(db, newOrder('last', ['LAMP:1'], { placedAt: addMs(inDays(21), -1) }));
    await placeOrder(db, newOrder('after', ['LAMP:1'], { placedAt: inDays(21) }));
    expect((await list(true)).map(({ week, units }) => [week, units])).toEqual([
      [0, 1],
      [2, 1],
    ]);
    expect(await list(true, { ...threeWeeks, sku: 'NONE' })).toEqual([]);
  });
});

describe('how long orders waited', () => {
  const placed = (orderId: string, group: 'control' | 'told' | null = 'told') =>
    placeOrder(db, newOrder(orderId, ['LAMP:2'], { placedAt: monday, excitementGroup: group }));
  const one = [{ lineId: '1', quantity: 1 }];
  const both = [{ lineId: '1', quantity: 2 }];
  const waits = async (period = threeWeeks) =>
    (await listWaits(db.sql, period)).map(({ group, days, isCancelled, count }) => [
      ...[group, isCancelled ? 'cancelled' : 'lost sight of', count],
      ...(isCancelled || days < 100 ? [days] : ['until now']),
    ]);

  it('ends with the first word of the customer, for a part of it too', async () => {
    await placed('part');
    await cancel('part', { by: 'customer', lines: one, at: inDays(9.9) });
    await cancel('part', { by: 'customer', lines: one, at: inDays(30), n: 2 });
    expect(await waits()).toEqual([['told', 'cancelled', 1, 9]]);
  });

  it.each(['shop', 'law', 'system'] as const)(
    'is lost sight of when the %s ends it',
    async (by) => {
      await placed('ended', 'control');
      await cancel('ended', { by, lines: both, at: inDays(12) });
      expect(await waits()).toEqual([['control', 'lost sight of', 1, 12]]);
    },
  );

  it('is lost sight of when the last unit has shipped, and not before', async () => {
    await placed('whole');
    await ship('whole', both, inDays(15));
    await placed('rest', null);
    await ship('rest', one, inDays(15));
    await db.sql`update orders set skipped_ms = ${90 * dayMs}, placed_at = now()
      where order_id = 'rest'`;
    await db.sql`update lines set placed_at = o.placed_at from orders o
      where o.order_id = lines.order_id`;
    expect(await waits()).toEqual([['told', 'lost sight of', 1, 15]]);
    const now: Period = { bounds: [addMs(new Date().toISOString(), -dayMs), '2199-01-01'] };
    // In its own time, which runs ahead of the wall.
    expect(await waits(now)).toEqual([[null, 'lost sight of', 1, 90]]);
  });

  it('counts nothing that was refused, and orders of an SKU alone if it is asked so', async () => {
    await placed('refused');
    await db.sql`
      insert into cancellations (order_id, cancel_id, by, requested_at)
      values ('refused', 'c', 'customer', ${inDays(3)})`;
    await placeOrder(db, newOrder('mug', ['MUG:1'], { placedAt: monday }));
    await cancel('mug', { by: 'customer', lines: one, at: inDays(2) });
    expect(await waits({ ...threeWeeks, sku: 'MUG' })).toEqual([[null, 'cancelled', 1, 2]]);
    expect(await waits({ ...threeWeeks, sku: 'LAMP' })).toEqual([
      ['told', 'lost sight of', 1, 'until now'],
    ]);
  });
});

/** How often that index was read, by the server's own count. */
const readsOf = async (index: string): Promise<number> => {
  await db.sql`select pg_stat_force_next_flush()`;
  const [row] = await db.sql<{ reads: number }[]>`
    select idx_scan as reads from pg_stat_user_indexes where indexrelname = ${index}`;
  return row?.reads ?? 0;
};

describe('mails that were followed by a cancellation', () => {
  const mail = (orderId: string, kind: string, at: Instant, decision = 'sent') => db.sql`
    insert into messages (order_id, key, kind, class, decision, at)
    values (${orderId}, ${`${kind}:${at}`}, ${kind}, 'relationship', ${decision}, ${at})`;

  it('are those of a customer who cancelled within a week of them', async () => {
    for (const orderId of ['soon', 'late', 'shop', 'none']) {
      await placeOrder(db, newOrder(orderId, ['LAMP:1'], { placedAt: monday }));
      await mail(orderId, 'countdown', inDays(5));
      await mail(orderId, 'excitement', inDays(6), orderId === 'none' ? 'skipped' : 'sent');
      await mail(orderId, 'check-in', inDays(6));
    }
    const lines = [{ lineId: '1', quantity: 1 }];
    await cancel('soon', { by: 'customer', lines, at: inDays(11.9) });
    await cancel('late', { by: 'customer', lines, at: inDays(12.5) });
    await cancel('shop', { by: 'shop', lines, at: inDays(7) });
    expect(await listFollowed(db.sql, threeWeeks)).toEqual([
      { kind: 'countdown', sent: 4, followed: 1 },
      { kind: 'excitement', sent: 3, followed: 2 },
    ]);
    expect(await readsOf('messages_told')).toBeGreaterThan(0);
    expect(await listFollowed(db.sql, { ...threeWeeks, sku: 'MUG' })).toEqual([]);
    expect(await listFollowed(db.sql, { bounds: [7, 14].map(inDays) })).toEqual([]);
  });
});
