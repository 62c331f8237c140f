import { createHmac } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { readDelivery } from '../../../../api/connector/bigcommerce/delivery.ts';

const secret = 'sécret of an app';
const now = '2026-11-23T10:00:00.000Z';
const seconds = Date.parse(now) / 1000;

type Change = {
  body?: object | string;
  key?: string | Buffer;
  at?: number;
  headers?: Record<string, string | undefined>;
  secrets?: string[];
};

/** Signed here by hand, so that it does not follow from the library that verifies. */
const deliver = ({
  body,
  key = secret,
  at = seconds,
  headers = {},
  secrets = [secret],
}: Change) => {
  const event = {
    ...{ scope: 'store/order/created', store_id: '1025646', producer: 'stores/abc' },
    ...{ data: { type: 'order', id: 250 }, hash: 'dd70', created_at: seconds },
  };
  const text = typeof body === 'string' ? body : JSON.stringify({ ...event, ...body });
  const hmac = createHmac('sha256', Buffer.from(key as string));
  const signature = hmac.update(`msg_1.${at}.${text}`).digest('base64');
  const all = {
    ...{ 'webhook-id': 'msg_1', 'webhook-timestamp': String(at) },
    ...{ 'webhook-signature': `v1,${signature}`, ...headers },
  };
  const given = Object.entries(all).filter((entry): entry is [string, string] => Boolean(entry[1]));
  const request = { body: new TextEncoder().encode(text), headers: new Headers(given), now };
  return readDelivery(request, secrets, 'abc');
};

describe('a delivery', () => {
  test.each([
    { scope: 'store/order/created', data: { type: 'order', id: 250 }, about: { orderId: '250' } },
    {
      scope: 'store/order/statusUpdated',
      data: { id: 250, status: {} },
      about: { orderId: '250' },
    },
    { scope: 'store/order/archived', data: { id: 250 }, about: { orderId: '250' } },
    {
      scope: 'store/order/refund/created',
      data: { id: 250, refund: { refund_id: 3 } },
      about: { orderId: '250' },
    },
    {
      scope: 'store/order/transaction/created',
      data: { type: 'order', order_id: 250, transaction_id: 9 },
      about: { orderId: '250' },
    },
    { scope: 'store/shipment/created', data: { id: 12, orderId: 251 }, about: { orderId: '251' } },
    {
      scope: 'store/product/inventory/updated',
      data: { type: 'product', id: 167, inventory: { product_id: 167, value: 5 } },
      about: { itemId: '167' },
    },
    {
      scope: 'store/sku/inventory/order/updated',
      data: { type: 'sku', id: 461, inventory: { product_id: 206, variant_id: 509 } },
      about: { itemId: '206:509' },
    },
    {
      scope: 'store/channel/1/inventory/product/stock_changed',
      data: { variant_id: 509, product_id: 206, location_id: 1 },
      about: { itemId: '206:509' },
    },
    { scope: 'store/app/uninstalled', data: undefined, about: 'gone' },
  ])('of $scope is a reason to look', ({ scope, data, about }) => {
    expect(deliver({ body: { scope, data } })).toEqual({ deliveryId: `${scope} dd70`, about });
  });

  test('has one id for one event, and the header only where there is no hash', () => {
    expect(deliver({ headers: { 'webhook-id': 'msg_1' } })).toMatchObject({
      deliveryId: 'store/order/created dd70',
    });
    expect(deliver({ body: { hash: undefined } })).toMatchObject({
      deliveryId: 'store/order/created msg_1',
    });
  });

  test.each([
    { about: 'another scope', body: { scope: 'store/customer/created', data: { id: 4 } } },
    {
      about: 'a shipment without its order',
      body: { scope: 'store/shipment/created', data: { id: 1 } },
    },
    { about: 'no object', body: '[]' },
    { about: 'no JSON', body: 'webhook_id=1' },
    { about: 'an id that is none', body: { data: { id: '../1' } } },
  ])('that is signed and tells of $about is a ping', ({ body }) => {
    expect(deliver({ body })).toBe('ping');
  });

  test.each([
    { why: 'another secret', change: { key: 'another' } },
    {
      why: 'a secret whose characters are taken for bytes',
      change: { key: Buffer.from(secret, 'latin1') },
    },
    { why: 'no secret at all', change: { secrets: [] } },
    { why: 'an empty secret', change: { secrets: [''], key: '' } },
    { why: 'another store', change: { body: { producer: 'stores/other' } } },
    { why: 'an age of six minutes', change: { at: seconds - 360 } },
    { why: 'a time six minutes ahead', change: { at: seconds + 360 } },
    { why: 'no id', change: { headers: { 'webhook-id': undefined } } },
    { why: 'no time', change: { headers: { 'webhook-timestamp': undefined } } },
    { why: 'no signature', change: { headers: { 'webhook-signature': undefined } } },
    {
      why: 'a signature of another version',
      change: { headers: { 'webhook-signature': 'v2,abc' } },
    },
    {
      why: 'another time than was signed',
      change: { headers: { 'webhook-timestamp': '1795428001' } },
    },
  ])('is forged with $why', ({ change }) => {
    expect(deliver(change)).toBe('forged');
  });

  test('holds with either secret while they rotate, and within five minutes', () => {
    expect(deliver({ secrets: ['old', secret] })).toMatchObject({ about: { orderId: '250' } });
    expect(deliver({ at: seconds - 290 })).toMatchObject({ about: { orderId: '250' } });
    expect(deliver({ at: seconds + 290 })).toMatchObject({ about: { orderId: '250' } });
  });
});
