import type { Backorder } from '../backorder/backorder.ts';
import type { Intent } from '../backorder/intent.ts';
import { addMs, earliest, type Instant, minuteMs } from '../time.ts';
import { payBy } from './dunning/trouble.ts';

/** Long enough for an answer, and for the units to become firm by it. */
const leadMs = minuteMs;

/**
 * Whether an intent that waits for its customer is to be looked at before its units are given up,
 * because nobody may have told of what they did: once, unless there was a reason since then anyway.
 * Without an answer by the end the units go on all the same.
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
