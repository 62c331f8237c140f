import type { Hono } from 'hono';
import type { DeskDeps, DeskEnv } from '../env.ts';
import { mountBooks } from './books.tsx';
import { mountBrand } from './brand.tsx';
import { mountEndpointActs } from './endpoint-acts.tsx';
import { mountEndpoints } from './endpoints.tsx';
import { mountKeyActs } from './key-acts.tsx';
import { mountKeys } from './keys.tsx';
import { mountOverview } from './overview-page.tsx';
import { mountReplayOut } from './replay-out.tsx';
import { mountConnectShop } from './shops/connect-shop.tsx';
import { mountShopActs } from './shops/shop-acts.tsx';
import { mountShops } from './shops/shops.tsx';
import { mountUploads } from './uploads.tsx';
import { mountWebhooksIn } from './webhooks-in.tsx';

/** What this system is connected with. */
export const mountPlumbing = (app: Hono<DeskEnv>, deps: DeskDeps): void => {
  for (const mount of [
    mountOverview,
    mountWebhooksIn,
    mountEndpoints,
    mountEndpointActs,
    mountReplayOut,
    mountKeys,
    mountKeyActs,
    mountShops,
    mountShopActs,
    mountConnectShop,
    mountBooks,
    mountUploads,
    mountBrand,
  ])
    mount(app, deps);
};
