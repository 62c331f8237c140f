import type { Backorder } from '../backorder/backorder.ts';
import type { Intent } from '../backorder/intent.ts';
import type { AboutOf } from '../backorder/mail.ts';
import { owe } from '../backorder/owe.ts';

import type { Instant } from '../time.ts';
import { collected, givenBack } from './sums/value.ts';

type Refund = { intentId: string; amount: number; by: AboutOf['refunded']['by'] };

/**
 * Owed for each refund that has succeeded, once. What came back and was sent anew is another refund:
 * who was told of the first would not look for the money any more. What a bank has given back is
 * owed to those who were told that we send it.
 */
export const oweRefund = (
  state: Backorder,
  { intentId, amount, by }: Refund,
  at: Instant,
): Backorder => {
  const intent = find(state, intentId);
  if (intent === undefined) return state;
  const upTo = by === 'us' ? intent.refundedByUs : intent.returnedElsewhere;
  const about = { intentId, amount, share: shareOf(state, amount), by, upTo };
  const key = `refunded:${intentId}:${by}:${upTo}${anew(intent)}`;
  return owe(state, { key, kind: 'refunded', dueAt: at, about });
};

const shareOf = (state: Backorder, amount: number): AboutOf['refunded']['share'] => {
  if (collected(state) > 0) return 'part';
  const all = state.intents.reduce((sum, intent) => sum + givenBack(intent), 0);
  return all > amount ? 'rest' : 'all';
};

/** Whether what a mail tells of has come back before it went out. */
export const hasComeBack = (
  state: Backorder,
  { intentId, upTo, by }: AboutOf['refunded'],
): boolean => {
  const intent = find(state, intentId);
  if (intent === undefined || by === 'bank') return false;
  return (by === 'us' ? intent.refundedByUs : intent.returnedElsewhere) < upTo;
};

/** What tells a refund from the same one before it came back. */
export const anew = ({ bounces }: Intent): string => (bounces > 0 ? `:anew-${bounces}` : '');

const find = ({ intents }: Backorder, intentId: string): Intent | undefined =>
  intents.find((intent) => intent.intentId === intentId);
