import { LinesTable } from './lines-table.tsx';
import type { MailProps } from './props.ts';
import { sumsOf } from './wording.ts';

/** All lines of the order, with shipping and total. */
export const OrderTable = ({ mail: { order, customer } }: { mail: MailProps }) => (
  <LinesTable
    title={`Your order ${order.orderId}`}
    lines={order.lines}
    locale={customer.locale}
    sums={sumsOf(order)}
  />
);
