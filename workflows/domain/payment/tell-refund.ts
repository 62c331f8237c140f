import type { Backorder } from '../backorder/backorder.ts';
import type { Intent } from '../backorder/intent.ts';
import type { About } from '../backorder/mail.ts';
import { owe } from '../backorder/owe.ts';

import type { Instant } from '../time.ts';
import { collected, givenBack } from './sums/value.ts';

type Refund = { intentId: string; amount: number; isByHand: boolean };

/**
 * Owed for each refund that has succeeded, once. What came back and was sent anew is another refund:
 * who was told of the first would not look for the money any more.
 */
export const oweRefund = (
  state: Backorder,
  { intentId, amount, isByHand }: Refund,
  at: Instant,
): Backorder => {
  const intent = find(state, intentId);
  if (intent === undefined) return state;
  const upTo = isByHand ? intent.returnedElsewhere : intent.refundedByUs;
  const share = shareOf(state, amount);
  const about = { intentId, amount, share, upTo, ...(isByHand && { isByHand }) };
  const way = isByHand ? 'by-hand:' : '';
  const key = `refunded:${intentId}:${way}${upTo}${anew(intent)}`;
  return owe(state, { key, kind: 'refunded', dueAt: at, about });
};

/** Owed to those who were told that we send what their bank has given them back since. */
export const oweBankRefund = (
  state: Backorder,
  { intentId, amount }: Omit<Refund, 'isByHand'>,
  at: Instant,
): Backorder => {
  const key = `refunded:${intentId}:by-bank:${find(state, intentId)?.returnedElsewhere}`;
  return owe(state, {
    key,
    kind: 'refunded',
    dueAt: at,
    about: { intentId, amount, isByBank: true },
  });
};

const shareOf = (state: Backorder, amount: number): About['share'] => {
  if (collected(state) > 0) return 'part';
  const all = state.intents.reduce((sum, intent) => sum + givenBack(intent), 0);
  return all > amount ? 'rest' : 'all';
};

/** Whether what a mail tells of has come back before it went out. */
export const hasComeBack = (state: Backorder, { intentId, upTo, isByHand }: About): boolean => {
  const intent = find(state, intentId);
  if (intent === undefined || upTo === undefined) return false;
  return (isByHand ? intent.returnedElsewhere : intent.refundedByUs) < upTo;
};

/** What tells a refund from the same one before it came back. */
export const anew = ({ bounces = 0 }: Intent): string => (bounces > 0 ? `:anew-${bounces}` : '');

const find = ({ intents }: Backorder, intentId: string | undefined): Intent | undefined =>
  intents.find((intent) => intent.intentId === intentId);
