import { Hono } from 'hono';
import { z } from 'zod';
import type { Endpoint } from '../http/endpoint.ts';
import { missing } from '../http/errors.ts';
import { listPage } from '../http/lists.ts';
import {
  common,
  ignored,
  mergeMetadata,
  metadata,
  paging,
  readParams,
  text,
} from '../http/params.ts';
import { newId } from '../ids.ts';
import type { Customer } from '../records/customer.ts';
import type { Store } from '../store.ts';
import { attach } from './payment-methods.ts';

const details = {
  ...common,
  ...ignored('address', 'business_name', 'individual_name', 'invoice_settings'),
  ...ignored('preferred_locales', 'shipping', 'tax', 'tax_exempt'),
  email: text.optional(),
  name: text.optional(),
  phone: text.optional(),
  description: text.optional(),
  metadata: metadata.optional(),
};
const updateParams = z.strictObject(details);
const createParams = z.strictObject({ ...details, payment_method: z.string().optional() });
const listParams = z.strictObject({ ...paging, email: z.string().optional() });

/** `/v1/customers` (docs.stripe.com/api/customers). */
export const customerRoutes = (endpoint: Endpoint, store: Store): Hono =>
  new Hono()
    .post(
      '/',
      endpoint(({ form, nowMs }) => {
        const { payment_method, ...params } = readParams(createParams, form);
        const customer = change(blank(nowMs), params);
        store.put('customer', customer);
        if (payment_method !== undefined)
          attach(store, {
            id: payment_method,
            customer: customer.id,
            nowMs,
            param: 'payment_method',
          });
        return customer;
      }),
    )
    .get(
      '/',
      endpoint(({ form }) => {
        const params = readParams(listParams, form);
        const all = store
          .list('customer')
          .filter(({ email }) => params.email === undefined || email === params.email);
        return listPage('/v1/customers', all, params);
      }),
    )
    .get(
      '/:id',
      endpoint(({ id }) => getCustomer(store, id)),
    )
    .post(
      '/:id',
      endpoint(({ id, form }) => {
        const customer = change(getCustomer(store, id), readParams(updateParams, form));
        store.put('customer', customer);
        return customer;
      }),
    );

/** The customer, or a failure: 404, or 400 with the parameter that named it. */
export const getCustomer = (store: Store, id: string, param?: string): Customer => {
  const customer = store.find('customer', id);
  if (!customer) throw missing('customer', id, param);
  return customer;
};

const blank = (nowMs: number): Customer => ({
  id: newId('cus'),
  object: 'customer',
  created: Math.floor(nowMs / 1000),
  livemode: false,
  email: null,
  name: null,
  phone: null,
  description: null,
  default_source: null,
  balance: 0,
  shipping: null,
  metadata: {},
});

const change = (customer: Customer, params: z.output<typeof updateParams>): Customer => ({
  ...customer,
  email: params.email === undefined ? customer.email : params.email,
  name: params.name === undefined ? customer.name : params.name,
  phone: params.phone === undefined ? customer.phone : params.phone,
  description: params.description === undefined ? customer.description : params.description,
  metadata: mergeMetadata(customer.metadata, params.metadata),
});
