import type { Telling } from '../../workflows/domain/promise/telling.ts';
import type { Sql } from '../client.ts';
import { promiseIdOf } from './supply-walk.ts';

/**
 * How far customers were told of the changes of a supply, from one revision to another. A notice
 * leaves a message behind as soon as it is decided or put off; it is not missed where a later
 * promise has taken its place, or where the backorder has ended.
 */
export const findTelling = async (
  sql: Sql,
  { supplyId, since, revision }: { supplyId: string; since: number; revision: number },
): Promise<Telling> => {
  const promiseIds = Array.from({ length: revision - since + 1 }, (_, index) =>
    promiseIdOf({ supplyId, revision: since + index }),
  );
  const [walks] = await sql<[{ isWalking: boolean; foreseen: number }]>`
    select coalesce(bool_or(done_at is null), false) as is_walking,
      coalesce(sum((notices ->> 'told')::int), 0)::bigint as foreseen
    from supply_changes
    where supply_id = ${supplyId} and revision between ${since} and ${revision}`;
  // The index is of promises whose id begins like this, which only the statement itself can tell.
  const [seen] = await sql<[{ unheard: number; undecided: number; over: number }]>`
    select count(*) filter (where not is_over and accepted_at is null) as unheard,
      count(*) filter (where accepted_at is not null and decision in ('held', 'owed', 'sending'))
        as undecided,
      count(*) filter (where is_over or decision is not null) as over
    from (
      select p.accepted_at, m.decision, p.withdrawn_at is not null
        or (v.outcome is not null and (m.decision is null or p.accepted_at is null))
        or (m.decision is null and p.accepted_at is not null and exists (
          select from promises later where later.order_id = p.order_id
            and later.ordinal > p.ordinal and later.accepted_at is not null)) as is_over
      from promises p
      left join messages m on m.order_id = p.order_id and m.key = 'delay-notice:' || p.promise_id
      left join views v on v.order_id = p.order_id
      where p.promise_id = any(${promiseIds}::text[]) and p.promise_id like 'supply/%'
    ) concerned`;
  const { isWalking, foreseen } = walks;
  return {
    isWalking,
    unheard: seen.unheard,
    undecided: seen.undecided,
    missing: foreseen - seen.over,
  };
};
