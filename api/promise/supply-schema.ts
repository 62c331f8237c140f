import { z } from '@hono/zod-openapi';
import { type NoticeKind, noticeKinds, silences } from '../../workflows/domain/backorder/law.ts';
import { civilDate, id, quantity, shared, sku, text } from '../http/scalars.ts';

export const supplyParams = z.object({ supplyId: id });

/** Without supplyId: it stands in the path. */
export const supplyChange = z
  .strictObject({
    sku,
    location: id.optional().openapi({ description: 'Default: main' }),
    quantity: quantity.openapi({ description: 'Units still to come; receipts lower it' }),
    expectedOn: civilDate.nullable().openapi({ description: 'null: nobody knows when' }),
    basis: text(500).openapi({ description: 'Who or what says so' }),
    ...shared,
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
    share: z.boolean(),
    note: z.string().nullable(),
    updatedAt: z.string(),
  })
  .openapi('Supply');

/** What the law wants said of a date that moves. */
export const noticeFields = {
  notice: z
    .enum(noticeKinds)
    .nullable()
    .openapi({ description: 'The kind of notice; null: the law wants none' }),
  silence: z.enum(silences).openapi({ description: 'What saying nothing does' }),
  answerBy: z
    .string()
    .nullable()
    .openapi({ description: 'The end of the last day to answer, at ship-to' }),
};

const counts = {
  first_within_30: z.int(),
  first_beyond_30: z.int(),
  first_undated: z.int(),
  later: z.int(),
  informs: z.int(),
} satisfies Record<NoticeKind, z.ZodInt>;

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
          told: z.boolean().openapi({ description: 'A mail says so, be it only news' }),
          ...noticeFields,
          cancelledAt: z.string().nullable().openapi({
            description: 'When it ends unless its customer agrees; null: silence ends nothing',
          }),
          cancelledOn: civilDate.nullable().openapi({
            description: 'The day at ship-to with whose end that is',
          }),
        }),
      )
      .openapi({ description: 'Those whose promise breaks, the first 100' }),
    told: z.int().openapi({ description: 'How many of all that broke are told by mail' }),
    notices: z
      .object({ ...counts, none: z.int().openapi({ description: 'The law wants no notice' }) })
      .openapi({ description: 'All that broke, listed or not, by the notice that each calls for' }),
    cancels: z.array(z.object({ on: civilDate, count: z.int() })).openapi({
      description:
        'How many of all that broke end with each day, at ship-to, if no customer answers; the first 100 days',
    }),
    more: z.boolean().openapi({
      description: 'The list is cut at 100, or the queue is still being walked in the background',
    }),
  })
  .openapi('SupplyAnswer');

export const supplyProgressAnswer = supplyAnswer
  .extend({
    progress: z
      .object({
        walked: z.int().openapi({ description: 'Orders of the queue looked at so far' }),
        waiting: z.int().openapi({ description: 'Backorders that have yet to hear of it' }),
        owed: z.int().openapi({ description: 'Mails that follow from it, as foreseen' }),
        sent: z.int().openapi({ description: 'Of these, those that the mail provider has' }),
        dropped: z.int().openapi({
          description: 'Of these, those that did not go out: replaced, merged, failed, unknown',
        }),
        done: z.boolean().openapi({ description: 'All were looked at, have heard, and are told' }),
      })
      .openapi({ description: 'How far the newest change of the supply has come' }),
  })
  .openapi('SupplyProgress');
