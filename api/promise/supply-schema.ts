import { z } from '@hono/zod-openapi';
import { civilDate, id, quantity, sku, text } from '../http/scalars.ts';

export const supplyParams = z.object({ supplyId: id });

/** Without supplyId: it stands in the path. */
export const supplyChange = z
  .strictObject({
    sku,
    location: id.optional().openapi({ description: 'Default: main' }),
    quantity: quantity.openapi({ description: 'Units still to come; receipts lower it' }),
    expectedOn: civilDate.nullable().openapi({ description: 'null: nobody knows when' }),
    basis: text(500).openapi({ description: 'Who or what says so' }),
  })
  .openapi('SupplyChange', {
    example: {
      sku: 'LAMP-BRASS',
      quantity: 40,
      expectedOn: '2027-01-10',
      basis: 'supplier confirmation 8812',
    },
  });

/** A change that is only tried: a PUT's body, or a withdrawal. */
export const supplyTrial = z.union([
  supplyChange,
  z.strictObject({ withdraw: z.literal(true) }).openapi({ description: 'As DELETE would' }),
]);

export const supply = z
  .object({
    supplyId: z.string(),
    sku: z.string(),
    location: z.string(),
    quantity: z.int().openapi({ description: 'Units still to come' }),
    expectedOn: civilDate.nullable(),
    basis: z.string(),
    updatedAt: z.string(),
  })
  .openapi('Supply');

export const supplyAnswer = z
  .object({
    supply,
    moved: z.int().openapi({ description: 'Backorders with another projected date than before' }),
    broken: z
      .array(
        z.object({
          orderId: z.string(),
          from: civilDate,
          to: civilDate.nullable(),
          notice: z.null().openapi({ description: 'null until there are policies of law' }),
        }),
      )
      .openapi({ description: 'Those whose promise breaks: they are told' }),
    more: z.boolean().openapi({
      description: 'The list is cut at 100, or the queue is still being walked in the background',
    }),
  })
  .openapi('SupplyAnswer');
