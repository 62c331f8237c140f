import { z } from '@hono/zod-openapi';
import { locationQuery } from '../http/params.ts';
import { civilDate, digitsUpTo, locale, maxQuantity, sku } from '../http/scalars.ts';

/** SKUs of one question. */
export const mostSkus = 50;

export const availabilityQuery = locationQuery.extend({
  quantity: digitsUpTo(maxQuantity).optional().openapi({ description: 'Default: 1' }),
  locale: locale
    .transform((tag) => Intl.getCanonicalLocales(tag)[0] ?? tag)
    .optional()
    .openapi({
      type: 'string',
      description: 'Whose words `text` is in. Default: en, also for languages nobody wrote',
      example: 'de-AT',
    }),
});

/** A query names the same field again for each of several values, and one value is no list. */
const listed = (given: unknown): unknown => (typeof given === 'string' ? [given] : given);

export const availabilitiesQuery = availabilityQuery.extend({
  sku: z
    .preprocess(listed, z.array(sku).max(mostSkus, `Expected ${mostSkus} SKUs at most`))
    .openapi({
      type: 'array',
      items: { type: 'string', minLength: 1, maxLength: 64 },
      minItems: 1,
      maxItems: mostSkus,
      description: 'Again for each SKU',
      example: ['LAMP-BRASS', 'RUG-WOOL'],
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

export const availabilities = z
  .object({
    data: z.array(availability).openapi({ description: 'One for each SKU, as they were named' }),
  })
  .openapi('Availabilities');
