import { z } from '@hono/zod-openapi';
import { civilDate, text } from '../../http/scalars.ts';

const mostDays = 3_650;

const expected = `Expected a number of days, 0 to ${mostDays}, or a range, such as 3-5`;

const range = z
  .string()
  .regex(/^\d{1,4}-\d{1,4}$/, { error: expected, abort: true })
  .refine((written) => {
    const [from = 0, to = 0] = written.split('-').map(Number);
    return from <= to && to <= mostDays;
  }, expected)
  .openapi({ example: '3-5' });

const within = z
  .strictObject({
    days: z
      .union([z.int().min(0).max(mostDays), range], { error: expected })
      .openapi({ description: 'A range as the shop tells it means its last day: 3-5 is 5' }),
    business: z.boolean().optional().openapi({
      description: 'Weekends do not count, nor federal holidays where the goods go to the US',
    }),
  })
  .openapi({ description: 'Counted from placedAt, in days at ship-to' });

/** A date is told in one way: which of two was meant is never guessed. */
const refuseTwoDates = (body: unknown, ctx: z.core.$RefinementCtx<unknown>): void => {
  if (typeof body !== 'object' || body === null) return;
  const { on, within: days } = body as { on?: unknown; within?: unknown };
  if (on === undefined && days === undefined) {
    ctx.addIssue({ code: 'custom', path: ['on'], message: 'Required, or within' });
  }
  if (on === undefined || days === undefined) return;
  const params = { code: 'contradictory_dates' };
  ctx.addIssue({ code: 'custom', path: ['within'], message: 'Not with on', params });
};

/** What the shop told the customer, and what it bases that on. */
export const promise = z
  .strictObject({
    on: civilDate.optional().openapi({
      description: 'At ship-to. A day before today counts as today; earlier only with import: true',
    }),
    within: within.optional(),
    basis: text(500),
    essential: z.boolean().optional().openapi({
      description: 'The day is of the essence: once it is missed, no further period is owed',
    }),
  })
  .superRefine(refuseTwoDates, { when: () => true })
  .openapi({ anyOf: [{ required: ['on'] }, { required: ['within'] }] });

/** The days of a promise "within": of a range, the last. */
export const lastOf = (days: number | string): number =>
  typeof days === 'number' ? days : Number(days.split('-')[1]);
