import type { MailEffect } from '../backorder/effect.ts';
import { classOf } from '../backorder/message-kind.ts';
import { isOfGiveUp } from '../backorder/stock-act.ts';
import { dayMs, type Instant, msBetween } from '../time.ts';

/**
 * How a mail takes its turn among others: `can_wait` is relationship mail, a notice of the law whose
 * deadline is far off, and that something was given up, so that thousands of them at once keep no
 * other customer waiting.
 */
export type Urgency = 'at_once' | 'can_wait';

type Sending = Extract<MailEffect, { type: 'sendMail' }>;

export const urgencyOfMail = (
  { message, deadlineAt }: Pick<Sending, 'message' | 'deadlineAt'>,
  at: Instant,
): Urgency => {
  const isFarOff = deadlineAt !== null && msBetween(at, deadlineAt) > dayMs;
  const isOneOfMany = message.kind === 'cancelled' && isOfGiveUp(message.about.cancelId);
  const canWait = classOf(message.kind) === 'relationship' || isFarOff || isOneOfMany;
  return canWait ? 'can_wait' : 'at_once';
};
