import { closeAttention, raise } from '../backorder/attention.ts';
import type { Backorder } from '../backorder/backorder.ts';
import { clearDelays } from '../backorder/delays.ts';
import type { Fact } from '../backorder/fact.ts';
import { type Intent, isHeldByShop } from '../backorder/intent.ts';
import { answerUpTo, wantAnother } from '../backorder/look-counter.ts';
import { refundDueAt } from '../law/refund-deadline.ts';
import { newRisks, paidUpfront, returnedBy, ruledOut } from './look-result.ts';
import { chargedBackOf, uncollected } from './sums/value.ts';
import { oweRefund } from './tell-refund.ts';

type Hinted = Extract<Fact, { type: 'IntentHinted' }>;

type Seen = Extract<Fact, { type: 'IntentSeen' }>;

type SumsSeen = Extract<Fact, { type: 'SumsSeen' }>;

/**
 * Takes in a hint, or what a look showed. A hint makes us look; a look answers the hints that came
 * before it began. Changes nothing for an unknown intent, nor for money that the shop holds.
 */
export const evolveLook = (state: Backorder, fact: Hinted | Seen | SumsSeen): Backorder => {
  const intent = find(state, fact.intentId);
  if (intent === undefined || isHeldByShop(intent)) return state;
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

/** The customer may still confirm the intent with another card, but we never try this one again. */
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

/** The shop says what was paid at checkout. It counts only as far as the provider confirms it. */
const verifyUpfront = (state: Backorder, seen: SumsSeen): Backorder => {
  const intent = find(state, seen.intentId);
  // The provider may already show a refund of ours that has no answer yet.
  if (intent === undefined || intent.refundingUpTo !== null) return state;
  const isHeld = seen.isProven && seen.status === 'held' && seen.amount <= intent.amount;
  const holdUntil = isHeld ? seen.holdUntil : null;
  const isUnmatched = !seen.isProven && seen.captured > seen.givenBack;
  const paid = { ...intent, ...paidUpfront(intent, seen), holdUntil, isUnmatched };
  if (paid.captured < intent.amount) return raise(put(state, paid), 'unpaid', seen.at);
  return takeReturn(closeAttention(put(state, { ...paid, state: 'captured' }), 'unpaid'), seen);
};

/**
 * Money went back past us: we do not ask for it again, and a person looks before goods leave. We
 * tell the customer of money given back by hand, but of a dispute's money only if we had promised
 * it.
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
  // Our refund was refused because of this return: whatever else we owe is tried again.
  const isPromised = state.attention.some(({ code }) => code === 'refund_failed');
  const byBank = { intentId, amount: amount - Math.max(0, byHand), by: 'bank' as const };
  const heard = isPromised && byBank.amount > 0 ? oweRefund(told, byBank, at) : told;
  return raise(closeAttention(heard, 'refund_failed'), 'refunded_elsewhere', at);
};

/**
 * Money that had gone back is here again, so we owe our own refunds anew and undo the rest. Refunds
 * of foreign money may hide this. Then only a sum below our own refunds proves it.
 */
const takeBack = (state: Backorder, intent: Intent, seen: SumsSeen): Backorder => {
  const lost =
    intent.refundedByUs + (intent.foreign > 0 ? 0 : intent.returnedElsewhere) - seen.givenBack;
  if (lost <= 0 || intent.refundingUpTo !== null) return state;
  const chargedBack = Math.min(chargedBackOf(intent), seen.chargedBack);
  const won = Math.min(lost, chargedBackOf(intent) - chargedBack);
  const ours = Math.min(lost - won, intent.refundedByUs);
  const byHand = won + Math.min(lost - won - ours, intent.returnedElsewhere - won);
  const refundBy = intent.refundedBy ?? refundDueAt(state, seen.at);
  const owed = put(
    { ...state, waived: Math.max(0, state.waived - byHand) },
    {
      ...intent,
      refundedByUs: intent.refundedByUs - ours,
      returnedElsewhere: intent.returnedElsewhere - byHand,
      chargedBack,
      refundBy,
      bounces: intent.bounces + 1,
    },
  );
  // A dispute won after all leaves the order paid: we owe nothing back, unless that is too much.
  const isOwed = lost > won || uncollected(owed) < 0;
  return isOwed ? raise(owed, 'refund_failed', seen.at, refundBy) : owed;
};

const find = ({ intents }: Backorder, intentId: string): Intent | undefined =>
  intents.find((intent) => intent.intentId === intentId);
