import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Db } from '../../../db/client.ts';
import type { SkuOutlook } from '../../../db/stock/skus.ts';
import { listDescribed, listSkuOutlooks } from '../../../db/stock/skus.ts';
import { empty, place, receive } from '../cast.ts';
import { freshDatabase } from '../fresh.ts';

let db: Db;
beforeAll(async () => {
  db = await freshDatabase();
});
afterAll(() => db.close());
beforeEach(async () => {
  await empty(db);
  await db.sql`truncate products, supplies`;
});

const describeAs = (sku: string, limit: number | null) => db.sql`
  insert into products (sku, title, handling_days, backorder_limit, body_hash)
  values (${sku}, ${`The ${sku}`}, 2, ${limit}, 'body')`;

const announce = (supplyId: string, sku: string, location = 'main') => db.sql`
  insert into supplies (supply_id, sku, location, quantity, remaining, expected_on, basis, body_hash)
  values (${supplyId}, ${sku}, ${location}, 5, 5, '2099-01-15', 'the factory', 'body')`;

const skus = ['NOBODY', 'LAMP', 'RUG', 'BED'];

describe('the outlooks of many SKUs', () => {
  test('are those of each, whichever are asked for with it', async () => {
    await describeAs('LAMP', 10);
    await describeAs('BED', null);
    await announce('PO-1', 'LAMP');
    await announce('PO-2', 'LAMP', 'north');
    await announce('PO-3', 'RUG');
    await place(db, { a: ['LAMP:3'], b: ['LAMP@north:1', 'RUG:2'] });
    await receive(db, 'BED:4');
    const all = await listSkuOutlooks(db.sql, skus);
    expect([...all.keys()]).toEqual(skus);
    for (const sku of skus) {
      const alone = await listSkuOutlooks(db.sql, [sku]);
      expect(sorted(all.get(sku)), sku).toEqual(sorted(alone.get(sku)));
    }
    expect(sorted(all.get('LAMP'))).toMatchObject({
      limitLeft: 6,
      product: { title: 'The LAMP', url: null, imageUrl: null },
      shelves: [
        { location: 'main', ahead: 3, handlingDays: 2 },
        { location: 'north', ahead: 1 },
      ],
    });
    expect(all.get('BED')).toMatchObject({ limitLeft: null, shelves: [{ free: 4 }] });
    expect(all.get('NOBODY')).toEqual({ shelves: [], limitLeft: null, product: null });
  });

  test('are none when none is asked for', async () => {
    expect(await listSkuOutlooks(db.sql, [])).toEqual(new Map());
  });
});

test('the described SKUs come in pages, each of them once', async () => {
  for (const sku of ['b', 'A', 'ä', 'a', 'B']) await describeAs(sku, null);
  const first = await listDescribed(db.sql, { after: '', limit: 3 });
  const rest = await listDescribed(db.sql, { after: first.at(-1) ?? '', limit: 3 });
  expect([first, rest]).toEqual([
    ['A', 'B', 'a'],
    ['b', 'ä'],
  ]);
});

const sorted = (outlook: SkuOutlook | undefined) =>
  outlook && {
    ...outlook,
    shelves: outlook.shelves.toSorted((a, b) => (a.location < b.location ? -1 : 1)),
  };
