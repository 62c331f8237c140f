import type { Db } from '../../db/client.ts';
import { type Attempt, settleAttempt } from '../../db/payment/attempts.ts';
import { appendTimeline, type TimelineRow } from '../../db/record/timeline.ts';
import { money } from '../../workflows/calendar/format.ts';
import type { Outcome } from '../../workflows/domain/backorder/fact.ts';
import { declineWords } from '../../workflows/domain/desk/payment-words.ts';
import type { Instant } from '../../workflows/domain/time.ts';
import type { Decline } from './provider.ts';

/**
 * Closes the attempt with what came of it, and tells it in the order's record at order time. How a
 * bank said no stands in the record alone: the answer goes to Temporal.
 */
export const settle = async (
  db: Db,
  attempt: Attempt,
  {
    answer,
    at,
    summary,
    decline = null,
  }: { answer: Outcome; at: Instant; summary?: string; decline?: Decline | null },
): Promise<Outcome> => {
  const entry: TimelineRow = {
    orderId: attempt.orderId,
    key: `payment/${attempt.attemptId}`,
    at,
    type: answer.type,
    summary: summary ?? summaryOf(answer, amountOf(attempt)),
    detail: detailOf(attempt, decline),
  };
  await settleAttempt(db, attempt, { outcome: answer.type, answer, entry });
  return answer;
};

/** Tells of a capture that a bank declined, once for each code: it is tried again for a while. */
export const tellDeclinedCapture = (
  { sql }: Db,
  attempt: Attempt,
  { decline, at }: { decline: Decline; at: Instant },
): Promise<void> => {
  const { orderId, intent } = attempt;
  return appendTimeline(sql, [
    {
      orderId,
      key: `capture-declined/${intent}/${decline.code}`,
      at,
      type: 'CaptureDeclined',
      summary: `Capture of ${amountOf(attempt)} declined: ${declineWords[decline.kind]}`,
      detail: detailOf(attempt, decline),
    },
  ]);
};

const amountOf = ({ request }: Attempt): string => money(request, 'en-US');

const detailOf = ({ intent, providerIntentId, request }: Attempt, decline: Decline | null) => ({
  ...{ intent, providerIntentId, amount: request.amount, currency: request.currency },
  ...(decline && { decline }),
});

const summaryOf = (outcome: Outcome, amount: string): string => {
  switch (outcome.type) {
    case 'AuthorizationApproved':
      return `Authorised ${amount}, held until ${outcome.holdUntil}`;
    case 'AuthorizationDeclined':
      return `Authorisation of ${amount} declined: ${declineWords[outcome.kind]}`;
    case 'AuthenticationRequired':
      return `Authorisation of ${amount} needs the customer's authentication`;
    case 'AuthorizationRefused':
      return `Authorisation of ${amount} refused: ${outcome.code}`;
    case 'PaymentCaptured':
      return `Captured ${amount}`;
    case 'CaptureTooSmall':
      return `Capture of ${amount} refused: it is too little to be charged`;
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
