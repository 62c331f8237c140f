import { and, desc, eq, gte, inArray, sql as raw } from 'drizzle-orm';
import type { MessageKind } from '../../workflows/domain/backorder/message-kind.ts';
import type { Instant } from '../../workflows/domain/time.ts';
import { builder } from '../builder.ts';
import type { Sql } from '../client.ts';
import { type Decision, messages, type Status } from '../schema/mail/messages.ts';
import type { Message } from './messages.ts';

/** What is left out narrows nothing. `since` is compared with the orders' own time. */
export type MessageFilter = {
  kind?: MessageKind;
  decisions?: readonly Decision[];
  status?: Status;
  addressKey?: string;
  since?: Instant;
};

/** The messages of all orders, newest first; `after` is the last one of the page before. */
export const listAllMessages = async (
  sql: Sql,
  {
    filter,
    after,
    limit,
  }: { filter: MessageFilter; after: { at: Instant; id: string } | null; limit: number },
): Promise<Message[]> => {
  const { kind, decisions, status, addressKey, since } = filter;
  const { at, id } = messages;
  return builder(sql)
    .select()
    .from(messages)
    .where(
      and(
        kind && eq(messages.kind, kind),
        decisions && inArray(messages.decision, [...decisions]),
        status && eq(messages.status, status),
        addressKey === undefined ? undefined : eq(messages.addressKey, addressKey),
        since === undefined ? undefined : gte(at, since),
        after ? raw`(${at}, ${id}) < (${after.at}::timestamptz, ${after.id}::uuid)` : undefined,
      ),
    )
    .orderBy(desc(at), desc(id))
    .limit(limit);
};
