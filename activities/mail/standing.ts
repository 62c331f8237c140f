import type { Known } from '../../db/mail/letters.ts';
import type { OutgoingMail } from '../../workflows/domain/backorder/mail.ts';
import { standing } from '../../workflows/domain/mail/statement.ts';

/** The promise and the money as they stand, from the state, or from what an older end had shown. */
export const standingOf = ({
  state,
  view,
}: Pick<Known, 'state' | 'view'>): Pick<OutgoingMail, 'promise' | 'money'> => {
  if (state !== null) return standing(state);
  const { captured = 0, givenBack = 0, chargedBack = 0 } = view?.payment ?? {};
  return {
    promise: { on: view?.promise?.on ?? null },
    money: {
      ...{ captured, givenBack, chargedBack, voided: 0, owed: 0, refundedAt: null },
      isUnmatched: view?.payment.isUnmatched ?? false,
    },
  };
};
