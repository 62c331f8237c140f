import type { Backorder } from '../backorder/backorder.ts';
import { owe } from '../backorder/owe.ts';
import { unpaid } from '../payment/dunning/trouble.ts';
import { trifle } from '../payment/sums/value.ts';
import type { Instant } from '../time.ts';
import { waiveCharges } from './tell-charge.ts';

/**
 * Waives what is owed for goods that left if no charge can follow that would carry it: all that may
 * still be charged for the order is less than can be charged. The customer is told, by the mail of
 * the shipment unless that has begun.
 */
export const waiveTrifle = (state: Backorder, at: Instant): Backorder => {
  const amount = trifle(state);
  const isUnclear = state.intents.some((intent) => intent.state === 'unverified');
  if (amount === 0 || isUnclear || unpaid(state) >= state.leastCharge) return state;
  const next = waiveCharges({ ...state, waived: state.waived + amount }, amount);
  return tellWaived(next, amount, at);
};

const tellWaived = (state: Backorder, amount: number, at: Instant): Backorder => {
  const last = state.mail.owed.findLast(({ kind, isBegun }) => kind === 'shipped' && !isBegun);
  if (last === undefined) {
    const key = `payment-recovered:waived:${at}`;
    const about = { outcome: 'waived', amount } as const;
    return owe(state, { key, kind: 'payment-recovered', dueAt: at, about });
  }
  const owed = state.mail.owed.map((mail) =>
    mail === last && mail.kind === 'shipped'
      ? { ...mail, about: { ...mail.about, waived: mail.about.waived + amount } }
      : mail,
  );
  return { ...state, mail: { ...state.mail, owed } };
};
