import { findCard } from '../cards/cards-in-use.ts';
import type { Charge } from '../records/charge.ts';
import { openDispute } from '../returns/disputes.ts';
import { warnOfFraud } from '../returns/fraud-warnings.ts';
import type { Store } from '../store.ts';

/** What some test cards are for: once their money is taken, it is disputed or reported. */
export const afterCapture = (store: Store, charge: Charge, nowMs: number): void => {
  const card = findCard(store, charge.payment_method);
  if (card?.fraudWarning) warnOfFraud(store, charge, nowMs);
  for (let count = 0; card?.dispute && count < (card.dispute.times ?? 1); count += 1)
    openDispute(store, charge, {
      reason: card.dispute.reason,
      inquiry: card.dispute.inquiry ?? false,
      nowMs,
    });
};
