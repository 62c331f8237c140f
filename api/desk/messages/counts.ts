import { LRUCache } from 'lru-cache';
import type { Db } from '../../../db/client.ts';
import { countMessages, type MessageCount } from '../../../db/desk/messages/counts.ts';
import { civilDateIn, startOfDay } from '../../../workflows/calendar/zone.ts';
import {
  addDays,
  addMs,
  type CivilDate,
  hourMs,
  type Instant,
  minuteMs,
} from '../../../workflows/domain/time.ts';

export const spans = { '24h': '24 hours', '7d': '7 days', '28d': '28 days' } as const;

export type SpanName = keyof typeof spans;

/** One step on the time line: its name as in a count, and from when until when it lasts. */
export type Step = { bucket: string; since: Instant; until: Instant };

export type Health = { steps: Step[]; counts: MessageCount[] };

export type Counts = { find(span: SpanName): Promise<Health> };

/** For so long the counts of days that are over are taken as they are. */
const keptMs = 10 * minuteMs;

/**
 * Counts messages by hours or days of the shop. What the last days brought is counted at each look;
 * days before yesterday hardly change any more, so that each is counted once in a while, behind
 * nobody's back: one after the other.
 */
export const createCounts = ({ db, zone }: { db: Db; zone: string }): Counts => {
  const count = (since: Instant, until: Instant | null, by: 'hour' | 'day') =>
    countMessages(db.sql, { since, until, zone, by });
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const done = last.then(work, work);
    last = done.catch(() => undefined);
    return done;
  };
  const days = new LRUCache<CivilDate, MessageCount[]>({
    max: 60,
    ttl: keptMs,
    allowStale: true,
    allowStaleOnFetchRejection: true,
    fetchMethod: (on) =>
      inTurn(() => count(startOfDay(on, zone), startOfDay(addDays(on, 1), zone), 'day')),
  });
  return {
    find: async (span) => {
      const now = new Date().toISOString();
      const steps = span === '24h' ? hoursUntil(now, zone) : daysUntil(now, zone, lengths[span]);
      if (span === '24h') return { steps, counts: await count(sinceOf(steps), null, 'hour') };
      const over = steps.slice(0, -2).map(({ bucket }) => days.fetch(bucket));
      const fresh = count(sinceOf(steps.slice(-2)), null, 'day');
      const counted = await Promise.all([...over, fresh]);
      return { steps, counts: counted.flatMap((counts) => counts ?? []) };
    },
  };
};

const lengths = { '7d': 7, '28d': 28 } as const;

export const sinceOf = ([first]: readonly Step[]): Instant => {
  if (first === undefined) throw new Error('a time line has steps');
  return first.since;
};

const daysUntil = (now: Instant, zone: string, length: number): Step[] => {
  const today = civilDateIn(now, zone);
  return Array.from({ length }, (_, index) => {
    const on = addDays(today, index + 1 - length);
    return { bucket: on, since: startOfDay(on, zone), until: startOfDay(addDays(on, 1), zone) };
  });
};

/** The hour that runs, and the 23 before it. */
const hoursUntil = (now: Instant, zone: string): Step[] => {
  const first = Math.floor(Date.parse(now) / hourMs) * hourMs - 23 * hourMs;
  return Array.from({ length: 24 }, (_, index) => {
    const since = new Date(first + index * hourMs).toISOString();
    return { bucket: hourIn(since, zone), since, until: addMs(since, hourMs) };
  });
};

/** As PostgreSQL cuts a time to its hour; where a zone is half an hour off, the hour that began. */
const hourIn = (at: Instant, timeZone: string): string => {
  const parts = new Intl.DateTimeFormat('en-CA', {
    ...{ timeZone, year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit' },
    hourCycle: 'h23',
  }).formatToParts(Date.parse(at));
  const part = (name: string) => parts.find(({ type }) => type === name)?.value ?? '';
  return `${part('year')}-${part('month')}-${part('day')}T${part('hour')}:00`;
};
