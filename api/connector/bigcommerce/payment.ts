import type { ShopOrder, ShopPayment } from '../port.ts';
import { moneyOf } from './money.ts';
import type { OrderParts, TransactionBody } from './order-body.ts';
import { standingOf } from './standing.ts';

/** Money that the store has, or had before it gave some back. */
const captured = ['captured', 'paid', 'partially refunded', 'refunded'];

/**
 * Who holds the money. Stripe's ids come only from stores for which BigCommerce has switched them
 * on, and for cards that were stored. A method without a payment behind it ("Pay when it ships",
 * a cheque) holds nothing.
 */
export const paymentOf = (
  parts: Pick<OrderParts, 'order' | 'transactions'>,
  currency: string,
): ShopPayment => {
  const { order, transactions } = parts;
  const credit = [order.store_credit_amount, order.gift_certificate_amount];
  const due = [order.total_inc_tax, ...credit]
    .map((written) => moneyOf(written, currency).amount)
    .reduce((total, credited) => total - credited);
  const isPaid = captured.includes(order.payment_status ?? '');
  const paid = { amount: isPaid ? Math.max(0, due) : 0, currency };
  const stripe = isPaid ? transactions.map(stripeIdsOf).find(Boolean) : undefined;
  if (stripe) return { by: 'stripe', ...stripe, paid };
  const isHeld = isPaid || held.includes(order.payment_status ?? '');
  // What credit pays in full needs no payment, and is paid all the same.
  const isSettled = due <= 0 && isOrder(standingOf(order));
  if (!isHeld && !isSettled) return { by: 'nobody' };
  return { by: 'shop', reference: referenceOf(parts), paid };
};

/** On its way, or held on the card. */
const held = ['authorized', 'capture pending', 'held for review', 'pending'];

const isOrder = (standing: ShopOrder['standing']): boolean =>
  standing === 'open' || standing === 'shipped';

const charges = ['purchase', 'capture', 'settled'];

const stripeIdsOf = (transaction: TransactionBody) => {
  const { gateway, event, status, provider_customer_id: customerId } = transaction;
  const paymentIntentId = transaction.gateway_transaction_id;
  const isCharge = charges.includes(event) && status !== 'error' && gateway.startsWith('stripe');
  if (!isCharge || !customerId?.startsWith('cus_') || !paymentIntentId?.startsWith('pi_'))
    return undefined;
  return { customerId, paymentIntentId };
};

/** What a person finds the payment by. */
const referenceOf = ({
  order,
  transactions,
}: Pick<OrderParts, 'order' | 'transactions'>): string => {
  const charge = transactions.find(
    ({ event, status }) => charges.includes(event) && status !== 'error',
  );
  const id = charge?.gateway_transaction_id;
  return (id ? `${charge.gateway} ${id}` : order.payment_method || `order ${order.id}`).slice(
    0,
    200,
  );
};
