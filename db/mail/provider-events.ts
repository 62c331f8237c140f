import type { Status } from '../../workflows/domain/backorder/message-kind.ts';
import { messageWords, statusWords } from '../../workflows/domain/desk/message-words.ts';
import { type EvidenceNote, isLegalMail } from '../../workflows/domain/law/evidence.ts';
import { noticeOf } from '../../workflows/domain/law/record.ts';
import { wallToOrder } from '../../workflows/domain/order-time.ts';
import { type Instant, later } from '../../workflows/domain/time.ts';
import type { Db, Sql } from '../client.ts';
import { appendEvidence } from '../law/evidence.ts';
import { appendTimeline } from '../record/timeline.ts';
import type { messages } from '../schema/mail/messages.ts';
import type { SuppressionReason } from '../schema/mail/suppressions.ts';
import { inTransaction } from '../transaction.ts';
import { addressKeyOf } from './address-key.ts';
import { announceSettled } from './settled.ts';
import { foldStatus, hasComeBack } from './status.ts';
import { suppress } from './suppressions.ts';

type Row = typeof messages.$inferSelect;

/** What a provider tells of a mail that it has. Codes only. */
export type MailEvent = {
  eventId: string;
  type: string;
  /** Wall time. */
  toldAt: Instant;
  emailId: string;
  /** How the mail stands by that word; null if it says nothing of that. */
  status: Status | null;
  cause: string | null;
  causeDetail: string | null;
  /** Why its address is to get no relationship mail any more, if so. */
  suppresses: SuppressionReason | null;
};

/** An event as it is kept beside its mail. `at` is order time. */
export type KeptEvent = {
  id: string;
  type: string;
  at: Instant;
  status?: Status;
  cause?: string;
  causeDetail?: string;
};

/** The mail of ours that the provider's id or our own names. */
export const findMailOf = async (
  sql: Sql,
  { emailId, messageId = null }: { emailId: string; messageId?: string | null },
): Promise<string | undefined> => {
  const [found] = await sql<{ id: string }[]>`
    select id from messages
    where provider_id = ${emailId} or (id = ${messageId}::uuid and decision <> 'owed')
    order by provider_id = ${emailId} desc nulls last limit 1`;
  return found?.id;
};

/**
 * Keeps the event beside its mail, and folds it into how the mail stands; the same event again
 * changes nothing. It proves that the provider has the mail, so a mail of which that was not known
 * is sent from now on. Answers the mail, whether it is this event that brought it back, and whether
 * it says what became of a notice of the law. Of mails that the law cares about it is evidence.
 */
export const recordMailEvent = (
  db: Db,
  { messageId, event }: { messageId: string; event: MailEvent },
): Promise<Pick<Row, 'orderId' | 'key' | 'class'> & { isReturn: boolean; isOfNotice: boolean }> =>
  inTransaction(db, async (sql) => {
    const mail = await lockMail(sql, messageId);
    const { orderId, key, events } = mail;
    const kept = events.find(({ id }) => id === event.eventId) ?? keptOf(event, mail);
    const isNew = !events.includes(kept);
    const all = isNew ? [...events, kept] : events;
    const isReturn = all.find(({ status }) => hasComeBack(status ?? null)) === kept;
    if (isNew) await keep(sql, { mail, events: all, event, at: kept.at });
    const isEnd = kept.status === 'delivered' || kept.status === 'complained';
    const isOfNotice = isEnd && isNoticeOfLaw(mail);
    return { orderId, key, class: mail.class, isReturn, isOfNotice };
  });

const isNoticeOfLaw = ({ about }: Mail): boolean =>
  about?.kind === 'delay-notice' && about.about.law != null;

type Mail = Pick<
  Row,
  | 'id'
  | 'orderId'
  | 'key'
  | 'kind'
  | 'class'
  | 'decision'
  | 'status'
  | 'to'
  | 'addressKey'
  | 'at'
  | 'about'
> & { events: KeptEvent[]; skippedMs: number };

const lockMail = async (sql: Sql, messageId: string): Promise<Mail> => {
  const [mail] = await sql<Mail[]>`
    select m.id, m.order_id, m.key, m.kind, m.class, m.decision, m.status, m."to", m.address_key,
      m.at, m.about, m.events, coalesce((select skipped_ms from orders where order_id = m.order_id), 0) as skipped_ms
    from messages m where m.id = ${messageId} for update`;
  if (mail === undefined) throw new Error('a stored message has vanished');
  return mail;
};

const keptOf = (
  { eventId, type, toldAt, status, cause, causeDetail }: MailEvent,
  mail: Mail,
): KeptEvent => ({
  id: eventId,
  type,
  at: inOrderTime(toldAt, mail),
  ...(status && { status }),
  ...(cause && { cause }),
  ...(causeDetail && { causeDetail }),
});

/**
 * While an order is forwarded, how far is known here a little later than its mail goes out. Nothing
 * is told of a mail before it was decided, or it would be missing from its own day; one of unknown
 * outcome was decided long after.
 */
const inOrderTime = (toldAt: Instant, { skippedMs, decision, at }: Mail): Instant => {
  const told = wallToOrder(toldAt, skippedMs);
  return decision === 'unknown' ? told : later(told, at);
};

const keep = async (
  sql: Sql,
  told: { mail: Mail; events: KeptEvent[]; event: MailEvent; at: Instant },
): Promise<void> => {
  const { mail, events, event, at } = told;
  const wasOpen = mail.decision === 'sending' || mail.decision === 'unknown';
  const status = foldStatus(mail.status, event.status);
  await sql`
    update messages set
      events = ${sql.json(events)},
      status = ${status ?? (wasOpen ? 'accepted' : null)},
      decision = ${wasOpen ? 'sent' : mail.decision},
      reason = ${wasOpen ? sql`null` : sql`reason`},
      at = ${wasOpen ? sql`${at}` : sql`at`},
      provider_id = coalesce(provider_id, ${event.emailId})
    where id = ${mail.id}`;
  await appendTimeline(sql, [
    ...(wasOpen ? [sentEntry(mail, at)] : []),
    ...(status !== mail.status && hasTrouble(status) ? [troubleEntry(mail, event, at)] : []),
  ]);
  if (wasOpen) await announceSettled(sql, { ...mail, decision: 'sent' });
  await appendEvidence(sql, mail.orderId, evidenceIn(mail, event, at));
  const addressKey = mail.addressKey ?? (mail.to && addressKeyOf(mail.to));
  if (event.suppresses === null || !addressKey) return;
  const { id: messageId, to: email } = mail;
  await suppress(sql, { addressKey, email, reason: event.suppresses, messageId });
};

/**
 * The mail itself comes first, whoever else is still to tell of it. That its provider has accepted
 * it is what that says already.
 */
const evidenceIn = (mail: Mail, event: MailEvent, at: Instant): EvidenceNote[] => {
  const { key, kind, decision } = mail;
  const { eventId, type, status, toldAt } = event;
  if (!isLegalMail(kind) || status === null) return [];
  const notice = noticeOf(key, decision === 'sent' ? mail.at : at);
  if (status === 'accepted') return [notice];
  const told = { mail: key, event: type, status, toldAt };
  return [notice, { key: `receipt/${eventId}`, at, type: 'receipt', ...told }];
};

const hasTrouble = (status: Status | null): boolean =>
  status === 'complained' || hasComeBack(status);

/** The key tells it apart from the decision that it was `unknown`. */
const sentEntry = ({ id, orderId, key, kind, decision }: Mail, at: Instant) => ({
  ...{
    orderId,
    at,
    type: 'MailDecided',
    summary: `Mail “${messageWords[kind]}”: sent, as its provider says`,
  },
  key: decision === 'unknown' ? `mail/${key}/proven` : `mail/${key}`,
  detail: { messageId: id, kind, decision: 'sent' },
});

const troubleEntry = ({ id, orderId, key, kind }: Mail, event: MailEvent, at: Instant) => {
  const { status, cause, causeDetail } = event;
  const why = [status && statusWords[status], cause, causeDetail].filter(Boolean).join(', ');
  return {
    ...{ orderId, at, key: `mail/${key}/${status}`, type: 'MailReturned' },
    summary: `Mail “${messageWords[kind]}”: ${why}`,
    detail: { messageId: id, kind, status },
  };
};
