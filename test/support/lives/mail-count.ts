import { civilDateIn } from '../../../workflows/calendar/zone.ts';
import type { Received } from '../system/outside.ts';
import type { System } from '../system/system.ts';
import { timeZone } from './story.ts';

type Row = {
  orderId: string;
  key: string;
  kind: string;
  class: string;
  decision: string;
  reason: string | null;
  status: string | null;
  providerId: string | null;
  addressKey: string;
  at: string;
};

/** Every mail that we know of, and every one that has arrived. */
export const readMails = async ({ db, origin }: System) => {
  const messages = await db.sql<Row[]>`
    select order_id, key, kind, class, decision, reason, status, provider_id, address_key, at
    from messages order by order_id, at`;
  const inbox = (await (await fetch(`${origin}/inbox.json`)).json()) as Received[];
  return { messages, inbox };
};

/** Messages of which nobody may say that they are what they should be, and why. */
export const undecided = (messages: readonly Row[]): string[] =>
  messages
    .filter(({ decision, reason, providerId }) => {
      if (decision === 'sent') return providerId === null;
      return !['skipped', 'merged', 'held'].includes(decision) || reason === null;
    })
    .map(({ orderId, key, decision, reason }) => `${orderId} ${key}: ${decision}, ${reason}`);

/** Whoever got two mails that they could do without on one day of theirs, in order time. */
export const crowdedDays = (messages: readonly Row[]): string[] =>
  repeated(
    messages
      .filter((row) => row.class === 'relationship' && row.decision === 'sent')
      .map(({ addressKey, at }) => `${addressKey} ${civilDateIn(at, timeZone)}`),
  );

export const repeated = (items: readonly string[]): string[] =>
  items.filter((item, index) => items.indexOf(item) !== index);

/** A key is `order/message/id`: another id for the same message would be the message twice. */
export const subjectOf = ({ idempotencyKey }: Received): string =>
  idempotencyKey.slice(0, idempotencyKey.lastIndexOf('/'));
