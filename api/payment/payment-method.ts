import { OpenAPIHono } from '@hono/zod-openapi';
import { actRoute, perform } from '../backorder/act.ts';
import { paymentMethodChange } from '../backorder/acts-schema.ts';
import { answerAct } from '../backorder/answer-act.ts';
import { getBackorder, showBackorder } from '../backorder/show.ts';
import type { RouteDeps } from '../deps.ts';
import type { AppEnv } from '../http/env.ts';

/**
 * Gives a backorder another card. Only the workflow writes it down, because a payment with the card
 * before may be under way. A payment that had failed is tried with the new one.
 */
export const paymentMethodRoutes = (deps: RouteDeps) =>
  new OpenAPIHono<AppEnv>().openapi(route(deps), async (c) => {
    const { orderId } = c.req.valid('param');
    const body = c.req.valid('json');
    await getBackorder(deps, orderId);
    const answer = await answerAct(
      c,
      deps,
      { orderId, act: 'payment-method', body },
      async (changeId) => {
        const { paymentMethodId: methodId } = body;
        const request = { type: 'ChangePaymentMethod' as const, methodId };
        await perform(deps, orderId, { request, id: `payment-method/${changeId}` });
        return showBackorder(deps, orderId);
      },
    );
    return c.json(answer, 200);
  });

const route = (deps: RouteDeps) =>
  actRoute(deps, {
    act: 'payment-method',
    scope: 'support',
    summary: 'Change the payment method',
    body: paymentMethodChange,
    problems: ['already_shipped', 'cancelled', 'nothing_to_pay'],
  });
