import type { ErrorHandler } from 'hono';
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
 * alone, under the request id.
 */
export const handleFailure =
  ({ publicUrl, logger }: { publicUrl: string; logger: Logger }): ErrorHandler<AppEnv> =>
  (error, c) => {
    const answer = toProblem(error, c.req.method);
    if (answer.status >= 500) {
      const { method } = c.req;
      // The path of a customer's page is a secret.
      const route = routePath(c, -1);
      logger.error({ err: error, requestId: c.get('requestId'), method, route }, 'request failed');
    }
    return respondWithProblem(c, answer, { publicUrl });
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
