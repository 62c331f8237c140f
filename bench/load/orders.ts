import { randomBytes } from 'node:crypto';
import { withDefaults } from '../../api/backorder/checkout/new-order.ts';
import type { NewOrder } from '../../db/backorder/place.ts';
import { addDays, type CivilDate } from '../../workflows/domain/time.ts';

/** Ids that no order has had, in this run or another on the same servers. */
export const createOrderIds = (): (() => string) => {
  const run = randomBytes(4).toString('hex');
  let count = 0;
  return () => `${run}-${count++}`;
};

/** The shelf of what everybody orders. */
export const lamp = { sku: 'LAMP-BRASS', location: 'main' };

/** What may differ between two orders. */
export type Wish = {
  sku?: string;
  promiseIn?: number;
  customerId?: string;
  paymentMethodId?: string;
};

/** What a shop sends for one lamp at 129 dollars and 9 for shipping. */
export const checkoutBody = (
  orderId: string,
  { sku = lamp.sku, promiseIn = 60, customerId = 'cus_1', paymentMethodId = 'pm_1' }: Wish = {},
) => ({
  orderId,
  customer: { email: `${orderId}@example.org`, name: 'Ada', timeZone: 'America/New_York' },
  shipTo: { country: 'US', region: 'NY', postalCode: '10001' },
  lines: [{ id: '1', sku, quantity: 1, unitPrice: usd(12_900) }],
  shipping: usd(900),
  promise: { on: inDays(promiseIn), basis: 'supplier confirmation 8812' },
  payment: {
    terms: 'on_shipment' as const,
    customerId,
    paymentMethodId,
    mandate: {
      text: 'Charge when it ships',
      version: '1',
      maximum: usd(13_800),
      acceptedAt: new Date().toISOString(),
    },
  },
});

/** The same as it is stored. */
export const newOrder = (orderId: string): NewOrder =>
  withDefaults(checkoutBody(orderId), new Date().toISOString());

const inDays = (days: number): CivilDate => addDays(new Date().toISOString().slice(0, 10), days);

const usd = (amount: number) => ({ amount, currency: 'USD' });
