import { type WithdrawnBecause, withdrawnWords } from '../../workflows/domain/promise/withdrawn.ts';
import type { CivilDate, Instant } from '../../workflows/domain/time.ts';
import type { Db, Sql } from '../client.ts';
import { appendTimeline, type TimelineRow } from '../record/timeline.ts';
import { inTransaction } from '../transaction.ts';

/**
 * Withdraws a promise that its backorder refused. The first withdrawal stands; a promise that the
 * backorder has accepted, asked for twice at once, stays as it is.
 */
export const withdrawPromise = (
  db: Db,
  { orderId, promiseId, because }: Withdrawal & { promiseId: string },
): Promise<void> =>
  inTransaction(db, (sql) => withdraw(sql, { orderId, because }, sql`promise_id = ${promiseId}`));

/** The same of several, in the transaction of `sql`. */
export const withdrawPromises = (
  sql: Sql,
  { orderId, promiseIds, because }: Withdrawal & { promiseIds: readonly string[] },
): Promise<void> =>
  withdraw(sql, { orderId, because }, sql`promise_id = any(${promiseIds}::text[])`);

/** Nobody will decide about the others any more: the backorder ends, in the transaction of `sql`. */
export const withdrawUndecided = async (
  sql: Sql,
  { orderId, because }: Withdrawal,
): Promise<void> => {
  await sql`delete from promise_moves where order_id = ${orderId}`;
  await withdraw(sql, { orderId, because }, sql`true`);
};

type Withdrawal = { orderId: string; because: WithdrawnBecause };

type Withdrawn = { promiseId: string; on: CivilDate | null; withdrawnAt: Instant };

const withdraw = async (
  sql: Sql,
  { orderId, because }: Withdrawal,
  named: ReturnType<Sql>,
): Promise<void> => {
  const withdrawn = await sql<Withdrawn[]>`
    update promises p set
      withdrawn_at = now() + o.skipped_ms * interval '1 millisecond',
      withdrawn_because = ${because}
    from orders o
    where o.order_id = p.order_id and p.order_id = ${orderId} and ${named}
      and accepted_at is null and withdrawn_at is null
    returning promise_id, "on", withdrawn_at`;
  await appendTimeline(
    sql,
    withdrawn.map((promise) => entryOf(promise, { orderId, because })),
  );
};

const entryOf = (
  { promiseId, on, withdrawnAt }: Withdrawn,
  { orderId, because }: Withdrawal,
): TimelineRow => ({
  orderId,
  key: `withdrawn/${promiseId}`,
  at: withdrawnAt,
  type: 'PromiseWithdrawn',
  summary: `The promise ${on ? `for ${on}` : 'without a date'} was withdrawn: ${withdrawnWords[because]}`,
  detail: { promiseId, on, why: because },
});
