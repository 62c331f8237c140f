import type { Answer, System } from '../system/system.ts';
import { checkoutBody, type Wish } from './story.ts';

/** An order of `quantity` units at `unitPrice`, of which `upfront` was paid with the order. */
export type Deal = Wish & {
  terms: 'deposit' | 'prepaid';
  upfront: number;
  currency?: string;
  unitPrice?: number;
  shipping?: number;
  /** The intent only holds what it should have captured. */
  isOnlyHeld?: boolean;
};

/** Checks out as a storefront does that takes money first. */
export const checkoutUpfront = async (system: System, deal: Deal): Promise<Answer> =>
  system.call('POST', '/v1/backorders', await upfrontBody(system, deal));

export const upfrontBody = async (system: System, deal: Deal) => {
  const { terms, upfront, currency = 'USD', quantity = 1 } = deal;
  const { unitPrice = 12_900, shipping = 900 } = deal;
  const { payment, lines, ...body } = await checkoutBody(system, deal);
  const { customerId, paymentMethodId, mandate } = payment;
  const intent = await system.stripe.paymentIntents.create({
    amount: upfront,
    currency,
    customer: customerId,
    // What was taken as a deposit says nothing of the card that is to pay the balance.
    payment_method: terms === 'prepaid' ? paymentMethodId : 'pm_card_visa',
    confirm: true,
    ...(deal.isOnlyHeld ? { capture_method: 'manual' } : {}),
    automatic_payment_methods: { enabled: true, allow_redirects: 'never' },
  });
  const money = (amount: number) => ({ amount, currency });
  const card = {
    paymentMethodId,
    mandate: { ...mandate, maximum: money(unitPrice * quantity + shipping - upfront) },
    deposit: { amount: money(upfront), paymentIntentId: intent.id },
  };
  return {
    ...body,
    lines: lines.map((line) => ({ ...line, unitPrice: money(unitPrice) })),
    shipping: money(shipping),
    payment: {
      terms,
      customerId,
      ...(terms === 'deposit' ? card : { paymentIntentId: intent.id }),
    },
  };
};
