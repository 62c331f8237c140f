import { z } from 'zod';
import { type ResendError, resendError } from './errors.ts';

/** One mail as the API takes it, with the addressees as lists. */
export type Email = {
  from: string;
  to: string[];
  cc: string[];
  bcc: string[];
  replyTo: string[];
  subject: string;
  html: string | null;
  text: string | null;
  headers: Record<string, string>;
  tags: { name: string; value: string }[];
};

/**
 * Reads the body of a send. Refuses what Resend refuses, with its words, and what this stand-in
 * cannot keep (attachments, templates, schedules), so that nothing gets lost unnoticed.
 */
export const parseEmail = (body: unknown): Email | ResendError => {
  const missing = findMissing(body);
  if (missing) return resendError('missing_required_field', `Missing ${missing} field.`);
  const parsed = emailSchema.safeParse(body);
  if (!parsed.success) return resendError('validation_error', parsed.error.issues[0]?.message);
  const { from, to, cc, bcc, reply_to, subject, html, text, headers, tags } = parsed.data;
  return {
    from,
    to,
    cc: cc ?? [],
    bcc: bcc ?? [],
    replyTo: reply_to ?? [],
    subject,
    html: html ?? null,
    text: text ?? null,
    headers: headers ?? {},
    tags: tags ?? [],
  };
};

/** The bare address in `Name <address>`, in lower case. */
export const addressOf = (mailbox: string): string =>
  (/<([^<>]*)>\s*$/.exec(mailbox)?.[1] ?? mailbox).trim().toLowerCase();

const findMissing = (body: unknown): string | undefined => {
  const given = (field: string) => {
    const value = (body as Record<string, unknown> | null)?.[field];
    return value != null && value !== '' && !(Array.isArray(value) && value.length === 0);
  };
  const field = ['from', 'to', 'subject'].find((name) => !given(name));
  if (field) return `\`${field}\``;
  return given('html') || given('text') ? undefined : '`html` or `text`';
};

const mailboxPattern =
  /^(?:[^<>\r\n]*<[^\s@<>]+@[^\s@<>]+\.[^\s@<>.]+>|[^\s@<>]+@[^\s@<>]+\.[^\s@<>.]+)$/;

const mailbox = (field: string) => {
  const format = '`email@example.com` or `Name <email@example.com>`';
  const error = `Invalid \`${field}\` field. The email address needs to follow the ${format} format.`;
  return z.string({ error }).trim().regex(mailboxPattern, error);
};

const mailboxes = (field: string) =>
  z
    .union([mailbox(field).transform((one) => [one]), z.array(mailbox(field))], {
      error: (issue) => firstMessage(issue) ?? `Invalid \`${field}\` field.`,
    })
    .refine((list) => list.length <= 50, `The \`${field}\` field takes at most 50 addresses.`);

const firstMessage = (issue: { code?: string | undefined; errors?: unknown }): string | undefined =>
  (issue.errors as { message: string }[][] | undefined)?.flat()[0]?.message;

const tagPart = z
  .string()
  .regex(
    /^[A-Za-z0-9_-]{1,256}$/,
    'Tags should only contain ASCII letters, numbers, underscores, or dashes.',
  );

const notKept = (field: string) =>
  z.undefined(`This stand-in does not keep \`${field}\`.`).optional();

const emailSchema = z.object({
  from: mailbox('from'),
  to: mailboxes('to'),
  cc: mailboxes('cc').nullish(),
  bcc: mailboxes('bcc').nullish(),
  reply_to: mailboxes('reply_to').nullish(),
  subject: z
    .string('The `subject` field must be a string.')
    .regex(/^[^\r\n]*$/, 'The `\\n` is not allowed in the `subject` field.'),
  html: z.string('The `html` field must be a string.').nullish(),
  text: z.string('The `text` field must be a string.').nullish(),
  headers: z.record(z.string(), z.string('The `headers` field takes strings only.')).nullish(),
  tags: z.array(z.object({ name: tagPart, value: tagPart })).nullish(),
  attachments: notKept('attachments'),
  template: notKept('template'),
  scheduled_at: notKept('scheduled_at'),
});
