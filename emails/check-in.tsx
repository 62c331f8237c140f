import { day } from '../workflows/calendar/format.ts';
import { declinable } from './parts/example.ts';
import { count, itemsOf } from './parts/format.ts';
import { Layout } from './parts/layout.tsx';
import { letter, orderText } from './parts/letter.ts';
import { OrderButton } from './parts/order-button.tsx';
import { OrderTable } from './parts/order-table.tsx';
import { Paragraphs } from './parts/paragraphs.tsx';
import { PromiseLine } from './parts/promise-line.tsx';
import type { MailProps } from './parts/props.ts';
import { cancelOffer } from './parts/wording.ts';

/** `daysWaited`: whole days since the order was placed. */
export type Props = MailProps & { daysWaited: number };

export const subject = ({ order }: Props) =>
  `Still waiting, but not forgotten: ${itemsOf(order.lines)}`;

export const CheckIn = (props: Props) => (
  <Layout
    mail={props}
    kind="check-in"
    title={subject(props)}
    preview={status(props)}
    heading="Where your order stands"
  >
    <Paragraphs texts={[status(props)]} />
    <PromiseLine mail={props} />
    <Paragraphs texts={[next(props), cancelOffer(props)]} />
    <OrderButton mail={props} label={action} />
    <OrderTable mail={props} />
  </Layout>
);

export const text = (props: Props) =>
  letter({
    mail: props,
    kind: 'check-in',
    action,
    body: [status(props), next(props), cancelOffer(props), orderText(props)],
  });

const action = 'View your order';

const status = ({ order, promise, customer, daysWaited }: Props) => {
  const date = promise
    ? `is expected to ship by ${day(promise.on, customer.locale)}`
    : 'does not have a ship date yet';
  return `Your order ${order.orderId} has been waiting for ${count(daysWaited, 'day')} and ${date}. We are keeping your place in line.`;
};

const next = ({ promise }: Props) =>
  promise
    ? 'If that date changes, we will let you know.'
    : 'We will email you as soon as there is a date, and check in again in 30 days.';

export const PreviewProps = { ...declinable, promise: null, daysWaited: 30 } satisfies Props;

export default Object.assign(CheckIn, { PreviewProps });
