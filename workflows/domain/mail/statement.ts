import type { Backorder } from '../backorder/backorder.ts';
import type { MoneyStatement } from '../backorder/effect.ts';
import { type Intent, isUnmatched } from '../backorder/intent.ts';
import type { About, OwedMail } from '../backorder/mail.ts';
import { chargedBackOf, collected, givenBack, uncollected } from '../payment/sums/value.ts';
import type { Instant } from '../time.ts';

/** What a mail says of its sum is known only when it goes out. */
export const withAmount = (
  state: Backorder,
  { kind, about, isBegun }: Omit<OwedMail, 'key' | 'dueAt'>,
): About => {
  if (kind === 'shipped' && !isBegun && uncollected(state) > 0) return uncharged(about);
  if (kind !== 'cancelled') return about;
  const { worth = 0, left = 0, ...rest } = about;
  const sumOf = (sum: (intent: Intent) => number) => {
    const more = state.intents.reduce((total, intent) => total + sum(intent), 0) - left;
    return Math.max(0, more) - Math.max(0, more - worth);
  };
  const amount = sumOf(({ captured, returnedElsewhere }) => captured - returnedElsewhere);
  const paid = sumOf(({ captured }) => captured);
  return { ...rest, ...(amount > 0 && { amount }), ...(paid > 0 && { paid }) };
};

/** A shipment whose money is still on its way is told without what it cost. */
const uncharged = ({ amount: _, ...about }: About): About => about;

export const statementOf = (state: Backorder): MoneyStatement => {
  const chargedBack = state.intents.reduce((sum, intent) => sum + chargedBackOf(intent), 0);
  return {
    captured: collected(state),
    givenBack: state.intents.reduce((sum, intent) => sum + givenBack(intent), 0),
    chargedBack,
    voided: state.intents.filter(isVoided).reduce((sum, { amount }) => sum + amount, 0),
    owed: Math.max(0, -uncollected(state)),
    refundedAt: lastRefund(state),
    ...(state.intents.some(isUnmatched) && { isUnmatched: true }),
  };
};

const lastRefund = ({ intents }: Backorder): Instant | null =>
  intents.reduce<Instant | null>(
    (last, { refundedAt }) => (refundedAt && (!last || refundedAt > last) ? refundedAt : last),
    null,
  );

/** Released for good: a hold that was renewed is not counted beside its renewal. */
const isVoided = ({ leaseId, state }: Intent, index: number, all: readonly Intent[]): boolean =>
  state === 'voided' && !all.slice(index + 1).some((later) => later.leaseId === leaseId);
