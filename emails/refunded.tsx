import { day, money } from '../workflows/calendar/format.ts';
import type { Money } from '../workflows/domain/money.ts';
import type { CivilDate } from '../workflows/domain/time.ts';
import { Details } from './components/details.tsx';
import { Layout } from './components/layout.tsx';
import { OrderButton } from './components/order-button.tsx';
import { Paragraphs } from './components/paragraphs.tsx';
import { example } from './example.ts';
import { detailsText, letter } from './letter.ts';
import type { MailProps } from './props.ts';

/**
 * `refundedOn`: the day the money was sent, which is what the law asks for, not its arrival.
 * `partial`: something of the order is still to ship.
 */
export type Props = MailProps & { amount: Money; refundedOn: CivilDate; partial: boolean };

export const subject = ({ amount, order, customer }: Props) =>
  `We sent ${money(amount, customer.locale)} back for your order ${order.orderId}`;

export const Refunded = (props: Props) => (
  <Layout
    mail={props}
    kind="refunded"
    title={subject(props)}
    preview={status(props)}
    heading="Your money is on its way back"
  >
    <Paragraphs texts={[status(props)]} />
    <Details details={details(props)} />
    <Paragraphs texts={[arrival, ...rest(props)]} />
    <OrderButton mail={props} label={action} />
  </Layout>
);

export const text = (props: Props) =>
  letter({
    mail: props,
    kind: 'refunded',
    action,
    body: [status(props), detailsText(details(props)), arrival, ...rest(props)],
  });

const action = 'See your order';

const arrival = 'Your bank may need a few days to show it. There is nothing you need to do.';

const rest = ({ partial }: Props) =>
  partial ? ['Nothing changes for the rest of your order: it goes on when it ships.'] : [];

const status = ({ order, partial }: Props) =>
  `We sent ${partial ? 'a part of your money' : 'your money'} for order ${order.orderId} back to the payment method you paid with.`;

const details = ({ amount, refundedOn, customer: { locale } }: Props) => [
  { label: 'Amount', value: money(amount, locale) },
  { label: 'Sent on', value: day(refundedOn, locale) },
  { label: 'To', value: 'The payment method you paid with' },
];

export const PreviewProps = {
  ...example,
  amount: { amount: 21600, currency: 'USD' },
  refundedOn: '2026-12-02',
  partial: false,
} satisfies Props;

export default Object.assign(Refunded, { PreviewProps });
