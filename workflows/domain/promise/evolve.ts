import type { Backorder, Promised } from '../backorder/backorder.ts';
import type { Fact } from '../backorder/fact.ts';
import type { OwedMail, OwedOf } from '../backorder/mail.ts';
import { owe } from '../backorder/owe.ts';
import { isTerminal, type Part, phaseOf } from '../backorder/snapshot.ts';
import { remember } from '../recent.ts';

type Change = Extract<Fact, { type: 'PromiseChanged' }>;

/** The promise is another one; the customer is told if it is later, or gone. */
export const changePromise = (state: Backorder, change: Change): Backorder => {
  const { promiseId, on, statedAt, isSupply } = change;
  const next = {
    ...replan(state),
    promise: { promiseId, on, statedAt },
    promises: remember(state.promises, { promiseId, statedAt }),
  };
  const known = state.promise?.on ?? null;
  const isDelay = known !== null && (on === null || on > known);
  return isSupply || isDelay ? oweDelay(next, change, state.promise) : next;
};

/**
 * Who has not heard of the last change yet, or of units that were taken back, hears of everything
 * at once: from the date known to them, to the one that stands now.
 */
const oweDelay = (
  state: Backorder,
  { promiseId, at }: Change,
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
      about: { promiseId, change: { before: known }, units },
    },
  );
};

type Notice = OwedOf<'delay-notice'>;

const isNotice = (mail: OwedMail): mail is Notice => mail.kind === 'delay-notice';

/** It names the date that stood before, whether it is about that date or about units. */
const isUnheard = ({ about: { promiseId } }: Notice, before: Promised | null): boolean =>
  promiseId === null || promiseId === before?.promiseId;

/** A notice of an older promise is superseded. */
const withPromise = (mail: OwedMail, { promiseId }: Promised): OwedMail =>
  isNotice(mail) ? { ...mail, about: { ...mail.about, promiseId } } : mail;

const sumOf = (parts: readonly Part[]): Part[] => {
  const sums = new Map<string, number>();
  for (const { lineId, quantity } of parts) sums.set(lineId, (sums.get(lineId) ?? 0) + quantity);
  return [...sums].map(([lineId, quantity]) => ({ lineId, quantity }));
};

/** Nothing is planned once nobody waits any longer. */
export const replan = (state: Backorder): Backorder => {
  if (isTerminal(phaseOf(state.stock))) return state;
  const planNumber = state.mail.planNumber + 1;
  return { ...state, mail: { ...state.mail, timetable: null, planNumber } };
};
