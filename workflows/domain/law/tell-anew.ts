import type { Backorder } from '../backorder/backorder.ts';
import { owe } from '../backorder/owe.ts';
import type { CivilDate, Instant } from '../time.ts';
import { lawOf } from './facts.ts';
import { withLaw } from './with-law.ts';

/**
 * The standing promise is told once more, under a key of its own, if the law wants it told. A notice
 * of it that has not begun says how things stand when it goes out, so that it is enough.
 */
export const tellAnew = (state: Backorder, at: Instant): Backorder => {
  const { policy, facts } = lawOf(state);
  const { promise, law } = state;
  if (promise === null || !policy.needsNotice(facts, promise.on)) return state;
  if (isToBeTold(state, promise.promiseId)) return state;
  const copies = law.copies + 1;
  return owe(
    withLaw(state, () => ({ copies })),
    {
      key: `delay-notice:${promise.promiseId}~${copies}`,
      kind: 'delay-notice',
      dueAt: at,
      about: {
        promiseId: promise.promiseId,
        change: { before: knownBefore(state), isSupply: false },
        units: [],
      },
    },
  );
};

const isToBeTold = ({ mail }: Backorder, promiseId: string): boolean =>
  mail.owed.some(
    ({ kind, about, isBegun }) =>
      kind === 'delay-notice' && about.promiseId === promiseId && about.change !== null && !isBegun,
  );

/** The date that the customer knew before the standing one: the newest that they were told. */
const knownBefore = ({ law, promise }: Backorder): CivilDate | null => {
  const told = law.notices.findLast(({ promiseId }) => promiseId !== promise?.promiseId);
  return told ? told.newOn : law.statedOn;
};
