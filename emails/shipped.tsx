import { money } from '../workflows/calendar/format.ts';
import type { Money } from '../workflows/domain/money.ts';
import { Details } from './parts/details.tsx';
import { example, lamp, shades } from './parts/example.ts';
import { flat } from './parts/format.ts';
import { Layout } from './parts/layout.tsx';
import { detailsText, letter, linesText } from './parts/letter.ts';
import { LinesTable } from './parts/lines-table.tsx';
import { OrderButton } from './parts/order-button.tsx';
import { Paragraphs } from './parts/paragraphs.tsx';
import type { LinePart, MailProps } from './parts/props.ts';

export type Props = MailProps & {
  lines: LinePart[];
  carrier: string | null;
  tracking: string | null;
  /** Charged for this shipment; null while we do not know, or when it was paid before. */
  charged: Money | null;
  /** Paid before: with the whole order at `checkout`, or by a `deposit` that covers it. */
  paidBy: 'checkout' | 'deposit' | null;
  /** Never charged for what has left, because it is too little for it; null when nothing is. */
  waived: Money | null;
  /** Units still to come. */
  remaining: LinePart[];
};

export const subject = ({ order, remaining }: Props) =>
  `${remaining.length > 0 ? 'Part of your order' : 'Your order'} ${order.orderId} has shipped`;

export const Shipped = (props: Props) => (
  <Layout
    mail={props}
    kind="shipped"
    title={subject(props)}
    preview={status(props)}
    heading={
      props.remaining.length > 0 ? 'Part of your order has shipped' : 'Your order is on its way'
    }
  >
    <Paragraphs texts={[status(props)]} />
    <Details details={details(props)} />
    <OrderButton mail={props} label={action} />
    {tables(props).map((table) => (
      <LinesTable key={table.title} {...table} />
    ))}
  </Layout>
);

export const text = (props: Props) => {
  const shown = details(props);
  return letter({
    mail: props,
    kind: 'shipped',
    action,
    body: [
      status(props),
      ...(shown.length > 0 ? [detailsText(shown)] : []),
      ...tables(props).map(linesText),
    ],
  });
};

const action = 'View your order';

const status = ({ order, remaining }: Props) =>
  remaining.length > 0
    ? `Part of your order ${order.orderId} is with the carrier. The rest will follow as soon as it is ready.`
    : `Your order ${order.orderId} is with the carrier. Thank you for waiting.`;

const details = ({ carrier, tracking, charged, paidBy, waived, customer }: Props) => [
  ...(carrier ? [{ label: 'Carrier', value: flat(carrier) }] : []),
  ...(tracking ? [{ label: 'Tracking number', value: flat(tracking) }] : []),
  ...(charged
    ? [{ label: 'Charged for this shipment', value: money(charged, customer.locale) }]
    : []),
  ...(paidBy && !charged ? [{ label: 'Payment', value: paid[paidBy] }] : []),
  ...(waived ? [{ label: notCharged, value: money(waived, customer.locale) }] : []),
];

const notCharged = 'Too small to charge, so we do not ask for it';

const paid = { checkout: 'Already paid', deposit: 'Covered by your deposit' };

const tables = ({ lines, remaining, customer: { locale } }: Props) => [
  { title: 'In this shipment', lines, locale },
  ...(remaining.length > 0 ? [{ title: 'Still to come', lines: remaining, locale }] : []),
];

export const PreviewProps = {
  ...example,
  lines: [lamp],
  carrier: 'UPS',
  tracking: '1Z999AA10123456784',
  charged: { amount: 13500, currency: 'USD' },
  paidBy: null,
  waived: null,
  remaining: [shades],
} satisfies Props;

export default Object.assign(Shipped, { PreviewProps });
