import type { Hono } from 'hono';
import type { DeskDeps, DeskEnv } from '../env.ts';
import { mountCalendar } from './calendar.tsx';
import { mountGiveUpActs } from './give-up-acts.tsx';
import { mountSkuPage } from './sku-page.tsx';
import { mountSupplyActs } from './supply-acts.tsx';
import { mountSupplyPage } from './supply-page.tsx';

/** What is expected, against who waits for it. */
export const mountSupplies = (app: Hono<DeskEnv>, deps: DeskDeps): void => {
  mountCalendar(app, deps);
  // Before those of a supply: an SKU may be called as one of their acts is.
  mountSkuPage(app, deps);
  mountSupplyActs(app, deps);
  mountGiveUpActs(app, deps);
  mountSupplyPage(app, deps);
};
