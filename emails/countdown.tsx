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

/** `daysLeft`: whole days from the day of sending to the promised date. */
export type Props = MailProps & { daysLeft: number };

export const subject = (props: Props) => `${toGo(props)}: ${itemsOf(props.order.lines)}`;

export const Countdown = (props: Props) => (
  <Layout
    mail={props}
    kind="countdown"
    title={subject(props)}
    preview={status(props)}
    heading={toGo(props)}
  >
    <Paragraphs texts={[status(props)]} />
    <PromiseLine mail={props} />
    <Paragraphs texts={[next]} />
    <OrderButton mail={props} label={action} />
    <OrderTable mail={props} />
  </Layout>
);

export const text = (props: Props) =>
  letter({
    mail: props,
    kind: 'countdown',
    action,
    body: [status(props), next, orderText(props)],
  });

const action = 'View your order';

const next = 'There is nothing you need to do. We will let you know when it is on its way.';

const toGo = ({ daysLeft }: Props) => (daysLeft <= 0 ? 'Today' : `${count(daysLeft, 'day')} to go`);

const status = ({ order, promise, customer, daysLeft }: Props) => {
  const start = `Your order ${order.orderId} is expected to ship`;
  const days = count(daysLeft, 'day');
  if (!promise) return daysLeft <= 0 ? `${start} today.` : `${start} within ${days}.`;
  const left = daysLeft <= 0 ? 'today' : `in ${days}`;
  return `${start} by ${day(promise.on, customer.locale)}. That is ${left}.`;
};

export const PreviewProps = { ...declinable, daysLeft: 7 } satisfies Props;

export default Object.assign(Countdown, { PreviewProps });
