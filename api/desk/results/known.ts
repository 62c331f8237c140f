import { LRUCache } from 'lru-cache';
import type { Db } from '../../../db/client.ts';
import { type Followed, listFollowed } from '../../../db/desk/results/mail.ts';
import {
  listRevenue,
  type Period,
  type Revenue,
  readTogether,
} from '../../../db/desk/results/revenue.ts';
import { listWaits, type Wait } from '../../../db/desk/results/waits.ts';
import { minuteMs } from '../../../workflows/domain/time.ts';
import { within } from '../parts/within.ts';

export type Results = {
  /** When all of it was counted. Wall time in milliseconds. */
  at: number;
  revenue: Revenue[];
  waits: Wait[];
  followed: Followed[];
};

/** So many SKUs of a currency, those with the most at stake; the CSV has all. */
export const shownSkus = 100;

/** A page that is not counted yet is shown without its numbers rather than waited for. */
const patienceMs = 100;

type Counted = Results | { failure: unknown };

/**
 * What is known of a period, counted at most once a minute for each, by one reader at a time, and
 * answered from the last count meanwhile. Undefined while the first count goes on. Throws what a
 * count failed with, once, to whoever looks next, though they did not wait for it.
 */
export const createKnown = (reads: Pick<Db, 'sql'>) => {
  const known = new LRUCache<string, Counted, Period>({
    max: 50,
    ttl: minuteMs,
    allowStale: true,
    fetchMethod: (_key, _stale, { context }) =>
      count(reads, context).catch((failure: unknown) => ({ failure })),
  });
  return async (period: Period): Promise<Results | undefined> => {
    const key = JSON.stringify(period);
    const counting = known.fetch(key, { context: period });
    const found = await within(patienceMs, counting);
    if (found === undefined || !('failure' in found)) return found;
    known.delete(key);
    throw found.failure;
  };
};

const count = (reads: Pick<Db, 'sql'>, period: Period): Promise<Results> => {
  const at = Date.now();
  return readTogether(reads, async (sql) => ({
    at,
    revenue: await listRevenue(sql, period, { each: false, limit: shownSkus }),
    waits: await listWaits(sql, period),
    followed: await listFollowed(sql, period),
  }));
};
