import type { Db } from '../../db/client.ts';
import { deleteCountsBefore, exchangeCounts } from '../../db/http/address-counts.ts';
import { addMs, type Instant, minuteMs } from '../../workflows/domain/time.ts';
import type { Counts } from './counts.ts';

/**
 * Tells other processes what this one counts, and hears what they do. Returns an exchange to be
 * repeated; each first one of a minute deletes what was counted before the last minute.
 */
export const createExchange = (db: Db, counts: Counts): (() => Promise<void>) => {
  let minute: Instant | undefined;
  return async () => {
    const news = counts.news();
    counts.hear(news, await exchangeCounts(db.sql, news));
    if (news.minute === minute) return;
    // The clock of another process may be a little behind.
    await deleteCountsBefore(db.sql, addMs(news.minute, -minuteMs));
    minute = news.minute;
  };
};
