import type { Until } from '../../../workflows/domain/backorder/law.ts';
import { isPicked } from '../../html/form-id.ts';
import type { OrderPage } from '../parts/order-page.ts';
import { answerSpan, dayIn } from './days.ts';
import type { OpenNotice } from './standing.ts';

/** Why a form answers nothing, in the words of the page that shows it again. */
export type Unclear = 'unanswered' | 'undecided' | 'badDay' | 'changed';

/** `until: null` leaves the date to the notice. `stay`: they look at it again later. */
export type Choice = { accept: true; until: Until | null } | { accept: false } | 'stay' | Unclear;

/** What a form may say to a notice: the first one may be answered with more than its own date. */
export const mayChoose = ({ kind }: OpenNotice): boolean => kind.startsWith('first_');

/**
 * What the customer chose. Only a plain yes ends the order, which no button says by itself. What is
 * agreed to is the date that they read: the form names its notice.
 */
export const choiceIn = (
  page: OrderPage,
  notice: OpenNotice | null,
  form: URLSearchParams,
): Choice => {
  if (isPicked(form, { name: 'choice', value: 'cancel' })) return cancelIn(form);
  if (!isPicked(form, { name: 'choice', value: 'keep' })) return 'unanswered';
  if (notice === null) return { accept: true, until: null };
  if (!isPicked(form, { name: 'notice', value: notice.sentAt })) return 'changed';
  return keepIn(page, notice, form);
};

const cancelIn = (form: URLSearchParams): Choice => {
  if (isPicked(form, { name: 'answer', value: 'no' })) return 'stay';
  return isPicked(form, { name: 'answer', value: 'yes' }) ? { accept: false } : 'undecided';
};

const keepIn = (page: OrderPage, notice: OpenNotice, form: URLSearchParams): Choice => {
  const { newOn } = notice;
  const own = { accept: true, until: newOn ?? 'open' } as const;
  if (isPicked(form, { name: 'until', value: 'notice' })) return own;
  if (!mayChoose(notice)) return 'unanswered';
  if (isPicked(form, { name: 'until', value: 'open' })) return { accept: true, until: 'open' };
  if (!isPicked(form, { name: 'until', value: 'day' })) return 'unanswered';
  const until = dayIn(form, 'day', answerSpan(page, newOn));
  return until === null ? 'badDay' : { accept: true, until };
};
