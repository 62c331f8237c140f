import type { Instant } from '../../../workflows/domain/time.ts';
import { addressOf } from '../email.ts';
import type { ReceivedMail } from '../store.ts';

/** The events of a mail that a test can ask for. https://resend.com/docs/webhooks/event-types */
export const eventTypes = [
  'email.sent',
  'email.scheduled',
  'email.delivered',
  'email.delivery_delayed',
  'email.complained',
  'email.bounced',
  'email.suppressed',
  'email.failed',
  'email.opened',
  'email.clicked',
  'email.received',
] as const;

export type EventType = (typeof eventTypes)[number];

export type Bounce = { type: string; subType: string };

/**
 * An event as Resend's documentation shows it. `email.received` is what comes in when the addressee
 * unsubscribes by mail: its subject is the one that the mail's `List-Unsubscribe` names.
 */
export const eventOf = (
  mail: ReceivedMail,
  { type, bounce, at }: { type: EventType; bounce?: Bounce | undefined; at: Instant },
): object => {
  if (type === 'email.received') return receivedOf(mail, at);
  const data = {
    created_at: mail.receivedAt,
    email_id: mail.id,
    message_id: `<${mail.id}@stand-in.invalid>`,
    from: mail.from,
    to: mail.to,
    subject: mail.subject,
    tags: Object.fromEntries(mail.tags.map(({ name, value }) => [name, value])),
  };
  return { type, created_at: at, data: { ...data, ...detailOf(type, bounce, at) } };
};

/** What the addressee writes to unsubscribe; undefined for a mail that has no such address. */
export const unsubscribeOf = ({ headers }: ReceivedMail): URL | undefined => {
  const list = Object.entries(headers).find(([name]) => name.toLowerCase() === 'list-unsubscribe');
  const [, mailto] = /<(mailto:[^>]+)>/i.exec(list?.[1] ?? '') ?? [];
  return mailto === undefined ? undefined : new URL(mailto);
};

const receivedOf = (mail: ReceivedMail, at: Instant): object => {
  const mailto = unsubscribeOf(mail);
  const data = {
    email_id: `in-${mail.id}`,
    created_at: at,
    from: mail.to.map(addressOf)[0],
    to: [mailto?.pathname ?? ''],
    bcc: [],
    cc: [],
    message_id: `<in-${mail.id}@stand-in.invalid>`,
    subject: mailto?.searchParams.get('subject') ?? '',
    attachments: [],
  };
  return { type: 'email.received', created_at: at, data };
};

const permanent: Bounce = { type: 'Permanent', subType: 'General' };

const detailOf = (type: EventType, bounce: Bounce = permanent, at: Instant): object => {
  switch (type) {
    case 'email.bounced':
      return { bounce: { ...bounce, message: "The recipient's mail server refused the mail." } };
    case 'email.suppressed':
      return { suppressed: { type: 'OnAccountSuppressionList', message: 'It bounced before.' } };
    case 'email.failed':
      return { failed: { reason: 'stand_in_was_told' } };
    case 'email.clicked':
      return { click: { ipAddress: '127.0.0.1', link: '', timestamp: at, userAgent: 'stand-in' } };
    default:
      return {};
  }
};
