import type { Webhook } from '../../db/http/webhooks.ts';
import type { MailEvent } from '../../db/mail/provider-events.ts';
import type { SuppressionReason } from '../../db/schema/mail/suppressions.ts';
import type { Status } from '../../workflows/domain/backorder/message-kind.ts';

type Told = Pick<Webhook, 'eventId' | 'type' | 'about'>;

/** What an event of Resend means for its mail; undefined if it names none. */
export const meaningOf = (
  { eventId, type, about }: Told,
  receivedAt: string,
): MailEvent | undefined => {
  const { emailId, cause = null, causeDetail = null, toldAt = receivedAt } = about;
  if (emailId === undefined) return undefined;
  const status = statuses[type] ?? null;
  const suppresses = suppressionBy({ type, about });
  return { eventId, type, toldAt, emailId, status, cause, causeDetail, suppresses };
};

/** Opens and clicks say nothing: machines follow links and load pictures too. */
const statuses: Readonly<Record<string, Status | undefined>> = {
  'email.sent': 'accepted',
  'email.delivery_delayed': 'delayed',
  'email.delivered': 'delivered',
  'email.complained': 'complained',
  'email.bounced': 'bounced',
  'email.suppressed': 'bounced',
  'email.failed': 'failed',
};

/**
 * A bounce is the end of its mail, whatever its type; only one that may pass (a full mailbox, a
 * mail too large) says nothing about the next mail to that address. Resend tells that it had
 * suppressed the address itself as an event of its own, or as the cause of a bounce.
 * https://resend.com/docs/dashboard/emails/email-bounces
 */
const suppressionBy = ({
  type,
  about: { cause, causeDetail },
}: Omit<Told, 'eventId'>): SuppressionReason | null => {
  if (type === 'email.complained') return 'complained';
  if (type === 'email.suppressed') return 'suppressed';
  if (type !== 'email.bounced' || cause === 'Transient' || cause === 'Undetermined') return null;
  const isTheirs = causeDetail === 'Suppressed' || causeDetail === 'OnAccountSuppressionList';
  return isTheirs ? 'suppressed' : 'bounced';
};
