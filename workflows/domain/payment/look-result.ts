import type { DeclineKind } from '../backorder/card.ts';
import { isFinal } from '../backorder/card.ts';
import type { Fact, IntentSeen, MoneyFact, SeenReturns } from '../backorder/fact.ts';
import type { Intent } from '../backorder/intent.ts';
import type { Instant } from '../time.ts';

type Seen = IntentSeen & { intentId: string; at: Instant };

/** The facts that a look means for the intent: what others did at the provider. Often none. */
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
      // One that was held before is given up: too little of it could be captured.
      const isNew = intent.holdUntil === null;
      const isRight = seen.isProven && seen.amount >= intent.amount && holdUntil !== null;
      return isNew && isRight ? [{ type: 'AuthorizationApproved', at, intentId, holdUntil }] : [];
    }
    case 'captured':
      return [{ type: 'PaymentCaptured', at, intentId, captured: seen.captured }];
    case 'voided':
      return [{ type: 'HoldVoided', at, intentId }];
    // Their bank has told the customer, who may confirm again or with another card.
    case 'declined':
    case 'action_required':
    case 'pending':
      return [];
  }
};

/** The final decline that the bank gave its customer for the very card that we have, or null. */
export const ruledOut = (intent: Intent, seen: IntentSeen): DeclineKind | null => {
  const { status, decline, methodId } = seen;
  const isTheirs = intent.state === 'action_required' && status === 'declined';
  if (!isTheirs || decline === null || methodId !== intent.methodId) return null;
  return isFinal(decline) ? decline : null;
};

/**
 * Minor units given back past us. Null while a refund of ours has no answer: the provider may show
 * it already.
 */
export const returnedBy = (intent: Intent, { givenBack }: SeenReturns): number | null =>
  intent.refundingUpTo === null
    ? Math.max(0, givenBack - intent.refundedByUs - intent.foreign)
    : null;

/**
 * `captured`: as much of the payment at checkout as the provider confirms. `foreign`: all else that
 * was captured with it, or went back before; it does not count for this order. Minor units.
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
 * A lost dispute gave money back past us, just as a refund by hand does. Both may be about the same
 * money, so together they count for no more than was captured.
 */
export const withReturns = <T extends IntentSeen>(seen: T): T & SeenReturns => {
  const { captured, refunded } = seen;
  const chargedBack = Math.min(seen.chargedBack, Math.max(0, captured - refunded));
  return { ...seen, givenBack: refunded + chargedBack, chargedBack };
};

/** The risks that this look is the first to show. A person should see them. */
export const newRisks = (
  intent: Intent,
  { isDisputed, isWarned }: IntentSeen,
): ('disputed' | 'fraud_warning')[] => [
  ...(isDisputed && !intent.isDisputed ? (['disputed'] as const) : []),
  ...(isWarned && !intent.isWarned ? (['fraud_warning'] as const) : []),
];
