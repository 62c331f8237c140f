import { randomUUID } from 'node:crypto';
import type { MiddlewareHandler } from 'hono';
import type { Histogram } from 'prom-client';
import { headerOf, type StrangerLimit, waitOf } from '../access/caller.ts';
import type { Counts } from '../access/counts.ts';
import type { Availability } from '../deps.ts';
import type { AppEnv } from '../http/env.ts';
import { answerWith } from './availability-answer.ts';
import type { KnownQuestions } from './known-questions.ts';

type Deps = {
  questions: KnownQuestions;
  availability: Availability;
  limit: StrangerLimit;
  counts: Counts;
  durations: Histogram<'method' | 'route' | 'status'>;
};

const route = '/v1/availability/:sku';

/**
 * Answers a question that was found valid before, ahead of all that other requests need. Whoever
 * shows a key or an id of their own, or has asked too often, goes the long way.
 */
export const answerKnown = (deps: Deps): MiddlewareHandler<AppEnv> => {
  const { questions, availability, limit, counts, durations } = deps;
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
    const answer = await availability.find(question);
    const { status, body, headers } = answerWith(answer, headerOf(c, 'if-none-match'));
    taken.get(String(status))?.observe((performance.now() - begin) / 1_000);
    return new Response(body, { status, headers: { ...headers, 'X-Request-Id': randomUUID() } });
  };
};
