import { addDays, type CivilDate, later } from '../../../workflows/domain/time.ts';
import { dayOf, type OrderPage, todayOf } from '../parts/order-page.ts';

/** The days that a form takes, both included. */
export type Span = { from: CivilDate; to: CivilDate };

const farthestDays = 365;

/** From tomorrow at ship-to, within a year: for the last day that a customer sets. */
export const periodSpan = (page: OrderPage): Span => {
  const today = todayOf(page);
  return { from: addDays(today, 1), to: addDays(today, farthestDays) };
};

/** From the date that the notice names, else the one before it, or from tomorrow; within a year. */
export const answerSpan = (page: OrderPage, newOn: CivilDate | null): Span => {
  const tomorrow = addDays(todayOf(page), 1);
  const from = later(newOn ?? page.notice?.before ?? tomorrow, tomorrow);
  return { from, to: addDays(from, farthestDays) };
};

/** The day that a field of the form names, if it is one that there is, and inside the span. */
export const dayIn = (form: URLSearchParams, name: string, span: Span): CivilDate | null => {
  const given = form.getAll(name);
  const on = given[0]?.trim() ?? '';
  const isDay = given.length === 1 && /^\d{4}-\d{2}-\d{2}$/.test(on) && isReal(on);
  return isDay && on >= span.from && on <= span.to ? on : null;
};

const isReal = (on: string): boolean => {
  const at = Date.parse(`${on}T00:00:00Z`);
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(on);
};

/** The span in words. */
export const spanWords = (page: OrderPage, { from, to }: Span): { from: string; to: string } => ({
  from: dayOf(page, from),
  to: dayOf(page, to),
});
