import { z } from '@hono/zod-openapi';
import { id, money, sku, words } from '../../http/scalars.ts';

const what = {
  location: id.optional().openapi({ description: 'Default: all of them, or that of the supply' }),
  supplyId: id.optional().openapi({
    description:
      'Give up this supply alone: only units that nothing else reaches are cancelled, and the queue stays open',
  }),
};

export const giveUpTrial = z.strictObject(what).openapi('GiveUpTrial', { example: {} });

export const giveUp = z
  .strictObject({
    giveUpId: id,
    ...what,
    reason: words(500).openapi({ description: 'Customers read it in their mail' }),
  })
  .openapi('GiveUp', {
    example: { giveUpId: 'g-1', reason: 'The maker has stopped making this lamp' },
  });

export const giveUpPreview = z
  .object({
    sku,
    location: z.string().nullable().openapi({ description: 'null: all of them' }),
    supplyId: z.string().nullable(),
    orders: z.int().openapi({ description: 'Orders of which units would be cancelled' }),
    lines: z.int(),
    units: z.int(),
    whole: z
      .int()
      .openapi({ description: 'Of the orders, those of which nothing is left to ship' }),
    partial: z.int().openapi({ description: 'Of the orders, those that go on with the rest' }),
    money: z
      .array(
        z.object({
          refunded: money,
          voided: money.openapi({ description: 'Held, and let go' }),
          neverCharged: money,
        }),
      )
      .openapi({ description: 'What would become of the money for them, by currency' }),
    stays: z
      .object({ orders: z.int(), units: z.int() })
      .openapi({ description: 'What is set aside of it, and stays' }),
    withdrawn: z
      .array(z.object({ supplyId: z.string(), quantity: z.int() }))
      .openapi({ description: 'Supplies that would be withdrawn' }),
    listed: z
      .array(z.object({ orderId: z.string(), units: z.int(), whole: z.boolean() }))
      .openapi({ description: 'The first 100 orders' }),
    more: z.boolean().openapi({
      description: 'The list is cut at 100, or the sums are of a part: there was no time for all',
    }),
  })
  .openapi('GiveUpPreview');

export const giveUpAnswer = z
  .object({
    giveUpId: z.string(),
    sku,
    location: z.string().nullable(),
    supplyId: z.string().nullable(),
    reason: z.string(),
    state: z.enum(['running', 'done']),
    total: z.int().openapi({ description: 'Orders whose waiting units are cancelled' }),
    counting: z.boolean().openapi({
      description: '`total` still grows: not all of them are written down',
    }),
    minutesLeft: z.int().nullable().openapi({
      description: 'How long it takes at the pace of the last minute; null if there is none',
    }),
    cancelled: z.int().openapi({ description: 'Of these, those that are' }),
    gone: z.int().openapi({ description: 'Of these, those of which nothing waited any more' }),
    refused: z.int().openapi({
      description: 'Of these, those whose backorder said no, or that may wait again (`taken_up`)',
    }),
    unanswered: z.int().openapi({
      description: 'Of these, those whose backorder has not answered yet; they are asked again',
    }),
    units: z.int().openapi({ description: 'Units that were cancelled' }),
    codes: z
      .record(z.string(), z.int())
      .openapi({ description: 'How often it was refused, by the code of the problem' }),
    left: z
      .array(z.object({ orderId: z.string(), code: z.string().nullable() }))
      .openapi({ description: 'The first 100 that refused, or have not answered' }),
    createdAt: z.string(),
    endedAt: z.string().nullable(),
  })
  .openapi('GiveUpAnswer');

export const givenUpAnswer = z
  .object({
    sku,
    closed: z.array(z.string()).openapi({
      description: 'The locations at which nobody may come to wait for it any more',
    }),
    everywhere: z.boolean().openapi({ description: 'So is every other one that it may come to' }),
    giveUps: z.array(giveUpAnswer.omit({ left: true })).openapi({ description: 'The newest 20' }),
  })
  .openapi('GivenUp');
