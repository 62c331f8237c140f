import type { Backorder } from '../backorder/backorder.ts';
import type { OwedMail, OwedOf } from '../backorder/mail.ts';
import { owe } from '../backorder/owe.ts';
import { uncollected } from '../payment/sums/value.ts';
import type { Instant } from '../time.ts';

/**
 * The shipment's mail goes out without its charge. A statement tells it later, so that each charge
 * is told once.
 */
export const leaveOut = (state: Backorder, key: string): Backorder =>
  leaveOutOf(state, (mail) => mail.key === key);

/** A person waived this sum, in minor units: no mail that is still to come tells it as charged. */
export const waiveCharges = (state: Backorder, amount: number): Backorder => {
  const { mail, ...next } = leaveOutOf(state, ({ isBegun }) => !isBegun);
  return { ...next, mail: { ...mail, unstated: Math.max(0, mail.unstated - amount) } };
};

/** Owes a statement of the charges that mails left out, once all that left is paid for. */
export const oweStatement = (state: Backorder, at: Instant): Backorder => {
  const { unstated: amount } = state.mail;
  if (amount <= 0 || uncollected(state) > 0) return state;
  const next = { ...state, mail: { ...state.mail, unstated: 0 } };
  const key = `payment-recovered:charged:${at}`;
  const about = { outcome: 'charged', amount } as const;
  return owe(next, { key, kind: 'payment-recovered', dueAt: at, about });
};

/** Takes the charges out of these mails, for a statement to come. */
const leaveOutOf = (state: Backorder, isMeant: (mail: OwedOf<'shipped'>) => boolean): Backorder => {
  const { mail } = state;
  const isLeftOut = (owed: OwedMail): owed is OwedOf<'shipped'> =>
    owed.kind === 'shipped' && (owed.about.charge ?? 0) > 0 && isMeant(owed);
  const sum = mail.owed
    .filter(isLeftOut)
    .reduce((total, { about }) => total + (about.charge ?? 0), 0);
  if (sum === 0) return state;
  const owed = mail.owed.map((each) =>
    isLeftOut(each) ? { ...each, about: { ...each.about, charge: null } } : each,
  );
  return { ...state, mail: { ...mail, unstated: mail.unstated + sum, owed } };
};
