import type { OpenShop } from '../../api/connector/open-shop.ts';
import type { LookDeps } from '../../api/connector/order/place.ts';
import type { ActAnswer } from '../../api/temporal/port.ts';
import type { Db } from '../../db/client.ts';
import { putShop } from '../../db/connector/shops.ts';
import { putProduct } from '../../db/storefront/products.ts';
import type { Request } from '../../workflows/domain/backorder/request.ts';
import { createFakePlatform } from '../support/connector/fake-platform.ts';

export const sku = 'LAMP';

/** What a backorder is asked, under the id by which it knows a repetition. */
export type Asking = { orderId: string; request: Request; id: string };

/** A shop in memory that sells an SKU of which it has none, and what works for it. */
export const openOneShop = async (
  db: Db,
  act: (asking: Asking) => Promise<ActAnswer> = async () => ({ ok: true }),
) => {
  const fake = createFakePlatform();
  const deps: LookDeps = {
    ...{ db, config: { askDays: 7, excitementControl: 0 }, kick: () => {} },
    acts: {
      act: (orderId, request, { id }) => act({ orderId, request, id }),
      fastForward: async () => 'done',
    },
  };
  const kind = { kind: 'fake', apiBase: 'https://shop.test', location: 'main' };
  const secret = { credentials: '', secrets: '' };
  await putShop(db.sql, { id: 'store', ...kind, terms: 'prepaid', mandate: null, ...secret });
  const product = { sku, title: 'Lamp', url: null, imageUrl: null, highlights: [], related: [] };
  const rest = { backorderLimit: null, handlingDays: 0 };
  await putProduct(db.sql, { product: { ...product, ...rest }, bodyHash: '' });
  await fake.stock(sku, 0);
  const shop: OpenShop = {
    ...{ id: 'store', location: 'main', terms: 'prepaid', mandate: null, secrets: [] },
    platform: fake.platform,
  };
  return { fake, deps, shop };
};
