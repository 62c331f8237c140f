import { ApplicationFailure } from '@temporalio/common';

/** A fault that may pass. Temporal tries again, after the delay that the provider wants, if any. */
export const notYet = (code: string, retryAfterMs?: number): ApplicationFailure =>
  ApplicationFailure.create({
    message: code,
    type: code,
    ...(retryAfterMs === undefined ? {} : { nextRetryDelay: retryAfterMs }),
  });

/** A fault that will never pass. It becomes a fact, and a person is asked. */
export const deadEnd = (code: DeadEnd): ApplicationFailure =>
  ApplicationFailure.nonRetryable(code, code);

type DeadEnd = 'intent_unknown' | 'setup_refused';
