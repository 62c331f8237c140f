import type { Difference, Window } from '../../workflows/domain/books/compare.ts';
import type { TheirIntent } from '../../workflows/domain/books/order-books.ts';
import type { Instant } from '../../workflows/domain/time.ts';
import type { Db, Sql } from '../client.ts';
import { ms } from '../sql.ts';
import { inTransaction } from '../transaction.ts';

/** An intent as the provider lists it, with the order and the attempt that its metadata name. */
export type ReadIntent = Omit<TheirIntent, 'isKnown'> & {
  orderId: string | null;
  attemptId: string | null;
};

/** Opens a run, or opens it anew and forgets what it has found so far. */
export const beginRun = (
  db: Db,
  { runId, startedAt, since }: Window & { runId: string },
): Promise<void> =>
  inTransaction(db, async (sql) => {
    await sql`delete from reconciliation_differences where run_id = ${runId}`;
    await sql`
      insert into reconciliations (run_id, started_at, since)
      values (${runId}, ${startedAt}, ${since})
      on conflict (run_id) do update set
        started_at = excluded.started_at, since = excluded.since, finished_at = null`;
  });

/**
 * Keeps those intents that belong to an order of ours until the run is finished, as rows of the
 * kind `read`; returns how many there are.
 */
export const keepRead = async (
  sql: Sql,
  { runId, intents }: { runId: string; intents: readonly ReadIntent[] },
): Promise<number> => {
  const rows = await sql`
    insert into reconciliation_differences (run_id, kind, order_id, provider_intent_id, theirs)
    select ${runId}, 'read', coalesce(a.order_id, u.order_id, o.order_id), r.intent_id,
      r.theirs || jsonb_build_object('isKnown', a.order_id is not null or u.order_id is not null)
    from unnest(
      ${intents.map(({ intentId }) => intentId)}::text[],
      ${intents.map(({ orderId }) => orderId)}::text[],
      ${intents.map(({ attemptId }) => (attemptId && uuid.test(attemptId) ? attemptId : null))}::uuid[],
      ${intents.map(({ orderId: _, attemptId: __, ...theirs }) => JSON.stringify(theirs))}::text[]
    ) with ordinality as i (intent_id, order_id, attempt_id, body, n)
    cross join lateral (select i.*, i.body::jsonb as theirs) r
    left join lateral (
      select order_id from payment_attempts
      where provider_intent_id = r.intent_id and step = 'authorize'
      union select order_id from payment_attempts where attempt_id = r.attempt_id
      limit 1
    ) a on true
    left join orders u on u.upfront_intent_id = r.intent_id
    left join orders o on o.order_id = r.order_id
    where coalesce(a.order_id, u.order_id, o.order_id) is not null
    order by r.n`;
  return rows.count;
};

const uuid = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;

export const addDifferences = async (
  sql: Sql,
  { runId, differences }: { runId: string; differences: readonly Difference[] },
): Promise<void> => {
  if (differences.length === 0) return;
  await sql`
    insert into reconciliation_differences
      (run_id, kind, order_id, provider_intent_id, ours, theirs)
    select ${runId}, d.kind, d.order_id, d.intent_id, d.ours::jsonb, d.theirs::jsonb
    from unnest(
      ${differences.map(({ kind }) => kind)}::text[],
      ${differences.map(({ orderId }) => orderId)}::text[],
      ${differences.map(({ providerIntentId }) => providerIntentId)}::text[],
      ${differences.map(({ ours }) => JSON.stringify(ours))}::text[],
      ${differences.map(({ theirs }) => JSON.stringify(theirs))}::text[]
    ) with ordinality as d (kind, order_id, intent_id, ours, theirs, n)
    order by d.n`;
};

/** Takes back what was raised on orders whose books agree. */
export const clearDiffering = async (sql: Sql, orderIds: readonly string[]): Promise<void> => {
  await sql`
    delete from attention where code = 'money_differs' and order_id = any (${orderIds}::text[])`;
};

/**
 * Shows the run, raises attention on the orders that differ, and forgets what was only read and
 * the runs that are too old. What a person has answered is raised again only for a new difference.
 */
export const finishRun = (
  db: Db,
  {
    runId,
    finishedAt,
    intents,
    orders,
  }: { runId: string; finishedAt: Instant; intents: number; orders: number },
): Promise<void> =>
  inTransaction(db, async (sql) => {
    await sql`
      delete from reconciliation_differences where run_id = ${runId} and kind = 'read'`;
    await sql`
      update reconciliations
      set finished_at = ${finishedAt}, intents = ${intents}, orders = ${orders}
      where run_id = ${runId}`;
    await raise(sql, { runId, finishedAt });
    await forgetOldRuns(sql, finishedAt);
  });

const raise = async (
  sql: Sql,
  { runId, finishedAt }: { runId: string; finishedAt: Instant },
): Promise<void> => {
  await sql`
    insert into attention as old (order_id, code, at)
    select order_id, 'money_differs',
      ${finishedAt}::timestamptz + ${ms(sql, sql`skipped_ms`)}
    from orders where order_id in (
      select order_id from reconciliation_differences where run_id = ${runId}
    )
    on conflict do nothing`;
  await sql`
    update attention set resolved_at = null, raised_at = now()
    where code = 'money_differs' and resolved_at is not null and order_id in (
      select d.order_id from reconciliation_differences d
      where d.run_id = ${runId} and not exists (
        select from reconciliation_differences b
        where b.run_id <> d.run_id and b.kind = d.kind and b.order_id = d.order_id
          and b.provider_intent_id is not distinct from d.provider_intent_id
          and b.ours = d.ours and b.theirs = d.theirs
      )
    )`;
};

const keptDays = 90;
/** A workflow pursues its run for less than that. */
const deadDays = 2;

const forgetOldRuns = async (sql: Sql, finishedAt: Instant): Promise<void> => {
  await sql`
    with old as (
      delete from reconciliations
      where started_at < ${finishedAt}::timestamptz
        - case when finished_at is null then ${deadDays}::int else ${keptDays}::int end
          * interval '1 day'
      returning run_id
    )
    delete from reconciliation_differences where run_id in (select run_id from old)`;
};
