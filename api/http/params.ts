import { z } from '@hono/zod-openapi';
import { id, sku } from './scalars.ts';

/** Ids in paths. One that fits no pattern cannot exist and is answered 404. */
export const orderParams = z.object({ orderId: id });

export const messageParams = z.object({ orderId: id, id: z.guid() });

export const skuParams = z.object({ sku });

export const locationQuery = z.object({
  location: id.optional().openapi({ description: 'Default: all of them' }),
});
