import { dayAt, type OrderPage, reach } from '../parts/order-page.ts';

/** What the page says of a cancellation that the customer asked for, by heading and text. */
type KeptWords = { heading: string; texts: string[] };

/**
 * Words about a cancellation that we have received and not carried out yet, or could not carry out
 * because the items had left. Null when there is none to tell of.
 */
export const keptWords = (page: OrderPage): KeptWords | null => {
  const { word } = page;
  if (word === null) return null;
  if (word.outcome === 'already_shipped') return tooLate(page, dayAt(page, word.receivedAt));
  return word.outcome === null ? received(page, word) : null;
};

/** Whether the customer has said already that all that is left shall be canceled. */
export const isBeingCancelled = ({ word }: OrderPage): boolean =>
  word !== null && word.outcome === null && word.request.lines === null;

const received = (page: OrderPage, word: NonNullable<OrderPage['word']>): KeptWords => ({
  heading: 'We have received your cancellation',
  texts: [
    `You asked us on ${dayAt(page, word.receivedAt)} to cancel ${whatOf(page, word)}. That is the day that counts.`,
    'It is not carried out yet, which usually takes a minute. You do not need to do anything: this page will show when it is done.',
  ],
});

const whatOf = (page: OrderPage, { request }: NonNullable<OrderPage['word']>): string => {
  if (request.lines !== null) return 'a part of your order';
  return page.shipments.length > 0 ? 'everything that had not shipped' : 'your order';
};

const tooLate = (page: OrderPage, day: string): KeptWords => ({
  heading: 'We could not cancel what you asked',
  texts: [
    `You asked us on ${day} to cancel, but the items were already with the carrier.`,
    `If you do not want to keep them, please ${reach(page)}.`,
  ],
});
