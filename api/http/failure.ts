import type { IncomingMessage } from 'node:http';
import type { Context, ErrorHandler } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { routePath } from 'hono/route';
import type { Logger } from 'pino';
import { outageOf } from '../../db/outage.ts';
import { OutcomeUnknown, Unavailable } from '../temporal/port.ts';
import type { AppEnv } from './env.ts';
import { findProblem, problem, respondWithProblem } from './problem.ts';
import { codeOfStatus } from './problem-codes.ts';

/**
 * Answers every error as a problem. One that nobody foresaw is a 500, and its text goes to the log
 * alone, under the request id. A client that hung up is no error of ours.
 */
export const handleFailure =
  ({ publicUrl, logger }: { publicUrl: string; logger: Logger }): ErrorHandler<AppEnv> =>
  (error, c) => {
    if (hasHungUp(c)) return new Response(null, { status: clientClosed });
    const answer = toProblem(error, c.req.method);
    if (answer.status >= 500) {
      const { method } = c.req;
      // The path of a customer's page is a secret.
      const route = routePath(c, -1);
      logger.error({ err: error, requestId: c.get('requestId'), method, route }, 'request failed');
    }
    return respondWithProblem(c, answer, { publicUrl });
  };

/** What nginx counts a client under that closed its connection; nobody gets to see it. */
const clientClosed = 499;

/** Before all of its request had come, so nothing was begun. */
const hasHungUp = (c: Context): boolean => {
  const { incoming } = (c.env ?? {}) as { incoming?: IncomingMessage };
  return incoming?.destroyed === true && !incoming.complete;
};

const toProblem = (error: Error, method: string): HTTPException => {
  if (error instanceof HTTPException) {
    return findProblem(error) ? error : problem(codeOfStatus[error.status] ?? 'internal');
  }
  if (error instanceof OutcomeUnknown) return problem('outcome_unknown');
  if (error instanceof Unavailable) return problem('unavailable');
  const outage = outageOf(error);
  if (outage === 'cut_off' && method !== 'GET') return problem('outcome_unknown');
  return problem(outage ? 'unavailable' : 'internal');
};
