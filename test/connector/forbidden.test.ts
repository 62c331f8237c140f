import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { lookAtOrder } from '../../api/connector/order/look.ts';
import { doActs } from '../../api/connector/tell-shop.ts';
import { findBackorder } from '../../db/backorder/read.ts';
import type { Db } from '../../db/client.ts';
import { listActsOf, oweActs } from '../../db/connector/acts.ts';
import type { ShopAct } from '../../workflows/domain/connector/acts.ts';
import { say } from '../api/page/cast.ts';
import { empty } from '../db/cast.ts';
import { freshDatabase } from '../db/fresh.ts';
import { openOneShop, sku } from './one-shop.ts';

let db: Db;
beforeAll(async () => {
  db = await freshDatabase();
});
beforeEach(() => empty(db));
afterAll(() => db.close());

const at = '2026-11-20T10:00:00.000Z';

/** An order of which the store will not give money back, and of which a date is to be told then. */
const owed = async () => {
  const { fake, deps, shop } = await openOneShop(db);
  const { platform } = fake;
  const may = { giveBack: false };
  const forbidden = { outcome: 'refused', code: 'forbidden', detail: 'POST refunds: 403' } as const;
  const apply = async (act: ShopAct) =>
    act.kind === 'refunded' && !may.giveBack ? forbidden : platform.apply(act);
  const id = await fake.place({ lines: [{ sku, quantity: 3 }] });
  await lookAtOrder(deps, shop, id);
  const orderId = `store:${id}`;
  const attention = [{ code: 'refund_wanted' as const, at, amount: 5_000 }];
  await say(db, orderId, { attention });
  const acts: ShopAct[] = [
    {
      ...{ key: `store/${id}/refunded/${at}`, kind: 'refunded', orderId: id },
      ...{ lines: [{ id: '1', quantity: 1 }], amount: { amount: 5_000, currency: 'USD' } },
    },
    { key: `store/${id}/promised/p1`, kind: 'promised', orderId: id, on: '2027-01-15' },
  ];
  await oweActs(db.sql, { shop: 'store', orderId, acts });
  const tell = async () => {
    await db.sql`update shop_acts set next_try_at = now() where outcome is null`;
    await doActs(deps, { ...shop, platform: { ...platform, apply } }, { goOn: async () => true });
    return (await listActsOf(db.sql, orderId)).map(({ outcome }) => outcome);
  };
  const raised = async () => (await findBackorder(db.sql, orderId))?.raised ?? [];
  return { tell, raised, may };
};

describe('an act that a store forbids', () => {
  it('asks a person, holds no other act of its order back, and is done once it may be', async () => {
    const { tell, raised, may } = await owed();
    await tell();
    expect(await tell()).toEqual([null, 'done']);
    expect(await raised()).toMatchObject([{ code: 'shop_differs' }]);
    may.giveBack = true;
    expect(await tell()).toEqual(['done', 'done']);
  });

  it('asks the person once', async () => {
    const { tell, raised } = await owed();
    await tell();
    await db.sql`update attention set resolved_at = now()`;
    await tell();
    expect(await raised()).toEqual([]);
  });
});
