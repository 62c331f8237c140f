import { createHash } from 'node:crypto';
import type { Db } from '../../../../db/client.ts';
import { addressKeyOf } from '../../../../db/mail/address-key.ts';
import { classOf, type MessageKind } from '../../../../workflows/domain/backorder/message-kind.ts';
import type { Instant } from '../../../../workflows/domain/time.ts';

type Kept = {
  orderId?: string;
  kind?: MessageKind;
  decision?: string;
  reason?: string;
  status?: string;
  until?: Instant;
  email?: string;
  subject?: string;
  isTried?: boolean;
  at?: Instant;
};

/** A decision about a message, an hour ago unless said otherwise; returns its id. */
export const keepMessage = async (
  { sql }: Db,
  key: string,
  message: Kept = {},
): Promise<string> => {
  const { orderId = 'M', kind = 'shipped', decision = 'sent', email = 'ada@example.org' } = message;
  const { reason = null, status = null, until = null, isTried = false } = message;
  const at = message.at ?? hoursAgo(1);
  const mail = message.subject ? sql.json({ subject: message.subject }) : null;
  const [row] = await sql<[{ id: string }]>`
    insert into messages (id, order_id, key, kind, class, decision, reason, held_until,
      address_key, at, status, mail, first_attempt_at)
    values (${idOf(`${orderId}/${key}`)}, ${orderId}, ${key}, ${kind}, ${classOf(kind)}, ${decision}, ${reason},
      ${until}, ${addressKeyOf(email)}, ${at}, ${status}, ${mail}, ${isTried ? at : null})
    returning id`;
  return row.id;
};

export const hoursAgo = (hours: number): Instant =>
  new Date(Date.now() - hours * 3_600_000).toISOString();

const idOf = (name: string): string => {
  const hex = createHash('md5').update(name).digest('hex');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
};
