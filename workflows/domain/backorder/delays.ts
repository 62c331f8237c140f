import type { Instant } from '../time.ts';
import type { Backorder, Delay } from './backorder.ts';
import type { EffectName } from './effect.ts';

/** A dead end stands until a person has seen it. */
export const never: Instant = '9999-12-31T00:00:00.000Z';

/** Only what names the effect. */
export const nameOf = ({ type, subject, turn }: EffectName): EffectName => ({
  type,
  subject,
  turn,
});

/** Whether both name the same doing. */
export const isSameEffect = (a: EffectName, b: EffectName): boolean =>
  a.type === b.type && a.subject === b.subject && a.turn === b.turn;

/** That the effect did not come through the last time; undefined when it did, or never began. */
export const findDelay = ({ delays }: Backorder, effect: EffectName): Delay | undefined =>
  delays.find((delay) => isSameEffect(delay, effect));

/** Until when the effect is put off; undefined when it may start. */
export const delayedUntil = (
  state: Backorder,
  effect: EffectName,
  at: Instant,
): Instant | undefined => {
  const until = findDelay(state, effect)?.until;
  return until !== undefined && until > at ? until : undefined;
};

/** Puts an effect off that did not come through, and counts how often. */
export const putOff = (state: Backorder, effect: EffectName, until: Instant): Backorder => {
  const known = findDelay(state, effect);
  const delay: Delay = { ...nameOf(effect), until, tries: (known?.tries ?? 0) + 1 };
  return { ...state, delays: [...state.delays.filter((each) => each !== known), delay] };
};

/** Forgets delays of effects that were answered, or that are not wanted any more. */
export const clearDelays = (state: Backorder, isAnswered: (delay: Delay) => boolean): Backorder =>
  state.delays.some(isAnswered)
    ? { ...state, delays: state.delays.filter((delay) => !isAnswered(delay)) }
    : state;

/** What could never succeed is tried again. */
export const clearDeadEnds = (state: Backorder): Backorder =>
  clearDelays(state, ({ until }) => until === never);
