import type { Backorder } from '../backorder/backorder.ts';
import type { Intent } from '../backorder/intent.ts';
import type { AboutOf } from '../backorder/mail.ts';
import { owe } from '../backorder/owe.ts';

import type { Instant } from '../time.ts';
import { collected, givenBack } from './sums/value.ts';

type Refund = { intentId: string; amount: number; by: AboutOf['refunded']['by'] };

/**
 * Owes the customer one mail for each refund that succeeded. A refund sent anew after it bounced is
 * another one: the customer no longer looks for the first. A bank's return is for the caller to
 * tell only to a customer who was promised a refund.
 */
export const oweRefund = (
  state: Backorder,
  { intentId, amount, by }: Refund,
  at: Instant,
): Backorder => {
  const intent = find(state, intentId);
  if (intent === undefined) return state;
  const upTo = isOurs(by) ? intent.refundedByUs : intent.returnedElsewhere;
  const about = { intentId, amount, share: shareOf(state, amount), by, upTo };
  const key = `refunded:${intentId}:${by}:${upTo}${anew(intent)}`;
  return owe(state, { key, kind: 'refunded', dueAt: at, about });
};

const shareOf = (state: Backorder, amount: number): AboutOf['refunded']['share'] => {
  if (collected(state) > 0) return 'part';
  const all = state.intents.reduce((sum, intent) => sum + givenBack(intent), 0);
  return all > amount ? 'rest' : 'all';
};

/** Whether the money that a mail tells of has come back to us since. A bank's return never has. */
export const hasComeBack = (
  state: Backorder,
  { intentId, upTo, by }: AboutOf['refunded'],
): boolean => {
  const intent = find(state, intentId);
  if (intent === undefined || by === 'bank') return false;
  return (isOurs(by) ? intent.refundedByUs : intent.returnedElsewhere) < upTo;
};

const isOurs = (by: Refund['by']): boolean => by === 'us' || by === 'shop';

/** A suffix for keys: tells a refund from the same one before it bounced. */
export const anew = ({ bounces }: Intent): string => (bounces > 0 ? `:anew-${bounces}` : '');

const find = ({ intents }: Backorder, intentId: string): Intent | undefined =>
  intents.find((intent) => intent.intentId === intentId);
