import { randomUUID } from 'node:crypto';
import type { Db } from '../../../db/client.ts';
import type { Said } from '../../../workflows/domain/backorder/mail.ts';
import { classOf } from '../../../workflows/domain/backorder/message-kind.ts';
import { ada, dayZero } from '../../support/cast.ts';

type Put = Partial<{
  key: string;
  said: Said;
  decision: string;
  status: string | null;
  /** A mail of before this system kept what it was about. */
  isOld: boolean;
  to: string;
}>;

export const shippedMail: Said = {
  kind: 'shipped',
  about: { shipmentId: 's1', charge: null, isCovered: false, waived: 0 },
};

/** A mail that the order's own workflow has sent; returns its id. */
export const putMail = async (
  db: Db,
  orderId: string,
  { said = shippedMail, key, decision = 'sent', status = 'bounced', isOld = false, to }: Put = {},
): Promise<string> => {
  const id = randomUUID();
  const about = isOld ? null : JSON.stringify({ ...said, key, promise: { on: null } });
  await db.sql`
    insert into messages (id, order_id, key, kind, class, decision, status, due_at, at, "to", about)
    values (${id}, ${orderId}, ${key ?? said.kind}, ${said.kind}, ${classOf(said.kind)},
      ${decision}, ${status}, ${dayZero}, ${dayZero}, ${to ?? ada.email}, ${about}::jsonb)`;
  return id;
};

/** What is owed of the order: key and own address. */
export const owedOf = async (db: Db, orderId: string): Promise<string[]> => {
  const rows = await db.sql<{ key: string; to: string | null }[]>`
    select key, "to" from messages where order_id = ${orderId} and decision = 'owed'
    order by created_at, key`;
  return rows.map(({ key, to }) => (to === null ? key : `${key} to ${to}`));
};
