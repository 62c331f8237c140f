import { day, money } from '../workflows/calendar/format.ts';
import { AskButton } from './parts/ask-button.tsx';
import { Details } from './parts/details.tsx';
import { example } from './parts/example.ts';
import { Layout } from './parts/layout.tsx';
import { detailsText, letter, linesText } from './parts/letter.ts';
import { LinesTable } from './parts/lines-table.tsx';
import { Paragraphs } from './parts/paragraphs.tsx';
import type { Props } from './payment-problem-words.ts';
import {
  actionOf,
  askOf,
  consequence,
  opening,
  rest,
  retryWords,
  wordingOf,
} from './payment-problem-words.ts';

export const subject = (props: Props) => `${wordingOf(props).subject} ${props.order.orderId}`;

export const PaymentProblem = (props: Props) => (
  <Layout
    mail={props}
    kind="payment-problem"
    title={subject(props)}
    preview={wordingOf(props).problem}
    heading={wordingOf(props).heading}
  >
    <Paragraphs texts={[opening(props), ...retryWords(props)]} />
    <Details details={details(props)} />
    <Paragraphs texts={[consequence(props), ...rest(props)]} />
    <AskButton mail={props} ask={askOf(props)} label={actionOf(props)} />
    <LinesTable {...lines(props)} />
  </Layout>
);

export const text = (props: Props) =>
  letter({
    mail: props,
    kind: 'payment-problem',
    ask: askOf(props),
    action: actionOf(props),
    body: [
      opening(props),
      ...retryWords(props),
      detailsText(details(props)),
      consequence(props),
      ...rest(props),
      linesText(lines(props)),
    ],
  });

const details = ({ stage, amount, payBy, placeUntil, customer: { locale } }: Props) => [
  { label: 'Amount to pay', value: money(amount, locale) },
  ...(payBy && stage === 'due'
    ? [{ label: 'Set aside for you until', value: day(payBy, locale) }]
    : []),
  ...(placeUntil && (stage === 'barred' || stage === 'last-call')
    ? [{ label: 'We keep your place in line until', value: day(placeUntil, locale) }]
    : []),
];

const lines = ({ order, customer }: Props) => ({
  title: `Your order ${order.orderId}`,
  lines: order.lines,
  locale: customer.locale,
});

export const PreviewProps = {
  ...example,
  stage: 'due',
  reason: 'declined',
  amount: { amount: 21600, currency: 'USD' },
  payBy: '2027-01-12',
  placeUntil: '2027-01-26',
  retryOn: '2027-01-11',
} satisfies Props;

export default Object.assign(PaymentProblem, { PreviewProps });
