import { closeAttention, raise } from '../backorder/attention.ts';
import type { Backorder } from '../backorder/backorder.ts';
import type { Fact } from '../backorder/fact.ts';
import { wantAnother } from '../backorder/look-counter.ts';
import { withIntent } from '../backorder/with-intent.ts';
import { refundDueAt } from '../law/refund-deadline.ts';
import type { Instant } from '../time.ts';
import { oweRefund } from './tell-refund.ts';

type Refunded = Extract<Fact, { type: 'PaymentRefunded' }>;

/** Money went back: the customer is told, and what had come back before it is owed anew. */
export const takeRefund = (
  state: Backorder,
  { intentId, refundedByUs, amount, at }: Refunded,
): Backorder => {
  const before = state.intents.find((each) => each.intentId === intentId);
  const from = before?.refundedFrom ?? before?.refundFrom ?? at;
  const done = withIntent(state, intentId, {
    refundedByUs,
    refundFrom: null,
    refundedFrom: from,
    refundedAt: at,
  });
  const told = oweRefund(closeAttention(done, 'refund_failed'), { intentId, amount, by: 'us' }, at);
  // An earlier one has come back meanwhile, and is owed since it was first.
  const isBack = refundedByUs < (before?.refundedByUs ?? 0) + amount;
  return isBack ? oweAnew(told, intentId, { from, at }) : told;
};

const oweAnew = (
  state: Backorder,
  intentId: string,
  { from, at }: { from: Instant; at: Instant },
): Backorder => {
  const owed = withIntent(state, intentId, ({ bounces }) => ({
    refundFrom: from,
    bounces: bounces + 1,
  }));
  return raise(owed, 'refund_failed', at, refundDueAt(from));
};

/** A person is asked by when it must have gone back; it may have, by hand, so that we look. */
export const failRefund = (
  state: Backorder,
  { intentId, at }: Extract<Fact, { type: 'RefundFailed' }>,
): Backorder => {
  const from = state.intents.find((each) => each.intentId === intentId)?.refundFrom ?? at;
  const looked = withIntent(state, intentId, ({ looks }) => ({ looks: wantAnother(looks) }));
  return raise(looked, 'refund_failed', at, refundDueAt(from));
};
