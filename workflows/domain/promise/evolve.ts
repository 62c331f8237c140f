import type { Backorder, Promised } from '../backorder/backorder.ts';
import type { Fact } from '../backorder/fact.ts';
import type { OwedMail, OwedOf } from '../backorder/mail.ts';
import { owe } from '../backorder/owe.ts';
import { isTerminal, type Part, phaseOf } from '../backorder/snapshot.ts';
import { tellAnew } from '../law/tell-anew.ts';
import { ask, withLaw } from '../law/with-law.ts';
import { remember } from '../recent.ts';
import { classify, judgedOf } from './classify.ts';

type Change = Extract<Fact, { type: 'PromiseChanged' }>;

/**
 * Another promise stands. What its days are in law is worked out anew, and the customer is owed a
 * notice if they have to hear of it.
 */
export const changePromise = (state: Backorder, change: Change): Backorder => {
  const { promiseId, on, statedAt } = change;
  const next = {
    ...ask(replan(state)),
    promise: { promiseId, on, statedAt },
    promises: remember(state.promises, { promiseId, statedAt }),
  };
  const { isTold } = classify(judgedOf(state), {
    known: state.promise?.on ?? null,
    ...{ on, isSupply: change.isSupply },
  });
  return isTold ? oweDelay(next, change, state.promise) : next;
};

/**
 * Owes one notice from the date that the customer knows to the one that stands now. It takes in
 * notices not sent yet, of the promise before and of units taken back.
 */
const oweDelay = (
  state: Backorder,
  { promiseId, at, isSupply }: Change,
  before: Promised | null,
): Backorder => {
  const notices = state.mail.owed.filter(isNotice);
  const unheard = notices.filter((mail) => isUnheard(mail, before));
  const late = notices.find(({ about }) => about.change !== null);
  const known = late?.about.change ? late.about.change.before : (before?.on ?? null);
  const units = sumOf(unheard.flatMap(({ about }) => about.units));
  const owed = state.mail.owed.map((mail) =>
    before && unheard.some(({ key }) => key === mail.key) ? withPromise(mail, before) : mail,
  );
  return owe(
    { ...state, mail: { ...state.mail, owed } },
    {
      key: `delay-notice:${promiseId}`,
      kind: 'delay-notice',
      dueAt: at,
      about: { promiseId, change: { before: known, isSupply }, units },
    },
  );
};

type Notice = OwedOf<'delay-notice'>;

const isNotice = (mail: OwedMail): mail is Notice => mail.kind === 'delay-notice';

/**
 * Whether the notice, of a date or of units, stood under the promise before, if there was one. That a
 * further period is over stays true whatever date is given then.
 */
const isUnheard = (
  { about: { promiseId, isPeriodOver } }: Notice,
  before: Promised | null,
): boolean =>
  before !== null &&
  isPeriodOver !== true &&
  (promiseId === null || promiseId === before.promiseId);

/** Ties the notice to the promise before, so that it is superseded. */
const withPromise = (mail: OwedMail, { promiseId }: Promised): OwedMail =>
  isNotice(mail) ? { ...mail, about: { ...mail.about, promiseId } } : mail;

const sumOf = (parts: readonly Part[]): Part[] => {
  const sums = new Map<string, number>();
  for (const { lineId, quantity } of parts) sums.set(lineId, (sums.get(lineId) ?? 0) + quantity);
  return [...sums].map(([lineId, quantity]) => ({ lineId, quantity }));
};

/**
 * The days of the law are worked out anew, under the policy of another country it may be. A notice
 * that came back goes to the new address.
 */
export const changeCustomer = (
  state: Backorder,
  { hasNewAddress, at }: Extract<Fact, { type: 'CustomerChanged' }>,
): Backorder => {
  const next = ask(replan(state));
  if (!hasNewAddress) return next;
  const addressed = withLaw(next, () => ({ addressedAt: at, returned: null }));
  return state.law.returned ? tellAnew(addressed, at) : addressed;
};

/** Drops the timetable, so that it is made anew. Plans nothing once nothing waits any longer. */
export const replan = (state: Backorder): Backorder => {
  if (isTerminal(phaseOf(state.stock))) return state;
  const planNumber = state.mail.planNumber + 1;
  return { ...state, mail: { ...state.mail, timetable: null, planNumber } };
};
