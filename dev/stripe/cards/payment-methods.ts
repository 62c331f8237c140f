import { Hono } from 'hono';
import { z } from 'zod';
import type { Endpoint } from '../http/endpoint.ts';
import { missing, refused } from '../http/errors.ts';
import { listPage } from '../http/lists.ts';
import { common, paging, readParams } from '../http/params.ts';
import type { Store } from '../store.ts';
import { cardOf, methodOfCard } from './cards-in-use.ts';
import { getCustomer } from './customers.ts';
import { updatePaymentMethod } from './payment-method-update.ts';
import { type CardChecks, findTestCard } from './test-cards.ts';

export type PaymentMethod = {
  id: string;
  object: 'payment_method';
  type: 'card';
  created: number;
  livemode: false;
  customer: string | null;
  allow_redisplay: 'unspecified';
  billing_details: BillingDetails;
  card: {
    brand: string;
    checks: CardChecks;
    last4: string;
    funding: string;
    country: string;
    exp_month: number;
    exp_year: number;
    fingerprint: string;
    networks: { available: string[]; preferred: null };
  };
  metadata: Record<string, string>;
};

type BillingDetails = {
  address: Record<string, string> | null;
  email: string | null;
  name: string | null;
  phone: string | null;
};

const attachParams = z.strictObject({ ...common, customer: z.string() });
const detachParams = z.strictObject(common);
const listParams = z.strictObject({
  ...paging,
  customer: z.string().optional(),
  type: z.string().optional(),
});

/** `/v1/payment_methods` (docs.stripe.com/api/payment_methods). */
export const paymentMethodRoutes = (endpoint: Endpoint, store: Store): Hono =>
  new Hono()
    .get(
      '/',
      endpoint(({ form, path }) => {
        const params = readParams(listParams, form);
        return listOfCustomer(store, path, params.customer, params);
      }),
    )
    .get(
      '/:id',
      endpoint(({ id, nowMs }) => getPaymentMethod(store, { id, nowMs })),
    )
    .post(
      '/:id',
      endpoint((call) => updatePaymentMethod(store, call)),
    )
    .post(
      '/:id/attach',
      endpoint(({ id, form, nowMs }) => {
        const { customer } = readParams(attachParams, form);
        getCustomer(store, customer, 'customer');
        return attach(store, { id, customer, nowMs });
      }),
    )
    .post(
      '/:id/detach',
      endpoint(({ id, form, nowMs }) => {
        readParams(detachParams, form);
        return detach(store, getPaymentMethod(store, { id, nowMs }));
      }),
    );

/** `/v1/customers/:customer/payment_methods`. */
export const customerPaymentMethodRoutes = (endpoint: Endpoint, store: Store): Hono =>
  new Hono()
    .get(
      '/:customer/payment_methods',
      endpoint(({ form, path, names }) => {
        const params = readParams(listParams, form);
        return listOfCustomer(store, path, getCustomer(store, names.customer ?? '').id, params);
      }),
    )
    .get(
      '/:customer/payment_methods/:id',
      endpoint(({ id, names }) => {
        const method = store.find('payment_method', id);
        if (!method || method.customer !== names.customer) throw missing('PaymentMethod', id);
        return method;
      }),
    );

const listOfCustomer = (
  store: Store,
  path: string,
  customer: string | undefined,
  params: z.output<typeof listParams>,
) => {
  const ofCards = params.type === undefined || params.type === 'card';
  const all = store
    .list('payment_method')
    .filter((method) => ofCards && customer !== undefined && method.customer === customer);
  return listPage(path, all, params);
};

/** The method, a new one if a test card is named, or a failure: 404, or 400 with the parameter. */
export const getPaymentMethod = (
  store: Store,
  { id, nowMs, param }: { id: string; nowMs: number; param?: string },
): PaymentMethod => {
  const found = store.find('payment_method', id);
  if (found) return found;
  const test = findTestCard(id);
  if (!test) throw missing('PaymentMethod', id, param);
  const method = methodOfCard(test.card, nowMs);
  store.put('payment_method', method);
  store.put('card_in_use', { id: method.id, name: test.name, setUp: false });
  return method;
};

/** Gives the method to the customer; a test card becomes a method of its own. */
export const attach = (
  store: Store,
  { customer, ...named }: { id: string; customer: string; nowMs: number; param?: string },
): PaymentMethod => {
  const method = getPaymentMethod(store, named);
  if (method.customer !== null && method.customer !== customer)
    throw refused('The payment method you provided has already been attached to a customer.');
  cardOf(store, method);
  const attached = { ...method, customer };
  store.put('payment_method', attached);
  return attached;
};

const detach = (store: Store, method: PaymentMethod): PaymentMethod => {
  if (method.customer === null)
    throw refused(
      'The payment method you provided is not attached to a customer so detachment is impossible.',
    );
  const detached = { ...method, customer: null };
  store.put('payment_method', detached);
  store.remove('card_in_use', method.id);
  return detached;
};
