import { and, desc, eq, gte, inArray, lt, sql as raw } from 'drizzle-orm';
import type {
  Decision,
  MessageClass,
  MessageKind,
  Status,
} from '../../workflows/domain/backorder/message-kind.ts';
import type { Instant } from '../../workflows/domain/time.ts';
import { builder } from '../builder.ts';
import type { Sql } from '../client.ts';
import { messages } from '../schema/mail/messages.ts';
import type { Message } from './messages.ts';

/** A decision about a message, and of the mail its subject alone: a page of whole ones is heavy. */
export type MessageRow = Pick<
  Message,
  | 'id'
  | 'orderId'
  | 'kind'
  | 'class'
  | 'decision'
  | 'reason'
  | 'heldUntil'
  | 'mergedInto'
  | 'dueAt'
  | 'at'
  | 'status'
> & { mail: { subject: string } | null };

const columns = {
  ...{ id: messages.id, orderId: messages.orderId, kind: messages.kind, class: messages.class },
  ...{ decision: messages.decision, reason: messages.reason, status: messages.status },
  ...{ heldUntil: messages.heldUntil, mergedInto: messages.mergedInto },
  ...{ dueAt: messages.dueAt, at: messages.at },
  mail: raw<{ subject: string } | null>`case when ${messages.mail} is not null
    then jsonb_build_object('subject', ${messages.mail} -> 'subject') end`,
};

/** Those of these messages that there are, in any order, and to whom they go. */
export const listMessagesById = async (
  sql: Sql,
  ids: readonly string[],
): Promise<(MessageRow & Pick<Message, 'to'>)[]> =>
  ids.length === 0
    ? []
    : builder(sql)
        .select({ ...columns, to: messages.to })
        .from(messages)
        .where(inArray(messages.id, [...ids]));

/**
 * What is left out narrows nothing. `since`, and `until` after which nothing is listed, are compared
 * with the orders' own time.
 */
export type MessageFilter = {
  kind?: MessageKind;
  class?: MessageClass;
  decisions?: readonly Decision[];
  reason?: string;
  status?: Status;
  addressKey?: string;
  since?: Instant;
  until?: Instant;
};

/** The messages of all orders, newest first; `after` is the last one of the page before. */
export const listAllMessages = async (
  sql: Sql,
  {
    filter,
    after,
    limit,
  }: { filter: MessageFilter; after: { at: Instant; id: string } | null; limit: number },
): Promise<MessageRow[]> => {
  const { decisions, addressKey, since, until, ...is } = filter;
  const { at, id } = messages;
  return builder(sql)
    .select(columns)
    .from(messages)
    .where(
      and(
        is.kind && eq(messages.kind, is.kind),
        is.class && eq(messages.class, is.class),
        decisions && inArray(messages.decision, [...decisions]),
        is.reason === undefined ? undefined : eq(messages.reason, is.reason),
        is.status && eq(messages.status, is.status),
        addressKey === undefined ? undefined : eq(messages.addressKey, addressKey),
        since === undefined ? undefined : gte(at, since),
        until === undefined ? undefined : lt(at, until),
        after ? raw`(${at}, ${id}) < (${after.at}::timestamptz, ${after.id}::uuid)` : undefined,
      ),
    )
    .orderBy(desc(at), desc(id))
    .limit(limit);
};
