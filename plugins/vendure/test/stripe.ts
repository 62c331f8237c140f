import type { CardQuestion, SavedCard } from '../src/plugin.ts';

type Intent = { id: string; amount: number; status: string };
type SetupIntent = {
  id: string;
  status: string;
  customer: string;
  payment_method: string;
  metadata: { order?: string };
};

export type Stripe = ReturnType<typeof createStripe>;

/** What a storefront and its server ask of Stripe, by Stripe's own HTTP API. */
export const createStripe = (dev: string) => {
  const call = async <Answer>(method: string, path: string, fields?: object): Promise<Answer> => {
    const response = await fetch(`${dev}/stripe/v1/${path}`, {
      method,
      headers: {
        Authorization: 'Bearer sk_test_shop',
        'Content-Type': 'application/x-www-form-urlencoded',
      },
      ...(fields && { body: new URLSearchParams(fields as Record<string, string>).toString() }),
    });
    if (!response.ok) throw new Error(await response.text());
    return (await response.json()) as Answer;
  };
  const getSetup = (id: string) => call<SetupIntent>('GET', `setup_intents/${id}`);
  return {
    /** The shopper enters a card, which is saved for this order. */
    saveCard: async (order: string, email: string): Promise<string> => {
      const customer = await call<{ id: string }>('POST', 'customers', { email });
      const { id } = await call<SetupIntent>('POST', 'setup_intents', {
        customer: customer.id,
        payment_method: 'pm_card_visa',
        confirm: 'true',
        usage: 'off_session',
        'payment_method_types[]': 'card',
        'metadata[order]': order,
      });
      return id;
    },
    customerOf: async (setupIntentId: string) => (await getSetup(setupIntentId)).customer,
    listCharges: async (customer: string) => {
      const { data } = await call<{ data: Intent[] }>(
        'GET',
        `payment_intents?customer=${customer}`,
      );
      return data;
    },
    /** As a shop does it: the card counts only if it was saved for this very order. */
    findCard: async ({ order, metadata }: CardQuestion): Promise<SavedCard | undefined> => {
      if (typeof metadata.setupIntentId !== 'string') return undefined;
      const setup = await getSetup(metadata.setupIntentId);
      if (setup.status !== 'succeeded' || setup.metadata.order !== order.code) return undefined;
      return { customerId: setup.customer, paymentMethodId: setup.payment_method };
    },
  };
};
