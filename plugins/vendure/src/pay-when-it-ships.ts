import {
  ConfigService,
  type CreatePaymentErrorResult,
  type CreatePaymentResult,
  LanguageCode,
  type Order,
  type Payment,
  PaymentMethodHandler,
} from '@vendure/core';
import { answerOf, type Backorder, createMeanwhile, MeanwhileError } from 'meanwhile-client';
import { minorUnits } from './checkout-body.ts';
import { getSettings, methodCode, ofOrder } from './meanwhile.ts';

const en = (value: string) => [{ languageCode: LanguageCode.en, value }];

let getPrecision = () => 2;

/**
 * "Pay when it ships". Meanwhile alone moves the money: what is settled, cancelled or refunded here
 * only notes what it has done, and is refused as long as it has not.
 */
export const payWhenItShips = new PaymentMethodHandler({
  code: methodCode,
  init(injector) {
    const { moneyStrategy } = injector.get(ConfigService).entityOptions;
    getPrecision = () => moneyStrategy.precision ?? 2;
  },
  description: en('Meanwhile: pay when it ships'),
  args: {
    mandate: {
      type: 'string',
      ui: { component: 'textarea-form-input' },
      label: en('What the customer agrees to'),
      defaultValue: 'Charge my card when the order ships, and never more than the total shown.',
    },
    version: { type: 'string', label: en('Version of that text'), defaultValue: '1' },
  },

  async createPayment(ctx, order, amount, args, metadata) {
    if (amount !== order.totalWithTax) return refused(amount, 'It must pay for the whole order');
    if (metadata.mandateVersion !== args.version) {
      return refused(amount, 'The customer has to agree to the mandate as it is now');
    }
    const { findCard } = getSettings();
    const card = await findCard?.({ ctx, order, metadata });
    if (findCard && !card && metadata.ask !== true) {
      return refused(amount, 'There is no card that is saved for this order');
    }
    const result: CreatePaymentResult = {
      amount,
      state: 'Authorized',
      metadata: {
        mandate: { text: args.mandate, version: args.version },
        ...(card && { card: { ...card, acceptedAt: new Date().toISOString() } }),
        public: { terms: card ? 'on_shipment' : 'ask' },
      },
    };
    return result;
  },

  async settlePayment(_ctx, order, payment) {
    const there = await findBackorder(order);
    if (!there || there.payment.captured.amount === 0) {
      return {
        ...{ success: false, state: 'Authorized' },
        errorMessage: 'Meanwhile charges the card when the order ships, and settles this by itself',
      };
    }
    return { success: true, metadata: { captured: there.payment.captured, of: payment.amount } };
  },

  async cancelPayment(_ctx, order) {
    const there = await findBackorder(order);
    const isOver = !there || (there.phase === 'cancelled' && there.payment.captured.amount === 0);
    if (isOver) return { success: true };
    return {
      ...{ success: false, state: 'Authorized' },
      errorMessage: 'Cancel the order: Meanwhile then lets go of the card by itself',
    };
  },

  async createRefund(_ctx, _input, amount, order, payment) {
    const there = await findBackorder(order);
    const wanted = sumOfRefunds(payment) + amount;
    const of = { currency: order.currencyCode, precision: getPrecision() };
    const isSent = there && there.payment.refunded.amount >= minorUnits(wanted, of).amount;
    if (isSent) return { state: 'Settled', metadata: { by: 'Meanwhile' } };
    return {
      state: 'Failed',
      metadata: { why: 'Refund it at Stripe: Meanwhile sees it there, and it is noted here' },
    };
  },
});

const refused = (amount: number, errorMessage: string): CreatePaymentErrorResult => ({
  ...{ amount, state: 'Error', errorMessage },
});

const sumOfRefunds = ({ refunds }: Payment): number =>
  (refunds ?? [])
    .filter(({ state }) => state !== 'Failed')
    .reduce((sum, { total }) => sum + total, 0);

/** Undefined when Meanwhile does not have the order. */
const findBackorder = async (order: Order): Promise<Backorder | undefined> => {
  const { meanwhileOrderId: orderId } = order.customFields;
  if (!orderId) return undefined;
  const { baseUrl, apiKey } = getSettings();
  const api = createMeanwhile({ baseUrl, key: apiKey, timeoutMs: 5_000 });
  return answerOf(api.GET('/v1/backorders/{orderId}', ofOrder(orderId))).catch((error: unknown) => {
    if (error instanceof MeanwhileError && error.problem.status === 404) return undefined;
    throw error;
  });
};
