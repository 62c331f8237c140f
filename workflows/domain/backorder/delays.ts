import type { Instant } from '../time.ts';
import type { Backorder, Delay } from './backorder.ts';
import type { EffectName } from './effect.ts';

/** A dead end is not tried again until a person has seen it. */
export const never: Instant = '9999-12-31T00:00:00.000Z';

/** The effect's name, without its other fields. */
export const nameOf = ({ type, subject, turn }: EffectName): EffectName => ({
  type,
  subject,
  turn,
});

/** Whether both are names of one and the same effect. */
export const isSameEffect = (a: EffectName, b: EffectName): boolean =>
  a.type === b.type && a.subject === b.subject && a.turn === b.turn;

/** The effect's delay, if its last try did not come through. Else undefined. */
export const findDelay = ({ delays }: Backorder, effect: EffectName): Delay | undefined =>
  delays.find((delay) => isSameEffect(delay, effect));

/** When the effect may start, if it is delayed at `at`; undefined if it may start now. */
export const delayedUntil = (
  state: Backorder,
  effect: EffectName,
  at: Instant,
): Instant | undefined => {
  const until = findDelay(state, effect)?.until;
  return until !== undefined && until > at ? until : undefined;
};

/** Delays an effect that did not come through, and counts the try. */
export const putOff = (state: Backorder, effect: EffectName, until: Instant): Backorder => {
  const known = findDelay(state, effect);
  const delay: Delay = { ...nameOf(effect), until, tries: (known?.tries ?? 0) + 1 };
  return { ...state, delays: [...state.delays.filter((each) => each !== known), delay] };
};

/** Drops the delays of effects that have their answer, or that nobody wants any more. */
export const clearDelays = (state: Backorder, isAnswered: (delay: Delay) => boolean): Backorder =>
  state.delays.some(isAnswered)
    ? { ...state, delays: state.delays.filter((delay) => !isAnswered(delay)) }
    : state;

/** Drops every dead end, so that its effect is tried again. */
export const clearDeadEnds = (state: Backorder): Backorder =>
  clearDelays(state, ({ until }) => until === never);
