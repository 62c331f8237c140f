import { day } from '../../workflows/calendar/format.ts';
import type { Money } from '../../workflows/domain/money.ts';
import { cut } from './format.ts';
import type { MailProps } from './props.ts';

/** One thing worth finding at a glance: a date, an amount, a tracking number. */
export type Detail = { label: string; value: string };

/** A sum below an order's lines. */
export type Sum = { label: string; amount: Money };

/** Something that we ask the customer to do, and the page that offers it. */
export type Ask = { label: string; href: string };

/** A name that a mail program would turn into a link is somebody's advertisement: it is left out. */
const looksLikeLink = /:\/\/|@|mailto:|[\p{L}\p{N}]\.[\p{L}\p{N}-]*\p{L}{2}/iu;

export const greeting = ({ customer }: MailProps): string => {
  const name = cut(customer.name ?? '', 80);
  return name === '' || looksLikeLink.test(name) ? 'Hello,' : `Hello ${name},`;
};

/** The promised date, or plain words that there is none: never an empty place, never a guess. */
export const promiseDetail = ({ promise, customer }: MailProps): Detail => ({
  label: 'Ships by',
  value: promise ? day(promise.on, customer.locale) : 'No date yet',
});

/** Shipping, if there is any, and the total. */
export const sumsOf = ({ shipping, total }: MailProps['order']): Sum[] => [
  ...(shipping ? [{ label: 'Shipping', amount: shipping }] : []),
  { label: 'Total', amount: total },
];

export const aboutOrder = ({ order, customer }: MailProps): string =>
  `This email is about your order ${order.orderId}, placed on ${day(order.placedOn, customer.locale)}.`;

/** Says which mails stay, because nobody can decline what they need to know about their order. */
export const unsubscribeOffer =
  'You can unsubscribe from these updates. We will still email you about payment, shipping, and any changes to your order.';

/** Whether the order costs nothing, so that no mail about it speaks of a card or a charge. */
export const isFree = ({ order }: Pick<MailProps, 'order'>): boolean => order.total.amount === 0;

/** Said wherever a customer may wonder whether they are bound. */
export const cancelOffer = (mail: MailProps): string =>
  `You can cancel on your order page at any time before your order ships${isFree(mail) ? '' : ', free of charge'}.`;

/** Said when a payment took money that does not count for the order. We claim nothing about it. */
export const unmatchedPayment =
  'We could not match a payment to your order. We will contact you about it.';
