import { closeAttention, raise } from '../backorder/attention.ts';
import type { Backorder } from '../backorder/backorder.ts';
import type { Fact } from '../backorder/fact.ts';
import { wantAnother } from '../backorder/look-counter.ts';
import { withIntent } from '../backorder/with-intent.ts';
import { refundDueAt } from '../law/refund-deadline.ts';
import type { Instant } from '../time.ts';
import { oweRefund } from './tell-refund.ts';

type Refunded = Extract<Fact, { type: 'PaymentRefunded' }>;

/**
 * Our refund succeeded, and we owe the customer the news. An earlier one that has come back since
 * is owed anew.
 */
export const takeRefund = (
  state: Backorder,
  { intentId, refundedByUs, amount, at }: Refunded,
): Backorder => {
  const before = state.intents.find((each) => each.intentId === intentId);
  const by = before?.refundedBy ?? before?.refundBy ?? refundDueAt(state, at);
  const done = withIntent(state, intentId, {
    refundedByUs,
    refundBy: null,
    refundedBy: by,
    refundedAt: at,
  });
  const told = oweRefund(closeAttention(done, 'refund_failed'), { intentId, amount, by: 'us' }, at);
  // An earlier refund has come back meanwhile. We have owed it since it was first owed.
  const isBack = refundedByUs < (before?.refundedByUs ?? 0) + amount;
  return isBack ? oweAnew(told, intentId, { by, at }) : told;
};

const oweAnew = (
  state: Backorder,
  intentId: string,
  { by, at }: { by: Instant; at: Instant },
): Backorder => {
  const owed = withIntent(state, intentId, ({ bounces }) => ({
    refundBy: by,
    bounces: bounces + 1,
  }));
  return raise(owed, 'refund_failed', at, by);
};

/**
 * Asks for a person, and names the day by which the law wants the money back. Asks for a look as
 * well, because somebody may have sent it by hand.
 */
export const failRefund = (
  state: Backorder,
  { intentId, at }: Extract<Fact, { type: 'RefundFailed' }>,
): Backorder => {
  const by = state.intents.find((each) => each.intentId === intentId)?.refundBy;
  const looked = withIntent(state, intentId, ({ looks }) => ({ looks: wantAnother(looks) }));
  return raise(looked, 'refund_failed', at, by ?? refundDueAt(state, at));
};
