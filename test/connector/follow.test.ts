import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { lookAtOrder } from '../../api/connector/order/look.ts';
import { type ActAnswer, OutcomeUnknown } from '../../api/temporal/port.ts';
import { eraseOrder } from '../../db/backorder/erase.ts';
import { findBackorder } from '../../db/backorder/read.ts';
import type { Db } from '../../db/client.ts';
import { applyCancellation } from '../../db/stock/cancel.ts';
import type { Seen } from '../../workflows/domain/connector/judge-order.ts';
import { empty } from '../db/cast.ts';
import { freshDatabase } from '../db/fresh.ts';
import { type Asking, openOneShop, sku } from './one-shop.ts';

let db: Db;
beforeAll(async () => {
  db = await freshDatabase();
});
beforeEach(() => empty(db));
afterAll(() => db.close());

/** Backorders that may be away, and then do all that they were asked, each thing once. */
const createBackorders = () => {
  const asked = new Map<string, Asking>();
  const done = new Set<string>();
  const state = { isAway: false };
  const carryOut = async ({ orderId, request, id }: Asking): Promise<void> => {
    if (request.type !== 'CancelBackorder' || done.has(id)) return;
    done.add(id);
    const { cancelId, by, lines } = request;
    await applyCancellation(db, { orderId, cancelId, by, lines, at: new Date().toISOString() });
  };
  const act = async (asking: Asking): Promise<ActAnswer> => {
    asked.set(asking.id, asking);
    if (state.isAway) throw new OutcomeUnknown('no answer in time');
    await carryOut(asking);
    return { ok: true };
  };
  const comeBack = async () => {
    state.isAway = false;
    for (const asking of asked.values()) await carryOut(asking);
  };
  return { act, comeBack, goAway: () => Object.assign(state, { isAway: true }) };
};

describe('an order of a shop', () => {
  it('loses no unit twice that was taken off while its backorder did not answer', async () => {
    const backorders = createBackorders();
    const { fake, deps, shop } = await openOneShop(db, backorders.act);
    const id = await fake.place({ lines: [{ sku, quantity: 3 }] });
    await lookAtOrder(deps, shop, id);
    backorders.goAway();
    for (const quantity of [2, 1]) {
      await fake.edit(id, 0, quantity);
      await expect(lookAtOrder(deps, shop, id)).rejects.toThrow(OutcomeUnknown);
    }
    await backorders.comeBack();
    await lookAtOrder(deps, shop, id);
    const row = await findBackorder(db.sql, `store:${id}`);
    expect(row?.lines).toMatchObject([{ quantity: 3, waiting: 1, cancelled: 2 }]);
  });

  it('asks nobody of money that went back for units which never came here', async () => {
    const { fake, deps, shop } = await openOneShop(db);
    const id = await fake.place({ lines: [{ sku, quantity: 3 }] });
    await fake.refundUnits(id, 1);
    await fake.refundUnits(id, 1);
    await lookAtOrder(deps, shop, id);
    const row = await findBackorder(db.sql, `store:${id}`);
    expect(row?.lines).toMatchObject([{ quantity: 1, waiting: 1 }]);
    expect(row?.raised).toEqual([]);
    await fake.giveBack(id, 700);
    await lookAtOrder(deps, shop, id);
    expect((await findBackorder(db.sql, `store:${id}`))?.raised).toMatchObject([
      { code: 'refunded_elsewhere' },
    ]);
  });

  it('goes where it was corrected to here, until the shop moves it', async () => {
    const { fake, deps, shop } = await openOneShop(db);
    const id = await fake.place({ lines: [{ sku, quantity: 1 }] });
    const orderId = `store:${id}`;
    const look = async () => {
      await lookAtOrder(deps, shop, id);
      const { country, postalCode } = (await findBackorder(db.sql, orderId)) ?? {};
      return { country, postalCode };
    };
    await look();
    await db.sql`update orders set postal_code = '94103' where order_id = ${orderId}`;
    expect(await look()).toEqual({ country: 'US', postalCode: '94103' });
    await fake.move(id, { country: 'DE', postalCode: '10115' });
    expect(await look()).toEqual({ country: 'DE', postalCode: '10115' });
    await fake.move(id, { country: 'nowhere', postalCode: '1' });
    expect(await look()).toEqual({ country: 'DE', postalCode: '10115' });
    const row = await findBackorder(db.sql, orderId);
    expect(row?.raised).toMatchObject([{ code: 'shop_differs' }]);
  });

  it('keeps no address once it was erased, however often it is looked at', async () => {
    const { fake, deps, shop } = await openOneShop(db);
    const id = await fake.place({ lines: [{ sku, quantity: 1 }] });
    const kept = async () => {
      await lookAtOrder(deps, shop, id);
      const [row] = await db.sql<{ seen: Seen }[]>`select seen from shop_orders`;
      return row?.seen.shipTo?.postalCode;
    };
    expect(await kept()).toBe('10001');
    await eraseOrder(db, `store:${id}`);
    await fake.move(id, { country: 'DE', postalCode: '10115' });
    expect(await kept()).toBeUndefined();
    const row = await findBackorder(db.sql, `store:${id}`);
    expect(row).toMatchObject({ country: 'US', postalCode: null });
  });
});
