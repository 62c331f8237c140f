import type { Part } from '../../workflows/domain/backorder/snapshot.ts';
import { isPicked } from '../html/form-id.ts';
import type { OrderPage } from './parts/order-page.ts';

/** Why a form cancels nothing, in the words of the page that shows it again. */
export type Unclear = 'unanswered' | 'noneChosen' | 'tooManyChosen';

/** What the form asks for. `lines: null`: everything that has not shipped. */
export type Choice = { cancel: Part[] | null } | 'keep' | Unclear;

/** A line of which something can still be cancelled. */
export type OpenLine = { lineId: string; quantity: number };

export const openLines = ({ order }: OrderPage): OpenLine[] =>
  order.lines
    .map(({ lineId, waiting, allocated }) => ({ lineId, quantity: waiting + allocated }))
    .filter(({ quantity }) => quantity > 0);

/** Whether the form is the one that names items. */
export const isForItems = (form: URLSearchParams): boolean => form.get('part') === 'items';

/** The field of a line, in which the customer writes how many of it shall not come. */
export const fieldOf = ({ lineId }: { lineId: string }): string => `quantity-${lineId}`;

/**
 * What the customer chose. Only a plain yes cancels anything, which no button says by itself, and
 * then at most what has not shipped as far as the page knows.
 */
export const choiceIn = (page: OrderPage, form: URLSearchParams): Choice => {
  if (isPicked(form, { name: 'answer', value: 'no' })) return 'keep';
  if (!isPicked(form, { name: 'answer', value: 'yes' })) return 'unanswered';
  return isForItems(form) ? itemsIn(page, form) : { cancel: null };
};

const itemsIn = (page: OrderPage, form: URLSearchParams): Choice => {
  const chosen = openLines(page).map((line) => ({ line, wanted: wantedIn(form, line) }));
  if (chosen.some(({ line, wanted }) => !(wanted >= 0 && wanted <= line.quantity))) {
    return 'tooManyChosen';
  }
  const cancel = chosen
    .filter(({ wanted }) => wanted > 0)
    .map(({ line: { lineId }, wanted: quantity }) => ({ lineId, quantity }));
  return cancel.length === 0 ? 'noneChosen' : { cancel };
};

/** Nothing written is none; what is no whole number is no number that can be cancelled. */
const wantedIn = (form: URLSearchParams, line: OpenLine): number => {
  const given = form.get(fieldOf(line))?.trim() ?? '';
  if (given === '') return 0;
  return /^\d{1,6}$/.test(given) ? Number(given) : Number.NaN;
};
