import { emailOf, read } from '../lives/story.ts';
import { type Answer, publishableKey, type System } from '../system/system.ts';
import { textOf } from './page-text.ts';

/** The customer's page of the order, as a path. */
export const pageOf = async (system: System, orderId: string): Promise<string> =>
  new URL((await read(system, orderId)).links.status).pathname;

/** What the customer's page says, without its markup. */
export const pageText = async (system: System, orderId: string): Promise<string> => {
  const { body } = await system.call('GET', await pageOf(system, orderId));
  return textOf(body);
};

/** The customer's page where the payment is confirmed, as it is, markup and all. */
export const payPageOf = async (system: System, orderId: string): Promise<Answer> =>
  system.call('GET', `${await pageOf(system, orderId)}/pay`);

/** The client secret that a page carries for the provider's script. */
export const secretIn = (html: string): string => /pi_\w+_secret_\w+/.exec(html)?.[0] ?? '';

/** What the provider's script and the bank's page do once the customer presses the button. */
export const authenticate = async (
  system: System,
  secret: string,
  { method, outcome = 'complete' }: { method: string; outcome?: 'complete' | 'fail' },
): Promise<void> => {
  const id = secret.slice(0, secret.indexOf('_secret_'));
  const answer = await fetch(`${system.stripeBase}/v1/payment_intents/${id}/confirm`, {
    method: 'POST',
    headers: { authorization: `Bearer ${publishableKey}` },
    body: new URLSearchParams({
      client_secret: secret,
      payment_method: method,
      return_url: 'https://shop.example/back',
    }),
  });
  const { next_action, error } = (await answer.json()) as Confirmed;
  if (error) throw new Error(error.message);
  const bank = next_action?.redirect_to_url.url;
  if (!bank) return;
  const body = new URLSearchParams({ outcome });
  await fetch(bank, { method: 'POST', body, redirect: 'manual' });
};

type Confirmed = {
  next_action: { redirect_to_url: { url: string } } | null;
  error?: { message: string };
};

/**
 * The customer confirms the payment that was made last, and their bank sends them back to the
 * order's page, which has us look.
 */
export const confirmAtBank = async (
  system: System,
  orderId: string,
  outcome: 'complete' | 'fail',
  card?: string,
): Promise<void> => {
  const [intent] = await intentsOf(system, orderId);
  const method = card ?? intent?.last_payment_error?.payment_method?.id ?? '';
  await authenticate(system, intent?.client_secret ?? '', { method, outcome });
  const { status } = await system.app.request(`${await pageOf(system, orderId)}/paid`, {
    method: 'POST',
    headers: { 'Sec-Fetch-Site': 'same-origin' },
  });
  if (status !== 303) throw new Error(`the page answered ${status}`);
};

/** The provider's customer behind the order. */
export const customerOf = async (system: System, orderId: string): Promise<string> => {
  const { data } = await system.stripe.customers.list({ email: emailOf(orderId) });
  return data[0]?.id ?? '';
};

/** The card that pays for the order now. */
export const methodOf = async ({ db }: System, orderId: string): Promise<string> => {
  const [row] = await db.sql<{ paymentMethodId: string }[]>`
    select payment_method_id from orders where order_id = ${orderId}`;
  return row?.paymentMethodId ?? '';
};

/** The customer vaults another card with the shop, which hands it over. */
export const giveCard = async (
  system: System,
  orderId: string,
  card = 'pm_card_visa',
): Promise<Answer> => {
  const customer = await customerOf(system, orderId);
  const { id } = await system.stripe.paymentMethods.attach(card, { customer });
  const change = { paymentMethodId: id };
  return system.call('POST', `/v1/backorders/${orderId}/payment-method`, change);
};

/** The provider's intents of the order, newest first. */
export const intentsOf = async (system: System, orderId: string) => {
  const customer = await customerOf(system, orderId);
  return (await system.stripe.paymentIntents.list({ customer, limit: 100 })).data;
};
