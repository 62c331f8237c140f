import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkoutBody } from '../backorder/checkout/checkout-body.ts';
import { startTestApp } from '../test-app.ts';

let api: Awaited<ReturnType<typeof startTestApp>>;
beforeAll(async () => {
  api = await startTestApp();
});
afterAll(() => api.close());

const read = (email: string) =>
  api.call('GET', `/v1/preferences?email=${encodeURIComponent(email)}`, { as: 'support' });

const put = (body: unknown) => api.call('PUT', '/v1/preferences', { as: 'support', body });

const checkout = (orderId: string, email: string, marketingConsent: boolean) =>
  api.call('POST', '/v1/backorders', {
    as: 'checkout',
    body: checkoutBody({ orderId, customer: { email, name: 'Ada', marketingConsent } }),
  });

describe('the preferences of an address', () => {
  it('are the defaults for an unknown one', async () => {
    expect(await read('nobody@example.org')).toMatchObject({
      status: 200,
      body: {
        ...{ email: 'nobody@example.org', topics: { updates: true, offers: false } },
        ...{ pausedUntil: null, changedAt: null, by: null },
      },
    });
  });

  it('are those of the checkout, which is nobody’s change', async () => {
    await checkout('P-1', 'p1@example.org', true);
    expect((await read('P1@Example.org')).body).toMatchObject({
      topics: { updates: true, offers: true },
      ...{ changedAt: null, by: null },
    });
  });

  it('change only in what is named', async () => {
    const email = 'p2@example.org';
    await put({ email, topics: { updates: false }, pausedUntil: '2027-01-04' });
    const { status, body } = await put({ email: 'P2@example.org', topics: { offers: true } });
    expect(status).toBe(200);
    expect(body).toEqual({
      ...{ email: 'P2@example.org', topics: { updates: false, offers: true } },
      ...{ pausedUntil: '2027-01-04', changedAt: expect.stringMatching(/Z$/), by: 'support' },
    });
    expect((await put({ email, topics: {}, pausedUntil: null })).body).toMatchObject({
      topics: { updates: false, offers: true },
      pausedUntil: null,
    });
    const before = await read(email);
    expect((await put({ email, topics: {} })).body).toEqual(before.body);
  });

  it('turn offers on at a later checkout only if nobody has said otherwise', async () => {
    await checkout('P-3', 'p3@example.org', false);
    await checkout('P-4', 'p3@example.org', true);
    expect((await read('p3@example.org')).body.topics.offers).toBe(true);
    await put({ email: 'p3@example.org', topics: { offers: false } });
    await checkout('P-5', 'p3@example.org', true);
    expect((await read('p3@example.org')).body.topics.offers).toBe(false);
  });

  it('are refused with all that is wrong', async () => {
    const wrong = { email: 'x', topics: { updates: 'no', news: true }, pausedUntil: '4 May', a: 1 };
    const { status, body } = await put(wrong);
    expect(status).toBe(422);
    const pointers = body.errors.map(({ pointer }: { pointer: string }) => pointer);
    expect([...new Set(pointers)].sort()).toEqual([
      ...['/a', '/email', '/pausedUntil', '/topics/news', '/topics/updates'],
    ]);
    expect((await read('x')).status).toBe(422);
    expect((await api.call('GET', '/v1/preferences', { as: 'support' })).status).toBe(422);
  });

  it.each(['read', 'checkout', 'inventory'] as const)('are not for a key of %s', async (as) => {
    const answer = await api.call('GET', '/v1/preferences?email=a@example.org', { as });
    expect(answer).toMatchObject({ status: 403, body: { code: 'missing_scope' } });
  });
});

describe('a suppression', () => {
  const path = '/v1/suppressions';
  const suppress = (body: unknown) => api.call('PUT', path, { as: 'support', body });
  const list = (query = '') => api.call('GET', `${path}${query}`, { as: 'support' });

  it('stands until it is ended, whatever the case of the address', async () => {
    const email = 's1@example.org';
    const made = await suppress({ email, reason: 'manual' });
    expect(made.status).toBe(200);
    expect(made.body.data).toEqual([{ email, reason: 'manual', at: expect.any(String) }]);
    expect((await suppress({ email, reason: 'manual' })).body).toEqual(made.body);
    expect((await list('?email=S1@example.org')).body.data).toEqual(made.body.data);
    const end = () => api.call('DELETE', `${path}?email=S1@Example.org`, { as: 'support' });
    for (const ended of [await end(), await end()])
      expect(ended).toMatchObject({ status: 200, body: { data: [], nextCursor: null } });
    expect((await list(`?email=${email}`)).body.data).toEqual([]);
  });

  it('is listed newest first, page by page', async () => {
    for (const name of ['l1', 'l2', 'l3'])
      await suppress({ email: `${name}@example.org`, reason: 'complained' });
    const all = (await list()).body.data;
    const first = await list('?limit=2');
    const second = await list(`?limit=2&cursor=${first.body.nextCursor}`);
    expect([...first.body.data, ...second.body.data]).toEqual(all.slice(0, 4));
  });

  it('is refused with all that is wrong', async () => {
    const { status, body } = await suppress({ email: 'x', reason: 'dislike', note: 'y' });
    expect(status).toBe(422);
    expect(body.errors).toHaveLength(3);
    expect((await api.call('DELETE', path, { as: 'support' })).status).toBe(422);
    expect((await list('?cursor=abc')).status).toBe(422);
  });

  it('is not for a key that only reads', async () => {
    expect((await api.call('GET', path, { as: 'read' })).status).toBe(403);
  });
});
