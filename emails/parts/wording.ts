import { cut, flat } from './format.ts';
import type { LinePart, Lines, MailProps } from './props.ts';

/** One thing worth finding at a glance: a date, an amount, a tracking number. */
export type Detail = { label: string; value: string };

/** Something that we ask the customer to do, and the page that offers it. */
export type Ask = { label: string; href: string };

/** A name that a mail program would turn into a link is somebody's advertisement: it is left out. */
const looksLikeLink = /:\/\/|@|mailto:|[\p{L}\p{N}]\.[\p{L}\p{N}-]*\p{L}{2}/iu;

export const greeting = ({ customer, words: { say } }: MailProps): string => {
  const name = cut(customer.name ?? '', 80);
  return name === '' || looksLikeLink.test(name)
    ? say.letter.hello()
    : say.letter.helloName({ name });
};

export const aboutOrder = ({ order, words: { say, day } }: MailProps): string =>
  say.letter.about({ order: order.number, day: day(order.placedOn) });

/** The lines in a few words, for a subject: `Brass lamp and 2 more`. */
export const itemsOf = (lines: readonly LinePart[], { say }: MailProps['words']): string => {
  const [first, ...others] = lines;
  if (!first) return say.letter.noItems();
  return say.letter.items({ first: cut(first.title), more: others.length });
};

export const isFree = ({ order }: Pick<MailProps, 'order'>): boolean => order.paying === 'free';

/** Whether anything is still to come. */
export const isOpen = ({ units }: Pick<MailProps, 'units'>): boolean =>
  units.waiting + units.setAside > 0;

/** Whether what is still to come is the rest of something: the other units have shipped. */
export const isRest = ({ units }: Pick<MailProps, 'units'>): 'yes' | 'no' =>
  units.shipped > 0 ? 'yes' : 'no';

/** When the order ships, in a sentence that is true on the day of sending. */
export const dateSentence = (mail: MailProps): string => {
  const { order, promise, words } = mail;
  const { standing } = words.say;
  const what = { order: order.number, rest: isRest(mail) };
  if (!isOpen(mail)) return standing.over({ order: order.number });
  if (promise.is === 'none') return standing.undated(what);
  return standing[promise.is]({ ...what, day: words.day(promise.on) });
};

/** What is kept for the customer; empty once nothing is still to come. */
export const placeSentence = (mail: MailProps): string => {
  const { units, words } = mail;
  const { standing } = words.say;
  if (!isOpen(mail)) return '';
  if (units.setAside === 0) return standing.placeKept();
  return units.waiting === 0
    ? standing.allSetAside({ rest: isRest(mail) })
    : standing.partSetAside({ count: units.setAside });
};

/** What we will say of the date later. Empty on its day, and once nothing is still to come. */
export const dateOutlook = (mail: MailProps): string => {
  const { promise, words } = mail;
  const { standing } = words.say;
  if (!isOpen(mail) || promise.is === 'today') return '';
  if (promise.is === 'none') return standing.dateToCome();
  return promise.is === 'past' ? standing.dateLate() : standing.dateHolds();
};

/** The promised date, or plain words that there is none: never an empty place, never a guess. */
export const promiseDetail = ({ promise, words }: MailProps): Detail => {
  const { standing } = words.say;
  if (promise.is === 'none') return { label: standing.shipsBy(), value: standing.noDate() };
  const label = promise.is === 'past' ? standing.wasToShipBy() : standing.shipsBy();
  return { label, value: words.day(promise.on) };
};

/** Said wherever a customer may wonder whether they are bound; empty once they cannot cancel. */
export const cancelOffer = (mail: MailProps): string => {
  const { standing } = mail.words.say;
  if (!isOpen(mail)) return '';
  if (mail.units.shipped > 0)
    return isFree(mail) ? standing.cancelRestFree() : standing.cancelRest();
  return isFree(mail) ? standing.cancelOfferFree() : standing.cancelOffer();
};

/** What whoever unsubscribes still hears of: never of payment, where there is none. */
export const unsubscribeOffer = (mail: MailProps): string => {
  const { letter } = mail.words.say;
  return isFree(mail) ? letter.unsubscribeOfferFree() : letter.unsubscribeOffer();
};

/** Shipping, if there is any, and the total. An order that costs nothing has no sums. */
export const sumsOf = (mail: MailProps, { shipping, total }: Lines): Detail[] => {
  const { say, money } = mail.words;
  if (isFree(mail)) return [];
  return [
    ...(shipping ? [{ label: say.letter.shipping(), value: money(shipping) }] : []),
    {
      label: isWhole(mail) ? say.letter.total() : say.letter.totalLeft(),
      value: money(total),
    },
  ];
};

/** Whether all that was ordered is still to come. */
const isWhole = ({ units }: MailProps): boolean => units.shipped + units.cancelled === 0;

/** What stands above the lines that are still to come. */
export const orderTitle = (mail: MailProps): string => {
  const { say } = mail.words;
  const order = { order: mail.order.number };
  return isWhole(mail) ? say.letter.yourOrder(order) : say.letter.stillToCome(order);
};

/** One line each: `2 × Brass lamp (LAMP-BRASS), $258.00`. */
export const lineText = (
  { title, sku, quantity, amount }: LinePart & { amount: string | null },
  { say }: MailProps['words'],
): string => {
  const line = { title: flat(title), sku: flat(sku), count: quantity };
  return amount === null ? say.letter.line(line) : say.letter.pricedLine({ ...line, amount });
};
