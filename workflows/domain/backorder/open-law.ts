import type { CivilDate, Instant } from '../time.ts';
import type { LawClock, LawState } from './law.ts';

/** What an order brings that the law looks at. */
type Beginning = {
  placedAt: Instant;
  promise: { promiseId: string; on: CivilDate | null } | null;
  payment: { ask?: unknown };
  law: {
    hasCredit: boolean;
    isEssential: boolean;
    clock: LawClock;
    silentOn: CivilDate | null;
  };
};

/** Until card and consent are there, the clock of the law does not run. */
export const openLaw = ({ law, placedAt, promise, payment }: Beginning): LawState => ({
  startedAt: payment.ask ? null : placedAt,
  statedOn: promise?.on ?? null,
  statedId: promise?.promiseId ?? null,
  hasCredit: law.hasCredit,
  isEssential: law.isEssential,
  notices: [],
  furtherOn: null,
  grantedOn: null,
  question: law.clock.question,
  clock: law.clock,
  done: { on: law.silentOn, does: law.silentOn === null ? [] : ['tell'] },
  sending: null,
  passed: null,
  returned: null,
  addressedAt: null,
  copies: 1,
  wordIds: [],
  withdrawnAt: null,
  shippedAt: null,
  refundBy: null,
});
