import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { PaymentProvider } from '../../../../activities/payment/provider.ts';
import { createBuyer, type Served } from '../../../dev/stripe/serve.ts';
import { granted, servePayments } from './served-payments.ts';

let served: Served;
let payments: PaymentProvider;

beforeAll(async () => {
  ({ served, payments } = await servePayments());
});
afterEach(() => served.faults.clear());
afterAll(() => served.close());

let count = 0;
const nextKey = (): string => `attempt-${++count}`;

describe('a card', () => {
  test('says whose it is and until when it is good', async () => {
    const { customer, payment_method } = await createBuyer(served.stripe);
    expect(granted(await payments.getCard(payment_method))).toEqual({
      methodId: payment_method,
      customerId: customer,
      expires: { year: new Date().getUTCFullYear() + 3, month: 12 },
      fingerprint: expect.any(String),
    });
  });

  test('that was detached belongs to nobody, and one that never was is not there', async () => {
    const { payment_method } = await createBuyer(served.stripe);
    await served.stripe.paymentMethods.detach(payment_method);
    expect(granted(await payments.getCard(payment_method))?.customerId).toBeNull();
    expect(await payments.getCard('pm_0')).toEqual({ outcome: 'ok', value: undefined });
  });
});

describe('a customer', () => {
  test('is one however often it is asked for under the same key', async () => {
    const ada = { orderId: '1001', email: 'ada@example.org', name: 'Ada' };
    const request = { key: nextKey(), ...ada };
    const { customerId } = granted(await payments.createCustomer(request));
    expect(granted(await payments.createCustomer(request))).toEqual({ customerId });
    const { email, name, metadata } = await served.stripe.customers
      .retrieve(customerId)
      .then((customer) => customer as { email: string; name: string; metadata: object });
    expect({ email, name, metadata }).toEqual({
      ...{ email: ada.email, name: 'Ada' },
      metadata: { order: '1001' },
    });
  });

  test('needs no name', async () => {
    const ben = { key: nextKey(), orderId: '1002', email: 'ben@example.org', name: null };
    expect(granted(await payments.createCustomer(ben)).customerId).toMatch(/^cus_/);
  });
});

describe('a setup', () => {
  const create = async () => {
    const { customer } = await createBuyer(served.stripe);
    const request = { key: nextKey(), customerId: customer, orderId: '1001' };
    return { request, setup: granted(await payments.createSetup(request)) };
  };

  test('waits for the customer’s card, and is one however often it is asked for', async () => {
    const { request, setup } = await create();
    expect(setup).toEqual({
      setupId: expect.stringMatching(/^seti_/),
      status: 'open',
      clientSecret: expect.stringContaining(`${setup.setupId}_secret_`),
      paymentMethodId: null,
    });
    expect(granted(await payments.createSetup(request))).toEqual(setup);
    expect(await served.stripe.setupIntents.retrieve(setup.setupId)).toMatchObject({
      customer: request.customerId,
      usage: 'off_session',
      metadata: { order: '1001' },
    });
  });

  test('once done says which card was given', async () => {
    const { request, setup } = await create();
    await served.stripe.setupIntents.confirm(setup.setupId, { payment_method: 'pm_card_visa' });
    const done = granted(await payments.getSetup(setup.setupId));
    expect(done).toMatchObject({ status: 'succeeded' });
    const card = granted(await payments.getCard(done.paymentMethodId ?? ''));
    expect(card?.customerId).toBe(request.customerId);
  });
});
