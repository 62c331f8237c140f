import { z } from '@hono/zod-openapi';
import { page } from '../http/paging.ts';
import { id, money, sku } from '../http/scalars.ts';

export const demandQuery = page.extend({
  sku: sku.optional(),
  location: id.optional(),
  format: z.enum(['json', 'csv']).optional().openapi({
    description: 'csv answers every SKU at once, as Accept: text/csv does',
  }),
});

const days = z.number().nullable();

const summary = z.object({
  waiting: z.int().openapi({ description: 'Units that wait' }),
  value: z.array(money).openapi({ description: 'What they are worth, by currency' }),
  orders: z.int().openapi({ description: 'Orders that wait' }),
  oldestDays: days.openapi({ description: 'Since when the oldest line waits' }),
  medianDays: days.openapi({ description: 'Half of the waiting lines wait longer' }),
  revenue: z
    .array(z.object({ kept: money, lost: money, allocated: money, waiting: money }))
    .openapi({ description: 'Shipped, cancelled, set aside, waiting; shipping costs not counted' }),
  promised: z
    .array(z.object({ week: z.string().nullable(), units: z.int() }))
    .openapi({ description: 'Waiting units by ISO week of their promise; null without a date' }),
  cancelled: z
    .array(z.object({ week: z.int(), units: z.int() }))
    .openapi({ description: 'Units given up, by week of their wait; 1 is the first' }),
});

/** The demand of one SKU over all locations, and at each. */
export const demand = summary
  .extend({ sku: z.string(), locations: z.array(summary.extend({ location: z.string() })) })
  .openapi('Demand');

export type DemandSummary = z.output<typeof summary>;
export type DemandAnswer = z.output<typeof demand>;
