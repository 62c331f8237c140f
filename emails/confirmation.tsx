import { day, money } from '../workflows/calendar/format.ts';
import type { Money } from '../workflows/domain/money.ts';
import { Details } from './components/details.tsx';
import { Layout } from './components/layout.tsx';
import { OrderButton } from './components/order-button.tsx';
import { OrderTable } from './components/order-table.tsx';
import { Paragraphs } from './components/paragraphs.tsx';
import { example } from './example.ts';
import { detailsText, letter, orderText } from './letter.ts';
import type { MailProps } from './props.ts';
import { cancelOffer, promiseDetail } from './wording.ts';

/** `mandate.maximum`: the most that the customer agreed to be charged, all shipments together. */
export type Props = MailProps & { mandate: { maximum: Money } };

export const subject = ({ order }: Props) => `We have your order ${order.orderId}`;

export const Confirmation = (props: Props) => (
  <Layout
    mail={props}
    kind="confirmation"
    title={subject(props)}
    preview={dateSentence(props)}
    heading="Thank you, we have your order"
  >
    <Paragraphs texts={[opening(props), dateSentence(props)]} />
    <Details details={details(props)} />
    <Paragraphs texts={[charge(props), cancelOffer]} />
    <OrderButton mail={props} label={action} />
    <OrderTable mail={props} />
  </Layout>
);

export const text = (props: Props) =>
  letter({
    mail: props,
    kind: 'confirmation',
    action,
    body: [
      opening(props),
      dateSentence(props),
      detailsText(details(props)),
      charge(props),
      cancelOffer,
      orderText(props),
    ],
  });

const action = 'See where your order stands';

const opening = ({ order }: Props) =>
  `Your order ${order.orderId} is in. What you chose is not in stock right now, so we keep your place in line.`;

const dateSentence = ({ promise, customer }: Props) =>
  promise
    ? `It is planned to ship by ${day(promise.on, customer.locale)}. If that changes, we will tell you.`
    : 'There is no ship date yet. We will write as soon as there is one, and check in every 30 days until then.';

const details = (props: Props) => [
  promiseDetail(props),
  {
    label: 'Charged when it ships, at most',
    value: money(props.mandate.maximum, props.customer.locale),
  },
];

const charge = ({ mandate, customer }: Props) =>
  `Nothing has been charged. We charge your card only when your order ships, and never more than ${money(mandate.maximum, customer.locale)} in total.`;

export const PreviewProps = {
  ...example,
  mandate: { maximum: { amount: 21600, currency: 'USD' } },
} satisfies Props;

export default Object.assign(Confirmation, { PreviewProps });
