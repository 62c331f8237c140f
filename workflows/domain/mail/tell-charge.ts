import type { Backorder } from '../backorder/backorder.ts';
import type { MailState, OwedMail } from '../backorder/mail.ts';
import { owe } from '../backorder/owe.ts';
import { uncollected } from '../payment/sums/value.ts';
import type { Instant } from '../time.ts';

/**
 * What a shipment's mail says of its cost stands from the first time it is sent, since it is stored
 * then. What it leaves out is stated later, so that each charge is told once.
 */
export const beginShipmentMail = (
  state: Backorder,
  { key, isCharged }: { key: string; isCharged: boolean },
): Backorder => {
  const owed = state.mail.owed.find((mail) => mail.key === key);
  if (owed === undefined || owed.isBegun) return state;
  return withMail(
    state,
    leaveOut(state.mail, (mail) => mail === owed && !isCharged),
    key,
  );
};

/** Money that a person gave up is charged by nobody, and told by no mail that is still to come. */
export const waiveCharges = (state: Backorder, amount: number): Backorder => {
  const isOpen = ({ kind, isBegun }: OwedMail) => kind === 'shipped' && !isBegun;
  const mail = leaveOut(state.mail, isOpen);
  return { ...state, mail: { ...mail, unstated: Math.max(0, (mail.unstated ?? 0) - amount) } };
};

/** Owed once all that left is paid for, if a shipment was told without what it cost. */
export const oweStatement = (state: Backorder, at: Instant): Backorder => {
  const { unstated: amount = 0 } = state.mail;
  if (amount <= 0 || uncollected(state) > 0) return state;
  const next = { ...state, mail: { ...state.mail, unstated: 0 } };
  const key = `payment-recovered:charged:${at}`;
  const about = { isCharged: true, amount };
  return owe(next, { key, kind: 'payment-recovered', dueAt: at, about });
};

const withMail = (state: Backorder, mail: MailState, begunKey: string): Backorder => ({
  ...state,
  mail: {
    ...mail,
    owed: mail.owed.map((each) => (each.key === begunKey ? { ...each, isBegun: true } : each)),
  },
});

/** The amounts of these mails are left to a statement. */
const leaveOut = (mail: MailState, isMeant: (mail: OwedMail) => boolean): MailState => {
  const meant = mail.owed.filter(isMeant);
  const sum = meant.reduce((total, { about }) => total + (about.amount ?? 0), 0);
  if (sum === 0) return mail;
  return {
    ...mail,
    unstated: (mail.unstated ?? 0) + sum,
    owed: mail.owed.map((each) => (isMeant(each) ? withoutAmount(each) : each)),
  };
};

const withoutAmount = ({ about: { amount: _, ...about }, ...mail }: OwedMail): OwedMail => ({
  ...mail,
  about,
});
