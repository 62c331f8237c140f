import type { Effect, EffectName } from '../../../workflows/domain/backorder/effect.ts';
import type { Plan } from '../../../workflows/domain/plan.ts';
import type { Steps } from '../../../workflows/domain/steps.ts';
import { type Instant, minuteMs, msBetween } from '../../../workflows/domain/time.ts';

/** What was started and came back, so that what must never happen twice can be seen. */
export type Watch = {
  /** Parameters by the key of effects that have no answer yet. */
  unresolved: Record<string, string>;
  /** Keys of effects that were answered. */
  answered: string[];
  /** When the latest effects were started. */
  startedAt: Instant[];
};

export const createWatch = (): Watch => ({ unresolved: {}, answered: [], startedAt: [] });

const busiest = 60;

/** Every plan: one effect a lane, a key that means one thing, nothing again that was answered. */
export const watchPlan = (watch: Watch, { start, wakeAt }: Plan, now: Instant): void => {
  if (new Set(start.map(({ lane }) => lane)).size < start.length) throw new Error('crowded lane');
  if (wakeAt !== undefined && wakeAt <= now) throw new Error(`wakes at ${wakeAt}, now ${now}`);
  for (const effect of start) {
    const key = keyOf(effect);
    if (watch.answered.includes(key)) throw new Error(`starts again what was answered: ${key}`);
    const known = watch.unresolved[key];
    const parameters = parametersOf(effect);
    if (known !== undefined && known !== parameters) {
      throw new Error(`${key} means two things: ${known}, ${parameters}`);
    }
  }
};

/** Every start: nothing goes round and round without time passing. */
export const watchStart = (watch: Watch, effect: Effect, now: Instant): void => {
  watch.startedAt = [now, ...watch.startedAt].slice(0, busiest);
  const [first = now] = watch.startedAt.slice(busiest - 1);
  if (watch.startedAt.length === busiest && msBetween(first, now) < minuteMs) {
    throw new Error(`goes round and round: ${keyOf(effect)}`);
  }
  watch.unresolved[keyOf(effect)] = parametersOf(effect);
};

/** What an activity went on to is a step that the plan would take too, now or a little later. */
export const watchFollowUp = (effect: Effect, steps: Steps): void => {
  const planned = Object.values(steps).flat().map(wordsOf);
  if (!planned.includes(wordsOf(effect))) {
    throw new Error(`went on to ${wordsOf(effect)}, the steps are ${planned}`);
  }
};

/** A mail is due when it is owed, which may be a moment later than expected. */
const wordsOf = (effect: Effect): string =>
  JSON.stringify(effect, (key, value: unknown) => (key === 'dueAt' ? undefined : value));

/** What tells effects apart, for people to read. */
export const keyOf = ({ type, subject, turn }: EffectName): string =>
  `${type}:${subject}${turn === '' ? '' : `:${turn}`}`;

/** A refund that failed may be asked for again once a person has looked. */
export const watchAnswer = (watch: Watch, effect: Effect, { again }: { again: boolean }): void => {
  const key = keyOf(effect);
  delete watch.unresolved[key];
  if (!again) watch.answered.push(key);
};

/** A mail is rendered when it is first tried, so what it says of money may differ until then. */
const parametersOf = (effect: Effect): string => {
  switch (effect.type) {
    case 'sendMail': {
      const { key, kind, dueAt } = effect.message;
      return JSON.stringify({ key, kind, dueAt });
    }
    // A lease ends once; who pays again meanwhile is not passed over, or rejoins if they were.
    case 'endLease':
      return effect.leaseId;
    // A read may be asked with another card in mind.
    case 'lookAtOffers':
    case 'recordSkippedMail':
    case 'planMail':
      return effect.type;
    default:
      return JSON.stringify(effect);
  }
};
