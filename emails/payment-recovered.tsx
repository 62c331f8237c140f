import { money } from '../workflows/calendar/format.ts';
import type { Money } from '../workflows/domain/money.ts';
import { Details } from './parts/details.tsx';
import { example } from './parts/example.ts';
import { Layout } from './parts/layout.tsx';
import { detailsText, letter } from './parts/letter.ts';
import { OrderButton } from './parts/order-button.tsx';
import { Paragraphs } from './parts/paragraphs.tsx';
import type { MailProps } from './parts/props.ts';
import { type Detail, promiseDetail } from './parts/wording.ts';

/**
 * `held`: the sum that the bank holds for the order. `charged`: the cost of goods that left unpaid.
 * `waived`: what is too little to be charged for them, and never will be. `agreed`: the most that the
 * customer has agreed to with their first card. All are null when we have only noted a new card.
 */
export type Props = MailProps & {
  held: Money | null;
  charged: Money | null;
  waived: Money | null;
  agreed: Money | null;
};

export const subject = (props: Props) => `${headingOf(props)} for order ${props.order.orderId}`;

export const PaymentRecovered = (props: Props) => (
  <Layout
    mail={props}
    kind="payment-recovered"
    title={subject(props)}
    preview={status(props)}
    heading={headingOf(props)}
  >
    <Paragraphs texts={[status(props)]} />
    <Details details={details(props)} />
    <Paragraphs texts={[next(props)]} />
    <OrderButton mail={props} label={action} />
  </Layout>
);

export const text = (props: Props) =>
  letter({
    mail: props,
    kind: 'payment-recovered',
    action,
    body: [status(props), detailsText(details(props)), next(props)],
  });

const action = 'View your order';

const headingOf = ({ held, charged, waived, agreed }: Props) => {
  if (waived) return 'Nothing more to pay';
  if (charged) return 'Your payment went through';
  if (agreed) return 'We have your card';
  return held ? 'Your payment is approved' : 'We have your new card';
};

const status = ({ order: { orderId }, held, charged, waived, agreed }: Props) => {
  if (waived)
    return `What is left to pay for the items from your order ${orderId} that have shipped is too small a sum to charge to a card, so we do not ask for it.`;
  if (charged)
    return `We have charged your card for items from your order ${orderId} that have shipped.`;
  if (agreed) {
    return `Thank you. Your card is on file for your order ${orderId}, which is in line for its items.`;
  }
  return held
    ? `Thank you. The payment for your order ${orderId} is now approved.`
    : `Thank you. Your new card is on file for your order ${orderId}, which is in line for its items.`;
};

const details = (props: Props): Detail[] => {
  const { held, charged, waived, agreed, customer } = props;
  if (waived) return [{ label: 'Not charged', value: money(waived, customer.locale) }];
  if (charged) {
    return [{ label: 'Charged for shipped items', value: money(charged, customer.locale) }];
  }
  if (agreed) {
    const most = { label: 'Maximum charge when it ships', value: money(agreed, customer.locale) };
    return [promiseDetail(props), most];
  }
  return held
    ? [{ label: 'Held on your card', value: money(held, customer.locale) }]
    : [promiseDetail(props)];
};

const next = ({ held, charged, waived }: Props) => {
  if (waived) return 'There is nothing you need to do.';
  if (charged)
    return 'The items that have shipped are now paid for. There is nothing you need to do.';
  return held
    ? 'It will be charged only when your items ship. There is nothing you need to do.'
    : 'Nothing has been charged. As soon as your items are set aside for you, we will ask your bank to approve the amount, and we will charge it only when they ship.';
};

export const PreviewProps = {
  ...example,
  held: { amount: 21600, currency: 'USD' },
  charged: null,
  waived: null,
  agreed: null,
} satisfies Props;

export default Object.assign(PaymentRecovered, { PreviewProps });
