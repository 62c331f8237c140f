import type { Hono } from 'hono';
import type { DeskDeps, DeskEnv } from '../env.ts';
import { mountDemand } from './demand-page.tsx';
import { mountEdit } from './edit-routes.tsx';
import { mountList } from './list-page.tsx';
import { mountPreview } from './preview-routes.tsx';
import { mountProduct } from './product-page.tsx';
import { mountQueue } from './queue-page.tsx';
import { mountAdjust } from './stock/adjust.tsx';
import { mountCount } from './stock/count.tsx';
import { mountReceive } from './stock/receive.tsx';

/** What may be on backorder, and what is said of it. */
export const mountProducts = (app: Hono<DeskEnv>, deps: DeskDeps): void => {
  for (const mount of [
    mountList,
    mountProduct,
    mountQueue,
    mountDemand,
    mountEdit,
    mountPreview,
    mountReceive,
    mountCount,
    mountAdjust,
  ]) {
    mount(app, deps);
  }
};
