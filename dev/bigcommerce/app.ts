import { Hono } from 'hono';
import type { Instant } from '../../workflows/domain/time.ts';
import { type FaultPlan, faultsRoute } from '../faults.ts';
import type { DeliverySettings } from './hooks/deliveries.ts';
import { createEvents } from './hooks/events.ts';
import { createStoreApi } from './http/api.ts';
import { demoStore, type StoreAccess } from './settings.ts';
import { createShopActs } from './shop/acts.ts';
import { openStore, type Store } from './store.ts';

/** More than any computer under a desk asks. */
const usualPerWindow = 5_000;
/** A minute is a second. */
const usualSpeed = 60;

export type StandInOptions = {
  faults: FaultPlan;
  store?: Store;
  access?: StoreAccess;
  now?: () => Instant;
  perWindow?: number;
  speed?: number;
  signal?: AbortSignal | undefined;
  carry?: DeliverySettings['carry'];
};

/**
 * A small store that answers like BigCommerce, tells its hooks what happens, and fails as it is told
 * to. Serve it with @hono/node-server, under any prefix; `acts` are what shoppers and staff do.
 */
export const createBigCommerceStandIn = (options: StandInOptions) => {
  const { faults, store = openStore(), access = demoStore, signal, carry } = options;
  const { now = () => new Date().toISOString() } = options;
  const { clientSecret, storeHash } = access;
  const speed = options.speed ?? usualSpeed;
  const events = createEvents({ store, storeHash, clientSecret, speed, signal, carry, now });
  const acts = createShopActs({ store, now, announce: events.announce });
  const perWindow = options.perWindow ?? usualPerWindow;
  const app = new Hono()
    .route('/', faultsRoute(faults, { without: ['decline', 'customer', 'to'] }))
    .route('/', events.routes)
    .route('/stores/:hash', createStoreApi({ store, acts, now }, { access, faults, perWindow }));
  return { app, acts, store, access, isQuiet: events.isIdle };
};

export type BigCommerceStandIn = ReturnType<typeof createBigCommerceStandIn>;
