import Stripe from 'stripe';
import { createStripeFetch } from '../../activities/payment/stripe/fetch.ts';

/** Cards of Stripe's test set, by how they will behave when they are charged. */
export const testCards = {
  pm_card_visa: 'Works',
  pm_card_chargeCustomerFail: 'Will be declined',
  pm_card_chargeDeclinedInsufficientFunds: 'Has insufficient funds',
  pm_card_authenticationRequired: 'Requires authentication',
} as const;

export type TestCard = keyof typeof testCards;

export type SavedCard = { customerId: string; paymentMethodId: string };

/** What a storefront asks of Stripe before it hands a backorder over. Throws what Stripe refuses. */
export type Till = {
  /** Keeps a customer's card without charging it. */
  saveCard(order: {
    orderId: string;
    email: string;
    name: string;
    card: TestCard;
  }): Promise<SavedCard>;
  /** Captures a deposit or a prepayment at once; returns the id of its intent. */
  take(
    order: { orderId: string; amount: number; currency: string },
    card: SavedCard,
  ): Promise<string>;
};

/**
 * A customer, a card attached to it, and what is paid at once. A real storefront does it with
 * Stripe's own form, where the customer can also confirm a payment. The keys make each call
 * repeatable. `base` is another address of Stripe's API, such as a stand-in's.
 */
export const createTill = ({ base, key }: { base: string | undefined; key: string }): Till => {
  const stripe = new Stripe(key, {
    httpClient: Stripe.createFetchHttpClient(createStripeFetch(base)),
    telemetry: false,
  });
  return {
    saveCard: async ({ orderId, email, name, card }) => {
      const customer = await stripe.customers.create(
        { email, name },
        { idempotencyKey: `shop-customer-${orderId}` },
      );
      const method = await stripe.paymentMethods.attach(
        card,
        { customer: customer.id },
        { idempotencyKey: `shop-card-${orderId}` },
      );
      return { customerId: customer.id, paymentMethodId: method.id };
    },
    take: async ({ orderId, amount, currency }, { customerId, paymentMethodId }) => {
      const intent = await stripe.paymentIntents.create(
        {
          amount,
          currency: currency.toLowerCase(),
          customer: customerId,
          payment_method: paymentMethodId,
          allowed_payment_method_types: ['card'],
          confirm: true,
          off_session: true,
          metadata: { order: orderId },
        },
        { idempotencyKey: `shop-payment-${orderId}` },
      );
      return intent.id;
    },
  };
};
