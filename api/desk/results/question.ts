import type { Period } from '../../../db/desk/results/revenue.ts';
import { civilDateIn, startOfDay } from '../../../workflows/calendar/zone.ts';
import { weeksFrom } from '../../../workflows/domain/desk/weeks.ts';
import { addDays, type CivilDate, type Instant } from '../../../workflows/domain/time.ts';
import { civilDate, sku as skuShape } from '../../http/scalars.ts';

/** What the page is asked for by its address. */
export type Question = {
  /** The Mondays of its weeks, in the shop's zone. */
  weeks: CivilDate[];
  sku: string | undefined;
  /** What was entered and cannot be meant, by the field's name. */
  faults: Partial<Record<'from' | 'to' | 'sku', string>>;
};

const usualWeeks = 12;

/** Two years: more would be unreadable, and is nowhere near the work of a page. */
export const mostWeeks = 104;

/** The whole weeks that the days named are in; the last twelve if none is named. */
export const questionOf = (
  query: URLSearchParams,
  { now, timeZone }: { now: Instant; timeZone: string },
): Question => {
  const faults: Question['faults'] = {};
  const read = (name: 'from' | 'to' | 'sku', shape: typeof civilDate | typeof skuShape) => {
    const text = query.get(name)?.trim() ?? '';
    if (text === '') return undefined;
    const parsed = shape.safeParse(text);
    if (parsed.success) return parsed.data;
    faults[name] = parsed.error.issues[0]?.message ?? 'This cannot be meant';
    return undefined;
  };
  const to = read('to', civilDate) ?? civilDateIn(now, timeZone);
  const from = read('from', civilDate) ?? addDays(to, -7 * (usualWeeks - 1));
  if (from > to) faults.from = 'This is after the last day';
  return { weeks: weeksFrom(from, to, mostWeeks), sku: read('sku', skuShape), faults };
};

/** The instants at which the weeks begin and end. */
export const periodOf = ({ weeks, sku }: Question, timeZone: string): Period => {
  const end = addDays(weeks.at(-1) ?? '', 7);
  return { bounds: [...weeks, end].map((on) => startOfDay(on, timeZone)), sku };
};
