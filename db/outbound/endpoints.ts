import { and, desc, eq, sql as raw } from 'drizzle-orm';
import type { EventType } from '../../workflows/domain/event-type.ts';
import type { Instant } from '../../workflows/domain/time.ts';
import { builder } from '../builder.ts';
import type { Db, Sql } from '../client.ts';
import { webhookDeliveries } from '../schema/outbound/deliveries.ts';
import { type SealedSecret, webhookEndpoints } from '../schema/outbound/endpoints.ts';
import { inTransaction } from '../transaction.ts';

type Stored = typeof webhookEndpoints.$inferSelect;

/** Where others are told of events. Its secrets are sealed. */
export type Endpoint = Omit<Stored, 'claim' | 'claimedUntil' | 'restsUntil'>;

type Wanted = Pick<Endpoint, 'endpointId' | 'url' | 'personalData'> & {
  events: EventType[];
  secret: SealedSecret;
};

/**
 * Makes the endpoint, or replaces what it wants; one that was disabled is enabled again. `secret`:
 * of a new one. Answers how it stands, and whether it is new. Once personal data is no longer
 * granted, what was said with it is forgotten, and said without it if it goes out again.
 */
export const putEndpoint = (
  db: Db,
  { endpointId, url, personalData, events, secret }: Wanted,
): Promise<{ endpoint: Endpoint; isNew: boolean }> =>
  inTransaction(db, async (sql) => {
    const [before] = await sql<Pick<Endpoint, 'personalData'>[]>`
      select personal_data from webhook_endpoints where endpoint_id = ${endpointId} for update`;
    const [row] = await builder(sql)
      .insert(webhookEndpoints)
      .values({ endpointId, url, events, personalData, secrets: [secret] })
      .onConflictDoUpdate({
        target: webhookEndpoints.endpointId,
        set: { url, events, personalData, ...healthy },
      })
      .returning();
    if (before?.personalData && !personalData) await forgetAll(sql, endpointId);
    const endpoint = row as Endpoint;
    return { endpoint, isNew: endpoint.secrets[0]?.sealed === secret.sealed };
  });

/** What is of no order, such as availability, names nobody, and may be most of it. */
const forgetAll = async (sql: Sql, endpointId: string): Promise<void> => {
  await sql`
    update webhook_deliveries set body = null, redactions = redactions + 1
    where endpoint_id = ${endpointId} and order_id is not null`;
};

const healthy = {
  ...({ state: 'enabled', disabledBecause: null, disabledAt: null, failingSince: null } as const),
  ...{ failures: 0, restsUntil: raw`now()` },
};

export const findEndpoint = async (sql: Sql, endpointId: string): Promise<Endpoint | undefined> => {
  const isThis = eq(webhookEndpoints.endpointId, endpointId);
  const [found] = await builder(sql).select().from(webhookEndpoints).where(isThis);
  return found;
};

/** Newest first; `after` is the last one of the page before. */
export const listEndpoints = (
  sql: Sql,
  { after, limit }: { after: { at: Instant; id: string } | null; limit: number },
): Promise<Endpoint[]> => {
  const { createdAt, endpointId } = webhookEndpoints;
  return builder(sql)
    .select()
    .from(webhookEndpoints)
    .where(
      after
        ? raw`(${createdAt}, ${endpointId}) < (${after.at}::timestamptz, ${after.id})`
        : undefined,
    )
    .orderBy(desc(createdAt), desc(endpointId))
    .limit(limit);
};

/** What one statement deletes, well within the time that it may take. */
const part = 5_000;

/** Takes it away with all that it was to be told, most of it before. False when there is none. */
export const deleteEndpoint = async (db: Db, endpointId: string): Promise<boolean> => {
  while ((await deletePart(db.sql, endpointId)) === part);
  return inTransaction(db, async (sql) => {
    const gone = await builder(sql)
      .delete(webhookEndpoints)
      .where(eq(webhookEndpoints.endpointId, endpointId));
    await builder(sql)
      .delete(webhookDeliveries)
      .where(eq(webhookDeliveries.endpointId, endpointId));
    return gone.count > 0;
  });
};

const deletePart = async (sql: Sql, endpointId: string): Promise<number> => {
  const deleted = await sql`
    delete from webhook_deliveries where endpoint_id = ${endpointId} and seq = any(array(
      select seq from webhook_deliveries where endpoint_id = ${endpointId} order by seq
      limit ${part}
    ))`;
  return deleted.count;
};

/** Secrets that sign at once; older ones are given up. A lost answer may have to be asked for anew. */
const mostSecrets = 4;

/**
 * Signs with a new secret from now on, and with those before it for `overlapMs` more. Undefined
 * when there is no such endpoint.
 */
export const rotateSecret = (
  db: Db,
  {
    endpointId,
    sealed,
    now,
    overlapEndsAt,
  }: { endpointId: string; sealed: string; now: Instant; overlapEndsAt: Instant },
): Promise<Endpoint | undefined> =>
  inTransaction(db, async (sql) => {
    const isThis = eq(webhookEndpoints.endpointId, endpointId);
    const [found] = await builder(sql)
      .select({ secrets: webhookEndpoints.secrets })
      .from(webhookEndpoints)
      .where(isThis)
      .for('update');
    if (found === undefined) return undefined;
    const before = found.secrets
      .map((secret) => ({ ...secret, endsAt: secret.endsAt ?? overlapEndsAt }))
      .filter(({ endsAt }) => endsAt > now);
    const secrets = [{ sealed, endsAt: null }, ...before].slice(0, mostSecrets);
    const [row] = await builder(sql)
      .update(webhookEndpoints)
      .set({ secrets })
      .where(isThis)
      .returning();
    return row;
  });

/** Replaces secrets by the same ones, sealed anew, unless they were rotated meanwhile. */
export const resealSecrets = async (
  sql: Sql,
  {
    endpointId,
    before,
    after,
  }: { endpointId: string; before: SealedSecret[]; after: SealedSecret[] },
): Promise<void> => {
  const { secrets } = webhookEndpoints;
  await builder(sql)
    .update(webhookEndpoints)
    .set({ secrets: after })
    .where(
      and(
        eq(webhookEndpoints.endpointId, endpointId),
        raw`${secrets} = ${JSON.stringify(before)}::jsonb`,
      ),
    );
};
