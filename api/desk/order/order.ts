import type { Context } from 'hono';
import { zoneAtShipTo } from '../../../workflows/calendar/ship-to-day.ts';
import type { Role } from '../../../workflows/domain/desk/role.ts';
import { seesPersonalData } from '../../access/personal-data.ts';
import { scopesOf } from '../access/scopes.ts';
import { findOf, notFound } from '../call.ts';
import { type DeskEnv, deskOf } from '../env.ts';

/** One order as the API answers it to this operator; 404 where there is none. */
export const findOrder = async (c: Context<DeskEnv>) => {
  const path = { orderId: c.req.param('orderId') ?? '' };
  const order = await findOf(deskOf(c).api.GET('/v1/backorders/{orderId}', { params: { path } }));
  if (!order) throw notFound();
  return order;
};

export type Order = Awaited<ReturnType<typeof findOrder>>;

export type OrderLine = Order['lines'][number];

/** Where the order's page is, without the path before every other. */
export const pathOf = ({ orderId }: Pick<Order, 'orderId'>): string =>
  `/desk/orders/${encodeURIComponent(orderId)}`;

/** The zone in which each of its dates is said. */
export const zoneOf = ({ shipTo }: Pick<Order, 'shipTo'>): string =>
  zoneAtShipTo({
    country: shipTo.country,
    region: shipTo.region ?? null,
    postalCode: shipTo.postalCode ?? null,
  });

/** Whether the operator may know whom the order is for. */
export const seesCustomer = (role: Role): boolean =>
  seesPersonalData({ scopes: [...scopesOf[role]] });

/** Units of a line that have neither left nor been cancelled. */
export const openOf = ({ waiting, allocated }: OrderLine): number => waiting + allocated;

export const isOpen = ({ phase }: Pick<Order, 'phase'>): boolean =>
  phase !== 'shipped' && phase !== 'cancelled';
