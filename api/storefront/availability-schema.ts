import { z } from '@hono/zod-openapi';
import { locationQuery } from '../http/params.ts';
import { civilDate, quantity, sku } from '../http/scalars.ts';

export const availabilityQuery = locationQuery.extend({
  quantity: z.coerce.number().pipe(quantity).optional().openapi({
    type: 'integer',
    minimum: 1,
    maximum: 100_000,
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
