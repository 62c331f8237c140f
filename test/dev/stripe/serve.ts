import type { AddressInfo } from 'node:net';
import { type ServerType, serve } from '@hono/node-server';
import { Hono } from 'hono';
import Stripe from 'stripe';
import { createFaultPlan, type Fault, type FaultPlan } from '../../../dev/faults.ts';
import { createStripeStandIn } from '../../../dev/stripe/app.ts';
import type { Webhook } from '../../../dev/stripe/events/deliveries.ts';
import type { Store } from '../../../dev/stripe/store.ts';

export type Served = {
  /** Where the API is, the path it is mounted under included. */
  base: string;
  stripe: Stripe;
  faults: FaultPlan;
  /** Plans faults through the HTTP door that a test elsewhere would use. */
  plan(...faults: Partial<Fault>[]): Promise<Response>;
  /** What banks, card networks and cardholders do by themselves. */
  act(act: object): Promise<Response>;
  /** Sets how events are delivered. */
  deliver(settings: object): Promise<Response>;
  post(
    path: string,
    form: Record<string, string>,
    headers?: Record<string, string>,
  ): Promise<Response>;
  close(): Promise<void>;
};

/** The stand-in on a port of its own, mounted under /stripe, and the real SDK talking to it. */
export const serveStripe = async (
  options: { store?: Store; now?: () => number; latencyMs?: number; webhook?: Webhook } = {},
): Promise<Served> => {
  const faults = createFaultPlan();
  const ending = new AbortController();
  const { signal } = ending;
  const app = new Hono().route('/stripe', createStripeStandIn({ faults, signal, ...options }));
  const server = await new Promise<ServerType>((resolve) => {
    const started = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, () =>
      resolve(started),
    );
  });
  const { port } = server.address() as AddressInfo;
  const base = `http://127.0.0.1:${port}/stripe`;
  return {
    base,
    stripe: createClient(base),
    faults,
    plan: (...body) => postJson(`${base}/_faults`, body),
    act: (body) => postJson(`${base}/_acts`, body),
    deliver: (body) => postJson(`${base}/_deliveries`, body),
    post: (path, form, headers = {}) =>
      fetch(`${base}${path}`, {
        method: 'POST',
        headers: { authorization: 'Bearer sk_test_1', ...headers },
        body: new URLSearchParams(form),
      }),
    close: async () => {
      ending.abort();
      if ('closeAllConnections' in server) server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
};

const postJson = (url: string, body: object): Promise<Response> =>
  fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });

/** The SDK with nothing changed but the address. */
const createClient = (base: string): Stripe =>
  new Stripe('sk_test_1', {
    maxNetworkRetries: 0,
    timeout: 2000,
    httpClient: Stripe.createFetchHttpClient((input, init) => {
      const { pathname, search } = new URL(String(input));
      return fetch(`${base}${pathname}${search}`, init);
    }),
  });

/** A customer with one of Stripe's test cards. */
export const createBuyer = async (
  stripe: Stripe,
  card = 'pm_card_visa',
): Promise<{ customer: string; payment_method: string }> => {
  const customer = await stripe.customers.create({ email: 'ada@example.org' });
  const method = await stripe.paymentMethods.attach(card, { customer: customer.id });
  return { customer: customer.id, payment_method: method.id };
};

/** The error a call ends with; fails when it does not. */
export const errorOf = async (call: Promise<unknown>): Promise<Stripe.errors.StripeError> => {
  try {
    await call;
  } catch (error) {
    if (error instanceof Stripe.errors.StripeError) return error;
    throw error;
  }
  throw new Error('The call was expected to fail and did not.');
};
