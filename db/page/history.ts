import { and, desc, eq, inArray, isNotNull, isNull, ne, or, sql as sqlText } from 'drizzle-orm';
import type { Part } from '../../workflows/domain/backorder/snapshot.ts';
import { builder } from '../builder.ts';
import type { Sql } from '../client.ts';
import { findMessageById, type Message } from '../mail/messages.ts';
import { cancellations } from '../schema/backorder/cancellations.ts';
import { messages } from '../schema/mail/messages.ts';
import { promises } from '../schema/promise/promises.ts';
import { timeline } from '../schema/record/timeline.ts';

/** A date that the customer was told, or that there is none. `at` is order time. */
export type ToldDate = Pick<typeof promises.$inferSelect, 'on' | 'reason'> & {
  at: string;
  /** It is the one that they ordered with. */
  isFirst: boolean;
};

/** What the ledger did for an order, by how many units. `at` is order time. */
export type StockFact = {
  type: (typeof factTypes)[number];
  at: string;
  quantity: number;
  /** Nobody asked for it: the order ended because it did not ship in time. */
  isByLaw: boolean;
};

/** A mail that was sent. `at` is order time. */
export type ShownMail = Pick<typeof messages.$inferSelect, 'id' | 'kind' | 'at'> & {
  subject: string;
};

/** Every date that the backorder stood by, the first one first. */
export const listToldDates = async (sql: Sql, orderId: string): Promise<ToldDate[]> => {
  const { on, reason, statedAt, acceptedAt, promiseId, withdrawnAt } = promises;
  const isFirst = eq(promiseId, 'checkout');
  const rows = await builder(sql)
    .select({ on, reason, statedAt, acceptedAt, promiseId })
    .from(promises)
    .where(
      and(eq(promises.orderId, orderId), isNull(withdrawnAt), or(isFirst, isNotNull(acceptedAt))),
    )
    .orderBy(promises.ordinal, statedAt)
    .limit(200);
  return rows.map((row) => ({
    ...{ on: row.on, reason: row.reason, at: row.acceptedAt ?? row.statedAt },
    isFirst: row.promiseId === 'checkout',
  }));
};

const factTypes = ['StockAllocated', 'UnitsRevoked', 'LeaseEnded', 'UnitsCancelled'] as const;

/** What was set aside, taken back, given back and cancelled, oldest first; the newest of many. */
export const listStockFacts = async (sql: Sql, orderId: string): Promise<StockFact[]> => {
  const rows = await builder(sql)
    .select({
      ...{ type: timeline.type, at: timeline.at, detail: timeline.detail },
      by: cancellations.by,
    })
    .from(timeline)
    .leftJoin(
      cancellations,
      and(
        eq(cancellations.orderId, timeline.orderId),
        sqlText`${cancellations.cancelId} = ${timeline.detail} ->> 'cancelId'`,
      ),
    )
    .where(and(eq(timeline.orderId, orderId), inArray(timeline.type, [...factTypes])))
    .orderBy(desc(timeline.at), desc(timeline.id))
    .limit(50);
  return rows
    .map(({ type, at, detail, by }) => {
      const lines = (detail.lines ?? []) as Part[];
      const quantity = lines.reduce((sum, part) => sum + part.quantity, 0);
      return { type: type as StockFact['type'], at, quantity, isByLaw: by === 'law' };
    })
    .filter(({ quantity }) => quantity > 0)
    .reverse();
};

/**
 * It proves that whoever reads it has another mailbox. Somebody who holds the page's link must not
 * find the proof there.
 */
const unshown = 'address-confirm';

/** The mails about an order that were sent and may be read on its page, newest first. */
export const listSentMails = async (
  sql: Sql,
  { orderId, limit }: { orderId: string; limit: number },
): Promise<ShownMail[]> => {
  const { id, kind, at, mail } = messages;
  const rows = await builder(sql)
    .select({ id, kind, at, mail })
    .from(messages)
    .where(
      and(
        eq(messages.orderId, orderId),
        eq(messages.decision, 'sent'),
        isNotNull(mail),
        ne(kind, unshown),
      ),
    )
    .orderBy(desc(at), desc(id))
    .limit(limit);
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    at: row.at,
    subject: row.mail?.subject ?? '',
  }));
};

/** One of these; undefined when there is none by that id. */
export const findSentMail = async (
  sql: Sql,
  which: { orderId: string; id: string },
): Promise<Message | undefined> => {
  const message = await findMessageById(sql, which);
  return message?.decision === 'sent' && message.kind !== unshown ? message : undefined;
};

/** When the order was confirmed by mail; null if it was not. */
export const findConfirmedAt = async (sql: Sql, orderId: string): Promise<string | null> => {
  const [sent] = await builder(sql)
    .select({ at: messages.at })
    .from(messages)
    .where(
      and(
        eq(messages.orderId, orderId),
        eq(messages.kind, 'confirmation'),
        eq(messages.decision, 'sent'),
      ),
    )
    .orderBy(messages.at)
    .limit(1);
  return sent?.at ?? null;
};
