import type { AddressInfo } from 'node:net';
import { type ServerType, serve } from '@hono/node-server';
import { Hono } from 'hono';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { PaymentProvider } from '../../../../activities/payment/provider.ts';
import { createStripePayments } from '../../../../activities/payment/stripe/provider.ts';

let server: ServerType;
let pages: object[] = [];
let asked: URL[] = [];
let payments: PaymentProvider;

beforeAll(async () => {
  const app = new Hono().get('/*', (c) => {
    asked.push(new URL(c.req.url));
    const [data = [], has_more = false] = [pages.shift(), pages.length > 0];
    return c.json({ object: 'list', url: c.req.path, data, has_more });
  });
  await new Promise<void>((resolve) => {
    server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, () => resolve());
  });
  const { port } = server.address() as AddressInfo;
  payments = createStripePayments({
    secretKey: 'sk_test_1',
    apiBase: `http://127.0.0.1:${port}`,
  });
});
beforeEach(() => {
  asked = [];
});
afterAll(() => void server.close());

const intent = (id: string) => ({
  id,
  object: 'payment_intent',
  amount: 100,
  amount_capturable: 0,
  amount_received: 100,
  created: 1_795_428_000,
  currency: 'usd',
  latest_charge: { amount: 100, amount_captured: 100, amount_refunded: 0, disputed: true },
  status: 'succeeded',
});
const dispute = (id: string) => ({
  id,
  object: 'dispute',
  amount: 100,
  currency: 'usd',
  status: 'needs_response',
});

test('the account’s intents come by the page, each page saying where the next begins', async () => {
  pages = [[intent('pi_2'), intent('pi_1')], [intent('pi_0')]];
  const since = '2026-11-23T10:00:00.900Z';
  expect(await payments.listIntents({ since })).toMatchObject({
    outcome: 'ok',
    value: {
      intents: [{ intentId: 'pi_2', isDisputed: true }, { intentId: 'pi_1' }],
      next: 'pi_1',
    },
  });
  expect(await payments.listIntents({ since, after: 'pi_1' })).toMatchObject({
    outcome: 'ok',
    value: { intents: [{ intentId: 'pi_0' }], next: null },
  });
  expect(asked.map(({ searchParams }) => Object.fromEntries(searchParams))).toEqual([
    { 'created[gte]': '1795428000', limit: '100', 'expand[0]': 'data.latest_charge' },
    {
      'created[gte]': '1795428000',
      limit: '100',
      'expand[0]': 'data.latest_charge',
      starting_after: 'pi_1',
    },
  ]);
});

test('a page of intents with something strange in it proves nothing', async () => {
  pages = [[intent('pi_1'), { object: 'tree' }]];
  expect(await payments.listIntents({ since: '2026-11-23T10:00:00Z' })).toEqual({
    outcome: 'unknown',
    replayed: false,
  });
});

test('every dispute of an intent is listed, over all pages', async () => {
  pages = [[dispute('du_2')], [dispute('du_1')]];
  expect(await payments.listDisputes('pi_1')).toMatchObject({
    outcome: 'ok',
    value: [{ disputeId: 'du_2' }, { disputeId: 'du_1' }],
  });
  expect(asked.map(({ pathname }) => pathname)).toEqual(['/v1/disputes', '/v1/disputes']);
  expect(asked[0]?.searchParams.get('payment_intent')).toBe('pi_1');
});

test('the fraud warnings of an intent are listed', async () => {
  pages = [[{ id: 'issfr_1', object: 'radar.early_fraud_warning', actionable: false }]];
  expect(await payments.listFraudWarnings('pi_1')).toEqual({
    outcome: 'ok',
    value: [{ warningId: 'issfr_1', isActionable: false }],
  });
  expect(asked[0]?.pathname).toBe('/v1/radar/early_fraud_warnings');
});
