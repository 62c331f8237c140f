import type { Sql } from '../client.ts';
import { findSupply } from './supplies.ts';
import { getSupplyReport, type SupplyReport } from './supply-changes.ts';
import { listTolls, promiseIdOf } from './supply-walk.ts';

/** How far the newest change of a supply has come. */
export type SupplyProgress = {
  /** Orders of the queue that the walk has dealt with, and whether it is over. */
  walked: number;
  isWalked: boolean;
  /** Backorders that have yet to accept their new promise. */
  waiting: number;
  /** Mails that follow from it, as foreseen when the walk came by. */
  owed: number;
  /** Mails that the provider has, and those that did not go out for some other reason. */
  sent: number;
  dropped: number;
};

/** Undefined when there never was such a supply. Reads no more than the change has written. */
export const findSupplyProgress = async (
  sql: Sql,
  supplyId: string,
): Promise<{ report: SupplyReport; progress: SupplyProgress } | undefined> => {
  const supply = await findSupply(sql, supplyId);
  if (!supply) return undefined;
  const change = { supplyId, revision: supply.revision };
  const report = await getSupplyReport(sql, change);
  const tolls = await listTolls(sql, change);
  const { withdrawn, ...counts } = await countPromises(sql, change);
  return {
    report,
    progress: {
      walked: tolls.reduce((sum, { walked }) => sum + walked, 0),
      isWalked: tolls.every(({ isDone }) => isDone),
      owed: Math.max(0, report.toll.told - withdrawn),
      ...counts,
    },
  };
};

type Counts = Pick<SupplyProgress, 'waiting' | 'sent' | 'dropped'> & { withdrawn: number };

const countPromises = async (
  sql: Sql,
  change: { supplyId: string; revision: number },
): Promise<Counts> => {
  // The index is of promises whose id begins like this, which only the statement itself can tell.
  const [counts] = await sql<[Counts]>`
    select count(*) filter (where accepted_at is null and withdrawn_at is null) as waiting,
      count(*) filter (where withdrawn_at is not null) as withdrawn,
      count(*) filter (where decision = 'sent') as sent,
      count(*) filter (where decision in ('skipped', 'merged', 'failed', 'unknown')) as dropped
    from promises p
    left join messages m on m.order_id = p.order_id and m.key = 'delay-notice:' || p.promise_id
    where p.promise_id = ${promiseIdOf(change)} and p.promise_id like 'supply/%'`;
  return counts;
};
