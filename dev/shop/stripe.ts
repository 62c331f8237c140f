import Stripe from 'stripe';
import { createStripeFetch } from '../../activities/payment.stripe-fetch.ts';

/** Cards of Stripe's test set, by how they will behave when they are charged. */
export const testCards = {
  pm_card_visa: 'Works',
  pm_card_chargeCustomerFail: 'Will be declined',
  pm_card_chargeDeclinedInsufficientFunds: 'Has insufficient funds',
  pm_card_authenticationRequired: 'Requires authentication',
} as const;

export type TestCard = keyof typeof testCards;

export type SavedCard = { customerId: string; paymentMethodId: string };

/** Keeps a customer's card at Stripe without charging it. */
export type SaveCard = (order: {
  orderId: string;
  email: string;
  name: string;
  card: TestCard;
}) => Promise<SavedCard>;

/**
 * What a storefront does before it hands a backorder over: a customer, and a card attached to it.
 * A real one takes the card with Stripe's own form and a setup intent. The keys make both calls
 * repeatable. `base` is another address of Stripe's API, such as a stand-in's.
 */
export const createSaveCard = ({
  base,
  key,
}: {
  base: string | undefined;
  key: string;
}): SaveCard => {
  const stripe = new Stripe(key, {
    httpClient: Stripe.createFetchHttpClient(createStripeFetch(base)),
    telemetry: false,
  });
  return async ({ orderId, email, name, card }) => {
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
  };
};
