import type { Kept } from '../../../../workflows/domain/connector/judge-order.ts';
import type { ShopOrder } from '../../../../workflows/domain/connector/shop-order.ts';
import { dayZero } from '../../../support/cast.ts';

export const usd = (amount: number) => ({ amount, currency: 'USD' });

/** Three lamps at 50 dollars each and 10 for shipping, paid at the shop, of which all wait. */
export const anOrder = (changes: Partial<ShopOrder> = {}): ShopOrder => ({
  ...{ id: '7', number: '#7', url: null, placedAt: dayZero, changedAt: dayZero },
  standing: 'open',
  customer: { email: 'ada@example.org', name: 'Ada', locale: 'en', marketingConsent: false },
  shipTo: { country: 'US', region: 'NY', postalCode: '10001' },
  lines: [aLine()],
  ...{ shipping: usd(1_000), paidOtherwise: usd(0), refunded: usd(0), shipments: [] },
  payment: { by: 'shop', reference: 'pay-7', paid: usd(16_000) },
  ...changes,
});

export const aLine = (changes: Partial<ShopOrder['lines'][number]> = {}) => ({
  ...{ id: '1', itemId: 'i1', sku: 'LAMP', title: 'Lamp', location: 'main', quantity: 3 },
  ...{ backordered: 3 as const, unitPrice: usd(5_000), total: usd(15_000) },
  ...changes,
});

export const aParcel = (id: string, quantity: number) => ({
  ...{ id, shippedAt: dayZero, lines: [{ id: '1', quantity }], carrier: null, tracking: null },
});

/** The same order here, with nothing done yet. */
export const kept = (
  changes: Partial<Kept> = {},
  line: Partial<Kept['lines'][number]> = {},
): Kept => ({
  lines: [{ lineId: '1', quantity: 3, open: 3, shipped: 0, cancelled: 0, ...line }],
  ...{ knownShipments: [], isShipping: false, isHeldByShop: true, givenBack: 0 },
  ...{ refundWanted: null, cancelling: [] },
  ...changes,
});
