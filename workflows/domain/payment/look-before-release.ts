import type { Backorder } from '../backorder/backorder.ts';
import type { Intent } from '../backorder/intent.ts';
import { addMs, earliest, type Instant, minuteMs } from '../time.ts';
import { payBy } from './dunning/trouble.ts';

/** Long enough for the provider's answer, and for the ledger to make the units firm after it. */
const leadMs = minuteMs;

/**
 * Whether to look at an intent that waits for its customer, just before its units go to others: the
 * webhook may be lost. Once, and not if a hint came within the last minute anyway. The units go on
 * at the end even if the look has no answer.
 */
export const isLastLookDue = (state: Backorder, intent: Intent, at: Instant): boolean => {
  const end = endOf(state, intent);
  if (end === null || end <= at) return false;
  const from = addMs(end, -leadMs);
  return from <= at && (intent.hintedAt ?? '') < from;
};

/** When the next such look is due after `at`. */
export const nextLastLook = (state: Backorder, at: Instant): Instant | undefined =>
  earliest(
    ...state.intents
      .flatMap((intent) => endOf(state, intent) ?? [])
      .map((end) => addMs(end, -leadMs))
      .filter((from) => from > at),
  );

const endOf = (state: Backorder, { state: its, leaseId }: Intent): Instant | null => {
  if (its !== 'action_required') return null;
  const lease = state.stock.leases.find((each) => each.leaseId === leaseId);
  return lease ? payBy(state, lease) : null;
};
