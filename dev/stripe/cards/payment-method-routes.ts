import { Hono } from 'hono';
import { z } from 'zod';
import type { Endpoint } from '../http/endpoint.ts';
import { missing } from '../http/errors.ts';
import { listPage } from '../http/lists.ts';
import { common, paging, readParams } from '../http/params.ts';
import type { Store } from '../store.ts';
import { getCustomer } from './customers.ts';
import { updatePaymentMethod } from './payment-method-update.ts';
import { attach, detach, getPaymentMethod } from './payment-methods.ts';

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
