import { dayAt, type OrderPage, reachOf } from '../parts/order-page.ts';

/** What the page says of a cancellation that the customer asked for, by heading and text. */
type KeptWords = { heading: string; texts: string[] };

/** What a word cancels; null for all that is left. */
const linesOf = ({ request }: NonNullable<OrderPage['word']>) =>
  request.type === 'CancelBackorder' ? request.lines : null;

/**
 * Words about a cancellation that we have received and not carried out yet, or could not carry out
 * because the items had left. Null when there is none to tell of.
 */
export const keptWords = (page: OrderPage): KeptWords | null => {
  const { word } = page;
  if (word === null || word.request.type !== 'CancelBackorder') return null;
  if (word.outcome === 'already_shipped') return tooLate(page, dayAt(page, word.receivedAt));
  return word.outcome === null ? received(page, word) : null;
};

/** Whether the customer has said already that all that is left shall be canceled. */
export const isBeingCancelled = ({ word }: OrderPage): boolean =>
  word !== null &&
  word.outcome === null &&
  word.request.type === 'CancelBackorder' &&
  word.request.lines === null;

const received = (page: OrderPage, word: NonNullable<OrderPage['word']>): KeptWords => {
  const say = page.words.say.keptPage;
  return { heading: say.received(), texts: [askedFor(page, word), say.notYet()] };
};

const askedFor = (page: OrderPage, word: NonNullable<OrderPage['word']>): string => {
  const say = page.words.say.keptPage;
  const day = dayAt(page, word.receivedAt);
  if (linesOf(word) !== null) return say.askedPart({ day });
  return page.shipments.length > 0 ? say.askedRest({ day }) : say.askedAll({ day });
};

const tooLate = (page: OrderPage, day: string): KeptWords => {
  const say = page.words.say.keptPage;
  return {
    heading: say.tooLate(),
    texts: [say.tooLateWhy({ day }), say.tooLateHelp(reachOf(page))],
  };
};
