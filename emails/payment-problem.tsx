import { day, money } from '../workflows/calendar/format.ts';
import type { Money } from '../workflows/domain/money.ts';
import type { CivilDate } from '../workflows/domain/time.ts';
import { AskButton } from './parts/ask-button.tsx';
import { Details } from './parts/details.tsx';
import { example } from './parts/example.ts';
import { Layout } from './parts/layout.tsx';
import { detailsText, letter, linesText } from './parts/letter.ts';
import { LinesTable } from './parts/lines-table.tsx';
import { Paragraphs } from './parts/paragraphs.tsx';
import type { MailProps } from './parts/props.ts';
import {
  actionOf,
  askOf,
  consequence,
  opening,
  rest,
  retryWords,
  wordingOf,
} from './payment-problem-words.ts';

/**
 * `reason` is all a customer is told: why a bank or a rule said no stays with us. `payBy`: the last
 * day on which the units are kept, `placeUntil`: on which the place in line is; neither for what has
 * `shipped`. `retryOn`: the day on which we try the same card again.
 */
export type Props = MailProps & {
  stage: 'due' | 'passed-over' | 'last-call' | 'shipped';
  reason: 'declined' | 'authentication' | 'expired' | 'removed';
  amount: Money;
  payBy: CivilDate | null;
  placeUntil: CivilDate | null;
  retryOn: CivilDate | null;
};

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
  { label: 'To pay', value: money(amount, locale) },
  ...(payBy && stage === 'due' ? [{ label: 'Kept for you until', value: day(payBy, locale) }] : []),
  ...(placeUntil && (stage === 'passed-over' || stage === 'last-call')
    ? [{ label: 'Your place in line is kept until', value: day(placeUntil, locale) }]
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
