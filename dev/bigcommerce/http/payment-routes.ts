import { type Context, Hono } from 'hono';
import { z } from 'zod';
import type { Order, Refund, Transaction } from '../records.ts';
import { currency, major } from '../settings.ts';
import { priceOf } from '../shop/refund.ts';
import { dueOf, refundedOf } from '../shop/totals.ts';
import { pageOf, refuseV3 } from './answers.ts';
import type { ApiParts } from './routes-v2.ts';

const item = z.union([
  z.object({
    item_type: z.literal('PRODUCT'),
    item_id: z.int(),
    quantity: z.int().min(1),
    reason: z.string().max(1000).optional(),
  }),
  z.object({
    item_type: z.enum(['SHIPPING', 'HANDLING', 'TAX', 'FEE']),
    item_id: z.int(),
    amount: z.number(),
    reason: z.string().max(1000).optional(),
  }),
]);
const quoteRequest = z.object({ items: z.array(item).min(1) });
const refundRequest = quoteRequest.extend({
  payments: z.array(
    z.object({ provider_id: z.string(), amount: z.number(), offline: z.boolean() }),
  ),
  merchant_calculated_override: z
    .object({ total_amount: z.number(), total_tax: z.number() })
    .optional(),
});

/** Payments, quotes and refunds of an order. One refund after the other, each after a quote. */
export const createPaymentRoutes = ({ store, acts }: ApiParts): Hono => {
  const withOrder =
    (answer: (c: Context, order: Order) => Response | Promise<Response>) =>
    async (c: Context): Promise<Response> => {
      const order = store.findOrder(Number(c.req.param('id')));
      return order ? answer(c, order) : refuseV3(c, 404, 'The order was not found.');
    };
  return new Hono()
    .get('/orders/payment_actions/refunds', (c) => {
      const all = store.state.orders.flatMap((order) =>
        order.refunds.map((refund) => refundBody(order, refund)),
      );
      return c.json(pageOf(c, all));
    })
    .get(
      '/orders/:id/transactions',
      withOrder((c, order) => {
        if (order.transactions.length === 0) return c.body(null, 204);
        const bodies = order.transactions.map((transaction) => transactionBody(order, transaction));
        return c.json(pageOf(c, bodies));
      }),
    )
    .post(
      '/orders/:id/payment_actions/refund_quotes',
      withOrder(async (c, order) => {
        const { items } = quoteRequest.parse(await c.req.json());
        const amount = priceOf(order, items);
        if (amount > dueOf(order) - refundedOf(order))
          return refuseV3(c, 422, 'The amount is more than what is left of the order.');
        return c.json({ data: quoteBody(order, amount), meta: {} }, 201);
      }),
    )
    .post(
      '/orders/:id/payment_actions/refunds',
      withOrder(async (c, order) => {
        const asked = refundRequest.parse(await c.req.json());
        const quoted = asked.merchant_calculated_override?.total_amount;
        const price = priceOf(order, asked.items);
        const amount = quoted === undefined ? price : Math.round(quoted * 100);
        const paid = asked.payments.reduce((sum, one) => sum + Math.round(one.amount * 100), 0);
        if (paid !== amount) return refuseV3(c, 422, 'The payments are not the amount.');
        const [first] = asked.payments;
        const refund = acts.refund(order.id, {
          ...{ amount, items: asked.items, providerId: first?.provider_id ?? '' },
          isOffline: first?.offline ?? true,
        });
        return c.json({ data: refundBody(order, refund), meta: {} }, 201);
      }),
    )
    .get(
      '/orders/:id/payment_actions/refunds',
      withOrder((c, order) =>
        c.json({ data: order.refunds.map((refund) => refundBody(order, refund)), meta: {} }),
      ),
    );
};

const gatewayOf = (order: Order): string => order.transactions[0]?.gateway ?? 'custom';

const quoteBody = (order: Order, amount: number) => {
  const method = {
    ...{ provider_id: gatewayOf(order), provider_description: order.method, amount: major(amount) },
    ...{ offline_provider: false, offline_reason: '' },
  };
  const onPaper = { ...method, provider_id: 'custom', offline: true, offline_provider: true };
  // Comes first, whatever the order was paid with.
  const credit = { ...method, provider_id: 'storecredit', offline: false };
  const isPaid = order.transactions.length > 0;
  return {
    ...{ order_id: order.id, total_refund_amount: major(amount), total_refund_tax_amount: 0 },
    ...{ order_level_refund_amount: 0, rounding: 0, adjustment: 0, tax_inclusive: true },
    refund_methods: isPaid
      ? [[credit], [{ ...method, offline: false }], [onPaper]]
      : [[credit], [onPaper]],
  };
};

const refundBody = (order: Order, refund: Refund) => ({
  ...{ id: refund.id, order_id: order.id, user_id: 1, created: refund.at, reason: refund.reason },
  ...{ total_amount: major(refund.amount), total_tax: 0, uses_merchant_override_values: false },
  items: refund.items.map(({ item_type, item_id, quantity, amount, reason }) => ({
    ...{ item_type, item_id, reason: reason ?? '', quantity: quantity ?? 1, adjustments: [] },
    requested_amount: amount ?? major(refund.amount),
  })),
  payments: [
    {
      ...{ id: refund.id, provider_id: refund.providerId, amount: major(refund.amount) },
      ...{ offline: refund.isOffline, is_declined: refund.isDeclined, declined_message: '' },
    },
  ],
});

const transactionBody = (order: Order, transaction: Transaction) => ({
  ...{ id: transaction.id, order_id: String(order.id), date_created: transaction.at },
  ...{ event: transaction.event, method: transaction.method, gateway: transaction.gateway },
  ...{ amount: major(transaction.amount), currency, status: 'ok', test: true },
  ...{ gateway_transaction_id: transaction.gatewayId, fraud_review: false },
  ...(transaction.customerId !== null && {
    ...{ provider_customer_id: transaction.customerId, provider_instrument_token: 'pm_stored' },
  }),
});
