import { example, lamp } from './parts/example.ts';
import { Layout } from './parts/layout.tsx';
import { letter, linesText } from './parts/letter.ts';
import { LinesTable } from './parts/lines-table.tsx';
import { OrderButton } from './parts/order-button.tsx';
import { Paragraphs } from './parts/paragraphs.tsx';
import type { LinePart, MailProps } from './parts/props.ts';

/** `lines`: the units that are ready now. `partial`: something of the order is still to come. */
export type Props = MailProps & { lines: LinePart[]; partial: boolean };

export const subject = ({ order, partial }: Props) =>
  `${partial ? 'Part of your order' : 'Your order'} ${order.orderId} is ready to ship`;

export const ReadyToShip = (props: Props) => (
  <Layout
    mail={props}
    kind="ready-to-ship"
    title={subject(props)}
    preview={next(props)}
    heading={props.partial ? 'Part of your order is ready to ship' : 'Your order is ready to ship'}
  >
    <Paragraphs texts={[status(props), next(props)]} />
    <OrderButton mail={props} label={action} />
    <LinesTable {...ready(props)} />
  </Layout>
);

export const text = (props: Props) =>
  letter({
    mail: props,
    kind: 'ready-to-ship',
    action,
    body: [status(props), linesText(ready(props)), next(props)],
  });

const action = 'View your order';

const status = ({ order, partial }: Props) =>
  partial
    ? `The wait is over for part of your order ${order.orderId}: these items are in stock and ready to ship.`
    : `The wait is over: your order ${order.orderId} is in stock and ready to ship.`;

const next = ({ partial }: Props) =>
  partial
    ? 'We will email you again when the carrier has them. The rest will follow as soon as it is ready.'
    : 'We will email you again when the carrier has it.';

const ready = ({ lines, customer }: Props) => ({
  title: 'Ready to ship',
  lines,
  locale: customer.locale,
});

export const PreviewProps = { ...example, lines: [lamp], partial: true } satisfies Props;

export default Object.assign(ReadyToShip, { PreviewProps });
