import { z } from '@hono/zod-openapi';
import { civilDate, id, quantity, sku } from '../http/scalars.ts';
import { supply } from '../promise/supply-schema.ts';

export const locationQuery = z.object({
  location: id.optional().openapi({ description: 'Default: all of them' }),
});

export const skuAnswer = z
  .object({
    sku,
    location: z.string().nullable().openapi({ description: 'null: all of them' }),
    onHand: z.int(),
    allocated: z.int(),
    waiting: z.int(),
    supplies: z.array(supply),
    queue: z
      .array(
        z.object({
          orderId: z.string(),
          location: z.string(),
          waiting: z.int(),
          priority: z.int(),
          placedAt: z.string(),
          shipsOn: civilDate.nullable().openapi({
            description: 'Projected from stock and supply, as far as this SKU goes',
          }),
        }),
      )
      .openapi({ description: 'The first 25 who wait' }),
  })
  .openapi('Sku');

export const availabilityQuery = locationQuery.extend({
  quantity: z.coerce.number().pipe(quantity).optional().openapi({
    type: 'integer',
    description: 'Default: 1',
  }),
});

export const availability = z
  .object({
    sku,
    state: z.enum(['in_stock', 'backorder', 'out_of_stock']),
    shipsOn: civilDate.nullable().openapi({ description: 'null: no date can be given' }),
    text: z.string().openapi({ description: 'The same in words' }),
    limitLeft: z.int().optional().openapi({
      description: 'Units that may still be backordered, where there is a limit',
    }),
  })
  .openapi('Availability');
