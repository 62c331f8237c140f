import { and, count, eq, isNotNull, isNull, lt, sql as raw } from 'drizzle-orm';
import { builder } from '../builder.ts';
import type { Sql } from '../client.ts';
import { clock } from '../clock.ts';
import { type Sender, webhooks } from '../schema/http/webhooks.ts';
import { ms } from '../sql.ts';

type Stored = typeof webhooks.$inferSelect;

export type About = Stored['about'];

export type WebhookRef = Pick<Stored, 'sender' | 'eventId'>;

/** What somebody reported of themselves, no more than a reason to look there. */
export type NewWebhook = WebhookRef & Pick<Stored, 'type' | 'about'>;

export type Webhook = NewWebhook & {
  /** Claims so far, this one included. */
  attempts: Stored['attempts'];
  /** Milliseconds since it was received. */
  ageMs: number;
};

/** Stores the event, to be handled; false when it is known already. */
export const storeWebhook = async (sql: Sql, webhook: NewWebhook): Promise<boolean> => {
  const stored = await builder(sql).insert(webhooks).values(webhook).onConflictDoNothing();
  return stored.count > 0;
};

/** Whether an event could be claimed now. */
export const areWebhooksDue = async (sql: Sql, sender: Sender): Promise<boolean> => {
  const due = await sql`
    select 1 from webhooks
    where handled_at is null and claimed_until <= ${clock(sql)} and sender = ${sender} limit 1`;
  return due.length > 0;
};

/**
 * Claims events of a sender for `leaseMs`, those that wait for longest first. A claim that is neither finished
 * nor postponed by then may be claimed again: its process is taken for dead.
 */
export const claimWebhooks = async (
  sql: Sql,
  { sender, limit, leaseMs }: { sender: Sender; limit: number; leaseMs: number },
): Promise<Webhook[]> => {
  const rows = await sql<Webhook[]>`
    with due as materialized (
      select sender, event_id from webhooks
      where handled_at is null and claimed_until <= ${clock(sql)} and sender = ${sender}
      order by claimed_until limit ${limit} for update skip locked
    )
    update webhooks w set
      claimed_until = now() + ${ms(sql, leaseMs)}, attempts = attempts + 1
    from due where w.sender = due.sender and w.event_id = due.event_id
    returning w.sender, w.event_id, w.type, w.about, w.attempts,
      floor(extract(epoch from now() - w.received_at) * 1000)::bigint as age_ms`;
  return [...rows];
};

/** Everybody concerned was told, or there is nobody. */
export const finishWebhooks = async (sql: Sql, ...handled: WebhookRef[]): Promise<void> => {
  if (handled.length === 0) return;
  await sql`
    update webhooks w set handled_at = now()
    from unnest(
      ${handled.map(({ sender }) => sender)}::text[],
      ${handled.map(({ eventId }) => eventId)}::text[]
    ) as h (sender, event_id)
    where w.sender = h.sender and w.event_id = h.event_id and w.handled_at is null`;
};

/** Not handled: lets the event rest for a while. */
export const postponeWebhook = async (
  sql: Sql,
  { sender, eventId, delayMs }: WebhookRef & { delayMs: number },
): Promise<void> => {
  await builder(sql)
    .update(webhooks)
    .set({ claimedUntil: raw`now() + ${delayMs} * interval '1 millisecond'` })
    .where(and(eq(webhooks.sender, sender), eq(webhooks.eventId, eventId)));
};

/** Has it handled once more, now, from the first attempt on. Undefined when it is not known. */
export const replayWebhook = async (
  sql: Sql,
  { sender, eventId }: WebhookRef,
): Promise<Stored | undefined> => {
  const [row] = await builder(sql)
    .update(webhooks)
    .set({ handledAt: null, attempts: 0, claimedUntil: raw`now()` })
    .where(and(eq(webhooks.sender, sender), eq(webhooks.eventId, eventId)))
    .returning();
  return row;
};

/** How many events wait to be handled. */
export const webhookBacklog = async (sql: Sql): Promise<number> => {
  const [backlog] = await builder(sql)
    .select({ events: count() })
    .from(webhooks)
    .where(isNull(webhooks.handledAt));
  return backlog?.events ?? 0;
};

/** Deletes handled events received before that. Answers how many. */
export const deleteOldWebhooks = async (
  sql: Sql,
  { olderThanDays }: { olderThanDays: number },
): Promise<number> => {
  const before = raw`now() - ${olderThanDays} * interval '1 day'`;
  const deleted = await builder(sql)
    .delete(webhooks)
    .where(and(isNotNull(webhooks.handledAt), lt(webhooks.receivedAt, before)));
  return deleted.count;
};
