import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { getOpening } from '../../../db/backorder/opening.ts';
import { placeOrder } from '../../../db/backorder/place.ts';
import type { Db } from '../../../db/client.ts';
import { rejoinQueue } from '../../../db/stock/lease/rejoin.ts';
import { readSnapshot } from '../../../db/stock/ledger/snapshot.ts';
import { empty, newOrder, place, receive, runWalks, story } from '../cast.ts';
import { freshDatabase } from '../fresh.ts';
import { expectLedgerToAddUp } from '../stock/ledger/adds-up.ts';

let db: Db;
beforeAll(async () => {
  db = await freshDatabase();
});
beforeEach(() => empty(db));
afterAll(() => db.close());

const rowsOf = async (orderId: string) => {
  const count = async (table: string): Promise<number> => {
    const rows = await db.sql`select from ${db.sql(table)} where order_id = ${orderId}`;
    return rows.count;
  };
  return {
    orders: await count('orders'),
    lines: await count('lines'),
    promises: await count('promises'),
    news: await count('news'),
    timeline: await count('timeline'),
  };
};

const pause = (ms: number) =>
  new Promise((resolve) => setTimeout(() => resolve('still waiting'), ms));

const everyRow = { orders: 1, lines: 1, promises: 1, news: 1, timeline: 1 };

describe('checkout', () => {
  test('keeps the order, its place in the queue, its promise and its news', async () => {
    const placed = await placeOrder(db, newOrder('A', ['LAMP:2']));
    expect(placed).toEqual({
      outcome: 'placed',
      walkIds: [],
    });
    expect(await rowsOf('A')).toEqual(everyRow);
    expect(await readSnapshot(db.sql, 'A')).toEqual({
      ledgerRevision: 1,
      revocations: 0,
      barred: null,
      lines: [{ lineId: '1', waiting: 2, kept: 0, shipped: 0, cancelled: 0 }],
      leases: [],
    });
  });

  test('keeps what was paid upfront, and tells the workflow of it', async () => {
    const payment = {
      terms: 'prepaid',
      customerId: 'cus_1',
      paymentMethodId: null,
      mandate: null,
      upfront: { amount: 26_700, intentId: 'pi_1' },
    } as const;
    await placeOrder(db, newOrder('paid', ['LAMP:2'], { payment }));
    const [row] = await db.sql`
      select terms, paid_upfront, upfront_intent_id, payment_method_id, mandate is null as unbound
      from orders where order_id = 'paid'`;
    expect(row).toEqual({
      terms: 'prepaid',
      paidUpfront: 26_700,
      upfrontIntentId: 'pi_1',
      paymentMethodId: null,
      unbound: true,
    });
    expect((await getOpening(db.sql, 'paid', { joinLeasesMs: 0 })).opening.payment).toEqual({
      methodId: null,
      upfront: { amount: 26_700 },
    });
  });

  test('bars an order whose card is to come, so that it gets nothing that is free', async () => {
    await receive(db, 'ASKED:2');
    const { payment } = newOrder('asked', []);
    const asked = { ...payment, customerId: null, paymentMethodId: null, askDays: 7 };
    const placed = await placeOrder(db, newOrder('asked', ['ASKED:2'], { payment: asked }));
    expect(placed).toEqual({ outcome: 'placed', walkIds: [] });
    expect(await readSnapshot(db.sql, 'asked')).toMatchObject({
      ...{ barred: 'payment', leases: [] },
      lines: [{ waiting: 2 }],
    });
    const before = new Date().toISOString();
    const { opening } = await getOpening(db.sql, 'asked', { joinLeasesMs: 0 });
    expect(opening.payment).toMatchObject({ methodId: null, upfront: null, ask: { days: 7 } });
    expect(opening.payment.ask?.from.slice(0, 13)).toBe(before.slice(0, 13));
    const { walkIds } = await rejoinQueue(db, 'asked');
    expect(walkIds).toHaveLength(1);
  });

  test('keeps that the shop holds the money, under its own name of the payment', async () => {
    const { payment } = newOrder('held', []);
    const upfront = { amount: 12_900, reference: 'till 7' };
    const held = { ...payment, terms: 'prepaid' as const, customerId: null, upfront };
    await placeOrder(db, newOrder('held', ['LAMP:1'], { payment: held }));
    const [row] = await db.sql`
      select held_by, held_reference, upfront_intent_id, paid_upfront
      from orders where order_id = 'held'`;
    expect(row).toEqual({
      ...{ heldBy: 'shop', heldReference: 'till 7', upfrontIntentId: null, paidUpfront: 12_900 },
    });
    expect((await getOpening(db.sql, 'held', { joinLeasesMs: 0 })).opening.payment.upfront).toEqual(
      {
        ...{ amount: 12_900, heldBy: 'shop' },
      },
    );
  });

  test('keeps the card of an order of which nothing was paid', async () => {
    await placeOrder(db, newOrder('unpaid', ['LAMP:1']));
    expect((await getOpening(db.sql, 'unpaid', { joinLeasesMs: 0 })).opening.payment).toEqual({
      methodId: 'pm_1',
      upfront: null,
    });
  });

  test('keeps an order without a promise', async () => {
    await placeOrder(db, newOrder('no-date', ['LAMP:1'], { promise: null }));
    expect(await rowsOf('no-date')).toEqual({ ...everyRow, promises: 0 });
  });

  test('changes nothing when it is repeated, and says whether the body is the same', async () => {
    const order = newOrder('twice', ['LAMP:1']);
    await placeOrder(db, order);
    const other = newOrder('twice', ['LAMP:3', 'RUG:1'], { bodyHash: 'another' });
    expect(await placeOrder(db, order)).toEqual({ outcome: 'exists', sameBody: true });
    expect(await placeOrder(db, other)).toEqual({ outcome: 'exists', sameBody: false });
    expect(await rowsOf('twice')).toEqual(everyRow);
    expect(await story(db, 'twice')).toEqual(['twice waiting 1×1']);
  });

  test('is placed once when the same checkout comes many times at once', async () => {
    const order = newOrder('storm', ['NEW-A:1', 'NEW-B:1']);
    const answers = await Promise.all(Array.from({ length: 20 }, () => placeOrder(db, order)));
    expect(answers.filter((answer) => answer.outcome === 'placed')).toHaveLength(1);
    expect(answers.filter((answer) => answer.outcome === 'exists' && answer.sameBody)).toHaveLength(
      19,
    );
    expect(await rowsOf('storm')).toEqual({ ...everyRow, lines: 2 });
  });

  test('takes a hundred lines of SKUs that nobody knew', async () => {
    const wanted = Array.from({ length: 100 }, (_, index) => `WIDE-${99 - index}:${index + 1}`);
    expect(await placeOrder(db, newOrder('wide', wanted))).toMatchObject({ outcome: 'placed' });
    const { lines } = await readSnapshot(db.sql, 'wide');
    expect(lines.map((line) => line.waiting)).toEqual(wanted.map((_, index) => index + 1));
  });

  test('takes two lines of one SKU', async () => {
    await placeOrder(db, newOrder('pair', ['PAIR:1', 'PAIR:2']));
    expect(await story(db, 'pair')).toEqual(['pair waiting 1×1', 'pair waiting 2×2']);
  });

  test('is given free units that nobody waits for', async () => {
    await receive(db, 'FREE:3');
    const placed = await placeOrder(db, newOrder('lucky', ['FREE:2']));
    expect(placed).toMatchObject({ outcome: 'placed', walkIds: [expect.any(Number)] });
    if (placed.outcome === 'placed') await runWalks(db, placed.walkIds);
    expect(await story(db, 'lucky')).toEqual(['lucky leased 1×2']);
  });

  test('opens no walk for an order that goes whole and cannot be whole', async () => {
    await receive(db, 'HALF:3');
    const placed = await placeOrder(db, newOrder('half', ['HALF:1', 'NOTHING:1']));
    expect(placed).toMatchObject({ walkIds: [] });
    await expectLedgerToAddUp(db);
  });

  test('waits for units that are arriving, and sees them', async () => {
    await placeOrder(db, newOrder('before', ['SLOW:1']));
    let placing: ReturnType<typeof placeOrder> | undefined;
    await db.sql.begin(async (sql) => {
      await sql`update stock set received = 2 where sku = 'SLOW'`;
      placing = placeOrder(db, newOrder('while', ['SLOW:1']));
      expect(await Promise.race([placing, pause(100)])).toBe('still waiting');
    });
    expect(await placing).toMatchObject({ walkIds: [expect.any(Number)] });
  });

  test('loses no unit that arrives while it is being written', async () => {
    const skus = Array.from({ length: 40 }, (_, index) => `RACE-${index}`);
    await Promise.all(
      skus.flatMap((sku) => [place(db, { [sku]: [`${sku}:1`] }), receive(db, `${sku}:1`)]),
    );
    expect(await story(db, ...skus)).toEqual(skus.map((sku) => `${sku} leased 1×1`));
    await expectLedgerToAddUp(db);
  });
});
