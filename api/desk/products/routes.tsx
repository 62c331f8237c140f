import type { Hono } from 'hono';
import { allow } from '../access/allow.ts';
import type { DeskDeps, DeskEnv } from '../env.ts';
import { showPage } from '../parts/layout.tsx';

/** What may be on backorder, and what is said of it. */
export const mountProducts = (app: Hono<DeskEnv>, deps: DeskDeps): void => {
  app.get('/desk/products', allow(deps, 'read'), (c) =>
    showPage(c, {
      title: 'Products',
      at: 'products',
      children: <p className="muted">Nothing yet.</p>,
    }),
  );
};
