import type { Money } from '../workflows/domain/money.ts';
import type { InRoom } from './parts/block.ts';
import { action, pageAsk } from './parts/blocks/action.tsx';
import { also, type Other } from './parts/blocks/also.tsx';
import { hero } from './parts/blocks/hero.tsx';
import { order } from './parts/blocks/lines.tsx';
import { paragraphs } from './parts/blocks/paragraphs.tsx';
import { promise } from './parts/blocks/promise.tsx';
import { declinable } from './parts/example.ts';
import { webUrl } from './parts/format.ts';
import type { MailProps } from './parts/props.ts';
import { Sheet, sheetText, type Written } from './parts/sheet.tsx';
import { dateOutlook, dateSentence, isOpen, itemsOf, placeSentence } from './parts/wording.ts';

/**
 * `maximum`: the most that may be charged. `also`: other orders of the same address that this mail
 * counts down for too.
 */
export type Props = MailProps & { maximum: Money; also: readonly Other[] };

export const subject = (props: Props): string => {
  const { order, promise, left, words } = props;
  const { countdown } = words.say;
  const items = itemsOf(left.lines, words);
  if (!isOpen(props)) return countdown.subjectOver({ order: order.number });
  if (promise.is === 'none') return countdown.subjectUndated({ items });
  if (promise.is === 'past') return countdown.subjectLate({ items });
  return countdown.subject({ toGo: countdown.toGo({ days: promise.days }), items });
};

export const Countdown = (props: InRoom<Props>) => <Sheet mail={props} written={written(props)} />;

export const text = (props: Props): string => sheetText(props, written(props));

const written = (props: Props): Written => ({
  kind: 'countdown',
  subject: subject(props),
  preview: dateSentence(props),
  heading: heading(props),
  hero: hero(props, props.left.lines),
  blocks: [
    paragraphs([dateSentence(props), daysLeft(props), placeSentence(props)]),
    promise(props),
    isOpen(props)
      ? paragraphs([next(props), dateOutlook(props)], [lastCard(props)], [address(props)])
      : null,
    action(props, pageAsk(props), cardAsk(props)),
    also(props, props.also),
    order(props),
  ],
});

const heading = (props: Props): string => {
  const { promise, words } = props;
  const { countdown } = words.say;
  if (!isOpen(props)) return countdown.headingOver();
  if (promise.is === 'none') return countdown.headingUndated();
  return promise.is === 'past' ? countdown.headingLate() : countdown.toGo({ days: promise.days });
};

/** Said in words too, for those who read no headline. */
const daysLeft = (props: Props): string => {
  const { promise, words } = props;
  if (promise.is !== 'ahead' || !isOpen(props)) return '';
  return words.say.countdown.inDays({ days: promise.days });
};

/** What happens when the wait is over. */
const next = ({ order, maximum, words }: Props): string => {
  const { countdown } = words.say;
  switch (order.paying) {
    case 'card':
      return countdown.thenCard({ maximum: words.money(maximum) });
    case 'asked':
      return countdown.thenAsked();
    case 'paid':
      return countdown.thenPaid();
    case 'free':
      return countdown.thenFree();
  }
};

/** Once units are set aside their payment has begun, and another card would come too late. */
const mayChangeCard = ({ order, units }: Props): boolean =>
  order.paying === 'card' && units.waiting > 0;

const lastCard = (props: Props): string =>
  mayChangeCard(props) ? props.words.say.countdown.lastCard() : '';

const cardAsk = (props: Props) =>
  mayChangeCard(props)
    ? { label: props.words.say.countdown.changeCard(), href: props.links.card }
    : null;

/** Where the shop hears of a new delivery address: that is not ours to change. */
const address = ({ shop, words }: Props): string => {
  const contact = shop.supportEmail ?? webUrl(shop.url);
  return contact === null ? '' : words.say.countdown.address({ contact });
};

export const PreviewProps = {
  ...declinable,
  promise: { is: 'ahead', on: '2027-01-15', days: 7 },
  wait: { day: 46, days: 53 },
  maximum: { amount: 21600, currency: 'USD' },
  also: [],
} satisfies Props;

export default Object.assign(Countdown, { PreviewProps });
