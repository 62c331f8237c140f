import { z } from '@hono/zod-openapi';
import { civilDate, instant } from '../http/scalars.ts';

/** What somebody reports of a customer's word. A code, because it becomes part of the evidence. */
const channel = z
  .string()
  .regex(
    /^[A-Za-z0-9][A-Za-z0-9._:-]{0,39}$/,
    'Expected 1 to 40 of A-Z a-z 0-9 . _ : - and a letter or digit first',
  )
  .openapi({ description: 'How it reached the shop: a short code', example: 'phone' });

const receivedAt = instant.openapi({
  description:
    "When it reached the shop, in the backorder's own time: the word counts from then on. Default: now",
});

const said = { channel, receivedAt: receivedAt.optional() };

export const delayAnswer = z
  .strictObject({
    accept: z.boolean().openapi({ description: 'false cancels all that has not shipped' }),
    until: z
      .union([civilDate, z.literal('open')], 'Expected a date, YYYY-MM-DD, or open')
      .optional()
      .openapi({
        type: 'string',
        description:
          'The last day that they agree to, or `open`. Default: the date of the notice, `open` if it named none',
        example: '2027-02-01',
      }),
    ...said,
  })
  .refine(({ accept, until }) => accept || until === undefined, {
    path: ['until'],
    message: 'Expected only with accept: true',
  })
  .openapi('DelayAnswer', { example: { accept: true, until: '2027-02-01', channel: 'phone' } });

export const withdrawal = z
  .strictObject(said)
  .openapi('Withdrawal', { example: { channel: 'email' } });

export const furtherPeriod = z
  .strictObject({
    until: civilDate.openapi({ description: 'The last day that the customer waits for' }),
    ...said,
  })
  .openapi('FurtherPeriod', { example: { until: '2027-02-15', channel: 'letter' } });
