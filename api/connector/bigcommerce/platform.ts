import type { Ask, ShopAnswer, ShopPlatform } from '../port.ts';
import { applyAct } from './acts/apply.ts';
import { removeWidget } from './acts/widget.ts';
import { listChangedOrders } from './changed.ts';
import { type Credentials, createClient } from './client.ts';
import { readDelivery } from './delivery.ts';
import { subscribe, unsubscribe } from './hooks.ts';
import { readOrder } from './read-order.ts';
import { testScopes } from './scopes.ts';
import { readItem, readLevel } from './stock.ts';

export type Settings = {
  credentials: Credentials;
  /** Without a slash at its end; includes the store. */
  apiBase: string;
  /** Meanwhile's name of the place. */
  location: string;
  fetch?: Ask;
  now?: () => number;
};

/** A store of BigCommerce. Nothing is asked before the first call. */
export const createBigCommerce = (settings: Settings): ShopPlatform => {
  const { credentials, apiBase, location, now = Date.now } = settings;
  const { storeHash, accessToken } = credentials;
  const client = createClient({ ...settings, base: apiBase, accessToken });
  const place = { location, orderUrl: (id: string) => orderUrlOf({ storeHash, apiBase, id }) };
  return {
    readDelivery: (request, secrets) => readDelivery(request, secrets, storeHash),
    getOrder: (id) => readOrder(client, { id, place }),
    listChanged: (request) => listChangedOrders(client, request),
    getLevel: ({ sku }) => readLevel(client, { sku, location: credentials.location, now }),
    findItem: (itemId) => readItem(client, { itemId, location }),
    apply: (act) => applyAct(client, act),
    subscribe: (callback) => subscribe(client, callback),
    unsubscribe: async (callback): Promise<ShopAnswer<{ removed: number }>> => {
      const hooks = await unsubscribe(client, callback);
      if (hooks.outcome !== 'ok') return hooks;
      const scripts = await removeWidget(client);
      if (scripts.outcome !== 'ok') return scripts;
      return { outcome: 'ok', value: { removed: hooks.value.removed + scripts.value } };
    },
    test: () => testScopes(client),
  };
};

export const apiBaseOf = (storeHash: string): string =>
  `https://api.bigcommerce.com/stores/${storeHash}`;

type Order = { storeHash: string; apiBase: string; id: string };

/** The store's own page of an order, for its staff. */
const orderUrlOf = ({ storeHash, apiBase, id }: Order): string => {
  const isReal = apiBase === apiBaseOf(storeHash);
  const admin = isReal ? `https://store-${storeHash}.mybigcommerce.com` : apiBase;
  return `${admin}/manage/orders/${id}`;
};

/** By the hash in the page's address; a page that names no store may be anybody's. */
export const isOrderOf = (storeHash: string, orderUrl: string): boolean => {
  const [, named] = /(?:\/store-|\/stores\/)([a-z0-9]+)[./]/i.exec(orderUrl) ?? [];
  return named === undefined || named.toLowerCase() === storeHash.toLowerCase();
};
