import { OpenAPIHono, type z } from '@hono/zod-openapi';
import { type CustomerPatch, changeCustomer, isNewToNotice } from '../../db/backorder/customer.ts';
import type { BackorderRow } from '../../db/backorder/read.ts';
import { zoneOf } from '../../workflows/calendar/home-zone.ts';
import type { RouteDeps } from '../deps.ts';
import type { AppEnv } from '../http/env.ts';
import { nowOf } from '../http/order-time.ts';
import { problem } from '../http/problem.ts';
import { actRoute, perform } from './act.ts';
import { customerChange } from './acts-schema.ts';
import { answerAct } from './answer-act.ts';
import { getBackorder, showBackorder } from './show.ts';

/**
 * Changes the customer or the address of a backorder. The workflow hears of it only where its plans
 * depend on it: on another country's law, on days and hours elsewhere, or on where mail goes.
 */
export const customerRoutes = (deps: RouteDeps) =>
  new OpenAPIHono<AppEnv>().openapi(route(deps), async (c) => {
    const { orderId } = c.req.valid('param');
    const body = c.req.valid('json');
    const row = await getBackorder(deps, orderId);
    if (row.erasedAt) throw problem('erased');
    const answer = await answerAct(c, deps, { orderId, act: 'customer', body }, async (actId) => {
      await changeAs(deps, row, { change: body, actId });
      return showBackorder(deps, orderId);
    });
    return c.json(answer, 200);
  });

type Change = z.output<typeof customerChange>;

/** Changes what is named, and has the backorder plan anew where it must. Safe to repeat. */
export const changeAs = async (
  deps: Pick<RouteDeps, 'db' | 'acts' | 'kick'>,
  row: Pick<BackorderRow, 'orderId' | 'skippedMs'>,
  { change, actId }: { change: Change; actId: string },
): Promise<void> => {
  const { orderId } = row;
  await changeCustomer(deps.db, orderId, { patch: toPatch(change), at: nowOf(row) });
  deps.kick();
  const { email, timeZone, shipTo } = change;
  const hasNewAddress =
    email !== undefined && (await isNewToNotice(deps.db.sql, { orderId, email }));
  if (!hasNewAddress && timeZone === undefined && shipTo === undefined) return;
  const request = { type: 'ChangeCustomer' as const, hasNewAddress };
  await perform(deps, orderId, { request, id: `customer/${actId}` });
};

const route = (deps: RouteDeps) =>
  actRoute(deps, {
    act: 'customer',
    scope: 'support',
    summary: 'Change the customer or the address',
    body: customerChange,
    problems: ['erased'],
  });

const toPatch = ({ shipTo, ...customer }: Change): CustomerPatch =>
  shipTo
    ? {
        ...customer,
        shipTo: {
          country: shipTo.country,
          region: shipTo.region ?? null,
          postalCode: shipTo.postalCode ?? null,
          timeZone: zoneOf(shipTo),
        },
      }
    : customer;
