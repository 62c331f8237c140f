import type { z } from 'zod';
import type { checkout } from '../../../../api/backorder/checkout/schema.ts';
import { inDays } from '../../../support/lives/story.ts';

export type CheckoutBody = z.input<typeof checkout>;

export const usd = (amount: number) => ({ amount, currency: 'USD' });

/** In the future whenever this runs: an order that is long past its promise accumulates. */
export const promisedOn = inDays(53);

/** A valid checkout of Ada's: one lamp at 129 dollars and 9 for shipping. */
export const checkoutBody = (changes: Record<string, unknown> = {}): Record<string, unknown> => ({
  orderId: '1001',
  customer: { email: 'ada@example.org', name: 'Ada' },
  shipTo: { country: 'US', region: 'NY', postalCode: '10001' },
  lines: [{ sku: 'LAMP-BRASS', quantity: 1, unitPrice: usd(12_900) }],
  shipping: usd(900),
  promise: { on: promisedOn, basis: 'supplier confirmation 8812' },
  payment: {
    terms: 'on_shipment',
    customerId: 'cus_1',
    paymentMethodId: 'pm_1',
    mandate: {
      text: 'Charge when it ships',
      version: '1',
      maximum: usd(13_800),
      acceptedAt: '2026-11-23T09:59:50Z',
    },
  },
  ...changes,
});

/** The payment of that body, with a mandate for another sum, in minor units. */
export const mandateUpTo = (amount: number) => {
  const { payment } = checkoutBody() as {
    payment: { paymentMethodId: string; mandate: object };
  };
  return { ...payment, mandate: { ...payment.mandate, maximum: usd(amount) } };
};
