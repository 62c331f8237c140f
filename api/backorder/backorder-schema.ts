import { z } from '@hono/zod-openapi';
import { terms } from '../../db/schema/backorder/orders.ts';
import { attentionCodes } from '../../workflows/domain/backorder/attention.ts';
import { problemReasons } from '../../workflows/domain/backorder/card.ts';
import { paymentStates } from '../../workflows/domain/backorder/intent.ts';
import { messageKinds } from '../../workflows/domain/backorder/message-kind.ts';
import { phases } from '../../workflows/domain/backorder/snapshot.ts';
import { fulfilments } from '../../workflows/domain/stock/allocation.ts';
import { money } from '../http/scalars.ts';
import { answeredAt, answeredOn, cancellation, law } from './law-schema.ts';

const keptFrom = 'null for keys without checkout, support or admin';

const line = z
  .object({
    id: z.string(),
    sku: z.string(),
    location: z.string(),
    quantity: z.int().openapi({ description: 'waiting + allocated + shipped + cancelled' }),
    waiting: z.int(),
    allocated: z.int(),
    shipped: z.int(),
    cancelled: z.int(),
    unitPrice: money,
    total: money,
  })
  .openapi('BackorderLine');

const problem = z
  .object({
    reason: z.enum(problemReasons),
    amount: money,
    keptUntil: answeredAt
      .nullable()
      .openapi({ description: 'Until then units are set aside for the payment' }),
    cancelledAt: answeredAt
      .nullable()
      .openapi({ description: 'What waits is cancelled then, if nothing happens' }),
    retryAt: answeredAt
      .nullable()
      .openapi({ description: 'The same card is asked again then by itself' }),
  })
  .openapi('PaymentProblem');

/** One backorder as the API answers it. */
export const backorder = z
  .object({
    orderId: z.string(),
    phase: z.enum(phases),
    revision: z.int().openapi({ description: '0 until its workflow runs' }),
    placedAt: answeredAt,
    fulfilment: z.enum(fulfilments),
    priority: z.int(),
    customer: z
      .object({
        email: z.string().nullable(),
        name: z.string().nullable(),
        locale: z.string(),
        timeZone: z.string(),
      })
      .openapi({ description: `email and name: null once erased; ${keptFrom}` }),
    shipTo: z
      .object({
        country: z.string(),
        region: z.string().nullish(),
        postalCode: z.string().nullish(),
      })
      .openapi({ description: `region and postalCode: ${keptFrom}` }),
    lines: z.array(line),
    promise: z
      .object({ on: answeredOn.nullable(), basis: z.string().nullable(), statedAt: answeredAt })
      .nullable()
      .openapi({ description: 'What the customer was told last; null when nothing was' }),
    payment: z.object({
      terms: z.enum(terms),
      heldBy: z
        .enum(['shop'])
        .nullable()
        .openapi({ description: 'Who holds what was paid at checkout, if not the provider' }),
      reference: z
        .string()
        .nullable()
        .openapi({ description: "The shop's own name of a payment that it holds" }),
      state: z.enum(paymentStates),
      authorized: money,
      captured: money.openapi({ description: 'Deposit or prepayment included' }),
      refunded: money,
      waived: money.openapi({
        description:
          'Not asked for any more: too little to be charged alone, given up, or given back by others',
      }),
      holdUntil: answeredAt.nullable(),
      problem: problem.nullable().openapi({
        description: 'What the payment waits for, and by when; null when all is well',
      }),
      askedUntil: answeredAt.nullable().openapi({
        description: 'Cancelled then, unless card and consent have come from the customer’s page',
      }),
    }),
    law,
    cancellation: cancellation.nullable().openapi({
      description: 'Of what was cancelled last; null as long as nothing was',
    }),
    shop: z
      .object({ id: z.string(), order: z.string(), url: z.string().nullable() })
      .nullable()
      .openapi({
        description:
          'The shop on a hosted platform that it was ordered at, and its number and page there; ' +
          'null for one that came by this API',
      }),
    next: z
      .object({ kind: z.enum([...messageKinds, 'lease-end']), at: answeredAt })
      .nullable()
      .openapi({ description: 'The next message that is due' }),
    attention: z
      .array(
        z.object({
          code: z.enum(attentionCodes),
          at: answeredAt,
          dueAt: answeredAt.optional(),
          amount: money.optional(),
        }),
      )
      .openapi({
        description:
          'What waits for a person; dueAt is the law’s own deadline, amount what they shall send',
      }),

    hold: z.object({ reason: z.string().nullable(), at: answeredAt.nullable() }).nullable(),
    now: answeredAt.openapi({ description: "The backorder's own time" }),
    links: z.object({
      status: z
        .string()
        .nullable()
        .openapi({
          description: `The customer's page, by its secret address; null once the order is erased; ${keptFrom}`,
        }),
      workflow: z.string(),
    }),
  })
  .openapi('Backorder');

export type BackorderAnswer = z.output<typeof backorder>;
