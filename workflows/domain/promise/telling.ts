import { hourMs } from '../time.ts';

/** How far customers have been told of a change of supply. */
export type Telling = {
  /** Its queue is still walked, so nobody knows yet whom it concerns. */
  isWalking: boolean;
  /** Backorders that have yet to accept or refuse their new promise. */
  unheard: number;
  /** Notices that are held, owed or being sent. */
  undecided: number;
  /** Notices that were foreseen, and of which there is no trace yet. */
  missing: number;
};

/** By then a person was asked about every notice that stands still. */
export const givenUpAfterMs = 24 * hourMs;

/**
 * Whether each notice of the change is accepted, skipped or given up. One that is still held,
 * unheard or unknown a day after the change counts as given up: one order that stands still must
 * not keep the news from all others for ever.
 */
export const isTold = (telling: Telling, ageMs: number): boolean => {
  if (ageMs >= givenUpAfterMs) return true;
  const { isWalking, unheard, undecided, missing } = telling;
  return !isWalking && unheard === 0 && undecided === 0 && missing <= 0;
};
