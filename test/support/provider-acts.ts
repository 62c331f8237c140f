import type Stripe from 'stripe';
import { sign } from '../api/stripe-events.ts';
import { checkoutBody, emailOf, read, type Wish } from './story.ts';
import type { Answer, System } from './system.ts';

/** Ada pays everything at checkout, as a storefront lets her: her money is taken at once. */
export const checkoutPrepaid = async (system: System, wish: Wish): Promise<Answer> => {
  const { payment, ...order } = await checkoutBody(system, wish);
  const { customerId: customer, paymentMethodId: payment_method, mandate } = payment;
  const { amount } = mandate.maximum;
  const { id: paymentIntentId } = await system.stripe.paymentIntents.create({
    ...{ amount, currency: 'usd', customer, payment_method, confirm: true },
    automatic_payment_methods: { enabled: true, allow_redirects: 'never' },
  });
  return system.call('POST', '/v1/backorders', {
    ...order,
    payment: { terms: 'prepaid', customerId: customer, paymentIntentId },
  });
};

/** The shop gives the order another card of its customer's. */
export const replaceCard = async (
  system: System,
  orderId: string,
  card = 'pm_card_visa',
): Promise<Answer> => {
  const customer = await customerOf(system, orderId);
  const { id: paymentMethodId } = await system.stripe.paymentMethods.attach(card, { customer });
  const path = `/v1/backorders/${orderId}/payment-method`;
  return system.call('POST', path, { paymentMethodId });
};

/**
 * The customer confirms the payment as their browser does: with the intent's secret at the
 * provider, then at their bank, if it asks, and back to the order's page, which has us look.
 */
export const confirmAtBank = async (
  system: System,
  orderId: string,
  outcome: 'complete' | 'fail',
  method?: string,
): Promise<void> => {
  const [intent] = await intentsOf(system, orderId);
  const confirmed = await fetch(`${system.stripeBase}/v1/payment_intents/${intent?.id}/confirm`, {
    method: 'POST',
    headers: { authorization: 'Bearer pk_test_local' },
    body: new URLSearchParams({
      client_secret: intent?.client_secret ?? '',
      payment_method: method ?? intent?.last_payment_error?.payment_method?.id ?? '',
      return_url: 'http://meanwhile.test/returned',
    }),
  });
  const { next_action } = (await confirmed.json()) as Stripe.PaymentIntent;
  const body = new URLSearchParams({ outcome });
  const url = next_action?.redirect_to_url?.url;
  if (url) await fetch(url, { method: 'POST', body, redirect: 'manual' });
  await returnToPage(system, orderId);
};

const returnToPage = async (system: System, orderId: string): Promise<void> => {
  const { links } = await read(system, orderId);
  const { status } = await system.app.request(`${new URL(links.status).pathname}/paid`, {
    method: 'POST',
    headers: { 'Sec-Fetch-Site': 'same-origin' },
  });
  if (status !== 303) throw new Error(`the page answered ${status}`);
};

/** Delivers the order's events of that type, signed, once the provider has made any. */
export const deliver = async (system: System, orderId: string, type: string): Promise<number> => {
  const intents = (await intentsOf(system, orderId)).map(({ id }) => id);
  const { data } = await system.stripe.events.list({ type, limit: 100 });
  const own = data.filter(({ data: { object } }) => {
    const about = 'payment_intent' in object ? String(object.payment_intent) : '';
    return intents.includes(about);
  });
  for (const event of own) {
    const { body, headers } = sign(event);
    const request = { method: 'POST', headers, body };
    const { status } = await system.app.request('/webhooks/stripe', request);
    if (status !== 200) throw new Error(`the webhook was answered ${status}`);
  }
  return own.length;
};

/** The intents of the order's customer, the newest first. */
const intentsOf = async (system: System, orderId: string): Promise<Stripe.PaymentIntent[]> => {
  const customer = await customerOf(system, orderId);
  return (await system.stripe.paymentIntents.list({ customer, limit: 100 })).data;
};

const customerOf = async (system: System, orderId: string): Promise<string> => {
  const { data } = await system.stripe.customers.list({ email: emailOf(orderId) });
  return data[0]?.id ?? '';
};
