import { z } from '@hono/zod-openapi';
import { units } from '../backorder/units.ts';
import { id, priority, text } from '../http/scalars.ts';

/** An operator's acts on an order's place and units, each the body of a POST under it. */

const reason = text(500);

export const priorityChange = z
  .strictObject({ priority, reason })
  .openapi('PriorityChange', { example: { priority: 10, reason: 'promised by phone' } });

export const priorityTrial = z
  .strictObject({ priority })
  .openapi('PriorityTrial', { example: { priority: 10 } });

export const accumulate = z
  .strictObject({
    on: z.boolean().openapi({ description: 'false: nothing is kept, and what was kept goes on' }),
    reason,
  })
  .openapi('Accumulate', { example: { on: true, reason: 'a large order that never fills' } });

export const reassign = z
  .strictObject({
    to: id.openapi({ description: 'The waiting order that gets the units' }),
    lines: units.openapi({ description: 'Units of this order that are set aside' }),
    reason,
  })
  .openapi('Reassign', {
    example: { to: '1002', lines: [{ id: '1', quantity: 1 }], reason: 'a wedding on Saturday' },
  });
