import type { Order, RequestContext } from '@vendure/core';

/** A card that was saved for later at Stripe, as ids. */
export type SavedCard = { customerId: string; paymentMethodId: string };

/**
 * What the storefront hands over with a payment. Anybody can send anything here: `findCard` has to
 * look at Stripe whether the card is this shopper's, such as by a SetupIntent made for this order.
 */
export type CardQuestion = { ctx: RequestContext; order: Order; metadata: Record<string, unknown> };

export type MeanwhileOptions = {
  /** Where Meanwhile's API answers, such as `https://meanwhile.example.org`. */
  baseUrl: string;
  /** A key with the scopes checkout, inventory, fulfilment and support. */
  apiKey: string;
  /** The secret of the webhook endpoint, `whsec_…`. */
  webhookSecret: string;
  /** Begins every order's id there, so that several shops can share one Meanwhile. */
  shop?: string;
  /** Meanwhile's location that all of this shop's stock is counted at. */
  location?: string;
  /** What leaves before the rest is here: nothing, whole lines, or whatever there is. */
  fulfilment?: 'whole-order' | 'whole-line' | 'ship-available';
  /** Without it no card reaches Meanwhile from the checkout, and it asks for one on its own page. */
  findCard?: (question: CardQuestion) => Promise<SavedCard | undefined>;
  /** How long a product page waits for availability. */
  availabilityTimeoutMs?: number;
};

export type Settings = Required<Omit<MeanwhileOptions, 'findCard'>> &
  Pick<MeanwhileOptions, 'findCard'>;

const defaults = {
  ...{ shop: 'vendure', location: 'main', availabilityTimeoutMs: 800 },
  fulfilment: 'whole-order' as const,
};

/** Refuses at start what would only fail with the first order. */
export const settingsOf = (options: MeanwhileOptions): Settings => {
  const settings = { ...defaults, ...options };
  if (!URL.canParse(settings.baseUrl)) throw new Error('MeanwhilePlugin: baseUrl must be a URL');
  if (!settings.apiKey) throw new Error('MeanwhilePlugin: apiKey is missing');
  if (!settings.webhookSecret) throw new Error('MeanwhilePlugin: webhookSecret is missing');
  if (!/^[A-Za-z0-9][A-Za-z0-9._-]{0,19}$/.test(settings.shop)) {
    throw new Error('MeanwhilePlugin: shop must be up to 20 letters, digits, dots or dashes');
  }
  return settings;
};
