import type { CardWants } from '../workflows/domain/backorder/mail.ts';
import type { Money } from '../workflows/domain/money.ts';
import type { CivilDate } from '../workflows/domain/time.ts';
import type { InRoom } from './parts/block.ts';
import { action, pageAsk, viewOrder } from './parts/blocks/action.tsx';
import { details } from './parts/blocks/details.tsx';
import { order } from './parts/blocks/lines.tsx';
import { paragraphs } from './parts/blocks/paragraphs.tsx';
import { example } from './parts/example.ts';
import type { MailProps } from './parts/props.ts';
import { Sheet, sheetText, type Written } from './parts/sheet.tsx';
import { type Detail, dateSentence, isOpen, promiseDetail } from './parts/wording.ts';

export type Props = MailProps & {
  /** What is missing still. */
  wants: CardWants;
  isReminder: boolean;
  /** The last day on which it can come. */
  until: CivilDate;
  /** The most that the customer is asked to agree to. */
  maximum: Money;
};

export const subject = (props: Props): string => {
  const { order, isReminder, wants, words } = props;
  const { cardWanted, countdown } = words.say;
  if (!isOpen(props)) return countdown.subjectOver({ order: order.number });
  return cardWanted.subject({ order: order.number, wants, reminder: isReminder ? 'yes' : 'no' });
};

export const CardWanted = (props: InRoom<Props>) => <Sheet mail={props} written={written(props)} />;

export const text = (props: Props): string => sheetText(props, written(props));

const written = (props: Props): Written => {
  const { wants, words } = props;
  if (!isOpen(props)) return over(props);
  return {
    kind: 'card-wanted',
    subject: subject(props),
    preview: status(props),
    heading: words.say.cardWanted.heading({ wants }),
    blocks: [
      paragraphs([status(props), place(props)], [promiseOfUs(props)]),
      details(props, shown(props)),
      action(props, askOf(props), pageAsk(props)),
      paragraphs([otherwise(props)]),
      order(props),
    ],
  };
};

/** It was cancelled while this mail was on its way out, so that nothing is wanted any more. */
const over = (props: Props): Written => ({
  kind: 'card-wanted',
  subject: subject(props),
  preview: dateSentence(props),
  heading: props.words.say.countdown.headingOver(),
  blocks: [paragraphs([dateSentence(props)]), viewOrder(props)],
});

const status = ({ order, wants, until, words }: Props): string =>
  words.say.cardWanted[wants]({ order: order.number, day: words.day(until) });

const place = ({ units, words }: Props): string =>
  units.waiting > 0 ? words.say.cardWanted.placeKept() : '';

const promiseOfUs = ({ maximum, words }: Props): string =>
  words.say.cardWanted.promise({ maximum: words.money(maximum) });

const otherwise = ({ until, words }: Props): string =>
  words.say.cardWanted.otherwise({ day: words.day(until) });

const shown = (props: Props): Detail[] => [
  { label: props.words.say.cardWanted.neededBy(), value: props.words.day(props.until) },
  promiseDetail(props),
];

const askOf = ({ links, wants, words }: Props) => ({
  label: wants === 'consent' ? words.say.cardWanted.agree() : words.say.cardWanted.give(),
  href: links.card,
});

export const PreviewProps = {
  ...example,
  order: { ...example.order, paying: 'asked' },
  wants: 'both',
  isReminder: false,
  until: '2026-11-29',
  maximum: { amount: 21600, currency: 'USD' },
} satisfies Props;

export default Object.assign(CardWanted, { PreviewProps });
