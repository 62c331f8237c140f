import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Db } from '../../../db/client.ts';
import {
  beginAct,
  finishAct,
  listDueActs,
  oweActs,
  postponeAct,
} from '../../../db/connector/acts.ts';
import {
  finishDelivery,
  listDueDeliveries,
  storeDelivery,
} from '../../../db/connector/deliveries.ts';
import { listCountable, saveReading, wantLevels } from '../../../db/connector/levels.ts';
import { beginPull, savePage } from '../../../db/connector/pull.ts';
import {
  claimShops,
  deleteShop,
  findShop,
  keepShop,
  leaveShops,
  noteFailure,
  noteWorking,
  putShop,
  restShop,
  setGone,
} from '../../../db/connector/shops.ts';
import type { ShopAct } from '../../../workflows/domain/connector/acts.ts';
import { empty } from '../cast.ts';
import { freshDatabase } from '../fresh.ts';

let db: Db;
beforeAll(async () => {
  db = await freshDatabase();
});
afterAll(() => db.close());

const put = (id: string) =>
  putShop(db.sql, {
    ...{ id, kind: 'fake', apiBase: `https://${id}.test`, location: 'main', terms: 'prepaid' },
    ...{ mandate: null, credentials: 'sealed', secrets: 'sealed' },
  });

beforeEach(async () => {
  await empty(db);
  await put('a');
  await put('b');
});

const claim = async (by: string) => {
  const rows = await claimShops(db.sql, { by, leaseMs: 30_000, except: [] });
  return rows.map(({ id }) => id).sort();
};

describe('the work for shops', () => {
  it('is one process’s at a time for each, until it leaves', async () => {
    expect(await claim('one')).toEqual(['a', 'b']);
    expect(await claim('two')).toEqual([]);
    expect(await keepShop(db.sql, { id: 'a', by: 'two', leaseMs: 1 })).toBeUndefined();
    expect(await keepShop(db.sql, { id: 'a', by: 'one', leaseMs: 1 })).toMatchObject({ id: 'a' });
    await leaveShops(db.sql, 'one');
    expect(await claim('two')).toEqual(['a', 'b']);
  });

  it('rests for one that wants no calls or fails, and goes on for the other', async () => {
    await restShop(db.sql, 'a', 60_000);
    expect(await claim('one')).toEqual(['b']);
    expect(await findShop(db.sql, 'a')).toMatchObject({ state: 'ok' });
    await noteFailure(db.sql, { id: 'b', detail: 'It does not answer', restMs: 60_000 });
    expect(await claim('one')).toEqual([]);
    expect(await findShop(db.sql, 'b')).toMatchObject({ state: 'failing', failures: 1 });
    await noteWorking(db.sql, 'b');
    expect(await findShop(db.sql, 'b')).toMatchObject({ state: 'ok', lastError: null });
  });

  it('stops for one that has removed us, and takes no deliveries of it', async () => {
    await setGone(db.sql, 'a', 'The shop removed us');
    expect(await claim('one')).toEqual(['b']);
    const delivery = { shop: 'a', deliveryId: 'd', about: { orderId: '1' } };
    expect(await storeDelivery(db.sql, delivery)).toBe(false);
    await put('a');
    expect(await claim('one')).toEqual(['a', 'b']);
  });
});

describe('why to look', () => {
  it('is kept once', async () => {
    const delivery = { shop: 'a', deliveryId: 'd', about: { orderId: '1' } };
    expect(await storeDelivery(db.sql, delivery)).toBe(true);
    expect(await storeDelivery(db.sql, delivery)).toBe(false);
    expect(await storeDelivery(db.sql, { ...delivery, shop: 'b' })).toBe(true);
    expect(await listDueDeliveries(db.sql, 'a', { limit: 9 })).toMatchObject([delivery]);
  });

  it('goes on after a crash with the page that was under way', async () => {
    const options = { overlapMs: 300_000 };
    const first = await beginPull(db.sql, 'a', options);
    if (!first) throw new Error('a shop that is there is pulled');
    await savePage(db, 'a', { pull: first, orderIds: ['1', '2'], next: 'p2', everyMs: 300_000 });
    const again = await beginPull(db.sql, 'a', options);
    expect(again).toEqual({ ...first, after: 'p2' });
    await savePage(db, 'a', { pull: first, orderIds: ['2', '3'], next: null, everyMs: 300_000 });
    const due = await listDueDeliveries(db.sql, 'a', { limit: 9 });
    expect(due.map(({ about }) => about)).toEqual(['1', '2', '3'].map((orderId) => ({ orderId })));
    const shop = await findShop(db.sql, 'a');
    expect(shop).toMatchObject({ watermark: first.beganAt, pullAfter: null, pullSince: null });
  });

  it('keeps nothing of a shop that was left while it went on', async () => {
    const pull = await beginPull(db.sql, 'a', { overlapMs: 300_000 });
    if (!pull) throw new Error('a shop that is there is pulled');
    await deleteShop(db.sql, 'a');
    await savePage(db, 'a', { pull, orderIds: ['1'], next: 'p2', everyMs: 300_000 });
    expect(await db.sql`select from shop_deliveries`).toHaveLength(0);
    expect(await beginPull(db.sql, 'a', { overlapMs: 300_000 })).toBeUndefined();
  });
});

describe('a reading of a level', () => {
  const item = { shop: 'a', sku: 'LAMP', location: 'main' };
  const countable = () => listCountable(db.sql, 'a', { patience: 8, limit: 9 });

  it('is counted once the orders up to it are in, and waits for none that changed since', async () => {
    await wantLevels(db.sql, 'a', [item]);
    await saveReading(db.sql, item, { available: 3, readAt: new Date().toISOString() });
    const pull = await beginPull(db.sql, 'a', { overlapMs: 300_000 });
    if (!pull) throw new Error('a shop that is there is pulled');
    await savePage(db, 'a', { pull, orderIds: ['1'], next: null, everyMs: 300_000 });
    expect(await countable()).toEqual([]);
    const [due] = await listDueDeliveries(db.sql, 'a', { limit: 9 });
    if (due) await finishDelivery(db.sql, due);
    await storeDelivery(db.sql, { shop: 'a', deliveryId: 'd', about: { orderId: '2' } });
    expect(await countable()).toMatchObject([{ sku: 'LAMP', available: 3 }]);
  });
});

describe('what a shop is owed', () => {
  const promised = (promise: string): ShopAct => ({
    ...{ key: `a/1/promised/${promise}`, kind: 'promised', orderId: '1', on: null },
  });
  const cancelled: ShopAct = {
    ...{ key: 'a/1/cancelled', kind: 'cancelled', orderId: '1', reason: 'late' },
  };
  const owe = (...acts: ShopAct[]) => oweActs(db.sql, { shop: 'a', orderId: 'a:1', acts });
  const due = async () => {
    const acts = await listDueActs(db.sql, 'a', { limit: 9 });
    return acts.map(({ key }) => key);
  };

  it('is owed once and for ever, and one after the other for an order', async () => {
    await owe(promised('p1'), cancelled);
    await owe(promised('p1'), cancelled);
    expect(await due()).toEqual(['a/1/promised/p1']);
    await beginAct(db.sql, 'a/1/promised/p1');
    await postponeAct(db.sql, { key: 'a/1/promised/p1', detail: 'cut', delayMs: 60_000 });
    expect(await due()).toEqual([]);
    await finishAct(db.sql, { key: 'a/1/promised/p1', outcome: 'done', reference: 'r' });
    expect(await due()).toEqual(['a/1/cancelled']);
    await finishAct(db.sql, { key: 'a/1/cancelled', outcome: 'done', reference: 'r' });
    await owe(promised('p1'), cancelled);
    expect(await due()).toEqual([]);
  });

  it('is a newer date instead of the one before', async () => {
    await owe(promised('p1'));
    await owe(promised('p2'));
    expect(await due()).toEqual(['a/1/promised/p2']);
  });

  it('is nothing any more once the shop is left', async () => {
    await owe(cancelled);
    await deleteShop(db.sql, 'a');
    expect(await due()).toEqual([]);
    expect(await findShop(db.sql, 'a')).toBeUndefined();
  });
});
