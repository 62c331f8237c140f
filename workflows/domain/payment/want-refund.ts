import { raiseItem } from '../backorder/attention.ts';
import type { Backorder } from '../backorder/backorder.ts';
import { isHeldByShop, upfrontId } from '../backorder/intent.ts';
import { withIntent } from '../backorder/with-intent.ts';
import { refundDueAt } from '../law/refund-deadline.ts';
import type { Instant } from '../time.ts';
import { uncollected } from './sums/value.ts';
import { oweRefund } from './tell-refund.ts';

const code = 'refund_wanted';

/**
 * Wants a refund of the shop, if it holds the money, for whatever has become too much since the last
 * one. So each cancellation has a refund of its own, with its own deadline. Safe to repeat.
 */
export const wantRefund = (state: Backorder, at: Instant): Backorder => {
  const intent = state.intents.find(isHeldByShop);
  const amount = -uncollected(state) - sumWanted(state);
  if (intent === undefined || amount <= 0) return state;
  const wanted = [...wantedOf(state), { amount, at, dueAt: refundDueAt(state, at) }];
  return askForFirst(withIntent(state, upfrontId, { wanted }));
};

/**
 * The shop says that it has sent the refund that a person was asked for, the oldest one. The
 * customer is told, and the next one is asked for.
 */
export const takeShopsWord = (state: Backorder, at: Instant): Backorder => {
  const [sent, ...wanted] = wantedOf(state);
  if (sent === undefined) return state;
  const { amount } = sent;
  const done = withIntent(state, upfrontId, ({ refundedByUs }) => ({
    ...{ wanted, refundedByUs: refundedByUs + amount, refundedAt: at },
  }));
  return askForFirst(oweRefund(done, { intentId: upfrontId, amount, by: 'shop' }, at));
};

/** One at a time, so that a person answers for no sum that they have not seen. */
const askForFirst = (state: Backorder): Backorder => {
  const [first] = wantedOf(state);
  return first ? raiseItem(state, { code, ...first }) : state;
};

const wantedOf = ({ intents }: Backorder) => intents.find(isHeldByShop)?.wanted ?? [];

const sumWanted = (state: Backorder): number =>
  wantedOf(state).reduce((sum, { amount }) => sum + amount, 0);
