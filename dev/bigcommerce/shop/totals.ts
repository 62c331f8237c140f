import { valueOfFirst } from '../../../workflows/domain/money.ts';
import type { Line, Order } from '../records.ts';

/** What the shopper pays for a line, discount taken off. */
export const lineTotal = (line: Line): number =>
  Math.max(0, line.quantity * line.unitPrice - line.discount);

export const orderTotal = (order: Order): number =>
  order.lines.reduce((sum, line) => sum + lineTotal(line), 0) + order.shippingCost;

/** What is left of the total after store credit and gift certificates. */
export const dueOf = (order: Order): number =>
  Math.max(0, orderTotal(order) - order.storeCredit - order.giftCertificate);

/** What so many units of a line are worth. */
export const valueOfUnits = (line: Line, count: number): number =>
  valueOfFirst(lineTotal(line), { units: line.quantity, count });

export const refundedOf = (order: Order): number =>
  order.refunds
    .filter(({ isDeclined }) => !isDeclined)
    .reduce((sum, { amount }) => sum + amount, 0);

export const openUnits = (line: Line): number =>
  Math.max(0, line.quantity - line.shipped - line.refunded);
