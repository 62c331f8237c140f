import { z } from '@hono/zod-openapi';
import { decisions } from '../../db/schema/mail/messages.ts';
import { messageClasses } from '../../workflows/domain/backorder/message-kind.ts';

/** The record of one backorder: its timeline and its messages. */

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
    kind: z.string(),
    class: z.enum([...messageClasses, 'marketing']),
    decision: z.enum(decisions),
    reason: z.string().nullable(),
    dueAt: answeredAt.nullable(),
    at: answeredAt.openapi({ description: "In the order's time" }),
    status: z.string().nullable().openapi({ description: 'What the provider last said of it' }),
    subject: z.string().nullable(),
  })
  .openapi('Message');

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
