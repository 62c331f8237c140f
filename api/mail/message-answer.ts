import type { z } from '@hono/zod-openapi';
import type { MessageRow } from '../../db/mail/list-messages.ts';
import type { Message } from '../../db/mail/messages.ts';
import { mailOf } from '../../db/page/page-link.ts';
import type { LinkSecrets } from '../../db/page/page-token.ts';
import type { message, wholeMessage } from './message-schema.ts';

/** One decision about a message, without the mail itself. */
export const toMessageAnswer = (row: MessageRow): z.output<typeof message> => ({
  id: row.id,
  kind: row.kind,
  class: row.class,
  // Its outcome is still being pursued, so nobody has the mail for sure.
  decision: row.decision === 'sending' || row.decision === 'owed' ? 'held' : row.decision,
  reason: row.decision === 'sending' || row.decision === 'owed' ? 'sending' : row.reason,
  until: row.decision === 'held' ? row.heldUntil : null,
  into: row.decision === 'merged' ? row.mergedInto : null,
  dueAt: row.dueAt,
  at: row.at,
  status: row.status,
  subject: row.mail?.subject ?? null,
});

type WholeMessage = z.output<typeof wholeMessage>;

/** The decision with the exact mail, where one was rendered and not erased since. */
export const toWholeMessage = (row: Message, secrets: LinkSecrets): WholeMessage => {
  const mail = mailOf(row, secrets);
  return {
    ...toMessageAnswer(row),
    to: mail?.to ?? null,
    html: mail?.html ?? null,
    text: mail?.text ?? null,
    headers: mail?.headers ?? {},
    events: row.events.filter(isObject),
  };
};

/** The same without the mail. Its headers and the provider's events name the customer as well. */
export const withoutMail = (answer: WholeMessage): WholeMessage => ({
  ...answer,
  ...{ to: null, html: null, text: null, headers: null, events: null },
});

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
