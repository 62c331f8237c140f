import type { PreferenceChange, Preferences } from '../../../db/mail/preferences.ts';
import type { CivilDate } from '../../../workflows/domain/time.ts';

/** Why a form changes nothing. */
export type Unusable = 'incomplete' | 'wrong_day';

/** Told from a body that says nothing: a box that is not checked is not sent at all. */
export const formMark = { name: 'form', value: 'preferences' };

/**
 * What the form changes of what stands; `wrong_day` when its day is none that a pause can end on.
 * What it leaves as it is is not named, so that it counts as changed by nobody.
 */
export const changeOf = (
  form: string,
  { updates, offers, pausedUntil }: Preferences,
  today: CivilDate,
): PreferenceChange | Unusable => {
  const given = new URLSearchParams(form);
  if (given.get(formMark.name) !== formMark.value) return 'incomplete';
  const wanted = { updates: given.has('updates'), offers: given.has('offers') };
  const day = (given.get('pausedUntil') ?? '').trim();
  if (day !== '' && !(isDay(day) && day > today)) return 'wrong_day';
  // A pause that is over is shown as none.
  const pause = openPause(pausedUntil, today);
  return {
    ...(wanted.updates !== updates && { updates: wanted.updates }),
    ...(wanted.offers !== offers && { offers: wanted.offers }),
    ...(day !== (pause ?? '') && { pausedUntil: day === '' ? null : day }),
  };
};

/** The day until which mail is paused still; null when it is not. */
export const openPause = (pausedUntil: CivilDate | null, today: CivilDate): CivilDate | null =>
  pausedUntil !== null && pausedUntil > today ? pausedUntil : null;

const isDay = (text: string): boolean =>
  /^2\d{3}-\d\d-\d\d$/.test(text) &&
  text < '2200' &&
  new Date(`${text}T00:00:00Z`).toJSON()?.startsWith(text) === true;
