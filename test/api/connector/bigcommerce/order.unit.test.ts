import { describe, expect, test } from 'vitest';
import { shopOrderOf } from '../../../../api/connector/bigcommerce/order.ts';
import {
  lineBody,
  type OrderParts,
  orderBody,
} from '../../../../api/connector/bigcommerce/order-body.ts';
import { standingOf } from '../../../../api/connector/bigcommerce/standing.ts';
import { classicLevelOf, nativeLevelOf } from '../../../../api/connector/bigcommerce/stock.ts';

const place = { location: 'main', orderUrl: (id: string) => `https://shop.example/${id}` };

const order = (change: object = {}) =>
  orderBody.parse({
    ...{ id: 7, status_id: 11, date_created: 'Thu, 04 Oct 2012 03:24:40 +0000' },
    ...{ default_currency_code: 'EUR', currency_code: 'SEK', total_inc_tax: '30.0000' },
    ...{ payment_status: 'captured', payment_method: 'Card' },
    billing_address: { email: 'ada@example.org', first_name: 'Ada', country_iso2: 'DE' },
    ...change,
  });

const line = (change: object = {}) =>
  lineBody.parse({
    ...{ id: 1, product_id: 5, variant_id: 6, order_address_id: 9, name: 'A cup', sku: 'CUP' },
    ...{ quantity: 3, price_inc_tax: '10.0000', total_inc_tax: '30.0000', ...change },
  });

const read = (parts: Partial<OrderParts>) =>
  shopOrderOf(
    {
      ...{ order: order(), lines: [line()], addresses: [], shipments: [], transactions: [] },
      ...{ refunds: [], ...parts },
    },
    place,
  );

describe('the standing of an order', () => {
  test.each([
    [0, 'unpaid'],
    [1, 'unpaid'],
    [6, 'unpaid'],
    [7, 'awaiting_payment'],
    [8, 'open'],
    [9, 'open'],
    [11, 'open'],
    [12, 'open'],
    [13, 'open'],
    [3, 'open'],
    [14, 'open'],
    [2, 'shipped'],
    [10, 'shipped'],
    [4, 'cancelled'],
    [5, 'cancelled'],
    [99, 'unpaid'],
  ])('of status %i is %s', (status_id, standing) => {
    expect(standingOf({ status_id })).toBe(standing);
  });

  test('of an archived one is cancelled, of one that went and came back shipped', () => {
    expect(standingOf({ status_id: 11, is_deleted: true })).toBe('cancelled');
    expect(standingOf({ status_id: 4, items_total: 2, items_shipped: 2 })).toBe('shipped');
    expect(standingOf({ status_id: 4, items_total: 2, items_shipped: 1 })).toBe('cancelled');
  });
});

describe('the money of an order', () => {
  test('is of the currency that is charged, and adds up to the total', () => {
    const parts = { order: order({ total_inc_tax: '36.5000' }) };
    const read1 = read(parts);
    expect(read1.lines[0]?.total).toEqual({ amount: 3_000, currency: 'EUR' });
    expect(read1.shipping).toEqual({ amount: 650, currency: 'EUR' });
    expect(read1.placedAt).toBe('2012-10-04T03:24:40.000Z');
  });

  test('has the discount taken off where it was given, and what is left off the goods', () => {
    const discounted = read({ lines: [line({ discounted_total_inc_tax: '25.0000' })] });
    expect(discounted.lines[0]?.total.amount).toBe(2_500);
    expect(discounted.shipping.amount).toBe(500);
    const lines = [line(), line({ id: 2, total_inc_tax: '10.0000', quantity: 1 })];
    const less = read({ order: order({ total_inc_tax: '32.0000' }), lines });
    expect(less.lines.map(({ total }) => total.amount)).toEqual([2_400, 800]);
    expect(less.shipping.amount).toBe(0);
  });

  test('counts goods that nobody sends with the shipping', () => {
    const lines = [line(), line({ id: 2, type: 'digital', total_inc_tax: '5.0000' })];
    const mixed = read({ order: order({ total_inc_tax: '35.0000' }), lines });
    expect(mixed.lines.map(({ id }) => id)).toEqual(['1']);
    expect(mixed.shipping.amount).toBe(500);
  });

  test('is less by credit, and paid by the shop only when it was captured', () => {
    const credit = { store_credit_amount: '5.0000', gift_certificate_amount: '2.0000' };
    expect(read({ order: order(credit) })).toMatchObject({
      paidOtherwise: { amount: 700 },
      payment: { by: 'shop', paid: { amount: 2_300 } },
    });
    const paid = (change: object) => read({ order: order(change) }).payment;
    expect(paid({ payment_status: 'authorized' })).toMatchObject({
      by: 'shop',
      paid: { amount: 0 },
    });
    expect(paid({ payment_status: '' })).toEqual({ by: 'nobody' });
    expect(paid({ payment_status: '', store_credit_amount: '30.0000' })).toMatchObject({
      ...{ by: 'shop', paid: { amount: 0 } },
    });
  });

  test('given back is what the list or the order shows, and no declined refund', () => {
    const refund = { id: 1, reason: null, total_amount: 10, items: [] };
    const [done, declined] = [{ amount: 10 }, { amount: 10, is_declined: true }];
    const refunds = [
      { ...refund, payments: [done] },
      { ...refund, payments: [declined] },
    ];
    expect(read({ refunds }).refunded.amount).toBe(1_000);
    expect(read({ refunds: [], order: order({ refunded_amount: '4.0000' }) }).refunded.amount).toBe(
      400,
    );
  });

  test.each([
    { gateway: 'adyen' },
    { provider_customer_id: null },
    { gateway_transaction_id: 'ch_1' },
    { event: 'authorization' },
    { status: 'error' },
  ])('is no intent of Stripe with %o', (change) => {
    const transaction = {
      ...{ event: 'purchase', amount: 30, currency: 'EUR', gateway: 'stripe', status: 'ok' },
      ...{ gateway_transaction_id: 'pi_1', provider_customer_id: 'cus_1' },
    };
    expect(read({ transactions: [transaction] }).payment.by).toBe('stripe');
    expect(read({ transactions: [{ ...transaction, ...change }] }).payment.by).toBe('shop');
  });
});

describe('the lines of an order', () => {
  test('say what is on backorder where the store says so', () => {
    expect(read({}).lines[0]?.backordered).toBe('unknown');
    expect(read({ lines: [line({ quantity_backordered: 2 })] }).lines[0]?.backordered).toBe(2);
  });

  test('are less what was refunded before it went, and all that had gone', () => {
    const count = (change: object) => read({ lines: [line(change)] }).lines[0];
    expect(count({ quantity_refunded: 1 })).toMatchObject({
      quantity: 2,
      total: { amount: 2_000 },
    });
    expect(count({ quantity_refunded: 1, quantity_shipped: 3 })?.quantity).toBe(3);
    expect(count({ quantity_refunded: 3 })).toBeUndefined();
  });

  test('have a SKU even where the product has none', () => {
    expect(read({ lines: [line({ sku: '' })] }).lines[0]?.sku).toBe('item-5:6');
    expect(read({}).lines[0]).toMatchObject({ sku: 'CUP', itemId: '5:6' });
  });
});

describe('the level of an item', () => {
  test('is what is there less what is owed, with backorders of BigCommerce', () => {
    const place1 = { location_id: 1, total_inventory_onhand: 0, available_to_sell: 50 };
    expect(nativeLevelOf({ ...place1, qty_backordered: 2 })).toBe(-2);
    expect(nativeLevelOf(place1)).toBeUndefined();
  });

  const variants = [
    { id: 1, sku: 'A', inventory_level: 3 },
    { id: 2, sku: 'B', inventory_level: 4 },
  ];
  test.each([
    { tracking: 'none', level: undefined },
    { tracking: 'variant', level: 4 },
    // One that both variants share is neither's.
    { tracking: 'product', level: undefined },
  ] as const)(
    'is $level of a variant when the store counts by $tracking',
    ({ tracking, level }) => {
      const product = { inventory_tracking: tracking, inventory_level: 9, variants };
      expect(classicLevelOf(product, { sku: 'B', variant_id: 2 })).toBe(level);
    },
  );

  test('is the product’s where it has one variant', () => {
    const [only] = variants;
    const product = {
      inventory_tracking: 'product',
      inventory_level: 9,
      variants: [only],
    } as const;
    expect(
      classicLevelOf({ ...product, variants: only ? [only] : [] }, { sku: 'A', variant_id: 1 }),
    ).toBe(9);
  });
});
