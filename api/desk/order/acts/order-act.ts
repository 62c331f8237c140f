import type { Context, Hono } from 'hono';
import type { Scope } from '../../../access/auth.ts';
import { Refused } from '../../call.ts';
import { type DeskDeps, type DeskEnv, deskOf } from '../../env.ts';
import { type Act, mountAct } from '../../parts/act.tsx';
import { findOrder, type Order, pathOf } from '../order.ts';

type OrderAct = Pick<Act<Order>, 'fields' | 'preview' | 'go' | 'act'> & {
  /** The last part of its address. */
  name: string;
  title: string;
  scopes: [Scope, ...Scope[]];
  isGrave?: boolean;
};

/** Serves an act upon one order, which leads back to the order's page. */
export const mountOrderAct = (
  app: Hono<DeskEnv>,
  deps: DeskDeps,
  { name, title, ...act }: OrderAct,
): void =>
  mountAct<Order>(app, deps, {
    ...act,
    path: `/desk/orders/:orderId/${name}`,
    at: 'orders',
    find: findOrder,
    title: ({ orderId }) => `${title}: order ${orderId}`,
    back: pathOf,
  });

/** The call's path and the id under which it is done once, whoever sends the form again. */
export const onceFor = ({ orderId }: Pick<Order, 'orderId'>, actId: string) => ({
  path: { orderId },
  header: { 'idempotency-key': actId },
});

export const apiIn = (c: Context<DeskEnv>) => deskOf(c).api;

/** What was entered; the empty text where nothing was. */
export const textIn = (form: URLSearchParams, name: string): string => form.get(name)?.trim() ?? '';

/** Says beside the form why it cannot be done as it was entered. */
export const refuse = (detail: string): Refused =>
  new Refused({ status: 422, code: 'invalid_request', title: 'Not yet.', detail, errors: [] });

/** What an act on an order is called, who may do it, and when it makes sense. */
export type Offer = {
  name: string;
  label: string;
  scopes: [Scope, ...Scope[]];
  isOffered: (order: Order) => boolean;
};
