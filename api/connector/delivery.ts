import { Hono } from 'hono';
import { storeDelivery } from '../../db/connector/deliveries.ts';
import { findShop } from '../../db/connector/shops.ts';
import { refuseSignature } from '../access/failed-signatures.ts';
import type { RouteDeps } from '../deps.ts';
import type { AppEnv } from '../http/env.ts';
import { problem } from '../http/problem.ts';
import { createOpener, type OpenShop } from './open-shop.ts';
import { shopId } from './shop-schema.ts';

/**
 * `POST /webhooks/shops/:id` takes a delivery of a shop's platform, proven over its very bytes. Why
 * to look is stored once and answered at once; nothing else of it is believed or kept.
 */
export const shopDeliveryRoutes = (deps: RouteDeps) => {
  const { db, shops, config, access } = deps;
  const open = createOpener(shops);
  return new Hono<AppEnv>().post('/webhooks/shops/:id', async (c) => {
    const id = c.req.param('id');
    const row = shopId.safeParse(id).success ? await findShop(db.sql, id) : undefined;
    if (!row) throw problem('not_found', { detail: 'There is no such shop.' });
    const { platform, secrets } = opened(() => open(row));
    const body = new Uint8Array(await c.req.arrayBuffer());
    const delivered = { body, headers: c.req.raw.headers, now: new Date().toISOString() };
    const hint = platform.readDelivery(delivered, secrets);
    if (hint === 'forged') {
      throw refuseSignature(c, { limit: config.strangers, counts: access.counts });
    }
    if (hint !== 'ping') {
      const { deliveryId, about } = hint;
      if (await storeDelivery(db.sql, { shop: id, deliveryId, about })) shops.kick();
    }
    return c.json({ received: true });
  });
};

/** The sender repeats it, and the shop says what is wrong. */
const opened = (open: () => OpenShop): OpenShop => {
  try {
    return open();
  } catch {
    throw problem('unavailable', {
      detail: 'The shop cannot be opened here. Nothing was changed.',
    });
  }
};
