import { chargeStep } from '../currency.ts';
import type { ShopLine, ShopOrder } from './shop-order.ts';

/** What is known of the item of a line. */
export type ItemKnown = {
  /** It is on sale here although there may be none: a product with a limit other than 0. */
  isOffered: boolean;
  /** Free by our ledger. */
  free: number;
  /** What the shop says is available, this order taken off; undefined when it does not say. */
  available: number | undefined;
};

export type Taking =
  | { outcome: 'take'; payment: 'none' | 'ask' | 'shop' | 'stripe' }
  /** It may still become ours. */
  | { outcome: 'wait' }
  | { outcome: 'leave' }
  | { outcome: 'trouble'; why: string };

/**
 * Whether an order that is not here yet is to be taken in. All of its lines come over when any of
 * them waits. Nobody is asked for what they have paid already, whatever the shop's terms are.
 */
export const judgeNew = (
  order: ShopOrder,
  { terms, isOurs }: { terms: 'prepaid' | 'ask'; isOurs: boolean },
): Taking => {
  const { standing, payment } = order;
  if (standing === 'unpaid') return { outcome: 'wait' };
  if (standing === 'cancelled' || standing === 'shipped' || !isOurs) return { outcome: 'leave' };
  const due = dueOf(order);
  const paid = payment.by === 'nobody' ? 0 : payment.paid.amount;
  if (due === 0) return { outcome: 'take', payment: 'none' };
  if (payment.by !== 'nobody' && paid >= due) return { outcome: 'take', payment: payment.by };
  if (terms === 'prepaid') return { outcome: 'wait' };
  if (paid > 0) return { outcome: 'trouble', why: 'It is paid in part: ask for the rest there.' };
  return { outcome: 'take', payment: 'ask' };
};

/** Whether units of the line wait for stock: by the platform's word, else by what is known. */
export const isBackordered = (
  { backordered, quantity }: Pick<ShopLine, 'backordered' | 'quantity'>,
  { isOffered, free, available = 0 }: ItemKnown,
): boolean => {
  if (backordered !== 'unknown') return backordered > 0;
  if (!isOffered || available > 0) return false;
  // At nothing the last unit may just have been this one: the ledger knows it from before the sale.
  return available < 0 || free < quantity;
};

/** What is to be paid for the order, in minor units. */
export const dueOf = ({ lines, shipping, paidOtherwise }: ShopOrder): number =>
  Math.max(0, sumOf(lines) + shipping.amount - paidOtherwise.amount);

/** What the shop gave back, or still has to, of units that it took off before we saw the order. */
export const paidBeyond = (order: ShopOrder): number =>
  order.payment.by === 'shop' ? Math.max(0, order.payment.paid.amount - dueOf(order)) : 0;

/**
 * What is to be paid for each line and for shipping, once what was paid otherwise is taken off, each
 * by its share and in sums that can be charged.
 */
export const dueParts = (order: ShopOrder): { lines: number[]; shipping: number } => {
  const amounts = [...order.lines.map(({ total }) => total.amount), order.shipping.amount];
  const sum = amounts.reduce((all, amount) => all + amount, 0);
  let left = Math.min(order.paidOtherwise.amount, sum);
  const step = chargeStep(order.shipping.currency);
  const parts = amounts.map((amount) => {
    const share = sum === 0 ? 0 : Math.floor((order.paidOtherwise.amount * amount) / sum / step);
    const taken = Math.min(amount, left, share * step);
    left -= taken;
    return amount - taken;
  });
  const due = parts.map((part) => {
    const taken = Math.min(part, left);
    left -= taken;
    return part - taken;
  });
  return { lines: due.slice(0, -1), shipping: due.at(-1) ?? 0 };
};

const sumOf = (lines: readonly ShopLine[]): number =>
  lines.reduce((sum, { total }) => sum + total.amount, 0);
