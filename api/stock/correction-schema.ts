import { z } from '@hono/zod-openapi';
import { adjustmentReasons } from '../../db/schema/stock/adjustments.ts';
import { eitherOf } from '../backorder/checkout/either-of.ts';
import { id, instant, quantity, shared, sku } from '../http/scalars.ts';
import { filled } from './restock-schema.ts';

const location = id.optional().openapi({ description: 'Default: main' });

export const adjustment = z
  .strictObject({
    adjustmentId: id,
    sku,
    location,
    delta: z
      .int()
      .min(-100_000)
      .max(100_000)
      .refine((delta) => delta !== 0, 'Expected a number other than 0'),
    reason: z.enum(adjustmentReasons),
  })
  .openapi('Adjustment', {
    example: { adjustmentId: 'a-1', sku: 'LAMP-BRASS', delta: -1, reason: 'damaged' },
  });

const revoked = z
  .array(z.object({ orderId: z.string(), lineId: z.string(), quantity: z.int() }))
  .openapi({ description: 'Units that orders lost, from the end of the queue' });

const left = z.int().openapi({ description: 'Free units of this SKU and location' });

export const adjustmentAnswer = z
  .object({
    adjustmentId: z.string(),
    allocated: z.int().openapi({ description: 'Units that went to those who wait' }),
    revoked,
    left,
  })
  .openapi('AdjustmentAnswer');

const mostUnits = 1_000_000_000;

export const count = z
  .strictObject({
    countId: id,
    location,
    onHand: z.int().min(0).max(mostUnits).optional().openapi({
      description: 'What lies on the shelf. Exactly one of onHand and available',
    }),
    available: z
      .int()
      .min(-mostUnits)
      .max(mostUnits)
      .optional()
      .openapi({
        description:
          'What a shop has left after its own sales, maybe less than nothing. On hand is that plus ' +
          'our open units as of countedAt, and at least 0',
      }),
    countedAt: instant,
  })
  .superRefine(
    eitherOf(
      { field: 'available', needs: [], excludes: ['onHand'] },
      { needs: ['onHand'], excludes: [] },
    ),
    { when: () => true },
  )
  .openapi('Count', {
    anyOf: [{ required: ['onHand'] }, { required: ['available'] }],
    example: { countId: 'c-1', onHand: 40, countedAt: '2026-11-23T06:00:00Z' },
  });

export const countAnswer = z
  .object({
    countId: z.string(),
    difference: z.int().openapi({ description: 'What the ledger was changed by' }),
    allocated: z.int(),
    left,
    filled,
    skipped: z.array(z.object({ orderId: z.string(), reason: z.string() })),
    more: z.boolean(),
    revoked,
  })
  .openapi('CountAnswer');

/** What a correction would do; it has no id, for it is not done. */
export const adjustmentPreview = z
  .strictObject({ sku, location, delta: adjustment.shape.delta })
  .openapi('AdjustmentPreview', { example: { sku: 'LAMP-BRASS', delta: -1 } });

export const countPreview = z
  .strictObject({ location, onHand: z.int().min(0).max(mostUnits) })
  .openapi('CountPreview', { example: { onHand: 40 } });

export const restockPreview = z
  .strictObject({
    sku,
    location,
    quantity,
    supplyId: id.optional(),
    receivedAt: instant.optional(),
    ...shared,
  })
  .openapi('RestockPreview', { example: { sku: 'LAMP-BRASS', quantity: 40 } });
