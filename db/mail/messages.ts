import { and, desc, eq, isNull, sql as raw } from 'drizzle-orm';
import type { Instant } from '../../workflows/domain/time.ts';
import { builder } from '../builder.ts';
import type { Sql } from '../client.ts';
import { messages } from '../schema/mail/messages.ts';

/** One decision about a message, with the exact mail if it was rendered. */
export type Message = Omit<typeof messages.$inferSelect, 'createdAt'>;

export type NewMessage = Pick<Message, 'orderId' | 'key' | 'kind' | 'class' | 'at'> & {
  dueAt: Instant;
};

export const findMessage = async (
  sql: Sql,
  { orderId, key }: { orderId: string; key: string },
): Promise<Message | undefined> => {
  const isThis = and(eq(messages.orderId, orderId), eq(messages.key, key));
  const [row] = await builder(sql).select().from(messages).where(isThis);
  return row;
};

/** Written before each call; `undo` takes it back when the provider says that nothing happened. */
export const noteMailCall = async (sql: Sql, id: string): Promise<{ undo(): Promise<void> }> => {
  const isThis = eq(messages.id, id);
  const first = await builder(sql)
    .update(messages)
    .set({ firstAttemptAt: raw`now()` })
    .where(and(isThis, isNull(messages.firstAttemptAt)));
  return {
    undo: async () => {
      if (first.count === 0) return;
      await builder(sql).update(messages).set({ firstAttemptAt: null }).where(isThis);
    },
  };
};

/** The order's messages, newest first; `after` is the last one of the page before. */
export const listMessages = async (
  sql: Sql,
  {
    orderId,
    after,
    limit,
  }: {
    orderId: string;
    after: { at: Instant; id: string } | null;
    limit: number;
  },
): Promise<Message[]> => {
  const isOlder = after
    ? raw`(${messages.at}, ${messages.id}) < (${after.at}::timestamptz, ${after.id}::uuid)`
    : undefined;
  return builder(sql)
    .select()
    .from(messages)
    .where(and(eq(messages.orderId, orderId), isOlder))
    .orderBy(desc(messages.at), desc(messages.id))
    .limit(limit);
};

/** A message of that order by the id that callers know. */
export const findMessageById = async (
  sql: Sql,
  { orderId, id }: { orderId: string; id: string },
): Promise<Message | undefined> => {
  const isThis = and(eq(messages.orderId, orderId), eq(messages.id, id));
  const [found] = await builder(sql).select().from(messages).where(isThis);
  return found;
};
