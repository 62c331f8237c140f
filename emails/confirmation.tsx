import { day, money } from '../workflows/calendar/format.ts';
import type { Money } from '../workflows/domain/money.ts';
import type { CivilDate } from '../workflows/domain/time.ts';
import { Details } from './parts/details.tsx';
import { example } from './parts/example.ts';
import { Layout } from './parts/layout.tsx';
import { detailsText, letter, orderText } from './parts/letter.ts';
import { OrderButton } from './parts/order-button.tsx';
import { OrderTable } from './parts/order-table.tsx';
import { Paragraphs } from './parts/paragraphs.tsx';
import type { MailProps } from './parts/props.ts';
import { cancelOffer, isFree, promiseDetail } from './parts/wording.ts';

/**
 * `mandate.maximum`: the most that the customer agreed to be charged, for all shipments together.
 * `upfront`: what was paid with the order, and how much of its total is left to pay. `askedUntil`:
 * the last day on which card and consent, which are still to come, can come.
 */
export type Props = MailProps & {
  mandate: { maximum: Money };
  upfront: { paid: Money; left: Money } | null;
  askedUntil: CivilDate | null;
};

export const subject = ({ order }: Props) => `We have received your order ${order.orderId}`;

export const Confirmation = (props: Props) => (
  <Layout
    mail={props}
    kind="confirmation"
    title={subject(props)}
    preview={dateSentence(props)}
    heading="Thank you for your order"
  >
    <Paragraphs texts={[opening(props), dateSentence(props)]} />
    <Details details={details(props)} />
    <Paragraphs texts={[...charge(props), cancelOffer(props)]} />
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
      ...charge(props),
      cancelOffer(props),
      orderText(props),
    ],
  });

const action = 'View your order';

const opening = ({ order }: Props) =>
  `We have received your order ${order.orderId}. The items you chose are not in stock right now, so we are keeping your place in line.`;

const dateSentence = ({ promise, customer }: Props) =>
  promise
    ? `Your order is expected to ship by ${day(promise.on, customer.locale)}. If that changes, we will let you know.`
    : 'There is no ship date yet. We will email you as soon as there is one, and check in every 30 days until then.';

const details = (props: Props) => {
  const { mandate, upfront, customer } = props;
  if (isFree(props)) return [promiseDetail(props)];
  const most = {
    label: 'Maximum charge when it ships',
    value: money(mandate.maximum, customer.locale),
  };
  if (!upfront) return [promiseDetail(props), most];
  const paid = { label: 'Already paid', value: money(upfront.paid, customer.locale) };
  return [promiseDetail(props), paid, ...(upfront.left.amount > 0 ? [most] : [])];
};

const charge = (props: Props): string[] => (isFree(props) ? [] : [chargeOf(props)]);

const chargeOf = ({ mandate, upfront, askedUntil, customer: { locale } }: Props): string => {
  const most = money(mandate.maximum, locale);
  if (askedUntil) {
    return `Nothing has been charged. To go ahead with your order we still need your card, and your agreement to what it will be charged, by ${day(askedUntil, locale)}: you can give us both on your order page. We will charge your card only when your order ships, and never more than ${most} in total.`;
  }
  if (!upfront) {
    return `Nothing has been charged. We will charge your card only when your order ships, and never more than ${most} in total.`;
  }
  const paid = money(upfront.paid, locale);
  return upfront.left.amount > 0
    ? `You have already paid ${paid}. We will charge the remaining ${money(upfront.left, locale)} only when your order ships, and never more than ${most}.`
    : `You have already paid ${paid}, which is the full amount. Nothing more will be charged.`;
};

export const PreviewProps = {
  ...example,
  mandate: { maximum: { amount: 21600, currency: 'USD' } },
  upfront: null,
  askedUntil: null,
} satisfies Props;

export default Object.assign(Confirmation, { PreviewProps });
