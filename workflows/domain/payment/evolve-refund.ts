import { raise, settle } from '../backorder/attention.ts';
import type { Backorder } from '../backorder/backorder.ts';
import type { Fact } from '../backorder/fact.ts';
import { wanting } from '../backorder/look-counter.ts';
import { changed } from '../backorder/with-intent.ts';
import { refundDueAt } from '../law/refund-deadline.ts';
import type { Instant } from '../time.ts';
import { oweRefund } from './tell-refund.ts';

type Refunded = Extract<Fact, { type: 'PaymentRefunded' }>;

/** Money went back: the customer is told, and what had come back before it is owed anew. */
export const refunded = (
  state: Backorder,
  { intentId, refunded: sum, amount, at }: Refunded,
): Backorder => {
  const before = state.intents.find((each) => each.intentId === intentId);
  const from = before?.refundedFrom ?? before?.refundFrom ?? at;
  const done = changed(state, intentId, {
    refunded: sum,
    refundFrom: null,
    refundedFrom: from,
    refundedAt: at,
  });
  const told = oweRefund(settle(done, 'refund_failed'), { intentId, amount, isByHand: false }, at);
  // An earlier one has come back meanwhile, and is owed since it was first.
  const isBack = sum < (before?.refunded ?? 0) + amount;
  return isBack ? cameBack(told, intentId, { from, at }) : told;
};

const cameBack = (
  state: Backorder,
  intentId: string,
  { from, at }: { from: Instant; at: Instant },
): Backorder => {
  const owed = changed(state, intentId, ({ bounces = 0 }) => ({
    refundFrom: from,
    bounces: bounces + 1,
  }));
  return raise(owed, 'refund_failed', at, refundDueAt(from));
};

/** A person is asked by when it must have gone back; it may have, by hand, so that we look. */
export const refundFailed = (
  state: Backorder,
  { intentId, at }: Extract<Fact, { type: 'RefundFailed' }>,
): Backorder => {
  const from = state.intents.find((each) => each.intentId === intentId)?.refundFrom ?? at;
  const looked = changed(state, intentId, ({ looks }) => ({ looks: wanting(looks) }));
  return raise(looked, 'refund_failed', at, refundDueAt(from));
};
