import { randomUUID } from 'node:crypto';
import type { MiddlewareHandler } from 'hono';
import type { Histogram } from 'prom-client';
import { headerOf, type StrangerLimit, waitOf } from '../access/caller.ts';
import type { Counts } from '../access/counts.ts';
import type { Tagged } from '../deps.ts';
import type { AppEnv } from '../http/env.ts';
import { answerWith } from './availability-answer.ts';
import type { Known } from './known-questions.ts';

type Deps<Question> = {
  route: '/v1/availability' | '/v1/availability/:sku';
  questions: Known<Question>;
  find: (question: Question) => Promise<Tagged>;
  limit: StrangerLimit;
  counts: Counts;
  durations: Histogram<'method' | 'route' | 'status'>;
};

/**
 * Answers a question that was found valid before, ahead of all that other requests need. Whoever
 * shows a key or an id of their own, or has asked too often, goes the long way.
 */
export const answerKnown = <Question>(deps: Deps<Question>): MiddlewareHandler<AppEnv> => {
  const { route, questions, find, limit, counts, durations } = deps;
  const taken = new Map(
    ['200', '304'].map((status) => [status, durations.labels('GET', route, status)]),
  );
  return async (c, next) => {
    const question = questions.find(c.req.url);
    if (question === undefined || headerOf(c, 'authorization') || headerOf(c, 'x-request-id')) {
      return next();
    }
    if (waitOf(c, limit, counts) > 0) return next();
    const begin = performance.now();
    const answer = await find(question);
    const { status, body, headers } = answerWith(answer, headerOf(c, 'if-none-match'));
    taken.get(String(status))?.observe((performance.now() - begin) / 1_000);
    return new Response(body, { status, headers: { ...headers, 'X-Request-Id': randomUUID() } });
  };
};
