import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { OpenShop } from '../../api/connector/open-shop.ts';
import { lookAtOrder } from '../../api/connector/order/look.ts';
import type { LookDeps } from '../../api/connector/order/place.ts';
import { doActs } from '../../api/connector/tell-shop.ts';
import type { Db } from '../../db/client.ts';
import { oweActs } from '../../db/connector/acts.ts';
import { putShop } from '../../db/connector/shops.ts';
import { putProduct } from '../../db/storefront/products.ts';
import type { ShopAct } from '../../workflows/domain/connector/acts.ts';
import type { View } from '../../workflows/domain/view.ts';
import { say } from '../api/page/cast.ts';
import { empty } from '../db/cast.ts';
import { freshDatabase } from '../db/fresh.ts';
import { createFakePlatform } from '../support/connector/fake-platform.ts';

let db: Db;
beforeAll(async () => {
  db = await freshDatabase();
});
beforeEach(() => empty(db));
afterAll(() => db.close());

const sku = 'LAMP';
const wantedAt = '2026-11-20T10:00:00.000Z';
const wanted: View['attention'][number] = {
  ...{ code: 'refund_wanted', at: wantedAt, amount: 5_000, dueAt: '2026-12-02T05:00:00.000Z' },
};

/** An order of a shop that is asked to give money back, as the order says that it is wanted. */
const asked = async (attention: View['attention']) => {
  const { platform, acts, place, stock, loseAnswers } = createFakePlatform();
  const deps: LookDeps = {
    ...{ db, config: { askDays: 7, excitementControl: 0 }, kick: () => {} },
    acts: { act: async () => ({ ok: true }), fastForward: async () => 'done' },
  };
  const kind = { kind: 'fake', apiBase: 'https://shop.test', location: 'main' };
  const secret = { credentials: '', secrets: '' };
  await putShop(db.sql, { id: 'store', ...kind, terms: 'prepaid', mandate: null, ...secret });
  const product = { sku, title: 'Lamp', url: null, imageUrl: null, highlights: [], related: [] };
  const rest = { backorderLimit: null, handlingDays: 0 };
  await putProduct(db.sql, { product: { ...product, ...rest }, bodyHash: '' });
  await stock(sku, 0);
  const shop: OpenShop = {
    ...{ id: 'store', location: 'main', terms: 'prepaid', mandate: null, secrets: [], platform },
  };
  const id = await place({ lines: [{ sku, quantity: 3 }] });
  await lookAtOrder(deps, shop, id);
  const orderId = `store:${id}`;
  await say(db, orderId, { attention });
  const refund: ShopAct = {
    ...{ key: `store/${id}/refunded/${wantedAt}`, kind: 'refunded', orderId: id },
    ...{ lines: [{ id: '1', quantity: 1 }], amount: { amount: 5_000, currency: 'USD' } },
  };
  await oweActs(db.sql, { shop: 'store', orderId, acts: [refund] });
  const settle = async () => {
    await doActs(deps, shop, { goOn: async () => true });
    const [act] = await db.sql<{ outcome: string | null; delayMs: number }[]>`
      select outcome, (extract(epoch from next_try_at - now()) * 1000)::int as delay_ms
      from shop_acts where key = ${refund.key}`;
    return act;
  };
  return {
    settle,
    loseAnswers,
    refunds: () => acts.filter(({ kind: each }) => each === 'refunded'),
  };
};

describe('a refund that a shop is asked for', () => {
  it('is sent while it is wanted', async () => {
    const { settle, refunds } = await asked([wanted]);
    expect(await settle()).toMatchObject({ outcome: 'done' });
    expect(refunds()).toHaveLength(1);
  });

  it('is not sent any more once a person has answered for it', async () => {
    const { settle, refunds } = await asked([]);
    expect(await settle()).toMatchObject({ outcome: 'overtaken' });
    expect(refunds()).toEqual([]);
  });

  it('whose answer was lost is not asked for again before the shop must show it', async () => {
    const { settle, refunds, loseAnswers } = await asked([wanted]);
    loseAnswers(1);
    expect(await settle()).toMatchObject({ outcome: null });
    const act = await settle();
    expect(act?.delayMs).toBeGreaterThan(60_000);
    expect(refunds()).toHaveLength(1);
  });
});
