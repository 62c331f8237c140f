/** A moment in UTC as `Date.toISOString` writes it, so that instants compare as strings. */
export type Instant = string;

/** A day without a zone, `YYYY-MM-DD`. */
export type CivilDate = string;

export const minuteMs = 60_000;
export const hourMs = 60 * minuteMs;
export const dayMs = 24 * hourMs;

/** The instant `ms` milliseconds after (before, if negative) the given one. */
export const addMs = (at: Instant, ms: number): Instant =>
  new Date(Date.parse(at) + ms).toISOString();

/** Milliseconds from one instant to another; negative when `to` is the earlier. */
export const msBetween = (from: Instant, to: Instant): number => Date.parse(to) - Date.parse(from);

/** The earliest of the instants given, or undefined when none is. */
export const earliest = (...instants: (Instant | null | undefined)[]): Instant | undefined => {
  let first: Instant | undefined;
  for (const at of instants) if (at != null && (first === undefined || at < first)) first = at;
  return first;
};

/** The later of two instants, or of two civil days. */
export const later = <T extends Instant | CivilDate>(a: T, b: T): T => (a > b ? a : b);

/** The civil date `days` days after (before, if negative) the given one. */
export const addDays = (on: CivilDate, days: number): CivilDate =>
  new Date(Date.parse(`${on}T00:00:00Z`) + days * dayMs).toISOString().slice(0, 10);

/** Whole days from one civil date to another; negative when `to` is the earlier. */
export const daysBetween = (from: CivilDate, to: CivilDate): number =>
  (Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / dayMs;
