import { raise, settle } from './attention.ts';
import type { Backorder } from './backorder.ts';
import { forget } from './delay.ts';
import { owe } from './evolve-mail.ts';
import type { Fact, MoneyFact } from './fact.ts';
import type { Intent } from './intent.ts';
import { meaningOf, newRisks, paidUpfront, returnedBy, withLost } from './intent-seen.ts';
import { answeredUpTo, wanting } from './looks.ts';
import { refundDueAt } from './refund-deadline.ts';
import type { Instant } from './time.ts';
import { chargedBackOf, uncollected } from './value.ts';

type Money = Extract<Fact, MoneyFact>;

type Hinted = Extract<Fact, { type: 'IntentHinted' }>;

type Seen = Extract<Fact, { type: 'IntentSeen' }>;

/** A hint makes us look; what is seen then is taken as the facts that it means. */
export const evolveSeen = (
  state: Backorder,
  fact: Hinted | Seen,
  evolve: (state: Backorder, fact: Money) => Backorder,
): Backorder => {
  const intent = state.intents.find(({ intentId }) => intentId === fact.intentId);
  if (intent === undefined) return state;
  if (fact.type === 'IntentHinted') return put(state, { ...intent, looks: wanting(intent.looks) });
  const { isDisputed, isWarned, look, at } = fact;
  const looks = answeredUpTo(intent.looks, look);
  const known = forget(put(state, { ...intent, looks, isDisputed, isWarned }), (key) =>
    key.startsWith(`look:${intent.intentId}:`),
  );
  const warned = newRisks(intent, fact).reduce((next, code) => raise(next, code, at), known);
  const meant = meaningOf(intent, fact).reduce(evolve, warned);
  const seen = withLost(fact);
  if (intent.state === 'unverified') return verified(meant, seen);
  return find(meant, intent.intentId)?.state === 'captured' ? returned(meant, seen) : meant;
};

const put = (state: Backorder, intent: Intent): Backorder => ({
  ...state,
  intents: state.intents.map((each) => (each.intentId === intent.intentId ? intent : each)),
});

/** What the shop says was paid counts as far as the provider confirms it. */
const verified = (state: Backorder, seen: Seen): Backorder => {
  const intent = find(state, seen.intentId);
  // A refund of ours that has no answer yet may be among what the provider shows.
  if (intent === undefined || intent.refundingUpTo !== null) return state;
  const isHeld = seen.isProven && seen.status === 'held' && seen.amount <= intent.amount;
  const holdUntil = isHeld ? seen.holdUntil : null;
  const unmatched = !seen.isProven && seen.captured > seen.refunded;
  const paid = { ...intent, ...paidUpfront(intent, seen), holdUntil, unmatched };
  if (paid.captured < intent.amount) return raise(put(state, paid), 'unpaid', seen.at);
  return returned(settle(put(state, { ...paid, state: 'captured' }), 'unpaid'), seen);
};

/**
 * Money that a person gave back is not asked for again, the customer is told, and another person
 * looks before goods leave. What their bank gave them is not ours to tell. A refund of ours that
 * came back later is owed anew.
 */
const returned = (state: Backorder, seen: Seen): Backorder => {
  const { intentId, at } = seen;
  const intent = find(state, intentId);
  const sum = intent && returnedBy(intent, seen);
  if (intent === undefined || sum == null) return state;
  const amount = sum - intent.returned;
  if (amount <= 0) return cameBack(state, intent, seen);
  const chargedBack = Math.min(sum, seen.lost ?? 0);
  const byHand = amount - (chargedBack - chargedBackOf(intent));
  const known = { ...intent, returned: sum, chargedBack };
  const next = put({ ...state, forgiven: state.forgiven + amount }, known);
  const told = byHand > 0 ? oweByHand(next, { intentId, amount: byHand, sum, at }) : next;
  const isSettled = uncollected(told) >= 0;
  return raise(isSettled ? settle(told, 'refund_failed') : told, 'refunded_elsewhere', at);
};

const oweByHand = (
  state: Backorder,
  { intentId, amount, sum, at }: { intentId: string; amount: number; sum: number; at: Instant },
): Backorder => {
  const key = `refunded:${intentId}:by-hand:${sum}`;
  return owe(state, { key, kind: 'refunded', dueAt: at, about: { intentId, amount } });
};

const cameBack = (state: Backorder, intent: Intent, seen: Seen): Backorder => {
  const lost = intent.refunded + intent.returned - seen.refunded;
  if (intent.apart > 0 || lost <= 0 || intent.refundingUpTo !== null) return state;
  const refunded = Math.max(0, intent.refunded - lost);
  const refundFrom = intent.refundedFrom ?? seen.at;
  const owed = put(state, { ...intent, refunded, refundFrom });
  return raise(owed, 'refund_failed', seen.at, refundDueAt(refundFrom));
};

const find = ({ intents }: Backorder, intentId: string): Intent | undefined =>
  intents.find((intent) => intent.intentId === intentId);
