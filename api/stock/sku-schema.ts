import { z } from '@hono/zod-openapi';
import { civilDate, sku } from '../http/scalars.ts';
import { supply } from '../promise/supply-schema.ts';

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
