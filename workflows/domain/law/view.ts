import type { Backorder } from '../backorder/backorder.ts';
import type { Notice, PolicyName, Silence } from '../backorder/law.ts';
import { isTerminal, type Phase, phaseOf } from '../backorder/snapshot.ts';
import type { CivilDate, Instant } from '../time.ts';
import { lawOf } from './facts.ts';

/** What others see of the law of a backorder. */
export type LawView = {
  policy: PolicyName;
  deadlineOn: CivilDate | null;
  deadlineAt: Instant | null;
  silence: Silence;
  /** The newest valid one. `answerOn`: null where silence does nothing. */
  notice: Pick<Notice, 'key' | 'kind' | 'sentAt' | 'newOn' | 'answer' | 'answerOn'> | null;
  /** What the customer can do about it now, besides cancelling. */
  mayAnswer: boolean;
  mayWithdraw: boolean;
  maySetPeriod: boolean;
  isEssential: boolean;
  furtherOn: CivilDate | null;
  withdrawnAt: Instant | null;
};

/** Once the order has ended nothing is due any more. */
export const lawViewOf = (state: Backorder, at: Instant): LawView => {
  const { law, stock } = state;
  const { clock } = law;
  const phase = phaseOf(stock);
  const isOver = isTerminal(phase);
  const notice = law.notices.at(-1);
  const { policy, facts } = lawOf(state);
  // Its days are known at once, while their ends are still being worked out.
  const { silence, deadlineOn } = policy.standing(facts);
  const deadlineAt = deadlineOn === clock.deadlineOn ? clock.deadlineAt : null;
  return {
    policy: clock.policy,
    deadlineOn: isOver ? null : deadlineOn,
    deadlineAt: isOver ? null : deadlineAt,
    silence: isOver ? 'none' : silence,
    notice: notice ? shown(notice) : null,
    mayAnswer: !isOver && notice !== undefined && notice.answer === null,
    ...{ mayWithdraw: mayWithdraw(state, phase), maySetPeriod: !isOver && isMissed(state, at) },
    isEssential: law.isEssential,
    furtherOn: isOver ? null : law.furtherOn,
    withdrawnAt: law.withdrawnAt,
  };
};

const shown = ({ key, kind, sentAt, newOn, answer, answerOn }: Notice): LawView['notice'] => ({
  ...{ key, kind, sentAt, newOn, answer, answerOn },
});

/** The contracts of the European Union, once, whatever has shipped of them. */
export const mayWithdraw = ({ law }: Backorder, phase: Phase): boolean =>
  law.clock.policy === 'eu' && phase !== 'cancelled' && law.withdrawnAt === null;

/** A day of delivery that both had agreed on is over: the customer may set the last one. */
export const isMissed = (state: Backorder, at: Instant): boolean => {
  const { deadlineAt } = state.law.clock;
  return !lawOf(state).policy.isEndedByLaw && deadlineAt !== null && deadlineAt <= at;
};
