import { z } from '@hono/zod-openapi';
import { locationQuery } from '../http/params.ts';
import { civilDate, digitsUpTo, maxQuantity, sku } from '../http/scalars.ts';

export const availabilityQuery = locationQuery.extend({
  quantity: digitsUpTo(maxQuantity).optional().openapi({ description: 'Default: 1' }),
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
