import type { Backorder } from '../backorder/backorder.ts';
import { type Intent, isUnmatched } from '../backorder/intent.ts';
import type { CardWants, MoneyStatement, OutgoingMail, OwedMail, Said } from '../backorder/mail.ts';
import { saidInLaw } from '../law/tell.ts';
import { problemOf } from '../payment/dunning/trouble.ts';
import {
  chargedBackOf,
  collected,
  debtOf,
  givenBack,
  uncollected,
  voidedSum,
} from '../payment/sums/value.ts';
import type { Instant } from '../time.ts';

/** A service mail as it goes out. Its sums are worked out now, and not when it was owed. */
export const outgoing = (state: Backorder, mail: OwedMail, at: Instant): OutgoingMail => {
  const { key, dueAt } = mail;
  return { key, dueAt, ...standing(state), ...saying(state, mail, at) };
};

/** What every mail states: the promise and the money as they stand. */
export const standing = (state: Backorder): Pick<OutgoingMail, 'promise' | 'money'> => ({
  promise: { on: state.promise?.on ?? null },
  money: statementOf(state),
});

const saying = (state: Backorder, mail: OwedMail, at: Instant): Said => {
  switch (mail.kind) {
    case 'shipped': {
      const { kind, about, isBegun } = mail;
      // The money for the shipment is still on its way, so the mail leaves out the charge.
      const isOpen = !isBegun && uncollected(state) > 0;
      return { kind, about: isOpen ? { ...about, charge: null } : about };
    }
    case 'confirmation':
      return { kind: mail.kind, about: state.ask ? { askedUntil: state.ask.endsAt } : {} };
    case 'card-wanted':
      return { kind: mail.kind, about: { ...mail.about, wants: wantsOf(state) } };
    case 'delay-notice':
      return { kind: mail.kind, about: { ...mail.about, law: saidInLaw(state, mail) } };
    case 'payment-problem': {
      const { kind, about } = mail;
      const amount =
        about.stage === 'shipped' ? debtOf(state) : (problemOf(state, at)?.amount ?? about.amount);
      return { kind, about: { ...about, amount } };
    }
    case 'cancelled': {
      const { cancelId, cause, ...sums } = mail.about;
      const { refundBy } = state.law;
      return { kind: mail.kind, about: { cancelId, cause, refundBy, ...shareOf(state, sums) } };
    }
    default: {
      const { kind, about } = mail;
      return { kind, about } as Said;
    }
  }
};

/** What is still to come from the customer's page. */
export const wantsOf = ({ ask, card }: Backorder): CardWants => {
  if (ask?.isAgreed) return 'card';
  return card.methodId === null ? 'both' : 'consent';
};

/** Minor units `paid` for the cancelled units, and the `amount` of it that we give back. */
const shareOf = (
  { intents }: Backorder,
  { worth, left }: { worth: number; left: number },
): { amount: number; paid: number } => {
  const sumOf = (sum: (intent: Intent) => number) => {
    const more = intents.reduce((total, intent) => total + sum(intent), 0) - left;
    return Math.max(0, more) - Math.max(0, more - worth);
  };
  return {
    amount: sumOf(({ captured, returnedElsewhere }) => captured - returnedElsewhere),
    paid: sumOf(({ captured }) => captured),
  };
};

const statementOf = (state: Backorder): MoneyStatement => {
  const chargedBack = state.intents.reduce((sum, intent) => sum + chargedBackOf(intent), 0);
  return {
    captured: collected(state),
    givenBack: state.intents.reduce((sum, intent) => sum + givenBack(intent), 0),
    chargedBack,
    voided: voidedSum(state.intents) + state.voidedBefore,
    owed: Math.max(0, -uncollected(state)),
    refundedAt: lastRefund(state),
    isUnmatched: state.intents.some(isUnmatched),
  };
};

const lastRefund = ({ intents }: Backorder): Instant | null =>
  intents.reduce<Instant | null>(
    (last, { refundedAt }) => (refundedAt && (!last || refundedAt > last) ? refundedAt : last),
    null,
  );
