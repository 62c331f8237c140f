import { day, money } from '../workflows/calendar/format.ts';
import type { Money } from '../workflows/domain/money.ts';
import type { CivilDate } from '../workflows/domain/time.ts';
import { Details } from './parts/details.tsx';
import { example } from './parts/example.ts';
import { flat } from './parts/format.ts';
import { Layout } from './parts/layout.tsx';
import { detailsText, letter } from './parts/letter.ts';
import { OrderButton } from './parts/order-button.tsx';
import { Paragraphs } from './parts/paragraphs.tsx';
import type { MailProps } from './parts/props.ts';

export type Props = MailProps & {
  amount: Money;
  /** The day on which we sent the money, which the law asks for, and not the day it arrives. */
  refundedOn: CivilDate;
  /** All that was paid so far, a part of it, or what was left of it. */
  share: 'all' | 'part' | 'rest';
  /** Something of the order is still to ship. */
  isOpen: boolean;
  /** The customer's own bank gave it back. */
  isByBank: boolean;
  /** The shop that held the money gave it back, by its own way. */
  isByShop: boolean;
};

export const subject = (props: Props) => {
  const { amount, order, customer, isByBank } = props;
  const who = isByBank ? 'Your bank has credited you' : `${sender(props)} refunded`;
  return `${who} ${money(amount, customer.locale)} for your order ${order.orderId}`;
};

export const Refunded = (props: Props) => (
  <Layout
    mail={props}
    kind="refunded"
    title={subject(props)}
    preview={status(props)}
    heading={props.isByBank ? 'Your bank has credited you' : 'Your refund is on its way'}
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
    : 'Your bank may take a few days to show it. There is nothing you need to do.';

const rest = ({ isOpen }: Props) => (isOpen ? ['The items still to ship remain on order.'] : []);

/** Who sends the money, with the verb that follows the name. */
const sender = ({ shop, isByShop }: Props): string =>
  isByShop ? `${flat(shop.name)} has` : 'We have';

const status = (props: Props) => {
  const { order, share, isByBank } = props;
  if (isByBank) {
    return `Your bank has credited you for order ${order.orderId}, so we will not send a separate refund.`;
  }
  const told = `${sender(props)} refunded ${shares[share]} for order ${order.orderId} to the payment method you paid with.`;
  return share === 'rest' ? `${told} Everything you paid has been refunded.` : told;
};

const shares: Record<Props['share'], string> = {
  all: 'your payment',
  part: 'part of your payment',
  rest: 'the rest of your payment',
};

const details = ({ amount, refundedOn, isByBank, customer: { locale } }: Props) => [
  { label: 'Amount', value: money(amount, locale) },
  ...(isByBank
    ? []
    : [
        { label: 'Refunded on', value: day(refundedOn, locale) },
        { label: 'Refunded to', value: 'The payment method you paid with' },
      ]),
];

export const PreviewProps = {
  ...example,
  amount: { amount: 21600, currency: 'USD' },
  refundedOn: '2026-12-02',
  share: 'all',
  isOpen: false,
  isByBank: false,
  isByShop: false,
} satisfies Props;

export default Object.assign(Refunded, { PreviewProps });
