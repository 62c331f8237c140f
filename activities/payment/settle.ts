import type { Db } from '../../db/client.ts';
import { type Attempt, settleAttempt } from '../../db/payment/attempts.ts';
import type { TimelineRow } from '../../db/record/timeline.ts';
import { money } from '../../workflows/calendar/format.ts';
import type { Instant } from '../../workflows/domain/time.ts';
import type { Outcome } from '../call.ts';

/** Closes the attempt with what came of it, and tells it in the order's record at order time. */
export const settle = async (
  db: Db,
  attempt: Attempt,
  { answer, at, summary }: { answer: Outcome; at: Instant; summary?: string },
): Promise<Outcome> => {
  const entry = { ...entryOf(attempt, answer), at, ...(summary && { summary }) };
  await settleAttempt(db, attempt, { outcome: answer.type, answer, entry });
  return answer;
};

const entryOf = (
  { attemptId, orderId, intent, providerIntentId, request }: Attempt,
  outcome: Outcome,
): TimelineRow => ({
  orderId,
  key: `payment/${attemptId}`,
  type: outcome.type,
  summary: summaryOf(outcome, money(request, 'en-US')),
  detail: { intent, providerIntentId, amount: request.amount, currency: request.currency },
});

const summaryOf = (outcome: Outcome, amount: string): string => {
  switch (outcome.type) {
    case 'AuthorizationApproved':
      return `Authorised ${amount}, held until ${outcome.holdUntil}`;
    case 'AuthorizationDeclined':
      return `Authorisation of ${amount} declined (${outcome.kind})`;
    case 'AuthenticationRequired':
      return `Authorisation of ${amount} needs the customer's authentication`;
    case 'AuthorizationRefused':
      return `Authorisation of ${amount} refused: ${outcome.code}`;
    case 'PaymentCaptured':
      return `Captured ${amount}`;
    case 'HoldVoided':
      return `Released the hold of ${amount}`;
    case 'PaymentRefunded':
      return `Refunded ${amount}`;
    case 'RefundFailed':
      return `Refund of ${amount} failed`;
    default:
      return outcome.type;
  }
};
