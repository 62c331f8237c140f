import { closeAttention, raise } from '../backorder/attention.ts';
import type { Backorder } from '../backorder/backorder.ts';
import { clearDelays } from '../backorder/delays.ts';
import type { Fact } from '../backorder/fact.ts';
import type { Intent } from '../backorder/intent.ts';
import { answerUpTo, wantAnother } from '../backorder/look-counter.ts';
import { refundDueAt } from '../law/refund-deadline.ts';
import { newRisks, paidUpfront, returnedBy, ruledOut } from './look-result.ts';
import { chargedBackOf, uncollected } from './sums/value.ts';
import { oweRefund } from './tell-refund.ts';

type Hinted = Extract<Fact, { type: 'IntentHinted' }>;

type Seen = Extract<Fact, { type: 'IntentSeen' }>;

type SumsSeen = Extract<Fact, { type: 'SumsSeen' }>;

/** A hint makes us look; a look is the answer to the hints that came before it began. */
export const evolveLook = (state: Backorder, fact: Hinted | Seen | SumsSeen): Backorder => {
  const intent = find(state, fact.intentId);
  if (intent === undefined) return state;
  if (fact.type === 'SumsSeen') {
    if (intent.state === 'unverified') return verifyUpfront(state, fact);
    return intent.state === 'captured' ? takeReturn(state, fact) : state;
  }
  if (fact.type === 'IntentHinted') {
    return put(state, { ...intent, looks: wantAnother(intent.looks), hintedAt: fact.at });
  }
  const { isDisputed, isWarned, look, at } = fact;
  const looks = answerUpTo(intent.looks, look);
  const known = clearDelays(
    put(state, { ...intent, looks, isDisputed, isWarned }),
    ({ type, subject }) => type === 'lookAtIntent' && subject === intent.intentId,
  );
  const warned = newRisks(intent, fact).reduce((next, code) => raise(next, code, at), known);
  return withRuledOut(warned, intent, fact);
};

/** The intent stays open to another card, but we ask that card for nothing any more. */
const withRuledOut = (state: Backorder, intent: Intent, seen: Seen): Backorder => {
  const kind = ruledOut(intent, seen);
  const { trouble } = state.card;
  return kind && trouble
    ? { ...state, card: { ...state.card, trouble: { ...trouble, kind } } }
    : state;
};

const put = (state: Backorder, intent: Intent): Backorder => ({
  ...state,
  intents: state.intents.map((each) => (each.intentId === intent.intentId ? intent : each)),
});

/** What the shop says was paid counts as far as the provider confirms it. */
const verifyUpfront = (state: Backorder, seen: SumsSeen): Backorder => {
  const intent = find(state, seen.intentId);
  // A refund of ours that has no answer yet may be among what the provider shows.
  if (intent === undefined || intent.refundingUpTo !== null) return state;
  const isHeld = seen.isProven && seen.status === 'held' && seen.amount <= intent.amount;
  const holdUntil = isHeld ? seen.holdUntil : null;
  const isUnmatched = !seen.isProven && seen.captured > seen.givenBack;
  const paid = { ...intent, ...paidUpfront(intent, seen), holdUntil, isUnmatched };
  if (paid.captured < intent.amount) return raise(put(state, paid), 'unpaid', seen.at);
  return takeReturn(closeAttention(put(state, { ...paid, state: 'captured' }), 'unpaid'), seen);
};

/**
 * Money that a person gave back is not asked for again, the customer is told, and another person
 * looks before goods leave. What their bank gave them is told only to those whom we had promised
 * it. A refund of ours that came back later is owed anew.
 */
const takeReturn = (state: Backorder, seen: SumsSeen): Backorder => {
  const { intentId, at } = seen;
  const intent = find(state, intentId);
  const sum = intent && returnedBy(intent, seen);
  if (intent === undefined || sum == null) return state;
  const amount = sum - intent.returnedElsewhere;
  if (amount <= 0) return takeBack(state, intent, seen);
  const chargedBack = Math.min(sum, seen.chargedBack);
  const byHand = amount - (chargedBack - chargedBackOf(intent));
  const refundedAt = byHand > 0 ? at : intent.refundedAt;
  const given = { ...intent, returnedElsewhere: sum, chargedBack, refundedAt };
  const next = put({ ...state, waived: state.waived + amount }, given);
  const refund = { intentId, amount: byHand, by: 'hand' as const };
  const told = byHand > 0 ? oweRefund(next, refund, at) : next;
  // A refund of ours was refused for this; what is owed beside it is tried again.
  const isPromised = state.attention.some(({ code }) => code === 'refund_failed');
  const byBank = { intentId, amount: amount - Math.max(0, byHand), by: 'bank' as const };
  const heard = isPromised && byBank.amount > 0 ? oweRefund(told, byBank, at) : told;
  return raise(closeAttention(heard, 'refund_failed'), 'refunded_elsewhere', at);
};

/**
 * Whichever money came back, it is here again: of what went by hand, too, as if it never had.
 * Refunds of what was captured for other goods may hide it; less than ours alone is proof.
 */
const takeBack = (state: Backorder, intent: Intent, seen: SumsSeen): Backorder => {
  const lost =
    intent.refundedByUs + (intent.foreign > 0 ? 0 : intent.returnedElsewhere) - seen.givenBack;
  if (lost <= 0 || intent.refundingUpTo !== null) return state;
  const chargedBack = Math.min(chargedBackOf(intent), seen.chargedBack);
  const won = Math.min(lost, chargedBackOf(intent) - chargedBack);
  const ours = Math.min(lost - won, intent.refundedByUs);
  const byHand = won + Math.min(lost - won - ours, intent.returnedElsewhere - won);
  const refundFrom = intent.refundedFrom ?? seen.at;
  const owed = put(
    { ...state, waived: Math.max(0, state.waived - byHand) },
    {
      ...intent,
      refundedByUs: intent.refundedByUs - ours,
      returnedElsewhere: intent.returnedElsewhere - byHand,
      chargedBack,
      refundFrom,
      bounces: intent.bounces + 1,
    },
  );
  // A dispute that is won after all leaves the order paid: nothing is owed unless it is too much.
  const isOwed = lost > won || uncollected(owed) < 0;
  return isOwed ? raise(owed, 'refund_failed', seen.at, refundDueAt(refundFrom)) : owed;
};

const find = ({ intents }: Backorder, intentId: string): Intent | undefined =>
  intents.find((intent) => intent.intentId === intentId);
