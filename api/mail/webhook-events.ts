import { z } from 'zod';
import type { About, NewWebhook } from '../../db/http/webhooks.ts';

/**
 * The part of an event of Resend that is kept: ids, codes and its time. No address, no subject and
 * no words of a mail server, which may quote both. Undefined for what is no event, or about no mail.
 * https://resend.com/docs/webhooks/event-types
 */
export const findMailWebhook = (eventId: string, event: unknown): NewWebhook | undefined => {
  const parsed = eventSchema.safeParse(event);
  if (!parsed.success) return undefined;
  const { type, data, created_at: toldAt } = parsed.data;
  const { bounce, suppressed } = data;
  const about = {
    emailId: data.email_id,
    messageId: data.tags?.message,
    cause: bounce?.type ?? suppressed?.type,
    causeDetail: bounce?.subType,
    toldAt,
  };
  return { sender: 'resend', eventId, type, about: present(about) };
};

/** The subject of a mail that came in; undefined for any other event. */
export const findSubject = (event: unknown): string | undefined => {
  const parsed = receivedSchema.safeParse(event);
  return parsed.success ? parsed.data.data.subject.trim() : undefined;
};

const code = z
  .string()
  .regex(/^\w{1,64}$/)
  .optional()
  .catch(undefined);

/** Tags come as one object, as the documentation shows, or as the list that was sent. */
const tags = z
  .union([
    z.record(z.string(), z.string()),
    z
      .array(z.object({ name: z.string(), value: z.string() }))
      .transform((list) => Object.fromEntries(list.map(({ name, value }) => [name, value]))),
  ])
  .transform(({ message }) => ({ message: z.guid().optional().catch(undefined).parse(message) }))
  .optional()
  .catch(undefined);

const eventSchema = z.object({
  type: z.string().regex(/^email\.\w{1,64}$/),
  created_at: z.iso.datetime({ offset: true }).optional().catch(undefined),
  data: z.object({
    email_id: z.string().regex(/^[\x21-\x7e]{1,255}$/),
    tags,
    bounce: z.object({ type: code, subType: code }).optional().catch(undefined),
    suppressed: z.object({ type: code }).optional().catch(undefined),
  }),
});

const receivedSchema = z.object({
  type: z.literal('email.received'),
  data: z.object({ subject: z.string().max(1_000) }),
});

const present = (about: { [K in keyof About]: About[K] | undefined }): About =>
  Object.fromEntries(Object.entries(about).filter(([, value]) => value !== undefined));
