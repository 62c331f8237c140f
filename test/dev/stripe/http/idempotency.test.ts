import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Served, serveStripe } from '../serve.ts';

let served: Served;
let nowMs = Date.parse('2026-11-23T10:00:00Z');

beforeAll(async () => {
  served = await serveStripe({ now: () => nowMs, latencyMs: 50 });
});
afterAll(() => served.close());

const intent = { amount: '500', currency: 'usd', payment_method: 'pm_card_visa', confirm: 'true' };
const send = async (
  form: Record<string, string>,
  key: string,
  path = '/v1/payment_intents',
  to = served,
) => {
  const response = await to.post(path, form, { 'idempotency-key': key });
  return {
    status: response.status,
    replayed: response.headers.get('idempotent-replayed'),
    requestId: response.headers.get('request-id'),
    original: response.headers.get('original-request'),
    body: (await response.json()) as { id?: string; error?: { type: string; code?: string } },
  };
};

test('repeats the first answer to the same key, whatever the order of the parameters', async () => {
  const first = await send(intent, 'k1');
  const again = await send(Object.fromEntries(Object.entries(intent).reverse()), 'k1');
  expect(first).toMatchObject({ status: 200, replayed: null });
  expect(again).toMatchObject({ status: 200, replayed: 'true', body: first.body });
  expect(again.original).toBe(first.requestId);
  expect(again.requestId).not.toBe(first.requestId);
});

test('repeats a decline too', async () => {
  const declined = { ...intent, payment_method: 'pm_card_chargeCustomerFail' };
  const first = await send(declined, 'k2');
  const again = await send(declined, 'k2');
  expect(first.status).toBe(402);
  expect(again).toMatchObject({ status: 402, replayed: 'true', body: first.body });
});

test('refuses the key with other parameters, or on another path', async () => {
  await send(intent, 'k3');
  for (const answer of [
    await send({ ...intent, amount: '501' }, 'k3'),
    await send(intent, 'k3', '/v1/customers'),
  ])
    expect(answer).toMatchObject({ status: 400, body: { error: { type: 'idempotency_error' } } });
});

test('refuses the key while the first call with it is still running', async () => {
  // So slow that also a busy machine sends the second call in time.
  const slow = await serveStripe({ latencyMs: 2_000 });
  const call = () => send(intent, 'k4', '/v1/payment_intents', slow);
  const answers = await Promise.all([call(), call()]);
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  const refused = answers.find(({ status }) => status === 409);
  expect(refused?.body.error?.code).toBe('idempotency_key_in_use');
  expect(await call()).toMatchObject({ status: 200, replayed: 'true' });
  await slow.close();
});

test('keeps nothing of a request whose parameters are not valid', async () => {
  expect((await send({ ...intent, amount: '0' }, 'k5')).status).toBe(400);
  expect(await send(intent, 'k5')).toMatchObject({ status: 200, replayed: null });
});

test('forgets a key after 24 hours', async () => {
  const first = await send(intent, 'k6');
  nowMs += 24 * 60 * 60_000 - 1;
  expect((await send(intent, 'k6')).replayed).toBe('true');
  nowMs += 1;
  const fresh = await send(intent, 'k6');
  expect(fresh.replayed).toBeNull();
  expect(fresh.body.id).not.toBe(first.body.id);
});
