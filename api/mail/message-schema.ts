import { z } from '@hono/zod-openapi';
import {
  decisions,
  messageClasses,
  messageKinds,
  statuses,
} from '../../workflows/domain/backorder/message-kind.ts';
import { page } from '../http/paging.ts';
import { email, instant } from '../http/scalars.ts';

/** The record of one backorder: its timeline and its messages; and the messages of all. */

const answeredAt = z.string().openapi({ format: 'date-time' });

export const timeline = z
  .object({
    data: z.array(
      z.object({
        at: answeredAt,
        type: z.string(),
        summary: z.string(),
        detail: z.record(z.string(), z.unknown()),
      }),
    ),
  })
  .openapi('Timeline');

export const message = z
  .object({
    id: z.string(),
    kind: z.enum(messageKinds),
    class: z.enum(messageClasses),
    decision: z.enum(decisions),
    reason: z.string().nullable(),
    until: answeredAt.nullable().openapi({ description: 'When a held one is decided again' }),
    into: z
      .string()
      .nullable()
      .openapi({ description: 'The message that says what a merged one would have' }),
    dueAt: answeredAt.nullable(),
    at: answeredAt.openapi({ description: "In the order's time" }),
    status: z
      .enum(statuses)
      .nullable()
      .openapi({
        description:
          'The most that the provider has said of it, in whatever order: ' +
          'accepted < delayed < delivered < complained < bounced, failed. null when it was not sent',
      }),
    subject: z.string().nullable(),
  })
  .openapi('Message');

export const messageOfOrder = message.extend({ orderId: z.string() }).openapi('MessageOfOrder');

export const messagesQuery = page.extend({
  kind: z.enum(messageKinds).optional(),
  class: z.enum(messageClasses).optional(),
  decision: z.enum(decisions).optional(),
  reason: z
    .string()
    .regex(/^[\w-]{1,100}$/, 'Expected a reason as an answer gives it')
    .optional(),
  status: z.enum(statuses).optional(),
  email: email.optional(),
  since: instant.optional().openapi({ description: "In the orders' own time" }),
  until: instant.optional().openapi({ description: 'Exclusive' }),
});

export const wholeMessage = message
  .extend({
    to: z.string().nullable(),
    html: z.string().nullable(),
    text: z.string().nullable(),
    headers: z.record(z.string(), z.string()).nullable(),
    events: z.array(z.record(z.string(), z.unknown())).nullable(),
  })
  .openapi('WholeMessage', {
    description:
      'to, html, text, headers and events: null for keys without checkout, support or admin',
  });
