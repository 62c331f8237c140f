import type { Instant } from '../time.ts';
import type { Backorder } from './backorder.ts';

/** A dead end stands until a person has seen it. */
export const never: Instant = '9999-12-31T00:00:00.000Z';

/** Until when the effect is put off; undefined when it may start. */
export const delayedUntil = (
  { delays }: Backorder,
  key: string,
  at: Instant,
): Instant | undefined => {
  const until = delays[key]?.until;
  return until !== undefined && until > at ? until : undefined;
};

/** Puts an effect off that did not come through, and counts how often. */
export const putOff = (state: Backorder, key: string, until: Instant): Backorder => {
  const tries = (state.delays[key]?.tries ?? 0) + 1;
  return { ...state, delays: { ...state.delays, [key]: { until, tries } } };
};

/** Forgets delays of effects that were answered, or that are not wanted any more. */
export const clearDelays = (state: Backorder, isAnswered: (key: string) => boolean): Backorder => {
  const keys = Object.keys(state.delays);
  if (!keys.some(isAnswered)) return state;
  const delays = Object.entries(state.delays).filter(([key]) => !isAnswered(key));
  return { ...state, delays: Object.fromEntries(delays) };
};

/** What could never succeed is tried again. */
export const clearDeadEnds = (state: Backorder): Backorder =>
  clearDelays(state, (key) => state.delays[key]?.until === never);
