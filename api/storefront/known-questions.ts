import { LRUCache } from 'lru-cache';
import type { AvailabilityQuestion, AvailabilityQuestions } from '../deps.ts';

/** Questions of URLs that were found valid, so that a popular page is not parsed each time. */
export type Known<Question> = {
  find(url: string): Question | undefined;
  keep(url: string, question: Question): void;
};

export type KnownQuestions = {
  one: Known<AvailabilityQuestion>;
  many: Known<AvailabilityQuestions>;
};

/** Of one SKU and of many: a question of fifty, with its answer, may have 30 kB. */
const most = { one: 10_000, many: 1_000 };

/** Longer than any URL of one SKU has to be: what is added to it is not worth the memory. */
const longestUrl = 1_500;

export const createKnownQuestions = (): KnownQuestions => {
  const one = new Map<string, AvailabilityQuestion>();
  const many = new LRUCache<string, AvailabilityQuestions>({ max: most.many });
  return {
    one: {
      find: (url) => one.get(url),
      keep: (url, question) => {
        if (url.length > longestUrl) return;
        if (one.size >= most.one) one.clear();
        one.set(url, question);
      },
    },
    many: {
      find: (url) => many.get(url),
      keep: (url, questions) => {
        many.set(url, questions);
      },
    },
  };
};
