import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createDatabase } from '../../../db/client.ts';
import { inTransaction } from '../../../db/transaction.ts';
import { untilLocksWait } from '../../db/locks.ts';
import { checkoutBody } from '../backorder/checkout/checkout-body.ts';
import { assemble, startTestApp } from '../test-app.ts';

let api: Awaited<ReturnType<typeof startTestApp>>;
beforeAll(async () => {
  api = await startTestApp();
});
afterAll(() => api.close());

const checkoutPath = '/v1/backorders';

describe('request ids', () => {
  it('are on every answer, errors included, and in the problem', async () => {
    for (const path of ['/healthz', '/v1/backorders', '/nowhere', '/docs/problems']) {
      const { headers } = await api.call('GET', path);
      expect(headers.get('X-Request-Id'), path).toMatch(/^[\w-]{8,}$/);
    }
    const { headers, body } = await api.call('GET', '/nowhere');
    expect(body.requestId).toBe(headers.get('X-Request-Id'));
  });

  it('are taken over from the caller when they are sane, and replaced when not', async () => {
    const sane = await api.call('GET', '/healthz', { headers: { 'X-Request-Id': 'shop-4711' } });
    expect(sane.headers.get('X-Request-Id')).toBe('shop-4711');
    const odd = await api.call('GET', '/healthz', { headers: { 'X-Request-Id': 'a b<script>' } });
    expect(odd.headers.get('X-Request-Id')).not.toContain('script');
  });
});

describe('problems', () => {
  it('say what RFC 9457 wants, with a type that explains itself', async () => {
    const { status, headers, body } = await api.call('GET', '/v1/backorders/unknown');
    expect(status).toBe(404);
    expect(headers.get('Content-Type')).toBe('application/problem+json');
    expect(body).toMatchObject({
      type: 'http://meanwhile.test/docs/problems#not_found',
      title: expect.any(String),
      status: 404,
      code: 'not_found',
      detail: expect.stringContaining('unknown'),
    });
  });

  it('answer 404 to an id that no order can have', async () => {
    expect((await api.call('GET', '/v1/backorders/%20')).status).toBe(404);
  });

  it('answer 405 with the methods that are allowed', async () => {
    const { status, headers, body } = await api.call('DELETE', checkoutPath);
    expect(status).toBe(405);
    expect(headers.get('Allow')).toContain('POST');
    expect(body.code).toBe('method_not_allowed');
  });

  it.each([
    ['a string of 257 KB', 'x'.repeat(257 * 1024), {}],
    ['a length that says so', 'x'.repeat(257 * 1024), { 'Content-Length': `${257 * 1024}` }],
  ])('answer 413 to %s', async (_name, body, headers) => {
    const answer = await api.call('POST', checkoutPath, { body, headers });
    expect(answer.status).toBe(413);
    expect(answer.body.code).toBe('payload_too_large');
  });

  it('answer 413 to a stream that goes on and on, without reading all of it', async () => {
    let read = 0;
    const body = new ReadableStream({
      pull: (stream) => {
        read += 64 * 1024;
        stream.enqueue(new Uint8Array(64 * 1024));
        if (read > 4 * 1024 * 1024) stream.close();
      },
    });
    const headers = { Authorization: 'Bearer key-of-admin', 'Content-Type': 'application/json' };
    const init: RequestInit = { method: 'POST', headers, body, duplex: 'half' };
    const answer = await api.app.request(checkoutPath, init);
    expect(answer.status).toBe(413);
    expect(read).toBeLessThan(1024 * 1024);
  });

  it('answer 415 to anything that does not say it is JSON', async () => {
    for (const type of ['text/plain', 'application/x-www-form-urlencoded']) {
      const headers = { 'Content-Type': type };
      const answer = await api.call('POST', checkoutPath, { body: '{}', headers });
      expect(answer.status).toBe(415);
      expect(answer.body.code).toBe('unsupported_media_type');
    }
  });

  it.each(['{', '', '{"a":1,}', 'null x'])('answer 400 to the malformed JSON %j', async (body) => {
    const answer = await api.call('POST', checkoutPath, { body });
    expect(answer.status).toBe(400);
    expect(answer.body.code).toBe('malformed_json');
  });

  it('answer 422 to an empty POST, and do not skip validation', async () => {
    const answer = await api.call('POST', checkoutPath);
    expect(answer.status).toBe(422);
    expect(answer.body.errors).toContainEqual({ pointer: '/orderId', detail: 'Required' });
  });

  it('list everything that is wrong at once, as JSON pointers', async () => {
    const line = {
      sku: 'A\u0007',
      quantity: 0,
      unitPrice: { amount: 1, currency: 'USD' },
      'a/b~': 1,
    };
    const body = checkoutBody({
      orderId: 'no spaces',
      placedAt: '2020-01-01T00:00:00Z',
      lines: [line],
      colour: 'red',
    });
    const answer = await api.call('POST', checkoutPath, { body });
    expect(answer.status).toBe(422);
    const pointers = answer.body.errors.map((error: { pointer: string }) => error.pointer);
    expect(pointers.sort()).toEqual([
      '/colour',
      '/lines/0/a~1b~0',
      '/lines/0/quantity',
      '/lines/0/sku',
      '/orderId',
      '/placedAt',
    ]);
    for (const { detail } of answer.body.errors) expect(detail).not.toBe('');
  });

  it.each(['0', '1e1', '0x10', '%205', '5.0', '-1', '+5', '', '99999999999999999999'])(
    'refuse a number in a query that is not written as one: %s',
    async (number) => {
      const limit = await api.call('GET', `/v1/backorders?limit=${number}`);
      expect(limit).toMatchObject({ status: 422, body: { errors: [{ pointer: '/limit' }] } });
      const quantity = await api.call('GET', `/v1/availability/LAMP?quantity=${number}`);
      expect(quantity).toMatchObject({ status: 422, body: { errors: [{ pointer: '/quantity' }] } });
    },
  );

  it('tell a wrong query from a wrong body, and name unknown filters', async () => {
    const answer = await api.call('GET', '/v1/backorders?limit=101&colour=red&cursor=abc!');
    expect(answer.status).toBe(422);
    expect(answer.body.errors).toContainEqual({
      pointer: '/colour',
      detail: 'Not a known field',
      in: 'query',
    });
    expect(answer.body.errors).toHaveLength(3);
  });

  it('answer 404 for a file of the docs that only a prototype has', async () => {
    expect((await api.call('GET', '/docs/assets/__proto__')).status).toBe(404);
    expect((await api.call('GET', '/docs/assets/constructor')).status).toBe(404);
  });

  it('never show internal text; it is logged under the request id', async () => {
    api.acts.answer = () => Promise.reject(new Error('secret of the house'));
    await api.call('POST', checkoutPath, { body: checkoutBody({ orderId: 'broken' }) });
    const answer = await api.call('POST', `${checkoutPath}/broken/hold`, {
      body: { reason: 'x' },
    });
    api.acts.answer = async () => ({ ok: true });
    expect(answer.status).toBe(500);
    expect(JSON.stringify(answer.body)).not.toContain('secret');
    const entry = api.logged.find(({ requestId }) => requestId === answer.body.requestId);
    expect(JSON.stringify(entry)).toContain('secret of the house');
  });

  it('answer 503 with Retry-After while PostgreSQL is away', async () => {
    const db = createDatabase('postgres://nobody@127.0.0.1:1/none', { max: 1 });
    const { call } = assemble(db);
    const answer = await call('GET', checkoutPath);
    expect(answer.status).toBe(503);
    expect(answer.headers.get('Retry-After')).toMatch(/^\d+$/);
    expect(answer.body.code).toBe('unavailable');
    await db.close();
  });
});

describe('a row that somebody holds', () => {
  it('costs changes a 503, and reading nothing', async () => {
    const orderId = await api.placeAnother();
    const limits = { lockMs: 2_000, statementMs: 4_000, idleMs: 60_000 };
    const writes = createDatabase(api.url, { max: 1, limits });
    const { call } = assemble(writes, {}, api.db);
    const key = { headers: { 'Idempotency-Key': 'held' }, body: { reason: 'x' } };
    await inTransaction(api.db, async (sql) => {
      await sql`lock table idempotency_keys`;
      let isHeld = true;
      const held = call('POST', `${checkoutPath}/${orderId}/hold`, key).finally(() => {
        isHeld = false;
      });
      await untilLocksWait(api.db);
      expect((await call('GET', `${checkoutPath}/${orderId}`)).status).toBe(200);
      expect(isHeld).toBe(true);
      const answer = await held;
      expect(answer).toMatchObject({ status: 503, body: { code: 'unavailable' } });
      expect(answer.headers.get('Retry-After')).toMatch(/^\d+$/);
    });
    await writes.close();
  });
});

describe('a limited rate', () => {
  it('answers 429 with Retry-After, to each caller alone', async () => {
    const { call } = assemble(api.db, { rateLimit: 2 });
    await call('GET', checkoutPath, { as: 'read' });
    await call('GET', checkoutPath, { as: 'read' });
    const third = await call('GET', checkoutPath, { as: 'read' });
    expect(third.status).toBe(429);
    expect(Number(third.headers.get('Retry-After'))).toBeGreaterThan(0);
    expect((await call('GET', checkoutPath, { as: 'admin' })).status).toBe(200);
  });
});

describe('answers in JSON', () => {
  const headersOf = async (path: string, as: 'admin' | null = 'admin') => {
    const { headers } = await api.call('GET', path, { as });
    return [headers.get('Cache-Control'), headers.get('X-Content-Type-Options')];
  };

  it('are kept nowhere and taken for nothing else, problems included', async () => {
    for (const path of ['/v1/backorders', '/v1/backorders/unknown', '/v1/demand', '/v1/nowhere']) {
      expect(await headersOf(path), path).toEqual(['no-store', 'nosniff']);
    }
    expect(await headersOf('/v1/backorders', null)).toEqual(['no-store', 'nosniff']);
    const { headers } = await api.call('POST', checkoutPath, { body: checkoutBody() });
    expect(headers.get('Cache-Control')).toBe('no-store');
  });

  it('about availability may be kept by caches', async () => {
    const [kept, type] = await headersOf('/v1/availability/LAMP-BRASS', null);
    expect(kept).toContain('public');
    expect(type).toBe('nosniff');
  });
});

describe('operations', () => {
  it('are ready with PostgreSQL alone, and report Temporal', async () => {
    const ask = () => api.call('GET', '/readyz', { as: null });
    await expect.poll(ask).toMatchObject({
      status: 200,
      body: {
        status: 'ready',
        postgresql: 'ok',
        temporal: 'unreachable',
        ageMs: { postgresql: expect.any(Number), temporal: expect.any(Number) },
      },
    });
  });

  it('are counted and measured on a port of their own only', async () => {
    expect((await api.call('GET', '/readyz', { as: null })).body).not.toHaveProperty('overdue');
    expect((await api.call('GET', '/metrics', { as: null })).status).toBe(404);
    const { status, body } = await api.operate('/readyz');
    const overdue = { parked: 0, orphaned: 0, news_late: 0, filling_late: 0, lease_late: 0 };
    expect({ status, body }).toMatchObject({ status: 200, body: { status: 'ready', overdue } });
    expect((await api.operate('/v1/backorders')).status).toBe(404);
  });

  it('are not ready without PostgreSQL, though the process lives', async () => {
    const db = createDatabase('postgres://nobody@127.0.0.1:1/none', { max: 1 });
    const { call } = assemble(db);
    expect((await call('GET', '/readyz', { as: null })).status).toBe(503);
    expect((await call('GET', '/healthz', { as: null })).status).toBe(200);
    await db.close();
  });

  it('ask for a new process once a pool is stuck, and tell nobody which', async () => {
    api.stuck.push('writes');
    const { status, body } = await api.call('GET', '/healthz', { as: null });
    api.stuck.length = 0;
    expect({ status, body }).toEqual({ status: 503, body: { status: 'stuck' } });
    expect((await api.call('GET', '/healthz', { as: null })).status).toBe(200);
  });

  it('are not ready on a server that only reads, as one does that lost a failover', async () => {
    const db = createDatabase(`${api.url}?default_transaction_read_only=on`, { max: 1 });
    const { call, readiness } = assemble(db);
    const ask = () => call('GET', '/readyz', { as: null });
    await expect.poll(ask).toMatchObject({
      status: 503,
      body: { status: 'unavailable', postgresql: 'read_only' },
    });
    await readiness.close();
    await db.close();
  });

  it('measure requests by route, never by id', async () => {
    await api.call('GET', '/v1/backorders/some-order');
    const { body } = await api.operate('/metrics');
    expect(body).toContain('route="/v1/backorders/:orderId",status="404"');
    expect(body).not.toContain('some-order');
    expect(body).toMatch(/meanwhile_news_backlog \d+/);
    expect(body).toMatch(/meanwhile_overdue\{code="parked"\} 0/);
  });
});
