import type { Instant } from '../../workflows/domain/time.ts';
import type { Sql } from '../client.ts';
import type { promises } from '../schema/promise/promises.ts';

/** A date, or none, that the customer was told. `statedAt` is order time. */
export type PromiseRecord = Pick<
  typeof promises.$inferSelect,
  'promiseId' | 'on' | 'basis' | 'reason' | 'statedAt'
>;

/** As the history holds it: neither accepted nor withdrawn while nobody has decided. */
export type RecordedPromise = PromiseRecord &
  Pick<typeof promises.$inferSelect, 'acceptedAt' | 'withdrawnAt' | 'withdrawnBecause'>;

/**
 * Adds a promise to the order's history. The same id with the same content is `replayed`, with
 * other content a `conflict`; neither changes anything, not even `statedAt`, and a withdrawn one
 * stays withdrawn unless its backorder accepts it after all.
 */
export const recordPromise = async (
  sql: Sql,
  orderId: string,
  { promiseId, on, basis, reason, statedAt }: PromiseRecord,
): Promise<{ outcome: 'recorded' | 'replayed' | 'conflict' }> => {
  const added = await sql`
    insert into promises (order_id, promise_id, ordinal, "on", basis, reason, stated_at)
    select ${orderId}, ${promiseId}, (${nextOrdinal(sql, sql`${orderId}`)}), ${on}::date, ${basis},
           ${reason}, ${statedAt}::timestamptz
    on conflict (order_id, promise_id) do nothing`;
  if (added.count > 0) return { outcome: 'recorded' };
  const same = await sql`
    select from promises
    where order_id = ${orderId} and promise_id = ${promiseId}
      and ("on", basis, reason) is not distinct from (${on}::date, ${basis}, ${reason})`;
  return { outcome: same.count > 0 ? 'replayed' : 'conflict' };
};

/**
 * The backorder stands by these from then on, in the transaction of `sql`. Nobody has to tell it
 * of them any more. One that was withdrawn before is the newest now. Safe to repeat.
 */
export const acceptPromises = async (
  sql: Sql,
  orderId: string,
  accepted: readonly { promiseId: string; at: Instant }[],
): Promise<void> => {
  if (accepted.length === 0) return;
  const promiseIds = accepted.map(({ promiseId }) => promiseId);
  await sql`
    update promises p set
      accepted_at = coalesce(accepted_at, a.at), withdrawn_at = null, withdrawn_because = null,
      ordinal = case when withdrawn_at is null then ordinal
        else (${nextOrdinal(sql, sql`${orderId}`)}) end
    from unnest(
      ${promiseIds}::text[], ${accepted.map(({ at }) => at)}::timestamptz[]
    ) as a (promise_id, at)
    where p.order_id = ${orderId} and p.promise_id = a.promise_id`;
  await sql`
    delete from promise_moves
    where order_id = ${orderId} and promise_id = any(${promiseIds}::text[])`;
};

/** The place of a new promise in the history of the order. */
export const nextOrdinal = (sql: Sql, orderId: ReturnType<Sql>) => sql`
  select coalesce(max(ordinal), 0) + 1 from promises
  where order_id = ${orderId} and withdrawn_at is null`;

/** Every promise of an order, the first one first, withdrawn ones included. */
export const listPromises = (sql: Sql, orderId: string): Promise<RecordedPromise[]> =>
  sql<RecordedPromise[]>`
    select promise_id, "on", basis, reason, stated_at, accepted_at, withdrawn_at, withdrawn_because
    from promises where order_id = ${orderId} order by ordinal, stated_at limit 1000`;
