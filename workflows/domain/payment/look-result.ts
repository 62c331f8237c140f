import type { DeclineKind } from '../backorder/card.ts';
import { isFinal } from '../backorder/card.ts';
import type { Fact, IntentSeen, MoneyFact, SeenReturns } from '../backorder/fact.ts';
import type { Intent } from '../backorder/intent.ts';
import type { Instant } from '../time.ts';

type Seen = IntentSeen & { intentId: string; at: Instant };

/** What it means that the provider shows the intent so: facts about what we did not do ourselves. */
export const meaningOf = (intent: Intent, seen: Seen): Extract<Fact, MoneyFact>[] => {
  const { intentId, at } = seen;
  switch (intent.state) {
    case 'action_required':
    case 'declined':
      return finishedByCustomer(intent, seen);
    case 'held':
      if (seen.status === 'captured') {
        return [{ type: 'PaymentCaptured', at, intentId, captured: seen.captured }];
      }
      return seen.status === 'voided' ? [{ type: 'HoldVoided', at, intentId }] : [];
    case 'voided':
    case 'closed':
    case 'refused':
      return seen.captured > 0
        ? [{ type: 'PaymentCaptured', at, intentId, captured: seen.captured }]
        : [];
    case 'unverified':
    case 'authorizing':
    case 'captured':
      return [];
  }
};

const finishedByCustomer = (intent: Intent, seen: Seen): Extract<Fact, MoneyFact>[] => {
  const { intentId, at, holdUntil } = seen;
  switch (seen.status) {
    case 'held': {
      const isRight = seen.isProven && seen.amount >= intent.amount && holdUntil !== null;
      return isRight ? [{ type: 'AuthorizationApproved', at, intentId, holdUntil }] : [];
    }
    case 'captured':
      return [{ type: 'PaymentCaptured', at, intentId, captured: seen.captured }];
    case 'voided':
      return [{ type: 'HoldVoided', at, intentId }];
    // The customer was told by their bank, and may confirm it again or with another card.
    case 'declined':
    case 'action_required':
    case 'pending':
      return [];
  }
};

/** What a bank said for good to its own customer about the card that we have; null if nothing. */
export const ruledOut = (intent: Intent, seen: IntentSeen): DeclineKind | null => {
  const { status, decline, methodId } = seen;
  const isTheirs = intent.state === 'action_required' && status === 'declined';
  if (!isTheirs || decline === null || methodId !== intent.methodId) return null;
  return isFinal(decline) ? decline : null;
};

/**
 * Minor units that somebody gave back past us. A refund of ours that has no answer yet may be
 * among what the provider shows, so nothing is said while there is one.
 */
export const returnedBy = (intent: Intent, { givenBack }: SeenReturns): number | null =>
  intent.refundingUpTo === null
    ? Math.max(0, givenBack - intent.refundedByUs - intent.foreign)
    : null;

/**
 * What of the sum that the shop says was paid at checkout really is there; what else was captured
 * with it, or went back before, is no business of this order.
 */
export const paidUpfront = (
  { amount, refundedByUs }: Intent,
  { captured, givenBack, isProven }: SeenReturns,
): { captured: number; foreign: number } => {
  const kept = Math.max(0, captured - Math.max(0, givenBack - refundedByUs));
  const paid = isProven ? Math.min(kept, amount) : 0;
  return { captured: paid, foreign: captured - paid };
};

/**
 * A dispute that was lost gave money back past us, just as a refund by hand. Both may be about the
 * same money, but more than all of it never goes back.
 */
export const withReturns = <T extends IntentSeen>(seen: T): T & SeenReturns => {
  const { captured, refunded } = seen;
  const chargedBack = Math.min(seen.chargedBack, Math.max(0, captured - refunded));
  return { ...seen, givenBack: refunded + chargedBack, chargedBack };
};

/** Whether a look told of the intent for the first time that somebody should see it. */
export const newRisks = (
  intent: Intent,
  { isDisputed, isWarned }: IntentSeen,
): ('disputed' | 'fraud_warning')[] => [
  ...(isDisputed && !intent.isDisputed ? (['disputed'] as const) : []),
  ...(isWarned && !intent.isWarned ? (['fraud_warning'] as const) : []),
];
