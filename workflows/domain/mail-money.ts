import type { About, Backorder, OwedMail } from './backorder.ts';
import type { MoneyStatement } from './effect.ts';
import { type Intent, isUnmatched } from './intent.ts';
import { chargedBackOf, collected, excessOfCancelled, givenBack, uncollected } from './value.ts';

/** What a mail says of its sum is known only when it goes out. */
export const withAmount = (
  state: Backorder,
  { kind, about }: Pick<OwedMail, 'kind' | 'about'>,
): About => {
  if (kind === 'shipped' && uncollected(state) > 0) return uncharged(about);
  if (kind !== 'cancelled') return about;
  const { units, ...rest } = about;
  const amount = excessOfCancelled(state, units ?? []);
  return amount > 0 ? { ...rest, amount } : rest;
};

/** A shipment whose money is still on its way is told without what it cost. */
const uncharged = ({ amount: _, ...about }: About): About => about;

export const statementOf = (state: Backorder): MoneyStatement => {
  const chargedBack = state.intents.reduce((sum, intent) => sum + chargedBackOf(intent), 0);
  return {
    captured: collected(state),
    refunded: state.intents.reduce((sum, intent) => sum + givenBack(intent), 0) - chargedBack,
    ...(chargedBack > 0 && { chargedBack }),
    released: state.intents.filter(isReleased).reduce((sum, { amount }) => sum + amount, 0),
    owed: Math.max(0, -uncollected(state)),
    ...(state.intents.some(isUnmatched) && { isUnmatched: true }),
  };
};

/** Released for good: a hold that was renewed is not counted beside its renewal. */
const isReleased = ({ leaseId, state }: Intent, index: number, all: readonly Intent[]): boolean =>
  state === 'voided' && !all.slice(index + 1).some((later) => later.leaseId === leaseId);
