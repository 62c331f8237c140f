import { refused } from '../http/errors.ts';
import { getCharge, refundCharge } from '../intents/charges.ts';
import type { Refund } from '../records/refund.ts';
import type { Store } from '../store.ts';

/** How long the bank takes. */
export const refundSettlesAfterMs = 1000;

/** The refund as of now: one whose time has come has succeeded or failed. */
export const settleRefund = (store: Store, refund: Refund, nowMs: number): Refund => {
  const course = store.find('refund_course', refund.id);
  if (!course || nowMs < course.atMs) return refund;
  store.remove('refund_course', refund.id);
  return course.outcome === 'failed' ? failRefund(store, refund) : put(store, refund, 'succeeded');
};

/** The bank sends the money back: it is the account's again. Throws a 400 when it did already. */
export const failRefund = (store: Store, refund: Refund): Refund => {
  if (refund.status === 'failed') throw refused(`Refund ${refund.id} has failed already.`);
  store.remove('refund_course', refund.id);
  refundCharge(store, getCharge(store, refund.charge), -refund.amount);
  return put(store, { ...refund, failure_reason: 'expired_or_canceled_card' }, 'failed');
};

const put = (store: Store, refund: Refund, status: Refund['status']): Refund => {
  const settled = { ...refund, status };
  store.put('refund', settled);
  return settled;
};
