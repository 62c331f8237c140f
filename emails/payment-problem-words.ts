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
  subject: 'Please settle what has shipped: order',
  heading: 'Your items have shipped without their payment',
};

const due: Record<Props['reason'], Wording> = {
  declined: {
    subject: 'Your payment did not go through: order',
    heading: 'Your payment did not go through',
    problem: 'Your bank did not approve the payment.',
  },
  authentication: {
    subject: 'Please confirm your payment: order',
    heading: 'Please confirm your payment',
    problem: 'Your bank asks you to confirm the payment yourself. It was not declined.',
  },
  expired: {
    subject: 'Your card has expired: order',
    heading: 'Your card has expired',
    problem: 'The card you gave us has expired, so the payment could not go through.',
  },
  removed: {
    subject: 'We need another card: order',
    heading: 'We need another card',
    problem: 'The card you gave us is no longer available to us, so it cannot be charged.',
  },
};

const late: Record<Exclude<Props['stage'], 'due' | 'shipped'>, Wording> = {
  barred: {
    subject: 'Your items went to the next customer: order',
    heading: 'The time for the payment is over',
    problem: 'The payment was not ready in time, so your items went to the next customer in line.',
  },
  'last-call': {
    subject: 'A few days are left to pay: order',
    heading: 'A few days are left',
    problem: 'We still have no payment for your order, and will not keep it for much longer.',
  },
};

export const opening = (props: Props): string => {
  return `${subjectMatter(props)} ${wordingOf(props).problem} This amount has not been charged.`;
};

const subjectMatter = ({ stage, payBy, order: { orderId } }: Props): string => {
  if (stage === 'shipped') {
    return `Items of your order ${orderId} have shipped: they are on their way, or with you already.`;
  }
  return stage === 'due' && payBy
    ? `Items of your order ${orderId} are here and set aside for you.`
    : `This is about the payment for your order ${orderId}.`;
};

/** That nothing needs to be done if the money is there by then; nothing without such a day. */
export const retryWords = ({ retryOn, customer }: Props): string[] =>
  retryOn
    ? [
        `We try the same card again on ${day(retryOn, customer.locale)}. If the money is there by then, there is nothing you need to do.`,
      ]
    : [];

/** What follows if nothing happens. */
export const consequence = ({ stage, reason, payBy, placeUntil, customer }: Props): string => {
  if (stage === 'shipped') {
    return reason === 'authentication'
      ? 'As soon as you have confirmed it, this amount is charged.'
      : 'As soon as you give us another card, this amount is charged to it.';
  }
  const end = placeUntil ? ` ${placeWords(day(placeUntil, customer.locale))}` : '';
  if (stage !== 'due') {
    return `Your order has its place in line, and gets items again once you give us another card.${end}`;
  }
  if (payBy) {
    return `After that day your items go to the next customer in line, and your order keeps its place.${end}`;
  }
  return `As soon as the payment is ready, your order can ship.${end}`;
};

const placeWords = (day: string): string =>
  `If there is still no payment after ${day}, we cancel the order, free of charge.`;

/** What has left is the customer's: only what waits can be cancelled on their page. */
export const rest = ({ stage }: Props): string[] =>
  stage === 'shipped'
    ? []
    : ['If you would rather not wait, you can cancel on your order page, free of charge.'];

export const actionOf = ({ stage }: Props): string =>
  stage === 'shipped' ? 'See your order' : 'See or cancel your order';

/** Once the time for it is over, there is no payment left to confirm: a card is what helps. */
export const askOf = ({ stage, reason, links }: Props): Ask =>
  (stage === 'due' || stage === 'shipped') && reason === 'authentication'
    ? { label: 'Confirm your payment', href: links.pay }
    : { label: 'Give another card', href: links.card };

/**
 * `reason` is all a customer is told: why a bank or a rule said no stays with us. `payBy`: the last
 * day on which the units are kept, `placeUntil`: on which the place in line is; neither for what has
 * `shipped`. `retryOn`: the day on which we try the same card again.
 */
export type Props = MailProps & {
  stage: 'due' | 'barred' | 'last-call' | 'shipped';
  reason: ProblemReason;
  amount: Money;
  payBy: CivilDate | null;
  placeUntil: CivilDate | null;
  retryOn: CivilDate | null;
};
