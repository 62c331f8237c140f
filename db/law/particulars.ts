import { and, eq } from 'drizzle-orm';
import type { EvidenceNote, EvidenceType } from '../../workflows/domain/law/evidence.ts';
import type { Instant } from '../../workflows/domain/time.ts';
import { builder } from '../builder.ts';
import type { Sql } from '../client.ts';
import { cancellations } from '../schema/backorder/cancellations.ts';
import type { orders } from '../schema/backorder/orders.ts';
import { messages } from '../schema/mail/messages.ts';
import { promises } from '../schema/promise/promises.ts';
import { shipments } from '../schema/stock/shipments.ts';
import { sha256 } from './chain.ts';
import { withoutPerson } from './redact.ts';

/** Of whom no entry says anything, and whose currency its sums are in. */
export type Subject = Pick<typeof orders.$inferSelect, 'orderId' | 'name' | 'email' | 'currency'>;

type Particulars = { at: Instant; data: Record<string, unknown> };

type Notes = { [T in EvidenceType]: Extract<EvidenceNote, { type: T }> };

type Reader<T extends EvidenceType> = (
  sql: Sql,
  order: Subject,
  note: Notes[T],
) => Promise<Record<string, unknown> & { at?: Instant }>;

/**
 * What an entry says: what its note says, and what was kept under the ids that it names. No name, no
 * mail address, no link, and of a tracking number the hash.
 */
export const particularsOf = async (
  sql: Sql,
  order: Subject,
  note: EvidenceNote,
): Promise<Particulars> => {
  const read = readers[note.type] as Reader<EvidenceType>;
  const { at = note.at, ...data } = await read(sql, order, note);
  return { at, data: { orderId: order.orderId, ...data } };
};

const readers: { [T in EvidenceType]: Reader<T> } = {
  promise: async (sql, order, { promiseId, on, statedAt }) => {
    const { orderId } = order;
    const [kept] = await builder(sql)
      .select({ basis: promises.basis, reason: promises.reason })
      .from(promises)
      .where(and(eq(promises.orderId, orderId), eq(promises.promiseId, promiseId)));
    const { basis = null, reason = null } = kept ?? {};
    const said = { basis: redacted(order, basis), reason: redacted(order, reason) };
    return { promiseId, on, statedAt, ...said };
  },

  notice: async (sql, order, { mail }) => {
    const kept = await findMail(sql, order, mail);
    if (kept === undefined) return { messageId: null, kind: null, about: null, text: null };
    const { id: messageId, kind, about, to, mail: sent, at } = kept;
    const text = redacted(order, sent?.text ?? null, { to, greets: sent?.greets ?? null });
    return { at, messageId, kind, about: about?.about ?? null, text };
  },

  receipt: async (sql, order, { mail, event, status, toldAt }) => {
    const kept = await findMail(sql, order, mail);
    const { id: messageId = null, kind = null } = kept ?? {};
    return { messageId, kind, event, status, toldAt };
  },

  answer: async (sql, order, { answer, until, channel, receivedAt, notice }) => {
    const kept = notice === null ? undefined : await findMail(sql, order, notice);
    return { answer, until, channel, receivedAt, noticeId: kept?.id ?? null };
  },

  shipment: async (sql, { orderId }, { shipmentId, lines }) => {
    const [kept] = await builder(sql)
      .select({
        carrier: shipments.carrier,
        tracking: shipments.tracking,
        scannedAt: shipments.scannedAt,
      })
      .from(shipments)
      .where(and(eq(shipments.orderId, orderId), eq(shipments.shipmentId, shipmentId)));
    const { carrier = null, tracking = null, scannedAt = null } = kept ?? {};
    const trackingHash = tracking === null ? null : sha256(tracking);
    return { shipmentId, lines, carrier, scannedAt, trackingHash };
  },

  cancellation: async (sql, { orderId }, note) => {
    const { cancelId, by, cause, endedOn, lines, refundBy } = note;
    const [kept] = await builder(sql)
      .select({ requestedAt: cancellations.requestedAt })
      .from(cancellations)
      .where(and(eq(cancellations.orderId, orderId), eq(cancellations.cancelId, cancelId)));
    const requestedAt = kept?.requestedAt ?? null;
    return { cancelId, by, cause, endedOn, lines, requestedAt, refundBy };
  },

  refund: async (_sql, { currency }, { intentId, amount, by }) => ({
    ...{ intentId, by, amount: { amount, currency } },
  }),
};

const findMail = async (sql: Sql, { orderId }: Subject, key: string) => {
  const { id, kind, about, to, mail, at } = messages;
  const [kept] = await builder(sql)
    .select({ id, kind, about, to, mail, at })
    .from(messages)
    .where(and(eq(messages.orderId, orderId), eq(messages.key, key)));
  return kept;
};

/** Whom a mail was written to, if that may not be the order's address or name any more. */
type Recipient = { to: string | null; greets: string | null };

const redacted = (
  { name, email }: Subject,
  text: string | null,
  { to, greets }: Recipient = { to: null, greets: null },
): string | null =>
  text === null ? null : withoutPerson(text, { names: [name, greets], addresses: [email, to] });
