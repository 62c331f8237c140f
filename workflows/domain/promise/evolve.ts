import type { Backorder, Promised } from '../backorder/backorder.ts';
import type { Fact } from '../backorder/fact.ts';
import type { OwedMail } from '../backorder/mail.ts';
import { owe } from '../backorder/owe.ts';
import { isTerminal, type Part, phaseOf } from '../backorder/snapshot.ts';

import { oweExpiry } from '../payment/evolve-card.ts';

type Change = Extract<Fact, { type: 'PromiseChanged' }>;

/** The promise is another one; the customer is told if it is later, or gone. */
export const changePromise = (state: Backorder, change: Change): Backorder => {
  const { promiseId, on, statedAt, isSupply, at } = change;
  const next = {
    ...replan(state),
    promise: { promiseId, on, statedAt },
    promiseIds: [...state.promiseIds, promiseId],
  };
  const known = state.promise?.on ?? null;
  const isDelay = known !== null && (on === null || on > known);
  const warned = oweExpiry(next, at);
  return isSupply || isDelay ? oweDelay(warned, change, state.promise) : warned;
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
  const unheard = state.mail.owed.filter((mail) => isUnheard(mail, before));
  const late = state.mail.owed.find(({ about }) => about.before !== undefined);
  const known = late ? late.about.before : before?.on;
  const units = sumOf(unheard.flatMap(({ about }) => about.units ?? []));
  const about = { promiseId, before: known ?? null, ...(units.length > 0 && { units }) };
  const owed = state.mail.owed.map((mail) =>
    before && unheard.includes(mail) ? withPromise(mail, before) : mail,
  );
  const key = `delay-notice:${promiseId}`;
  return owe(
    { ...state, mail: { ...state.mail, owed } },
    { key, kind: 'delay-notice', dueAt: at, about },
  );
};

/** It names the date that stood before, whether it is about that date or about units. */
const isUnheard = ({ kind, about }: OwedMail, before: Promised | null): boolean =>
  kind === 'delay-notice' &&
  (about.promiseId === undefined || about.promiseId === before?.promiseId);

/** A notice of an older promise is superseded. */
const withPromise = (mail: OwedMail, { promiseId }: Promised): OwedMail => ({
  ...mail,
  about: { ...mail.about, promiseId },
});

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
