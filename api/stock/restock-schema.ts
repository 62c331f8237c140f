import { z } from '@hono/zod-openapi';
import { id, instant, quantity, shared, sku } from '../http/scalars.ts';

export const restock = z
  .strictObject({
    restockId: id,
    sku,
    location: id.optional().openapi({ description: 'Default: main' }),
    quantity,
    supplyId: id.optional(),
    receivedAt: instant.optional().openapi({ description: 'Default: now' }),
    ...shared,
  })
  .openapi('Restock', { example: { restockId: 'r-1', sku: 'LAMP-BRASS', quantity: 40 } });

export const filled = z.array(
  z.object({
    orderId: z.string(),
    lineId: z.string(),
    quantity: z.int(),
    kept: z.literal(true).optional().openapi({ description: 'Kept until the order is whole' }),
  }),
);

export const restockAnswer = z
  .object({
    restockId: z.string(),
    share: z.boolean(),
    note: z.string().nullable(),
    allocated: z.int().openapi({ description: 'Units that went to those who wait' }),
    left: z.int().openapi({ description: 'Free units of this SKU and location' }),
    filled,
    skipped: z.array(z.object({ orderId: z.string(), reason: z.string() })),
    more: z.boolean().openapi({
      description: 'The lists are cut at 100, or filling goes on in the background',
    }),
  })
  .openapi('RestockAnswer');
