import type { Hono } from 'hono';
import { allow } from '../access/allow.ts';
import { findOf, notFound } from '../call.ts';
import { type DeskDeps, type DeskEnv, deskOf } from '../env.ts';
import { showPage } from '../parts/layout.tsx';

/** One order: its story, and all that can be done to it. */
export const mountOrder = (app: Hono<DeskEnv>, deps: DeskDeps): void => {
  app.get('/desk/orders/:orderId', allow(deps, 'read'), async (c) => {
    const path = { orderId: c.req.param('orderId') };
    const order = await findOf(deskOf(c).api.GET('/v1/backorders/{orderId}', { params: { path } }));
    if (!order) throw notFound();
    const children = <p>{order.phase}</p>;
    return showPage(c, { title: `Order ${order.orderId}`, at: 'orders', children });
  });
};
