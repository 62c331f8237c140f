import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { placeOrder } from '../../../db/backorder/place.ts';
import type { Db } from '../../../db/client.ts';
import type { SupplyChange } from '../../../db/promise/supplies.ts';
import { deleteSupply, putSupply } from '../../../db/promise/supply-changes.ts';
import { previewReceipt } from '../../../db/stock/preview-receipt.ts';
import { receiveStock } from '../../../db/stock/receipts.ts';
import { inTransaction } from '../../../db/transaction.ts';
import { deleteOldUpdates } from '../../../db/updates/published.ts';
import { empty, newOrder, place, receiptOf, receive } from '../cast.ts';
import { freshDatabase } from '../fresh.ts';

let db: Db;
beforeAll(async () => {
  db = await freshDatabase({ max: 20 });
});
beforeEach(async () => {
  await empty(db);
  await db.sql`truncate supplies, supply_changes, promise_moves, products`;
});
afterAll(() => db.close());

type Change = Partial<SupplyChange>;

const supply = (expectedOn: string | null, change: Change = {}) => {
  const body = { supplyId: 's', sku: 'LAMP', location: 'main', quantity: 5, expectedOn };
  const whole = { ...body, basis: 'the factory', share: true, note: null, ...change };
  return { ...whole, bodyHash: JSON.stringify(whole) };
};

const put = (expectedOn: string | null, change: Change = {}) =>
  putSupply(db, supply(expectedOn, change));

const publish = () => db.sql`
  update updates set published_at = now(), updated_at = now(), title = 'Lamp', tag = 'tag:'
  where published_at is null and withdrawn_at is null`;

/** What is to be told, or was: `moved 2027-01-10 since 1 at 2: note`. */
const news = async (): Promise<string[]> => {
  type Row = { kind: string; before: string; since: number; revision: number; note: string };
  const rows = await db.sql<Row[]>`
    select kind, before, since_revision as since, revision, note from updates
    where withdrawn_at is null order by seq`;
  return rows.map(
    ({ kind, before, since, revision, note }) =>
      `${kind} ${before} since ${since} at ${revision}: ${note}`,
  );
};

const reasons = async (): Promise<string[]> => {
  const rows = await db.sql<{ because: string }[]>`
    select withdrawn_because as because from updates where withdrawn_at is not null order by seq`;
  return rows.map(({ because }) => because);
};

describe('a supply that is shared', () => {
  test('is no news again after a change that leaves its day, and that nobody shared', async () => {
    await put('2027-01-10');
    await publish();
    await put('2027-01-10', { share: false, quantity: 6 });
    await put('2027-01-10', { quantity: 6, note: 'On its way' });
    expect(await news()).toEqual(['moved null since 1 at 3: On its way']);
  });

  test('is news with the day before, in the transaction of its change', async () => {
    await put('2027-01-10', { share: false });
    expect(await news()).toEqual([]);
    await put('2027-02-01', { note: 'The ship is late' });
    expect(await news()).toEqual(['moved 2027-01-10 since 2 at 2: The ship is late']);
  });

  test('leaves no news behind when its change does not come through', async () => {
    const failed = inTransaction(db, async (sql) => {
      await putSupply({ sql: sql as Db['sql'], close: async () => {} }, supply('2027-01-10'));
      throw new Error('the process ends here');
    });
    await expect(failed).rejects.toThrow('ends here');
    expect(await news()).toEqual([]);
  });

  test('is one piece of news however often it is repeated, also at once', async () => {
    await Promise.all(Array.from({ length: 6 }, () => put('2027-01-10')));
    await put('2027-01-10');
    expect(await news()).toEqual(['moved null since 1 at 1: null']);
  });

  test('that moves twice before it is out is told as one move', async () => {
    await put('2027-01-10', { share: false });
    await put('2027-02-01', { note: 'late' });
    await put('2027-03-01', { note: 'later' });
    expect(await news()).toEqual(['moved 2027-01-10 since 2 at 3: later']);
    expect(await reasons()).toEqual(['replaced']);
  });

  test('is taken back by a change that is not shared, and by its withdrawal', async () => {
    await put('2027-01-10');
    await put('2027-01-10', { share: false });
    expect(await news()).toEqual([]);
    await put('2027-02-01');
    await deleteSupply(db, 's');
    expect(await news()).toEqual([]);
    expect(await reasons()).toEqual(['retracted', 'over']);
  });

  test('moves from the day that was public, once that is out', async () => {
    await put('2027-01-10');
    await publish();
    await put('2027-02-01');
    expect(await news()).toEqual([
      'moved null since 1 at 1: null',
      'moved 2027-01-10 since 2 at 2: null',
    ]);
  });

  test('corrects the note of what is out, and says so, when its day stays', async () => {
    await put('2027-01-10', { note: 'The shp is late' });
    await publish();
    const times = () => db.sql`select updated_at > published_at as is_newer from updates`;
    await put('2027-01-10', { note: 'The shp is late', quantity: 6 });
    expect(await times()).toMatchObject([{ isNewer: false }]);
    await put('2027-01-10', { note: 'The ship is late' });
    expect(await news()).toEqual(['moved null since 1 at 3: The ship is late']);
    expect(await times()).toMatchObject([{ isNewer: true }]);
  });

  test('is news as it is when its day was known and never shared', async () => {
    await put('2027-01-10', { share: false });
    await put('2027-01-10');
    expect(await news()).toEqual(['moved null since 2 at 2: null']);
  });

  test('has no day before on another shelf', async () => {
    await put('2027-01-10', { share: false });
    await put('2027-02-01', { sku: 'RUG' });
    expect(await news()).toEqual(['moved null since 2 at 2: null']);
  });
});

describe('stock that arrives', () => {
  const shared = { share: true, note: 'All here' };

  test('is news once, if it is shared', async () => {
    await receive(db, 'LAMP:1');
    const receipt = { ...receiptOf('r-1', 'LAMP:5'), ...shared };
    await Promise.all([receiveStock(db, receipt), receiveStock(db, receipt)]);
    expect(await news()).toEqual(['arrived null since null at null: All here']);
  });

  test('is no news in a rehearsal', async () => {
    const receipt = { ...receiptOf('r-1', 'LAMP:5'), ...shared };
    await previewReceipt(db, receipt, { budgetMs: 1_000 });
    expect(await news()).toEqual([]);
  });
});

describe('an SKU that sells past its stock', () => {
  const spells = async (): Promise<string[]> => {
    const rows = await db.sql<{ sku: string }[]>`
      select sku from updates where kind = 'backorder' order by sku`;
    return rows.map(({ sku }) => sku);
  };

  test('is news once for as long as it does, however many order it at once', async () => {
    const orders = Array.from({ length: 20 }, (_, index) =>
      newOrder(`O-${index}`, index % 2 ? ['LAMP:1', 'RUG:1'] : ['RUG:2', 'LAMP:1']),
    );
    await Promise.all(orders.map((order) => placeOrder(db, order)));
    await Promise.all(orders.map((order) => placeOrder(db, order)));
    expect(await spells()).toEqual(['LAMP', 'RUG']);
  });

  test('is none as long as there is enough', async () => {
    await receive(db, 'LAMP:3');
    await place(db, { A: ['LAMP:2'] });
    expect(await spells()).toEqual([]);
    await place(db, { B: ['LAMP:1', 'LAMP:1'] });
    expect(await spells()).toEqual(['LAMP']);
  });

  test('is news again after it was in stock', async () => {
    await place(db, { A: ['LAMP:1'] });
    await db.sql`update updates set ended_at = now()`;
    await place(db, { B: ['LAMP:1'] });
    expect(await spells()).toEqual(['LAMP', 'LAMP']);
  });

  test('is forgotten with its year, unless it still is', async () => {
    await place(db, { A: ['LAMP:1'], B: ['RUG:1'] });
    await db.sql`update updates set created_at = now() - interval '401 days'`;
    await db.sql`update updates set ended_at = now() where sku = 'RUG'`;
    expect(await deleteOldUpdates(db.sql, { olderThanDays: 400 })).toBe(1);
    expect(await spells()).toEqual(['LAMP']);
  });
});
