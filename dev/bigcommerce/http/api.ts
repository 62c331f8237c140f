import { Hono } from 'hono';
import { ZodError } from 'zod';
import type { FaultPlan } from '../../faults.ts';
import type { StoreAccess } from '../settings.ts';
import { StoreRefusal } from '../shop/parts.ts';
import { refuseV2, refuseV3 } from './answers.ts';
import { createHookRoutes } from './hook-routes.ts';
import { limitCalls, playFaults } from './limits.ts';
import { createMetafieldRoutes } from './metafield-routes.ts';
import { createPaymentRoutes } from './payment-routes.ts';
import { createProductRoutes } from './product-routes.ts';
import { type ApiParts, createV2 } from './routes-v2.ts';
import { createScriptRoutes } from './script-routes.ts';

/** The store's HTTP API, as far as Meanwhile uses it. */
export const createStoreApi = (
  parts: ApiParts,
  { access, faults, perWindow }: { access: StoreAccess; faults: FaultPlan; perWindow: number },
): Hono =>
  new Hono()
    .use(async (c, next) => {
      const isKnown = c.req.header('X-Auth-Token') === access.accessToken;
      if (c.req.param('hash') !== access.storeHash || !isKnown)
        return refuseV3(c, 401, 'The token is not known for this store.');
      return next();
    })
    .use(limitCalls(perWindow))
    .use(playFaults(faults))
    .route('/v2', createV2(parts))
    .route('/v3', createPaymentRoutes(parts))
    .route('/v3', createMetafieldRoutes(parts))
    .route('/v3', createProductRoutes(parts))
    .route('/v3', createHookRoutes(parts, access.storeHash))
    .route('/v3', createScriptRoutes(parts))
    .notFound((c) => refuseV3(c, 404, 'There is no such route.'))
    .onError((error, c) => {
      const refuse = new URL(c.req.url).pathname.includes('/v2/') ? refuseV2 : refuseV3;
      if (error instanceof StoreRefusal)
        return refuse(c, refuse === refuseV2 ? 400 : 422, error.message);
      if (error instanceof ZodError || error instanceof SyntaxError)
        return refuse(c, refuse === refuseV2 ? 400 : 422, error.message.slice(0, 500));
      throw error;
    });
