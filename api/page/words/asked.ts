import type { CardWants } from '../../../workflows/domain/backorder/mail.ts';
import type { Instant } from '../../../workflows/domain/time.ts';
import { amountIn, lastDayOf, type OrderPage } from '../parts/order-page.ts';

/** What is still to come, and until when. Nobody knows the end before the workflow runs. */
type Asked = { wants: CardWants; endsAt: Instant | null };

/** Card and consent that we ask the customer for; null when both are here, or none is needed. */
export const askedOf = ({ order: { view, askDays } }: OrderPage): Asked | null => {
  if (view !== null) return view.payment.asked ?? null;
  return (askDays ?? null) === null ? null : { wants: 'both', endsAt: null };
};

/** What we need, and what follows without it; empty when nothing is asked for. */
export const askedWords = (page: OrderPage): string[] => {
  const asked = askedOf(page);
  if (asked === null) return [];
  return [
    `To go ahead with your order, we need ${needed[asked.wants]}. Nothing will be charged now.`,
    ...(asked.endsAt === null
      ? []
      : [
          `If we do not have it after ${lastDayOf(page, asked.endsAt)}, we will cancel your order, and nothing will be charged.`,
        ]),
  ];
};

const needed: Record<CardWants, string> = {
  both: 'your card, and your agreement to what it will be charged',
  card: 'your card',
  consent: 'your agreement to what your card will be charged',
};

export const awaited: Record<CardWants, string> = {
  both: 'your card and your agreement',
  card: 'your card',
  consent: 'your agreement',
};

/** The button that leads to it. */
export const askedLabel = (wants: CardWants): string =>
  wants === 'consent' ? 'Read and agree' : 'Give us your card';

/** The most that the customer is asked to agree to. */
export const mostAsked = (page: OrderPage): string =>
  page.maximum === null ? '' : `never more than ${amountIn(page, page.maximum)} in total`;
