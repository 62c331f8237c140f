import { day, money } from '../workflows/calendar/format.ts';
import type { Money } from '../workflows/domain/money.ts';
import type { CivilDate } from '../workflows/domain/time.ts';
import { Details } from './components/details.tsx';
import { Layout } from './components/layout.tsx';
import { LinesTable } from './components/lines-table.tsx';
import { OrderButton } from './components/order-button.tsx';
import { Paragraphs } from './components/paragraphs.tsx';
import { example } from './example.ts';
import { detailsText, letter, linesText } from './letter.ts';
import type { MailProps } from './props.ts';

/**
 * `reason` is all a customer is told: why a bank or a rule said no stays with us.
 * `payBy`: the day until which the units are kept for this order.
 */
export type Props = MailProps & {
  reason: 'declined' | 'authentication' | 'expired';
  amount: Money;
  payBy: { on: CivilDate } | null;
};

export const subject = ({ order, reason }: Props) => `${wording[reason].subject} ${order.orderId}`;

export const PaymentProblem = (props: Props) => (
  <Layout
    mail={props}
    kind="payment-problem"
    title={subject(props)}
    preview={wording[props.reason].problem}
    heading={wording[props.reason].heading}
  >
    <Paragraphs texts={problem(props)} />
    <Details details={details(props)} />
    <Paragraphs texts={[kept(props)]} />
    <OrderButton mail={props} label={action} />
    <LinesTable {...lines(props)} />
  </Layout>
);

export const text = (props: Props) =>
  letter({
    mail: props,
    kind: 'payment-problem',
    action: action,
    body: [...problem(props), detailsText(details(props)), kept(props), linesText(lines(props))],
  });

const action = 'See or cancel your order';

const wording = {
  declined: {
    subject: 'Your payment did not go through: order',
    heading: 'Your payment did not go through',
    problem: 'Your bank did not approve the payment.',
  },
  authentication: {
    subject: 'Your payment could not be completed: order',
    heading: 'Your payment could not be completed',
    problem:
      'Your bank asks you to confirm the payment yourself, and we cannot take that online. It was not declined.',
  },
  expired: {
    subject: 'Your card has expired: order',
    heading: 'Your card has expired',
    problem: 'The card you gave us has expired, so the payment could not go through.',
  },
} satisfies Record<Props['reason'], Record<string, string>>;

const problem = (props: Props) => [
  `Items of your order ${props.order.orderId} are here and ready for you. ${wording[props.reason].problem} This amount has not been charged.`,
  ask(props),
];

const ask = ({ shop: { supportEmail } }: Props) => {
  const reach = supportEmail ? `write to us at ${supportEmail}` : 'get in touch with us';
  return `To pay another way, please ${reach}. If you would rather not wait, you can cancel on your order page, free of charge.`;
};

const details = ({ amount, payBy, customer: { locale } }: Props) => [
  { label: 'To pay', value: money(amount, locale) },
  ...(payBy ? [{ label: 'Kept for you until', value: day(payBy.on, locale) }] : []),
];

const kept = ({ payBy }: Props) =>
  payBy
    ? 'After that day your items may go to the next customer in line.'
    : 'As soon as the payment is ready, your order can ship.';

const lines = ({ order, customer }: Props) => ({
  title: `Your order ${order.orderId}`,
  lines: order.lines,
  locale: customer.locale,
});

export const PreviewProps = {
  ...example,
  reason: 'declined',
  amount: { amount: 21600, currency: 'USD' },
  payBy: { on: '2027-01-12' },
} satisfies Props;

export default Object.assign(PaymentProblem, { PreviewProps });
