import { randomUUID } from 'node:crypto';
import type { Db, Sql } from '../client.ts';
import { clock } from '../clock.ts';
import type { webhookEndpoints } from '../schema/outbound/endpoints.ts';
import { ms } from '../sql.ts';
import { inTransaction } from '../transaction.ts';

type Stored = typeof webhookEndpoints.$inferSelect;

/** An endpoint that one process alone sends to for a while. */
export type ClaimedEndpoint = Pick<
  Stored,
  'endpointId' | 'url' | 'personalData' | 'secrets' | 'failures' | 'failingSince'
> & { claim: string };

/**
 * Claims endpoints for which something is due. A claim that is neither kept nor released by its end
 * may be taken by another process.
 */
export const claimEndpoints = async (
  sql: Sql,
  { limit, leaseMs }: { limit: number; leaseMs: number },
): Promise<ClaimedEndpoint[]> => {
  const rows = await sql<ClaimedEndpoint[]>`
    with due as materialized (
      select endpoint_id from webhook_endpoints e
      where state = 'enabled' and claimed_until <= ${clock(sql)} and rests_until <= ${clock(sql)}
        and exists (
          select from webhook_deliveries d
          where d.endpoint_id = e.endpoint_id and d.state = 'pending' and d.due_at <= ${clock(sql)}
        )
      order by claimed_until limit ${limit} for update skip locked
    )
    update webhook_endpoints e set
      claimed_until = now() + ${ms(sql, leaseMs)}, claim = ${randomUUID()}
    from due where e.endpoint_id = due.endpoint_id
    returning e.endpoint_id, e.url, e.personal_data, e.secrets, e.failures, e.failing_since, e.claim`;
  return [...rows];
};

type Claimed = Pick<ClaimedEndpoint, 'endpointId' | 'claim'>;

/** How the endpoint stands now; undefined when it is no longer ours, or no longer wanted. */
export const keepClaim = async (
  sql: Sql,
  { endpointId, claim, leaseMs }: Claimed & { leaseMs: number },
): Promise<ClaimedEndpoint | undefined> => {
  const [kept] = await sql<ClaimedEndpoint[]>`
    update webhook_endpoints set claimed_until = now() + ${ms(sql, leaseMs)}
    where endpoint_id = ${endpointId} and claim = ${claim} and state = 'enabled'
      and rests_until <= ${clock(sql)}
    returning endpoint_id, url, personal_data, secrets, failures, failing_since, claim`;
  return kept;
};

export const releaseClaim = async (
  sql: Sql,
  { endpointId, claim, inMs = 0 }: Claimed & { inMs?: number },
): Promise<void> => {
  await sql`
    update webhook_endpoints set claimed_until = now() + ${ms(sql, inMs)}, claim = null
    where endpoint_id = ${endpointId} and claim = ${claim}`;
};

/** What became of one try. `retryMs`: null when there is no other. */
export type Try = {
  seq: number;
  status: number | null;
  error: string | null;
  isDelivered: boolean;
  retryMs: number | null;
};

/** What the tries say of the endpoint. */
export type Health = {
  isReached: boolean;
  /** It could not be reached, and is left alone for so long. */
  restMs: number | null;
  /** Something did not get through. */
  hasFailed: boolean;
  isGone: boolean;
  /** How long nothing may have got through before it is disabled. */
  patienceMs: number;
};

/** Writes down what became of tries, and what that says of their endpoint. */
export const recordTries = (
  db: Db,
  { endpointId }: Pick<ClaimedEndpoint, 'endpointId'>,
  { tries, health }: { tries: readonly Try[]; health: Health },
): Promise<void> =>
  inTransaction(db, async (sql) => {
    await recordEach(sql, endpointId, tries);
    await recordHealth(sql, endpointId, health);
  });

const recordEach = async (sql: Sql, endpointId: string, tries: readonly Try[]): Promise<void> => {
  if (tries.length === 0) return;
  await sql`
    update webhook_deliveries d set
      attempts = d.attempts + 1, last_attempt_at = now(),
      last_status = t.status, last_error = t.error,
      state = t.state,
      delivered_at = case when t.state = 'delivered' then now() else d.delivered_at end,
      due_at = now() + coalesce(t.retry_ms, 0) * interval '1 millisecond'
    from unnest(
      ${tries.map(({ seq }) => seq)}::bigint[],
      ${tries.map(({ status }) => status)}::int[],
      ${tries.map(({ error }) => error)}::text[],
      ${tries.map(stateOf)}::text[],
      ${tries.map(({ retryMs }) => retryMs)}::bigint[]
    ) as t (seq, status, error, state, retry_ms)
    where d.endpoint_id = ${endpointId} and d.seq = t.seq`;
};

const stateOf = ({ isDelivered, retryMs }: Try) => {
  if (isDelivered) return 'delivered';
  return retryMs === null ? 'failed' : 'pending';
};

const recordHealth = async (sql: Sql, endpointId: string, health: Health): Promise<void> => {
  const { isReached, restMs, hasFailed, isGone, patienceMs } = health;
  const since = sql`case when ${isReached}::boolean then null
    when ${hasFailed}::boolean then coalesce(failing_since, now()) else failing_since end`;
  const because = sql`case when ${isGone}::boolean then 'gone'
    when ${hasFailed && !isReached}::boolean and failing_since <= now() - ${ms(sql, patienceMs)}
    then 'failing' end`;
  await sql`
    update webhook_endpoints set
      failing_since = ${since},
      failures = case when ${restMs !== null}::boolean then failures + 1
        when ${isReached}::boolean then 0 else failures end,
      rests_until = now() + ${ms(sql, restMs ?? 0)},
      last_success_at = case when ${isReached}::boolean then now() else last_success_at end,
      state = case when ${because} is not null then 'disabled' else state end,
      disabled_because = coalesce(${because}, disabled_because),
      disabled_at = case when ${because} is not null then now() else disabled_at end
    where endpoint_id = ${endpointId}`;
};
