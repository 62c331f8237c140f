import { day, money } from '../workflows/calendar/format.ts';
import type { CardWants } from '../workflows/domain/backorder/mail.ts';
import type { Money } from '../workflows/domain/money.ts';
import type { CivilDate } from '../workflows/domain/time.ts';
import { AskButton } from './parts/ask-button.tsx';
import { Details } from './parts/details.tsx';
import { example } from './parts/example.ts';
import { Layout } from './parts/layout.tsx';
import { detailsText, letter, orderText } from './parts/letter.ts';
import { OrderTable } from './parts/order-table.tsx';
import { Paragraphs } from './parts/paragraphs.tsx';
import type { MailProps } from './parts/props.ts';
import { promiseDetail } from './parts/wording.ts';

export type Props = MailProps & {
  /** What is missing still. */
  wants: CardWants;
  isReminder: boolean;
  /** The last day on which it can come. */
  until: CivilDate;
  /** The most that the customer is asked to agree to. */
  maximum: Money;
};

export const subject = ({ order, isReminder, wants }: Props) =>
  `${isReminder ? 'Reminder: ' : ''}${needed[wants]} for your order ${order.orderId}`;

export const CardWanted = (props: Props) => (
  <Layout
    mail={props}
    kind="card-wanted"
    title={subject(props)}
    preview={status(props)}
    heading={needed[props.wants]}
  >
    <Paragraphs texts={[status(props), promiseOfUs(props)]} />
    <Details details={details(props)} />
    <AskButton mail={props} ask={askOf(props)} label={action} />
    <Paragraphs texts={[otherwise(props)]} />
    <OrderTable mail={props} />
  </Layout>
);

export const text = (props: Props) =>
  letter({
    mail: props,
    kind: 'card-wanted',
    ask: askOf(props),
    action,
    body: [
      status(props),
      promiseOfUs(props),
      detailsText(details(props)),
      otherwise(props),
      orderText(props),
    ],
  });

const action = 'View your order';

const needed: Record<CardWants, string> = {
  both: 'We need your card',
  card: 'We need your card',
  consent: 'We need your agreement',
};

const wanted: Record<CardWants, string> = {
  both: 'your card, and your agreement to what it will be charged',
  card: 'your card',
  consent: 'your agreement to what your card will be charged',
};

const status = ({ order, wants, until, customer }: Props) =>
  `To go ahead with your order ${order.orderId}, we need ${wanted[wants]}. Please give it to us by ${day(until, customer.locale)}. We are keeping your place in line until then.`;

const promiseOfUs = ({ maximum, customer }: Props) =>
  `Nothing will be charged now. We will charge your card only when your order ships, and never more than ${money(maximum, customer.locale)} in total.`;

const otherwise = ({ until, customer }: Props) =>
  `If we do not have it after ${day(until, customer.locale)}, we will cancel your order, and nothing will be charged.`;

const details = (props: Props) => [
  promiseDetail(props),
  { label: 'Needed by', value: day(props.until, props.customer.locale) },
];

const askOf = ({ links, wants }: Props) => ({
  label: wants === 'consent' ? 'Read and agree' : 'Give us your card',
  href: links.card,
});

export const PreviewProps = {
  ...example,
  wants: 'both',
  isReminder: false,
  until: '2026-11-29',
  maximum: { amount: 21600, currency: 'USD' },
} satisfies Props;

export default Object.assign(CardWanted, { PreviewProps });
