import type { Backorder } from '../backorder/backorder.ts';
import type { MomentKind } from '../backorder/law.ts';
import type { Instant } from '../time.ts';
import { lawOf } from './facts.ts';

/** What happens by itself as a deadline comes, if nobody does anything until then. */
export const aheadKinds = [
  /** A notice goes out. */
  'notice',
  /** Silence ends the order, as its customer was told. */
  'cancelled_by_silence',
  /** The order ends because nobody was told in time. */
  'cancelled_by_law',
  /** A person is asked. */
  'attention',
] as const;

export type AheadKind = (typeof aheadKinds)[number];

/** The next that the law brings, and when. */
export type Ahead = { happens: AheadKind; at: Instant };

/**
 * What comes next of the deadline that stands; null when there is none, or it has passed and a person
 * decides. `tell-unless-in-time` is counted as a notice: whether units come in time is known only
 * then.
 */
export const aheadOf = (state: Pick<Backorder, 'law'>): Ahead | null => {
  const { clock, done, passed, returned, sending, notices } = state.law;
  const { deadlineAt } = clock;
  if (deadlineAt === null || passed?.deadlineAt === deadlineAt) return null;
  const { isEndedByLaw } = lawOf(state).policy;
  const wasDone = (does: MomentKind) => done.on === clock.momentsOn && done.does.includes(does);
  const tells = clock.moments
    .filter(({ does, at }) => does !== 'warn' && !wasDone(does) && at < deadlineAt)
    .map(({ at }) => at)
    .sort();
  if (sending === null && returned === null && tells[0] !== undefined) {
    return { happens: 'notice', at: tells[0] };
  }
  if (!isEndedByLaw) return { happens: 'attention', at: deadlineAt };
  const isAsked = clock.silence === 'cancels' && notices.at(-1)?.answer === null;
  return { happens: isAsked ? 'cancelled_by_silence' : 'cancelled_by_law', at: deadlineAt };
};
