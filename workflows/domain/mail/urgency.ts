import type { MailEffect } from '../backorder/effect.ts';
import { classOf } from '../backorder/message-kind.ts';
import { dayMs, type Instant, msBetween } from '../time.ts';

/**
 * How a mail takes its turn among others: `can_wait` is relationship mail, and a notice of the law
 * whose deadline is far off, so that thousands of them at once keep no other customer waiting.
 */
export type Urgency = 'at_once' | 'can_wait';

type Sending = Extract<MailEffect, { type: 'sendMail' }>;

export const urgencyOfMail = (
  { message, deadlineAt }: Pick<Sending, 'message' | 'deadlineAt'>,
  at: Instant,
): Urgency => {
  const isFarOff = deadlineAt !== null && msBetween(at, deadlineAt) > dayMs;
  return classOf(message.kind) === 'relationship' || isFarOff ? 'can_wait' : 'at_once';
};
