import { day } from '../workflows/calendar/format.ts';
import { Details } from './parts/details.tsx';
import { declinable } from './parts/example.ts';
import { flat, itemsOf } from './parts/format.ts';
import { Layout } from './parts/layout.tsx';
import { detailsText, letter, orderText } from './parts/letter.ts';
import { OrderButton } from './parts/order-button.tsx';
import { OrderTable } from './parts/order-table.tsx';
import { Paragraphs } from './parts/paragraphs.tsx';
import type { MailProps } from './parts/props.ts';

/** `nth`: the number of this excitement for the order, from 1. Each shows its own highlight. */
export type Props = MailProps & { highlights: string[]; nth: number };

export const subject = ({ order }: Props) => `While you wait: ${itemsOf(order.lines)}`;

export const Excitement = (props: Props) => (
  <Layout
    mail={props}
    kind="excitement"
    title={subject(props)}
    preview={status(props)}
    heading="Still in line, still yours"
  >
    <Paragraphs texts={[status(props)]} />
    <Details details={highlight(props)} />
    <Paragraphs texts={[next(props)]} />
    <OrderButton mail={props} label={action} />
    <OrderTable mail={props} />
  </Layout>
);

export const text = (props: Props) => {
  const shown = highlight(props);
  return letter({
    mail: props,
    kind: 'excitement',
    action,
    body: [
      status(props),
      ...(shown.length > 0 ? [detailsText(shown)] : []),
      next(props),
      orderText(props),
    ],
  });
};

const action = 'View your order';

const status = ({ order, promise, customer }: Props) => {
  const date = promise
    ? `is expected to ship by ${day(promise.on, customer.locale)}`
    : 'does not have a ship date yet';
  return `Your order ${order.orderId} ${date}, and we are keeping your place in line.`;
};

/** Empty once we have told every highlight: a repeated one would be no news. */
const highlight = ({ highlights, nth }: Props) => {
  const told = flat(highlights[nth - 1] ?? '');
  return told === '' ? [] : [{ label: 'Something to look forward to', value: told }];
};

const next = ({ promise }: Props) =>
  promise
    ? 'There is nothing you need to do. If that date changes, we will let you know.'
    : 'There is nothing you need to do. We will email you as soon as there is a date.';

export const PreviewProps = {
  ...declinable,
  highlights: [
    'Each lamp is turned from a single piece of brass.',
    'Its color grows warmer with age.',
  ],
  nth: 1,
} satisfies Props;

export default Object.assign(Excitement, { PreviewProps });
