import { ApplicationFailure } from '@temporalio/common';

/** A fault that may pass: the activity is tried again, when the provider says so if it does. */
export const notYet = (code: string, retryAfterMs?: number): ApplicationFailure =>
  ApplicationFailure.create({
    message: code,
    type: code,
    ...(retryAfterMs === undefined ? {} : { nextRetryDelay: retryAfterMs }),
  });

/** What will never pass: it becomes a fact and asks for a person. */
export const deadEnd = (code: DeadEnd): ApplicationFailure =>
  ApplicationFailure.nonRetryable(code, code);

type DeadEnd = 'intent_unknown';
