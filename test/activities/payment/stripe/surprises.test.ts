import type { AddressInfo } from 'node:net';
import { type ServerType, serve } from '@hono/node-server';
import { Hono } from 'hono';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { PaymentProvider } from '../../../../activities/payment/provider.ts';
import { createStripePayments } from '../../../../activities/payment/stripe/provider.ts';

let server: ServerType;
let answer: () => Response = () => new Response();
let requests = 0;
let payments: PaymentProvider;

beforeAll(async () => {
  const app = new Hono().all('/*', () => {
    requests += 1;
    return answer();
  });
  await new Promise<void>((resolve) => {
    server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, () => resolve());
  });
  const { port } = server.address() as AddressInfo;
  payments = createStripePayments({
    secretKey: 'sk_test_1',
    apiBase: `http://127.0.0.1:${port}/deep/path/`,
  });
});
afterAll(() => void server.close());

const request = {
  key: 'k1',
  attemptId: 'a1',
  orderId: '1001',
  customerId: 'cus_1',
  paymentMethodId: 'pm_1',
  amount: { amount: 100, currency: 'USD' },
};
const json = (body: unknown, init?: ResponseInit) => () => Response.json(body, init);
const notFound = { outcome: 'refused', code: 'unexpected_answer' };
const unknown = { outcome: 'unknown', replayed: false };

test.each([
  ['a 404 without an error object', json({ message: 'Not Found' }, { status: 404 }), notFound],
  ['a 404 page', () => new Response('<h1>Not Found</h1>', { status: 404 }), notFound],
  ['an OAuth style error', json({ error: 'nope' }, { status: 400 }), notFound],
  ['a gateway’s page', () => new Response('<h1>Bad Gateway</h1>', { status: 502 }), unknown],
  ['a gateway’s JSON', json({ message: 'Bad Gateway' }, { status: 502 }), unknown],
  ['a redirect', () => new Response(null, { status: 302, headers: { location: '/' } }), notFound],
  ['an object of another kind', json({ id: 'cus_1', object: 'customer' }), unknown],
  ['a status never heard of', json({ ...bare(), status: 'requires_luck' }), unknown],
  ['an empty body', () => new Response(''), unknown],
  [
    'a list where an intent should be',
    json({ object: 'list', data: [], has_more: false }),
    unknown,
  ],
  ['a page that says 200', () => new Response('<h1>Welcome</h1>'), unknown],
])('%s is never taken for success', async (_, given, expected) => {
  answer = given;
  requests = 0;
  expect(await payments.authorize(request)).toEqual(expected);
  expect(requests).toBe(1);
});

test('a decline that names no intent has the bank’s code beside that of the refusal', async () => {
  const error = { type: 'card_error', code: 'card_declined', decline_code: 'lost_card' };
  answer = json({ error: { ...error, network_decline_code: '41' } }, { status: 402 });
  expect(await payments.authorize(request)).toEqual({
    outcome: 'refused',
    code: 'card_declined',
    decline: { kind: 'hard', code: 'lost_card', networkCode: '41' },
  });
});

test('a date in Retry-After is understood', async () => {
  const date = new Date(Date.now() + 60_000).toUTCString();
  answer = json(
    { error: { message: 'slow down' } },
    { status: 429, headers: { 'retry-after': date } },
  );
  const later = await payments.authorize(request);
  expect(later).toMatchObject({ outcome: 'later' });
  expect(later.outcome === 'later' && Math.round(later.retryAfterMs / 10_000)).toBe(6);
});

test('a list with something strange in it proves nothing absent', async () => {
  answer = json({ object: 'list', data: [bare(), { object: 'tree' }], has_more: false });
  expect(await payments.findIntent({ customerId: 'cus_1', attemptId: 'a9' })).toEqual(unknown);
});

test('a server that is not there is unknown', async () => {
  const nobody = createStripePayments({ secretKey: 'sk_test_1', apiBase: 'http://127.0.0.1:1' });
  expect(await nobody.authorize(request)).toEqual(unknown);
});

function bare() {
  return {
    id: 'pi_1',
    object: 'payment_intent',
    amount: 100,
    amount_capturable: 100,
    amount_received: 0,
    created: 1_795_428_000,
    currency: 'usd',
    status: 'requires_capture',
  };
}
