import { day, money } from '../workflows/calendar/format.ts';
import type { Money } from '../workflows/domain/money.ts';
import type { CivilDate } from '../workflows/domain/time.ts';
import { Details } from './parts/details.tsx';
import { example } from './parts/example.ts';
import { Layout } from './parts/layout.tsx';
import { detailsText, letter } from './parts/letter.ts';
import { OrderButton } from './parts/order-button.tsx';
import { Paragraphs } from './parts/paragraphs.tsx';
import type { MailProps } from './parts/props.ts';

/**
 * `refundedOn`: the day the money was sent, which is what the law asks for, not its arrival.
 * `share`: of all that was paid so far; `rest` when what was left of it goes back. `isOpen`: something
 * of the order is still to ship. `isByBank`: the customer's own bank gave it back.
 */
export type Props = MailProps & {
  amount: Money;
  refundedOn: CivilDate;
  share: 'all' | 'part' | 'rest';
  isOpen: boolean;
  isByBank: boolean;
};

export const subject = ({ amount, order, customer, isByBank }: Props) =>
  `${isByBank ? 'Your bank has given you' : 'We sent'} ${money(amount, customer.locale)} back for your order ${order.orderId}`;

export const Refunded = (props: Props) => (
  <Layout
    mail={props}
    kind="refunded"
    title={subject(props)}
    preview={status(props)}
    heading={props.isByBank ? 'You have your money back' : 'Your money is on its way back'}
  >
    <Paragraphs texts={[status(props)]} />
    <Details details={details(props)} />
    <Paragraphs texts={[arrival(props), ...rest(props)]} />
    <OrderButton mail={props} label={action} />
  </Layout>
);

export const text = (props: Props) =>
  letter({
    mail: props,
    kind: 'refunded',
    action,
    body: [status(props), detailsText(details(props)), arrival(props), ...rest(props)],
  });

const action = 'View your order';

const arrival = ({ isByBank }: Props) =>
  isByBank
    ? 'There is nothing you need to do.'
    : 'Your bank may need a few days to show it. There is nothing you need to do.';

const rest = ({ isOpen }: Props) => (isOpen ? ['What is still to ship stays ordered.'] : []);

const status = ({ order, share, isByBank }: Props) => {
  if (isByBank) {
    return `Your bank has given you the money for order ${order.orderId} back, so we do not send it once more.`;
  }
  const told = `We sent ${shares[share]} for order ${order.orderId} back to the payment method you paid with.`;
  return share === 'rest' ? `${told} All that you paid has gone back now.` : told;
};

const shares: Record<Props['share'], string> = {
  all: 'your money',
  part: 'a part of your money',
  rest: 'the rest of your money',
};

const details = ({ amount, refundedOn, isByBank, customer: { locale } }: Props) => [
  { label: 'Amount', value: money(amount, locale) },
  ...(isByBank
    ? []
    : [
        { label: 'Sent on', value: day(refundedOn, locale) },
        { label: 'To', value: 'The payment method you paid with' },
      ]),
];

export const PreviewProps = {
  ...example,
  amount: { amount: 21600, currency: 'USD' },
  refundedOn: '2026-12-02',
  share: 'all',
  isOpen: false,
  isByBank: false,
} satisfies Props;

export default Object.assign(Refunded, { PreviewProps });
