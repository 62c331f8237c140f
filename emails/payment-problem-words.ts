import { day } from '../workflows/calendar/format.ts';
import type { ProblemReason } from '../workflows/domain/backorder/card.ts';
import type { Money } from '../workflows/domain/money.ts';
import type { CivilDate } from '../workflows/domain/time.ts';
import type { MailProps } from './parts/props.ts';
import type { Ask } from './parts/wording.ts';

type Wording = { subject: string; heading: string; problem: string };

/** What has happened, in a subject, a heading and a sentence. */
export const wordingOf = ({ stage, reason }: Props): Wording => {
  if (stage === 'due') return due[reason];
  return stage === 'shipped' ? { ...shipped, problem: due[reason].problem } : late[stage];
};

const shipped = {
  subject: 'Payment needed for shipped items from order',
  heading: 'Payment needed for items already shipped',
};

const due: Record<Props['reason'], Wording> = {
  declined: {
    subject: 'Payment declined for order',
    heading: 'Your payment did not go through',
    problem: 'Your card was declined.',
  },
  authentication: {
    subject: 'Please confirm your payment for order',
    heading: 'Please confirm your payment',
    problem: 'Your bank needs you to confirm the payment. It was not declined.',
  },
  expired: {
    subject: 'Your card has expired: new card needed for order',
    heading: 'Your card has expired',
    problem: 'The card you gave us has expired, so the payment could not go through.',
  },
  removed: {
    subject: 'We need a different card for order',
    heading: 'We need a different card',
    problem: 'The card you gave us is no longer available, so we cannot charge it.',
  },
};

const late: Record<Exclude<Props['stage'], 'due' | 'shipped'>, Wording> = {
  barred: {
    subject: 'Your items are no longer set aside for order',
    heading: 'Your items are no longer set aside',
    problem:
      'We did not have your payment in time, so your items went to the next customer in line.',
  },
  'last-call': {
    subject: 'A few days left to pay for order',
    heading: 'A few days left to pay',
    problem: 'We still do not have your payment, and we cannot keep your order open much longer.',
  },
};

export const opening = (props: Props): string => {
  return `${subjectMatter(props)} ${wordingOf(props).problem} The amount below has not been charged.`;
};

const subjectMatter = ({ stage, payBy, order: { orderId } }: Props): string => {
  if (stage === 'shipped') {
    return `Items from your order ${orderId} have shipped: they are on their way, or already with you.`;
  }
  return stage === 'due' && payBy
    ? `Items from your order ${orderId} are in stock and set aside for you.`
    : `This is about the payment for your order ${orderId}.`;
};

/** When we try the card again, and that nothing needs doing if it pays. Empty if we do not. */
export const retryWords = ({ retryOn, customer }: Props): string[] =>
  retryOn
    ? [
        `We will try the same card again on ${day(retryOn, customer.locale)}. If the payment goes through, there is nothing you need to do.`,
      ]
    : [];

/** What follows if nothing happens. */
export const consequence = ({ stage, reason, payBy, placeUntil, customer }: Props): string => {
  if (stage === 'shipped') {
    return reason === 'authentication'
      ? 'As soon as you confirm it, this amount will be charged.'
      : 'As soon as you give us a different card, this amount will be charged to it.';
  }
  const end = placeUntil ? ` ${placeWords(day(placeUntil, customer.locale))}` : '';
  if (stage !== 'due') {
    return `Your order keeps its place in line and can get items again once you give us a different card.${end}`;
  }
  if (payBy) {
    return `After that day, your items go to the next customer in line, but your order keeps its place.${end}`;
  }
  return `Your order can ship only after the payment is approved.${end}`;
};

const placeWords = (day: string): string =>
  `If we still do not have your payment after ${day}, we will cancel the order, free of charge.`;

/** Goods that left are the customer's: on their page they can cancel only what waits. */
export const rest = ({ stage }: Props): string[] =>
  stage === 'shipped'
    ? []
    : ['If you would rather not wait, you can cancel on your order page, free of charge.'];

export const actionOf = ({ stage }: Props): string =>
  stage === 'shipped' ? 'View your order' : 'View or cancel your order';

/** Once the time to confirm is over, no payment is left to confirm, so we ask for another card. */
export const askOf = ({ stage, reason, links }: Props): Ask =>
  (stage === 'due' || stage === 'shipped') && reason === 'authentication'
    ? { label: 'Confirm your payment', href: links.pay }
    : { label: 'Use a different card', href: links.card };

export type Props = MailProps & {
  stage: 'due' | 'barred' | 'last-call' | 'shipped';
  reason: ProblemReason;
  amount: Money;
  /** The last day on which we keep the units; null for what has `shipped`. */
  payBy: CivilDate | null;
  /** The last day on which we keep the place in line; null for what has `shipped`. */
  placeUntil: CivilDate | null;
  /** The day on which we try the same card again. */
  retryOn: CivilDate | null;
};
