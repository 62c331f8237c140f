import { createHmac, randomUUID } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import type { AddressCount } from '../../db/http/address-counts.ts';
import { type Instant, minuteMs } from '../../workflows/domain/time.ts';

/** Counts what comes without a valid key, by the minute. It asks nobody, so nobody waits for it. */
export type Counts = {
  /**
   * Counts one more of what `subject` names. Answers for how many seconds it has to wait: 0 as long
   * as this minute's limit holds, by our own count and what was last heard of others.
   */
  add(subject: string, limit: number): number;
  /** What other processes should hear of, and have not heard yet. */
  news(): News;
  /** They have heard it, and this is what they count themselves. */
  hear(news: News, others: readonly AddressCount[]): void;
};

export type News = { minute: Instant; process: string; told: AddressCount[] };

/** `name` is what others know the subject by. `told`: how much of `own` they have heard of. */
type Count = { name: string; limit: number; own: number; told: number };

/** Whoever asks seldom is nobody's business: others hear of a tenth of the limit, and more. */
const isBusy = ({ own, limit }: Count): boolean => own >= limit / 10;

/**
 * `secret` is one that all processes share: only a keyed hash of a subject leaves this one. Of more
 * subjects than `capacity` in a minute, those that asked last are remembered.
 */
export const createCounts = (secret: string, { capacity = 100_000 } = {}): Counts => {
  const process = randomUUID();
  const counts = new LRUCache<string, Count>({ max: capacity });
  let heard = new Map<string, number>();
  let minute = Number.NaN;

  const turn = (): void => {
    const current = Math.floor(Date.now() / minuteMs);
    if (current === minute) return;
    minute = current;
    counts.clear();
    heard = new Map();
  };
  const nameOf = (subject: string): string =>
    createHmac('sha256', secret).update('counted\0').update(subject).digest('base64url');

  return {
    add: (subject, limit) => {
      turn();
      const count = counts.get(subject) ?? { name: nameOf(subject), limit, own: 0, told: 0 };
      if (count.own === 0) counts.set(subject, count);
      count.own += 1;
      if (count.own + (heard.get(count.name) ?? 0) <= limit) return 0;
      return Math.ceil((minuteMs - (Date.now() % minuteMs)) / 1_000);
    },
    news: () => {
      turn();
      const busy = [...counts.values()].filter((count) => isBusy(count) && count.own > count.told);
      const told = busy.map(({ name, own }) => ({ subject: name, count: own }));
      return { minute: new Date(minute * minuteMs).toISOString(), process, told };
    },
    hear: (news, others) => {
      turn();
      if (Date.parse(news.minute) !== minute * minuteMs) return;
      heard = new Map(others.map(({ subject, count }) => [subject, count]));
      const told = new Map(news.told.map(({ subject, count }) => [subject, count]));
      for (const count of counts.values()) count.told = told.get(count.name) ?? count.told;
    },
  };
};
