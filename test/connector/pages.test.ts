import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { oweAvailability, oweWidget } from '../../api/connector/say-availability.ts';
import type { Db } from '../../db/client.ts';
import { wantLevels } from '../../db/connector/levels.ts';
import { deleteShop, findShop, putShop } from '../../db/connector/shops.ts';
import { putProduct } from '../../db/storefront/products.ts';
import { empty } from '../db/cast.ts';
import { freshDatabase } from '../db/fresh.ts';

let db: Db;
beforeAll(async () => {
  db = await freshDatabase();
});
beforeEach(() => empty(db));
afterAll(() => db.close());

const publicUrl = 'https://meanwhile.test';
const say = async () => ({ text: 'Ships in May', shipsOn: null });

const put = async () => {
  await putShop(db.sql, {
    ...{ id: 'store', kind: 'fake', apiBase: 'https://shop.test', location: 'main' },
    ...{ terms: 'prepaid', mandate: null, credentials: '', secrets: '' },
  });
  await wantLevels(db.sql, 'store', [{ sku: 'LAMP', location: 'main' }]);
};

/** What the pages of the shop are owed now, which is done then. */
const owed = async () => {
  const row = await findShop(db.sql, 'store');
  if (!row) throw new Error('the shop was put');
  await oweAvailability({ db, say }, row);
  await oweWidget({ db, publicUrl }, row);
  const due = await db.sql<{ kind: string }[]>`
    update shop_acts set outcome = 'done' where outcome is null returning kind`;
  return due.map(({ kind }) => kind).sort();
};

describe('the pages of a shop', () => {
  it('are told once, and anew where the shop was left and is put again', async () => {
    const product = { sku: 'LAMP', title: 'Lamp', url: null, imageUrl: null };
    const more = { highlights: [], related: [], backorderLimit: null, handlingDays: 0 };
    await putProduct(db.sql, { product: { ...product, ...more }, bodyHash: '' });
    await put();
    expect(await owed()).toEqual(['availability', 'widget']);
    expect(await owed()).toEqual([]);
    await deleteShop(db.sql, 'store');
    await put();
    expect(await owed()).toEqual(['availability', 'widget']);
  });
});
