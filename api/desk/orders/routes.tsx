import type { Hono } from 'hono';
import { allow } from '../access/allow.ts';
import type { DeskDeps, DeskEnv } from '../env.ts';
import { showPage } from '../parts/layout.tsx';

/** Every order, found by what is known of it. */
export const mountOrders = (app: Hono<DeskEnv>, deps: DeskDeps): void => {
  app.get('/desk/orders', allow(deps, 'read'), (c) =>
    showPage(c, { title: 'Orders', at: 'orders', children: <p className="muted">Nothing yet.</p> }),
  );
};
