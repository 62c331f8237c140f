import { pino } from 'pino';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { createSeal } from '../../../api/access/sealed.ts';
import { parseConfig } from '../../../api/config.ts';
import { createOutbound } from '../../../api/outbound/deliver.ts';
import type { Loop } from '../../../api/temporal/loop.ts';
import { claimEndpoints } from '../../../db/outbound/claims.ts';
import { forgetBodies } from '../../../db/outbound/deliveries.ts';
import { empty } from '../../db/cast.ts';
import { patienceMs } from '../../support/patience.ts';
import { startTestApp } from '../test-app.ts';
import { type Receiver, startReceiver, verified } from './receiver.ts';

const config = parseConfig({ WEBHOOK_NETWORKS: '127.0.0.0/8' });

let api: Awaited<ReturnType<typeof startTestApp>>;
let receiver: Receiver;
let loops: Loop[] = [];

beforeAll(async () => {
  api = await startTestApp({ webhooks: config.webhooks });
});
afterAll(() => api.close());
beforeEach(async () => {
  await empty(api.db);
  receiver = await startReceiver();
});
afterEach(async () => {
  await Promise.all(loops.map((loop) => loop.close()));
  loops = [];
  await receiver.close();
});

const put = async (id: string, changes: object = {}) => {
  const body = { url: receiver.url, events: ['backorder.placed'], ...changes };
  const { body: answer } = await api.call('PUT', `/v1/webhook-endpoints/${id}`, { body });
  return answer as { secret: string };
};

const start = (changes: { timeoutMs?: number } = {}) => {
  const loop = createOutbound(
    {
      db: api.db,
      seal: createSeal(config.linkSecrets),
      network: config.webhooks,
      surroundings: config,
      logger: pino({ level: 'silent' }),
      ...changes,
    },
    { everyMs: 20 },
  );
  loops.push(loop);
  return loop;
};

const log = async (id: string) =>
  (await api.call('GET', `/v1/webhook-endpoints/${id}/deliveries`)).body.data;

const until = (isSo: () => boolean | Promise<boolean>) =>
  vi.waitUntil(isSo, { timeout: patienceMs, interval: 10 });

/** Lets everything that failed be tried again at once. */
const hurry = async () => {
  await api.db.sql`update webhook_deliveries set due_at = now() where state = 'pending'`;
  await api.db.sql`update webhook_endpoints set rests_until = now()`;
};

describe('a webhook', () => {
  test('says what happened, signed, once', async () => {
    const { secret } = await put('shop');
    const orderId = await api.placeAnother();
    start();
    await until(() => receiver.posts.length > 0);
    const [post] = receiver.posts;
    if (!post) throw new Error('nothing came');
    const event = verified(secret, post);
    expect(event).toMatchObject({ type: 'backorder.placed', data: { orderId, revision: 0 } });
    await until(async () => (await log('shop'))[0].state === 'delivered');
    const [delivery] = await log('shop');
    expect(delivery).toMatchObject({
      id: post.headers['webhook-id'],
      attempts: 1,
      lastStatus: 204,
    });
    expect(receiver.posts).toHaveLength(1);
  });

  test('says whom it is for only where that was granted, and never how to cancel', async () => {
    await put('plain');
    await put('personal', { personalData: true, url: `${receiver.url}/personal` });
    await api.placeAnother();
    start();
    await until(() => receiver.posts.length === 2);
    const said = receiver.posts.toSorted((a, b) => (a.path < b.path ? -1 : 1));
    const [plain, personal] = said.map(({ body }) => JSON.parse(body).data);
    expect(plain.customer.email).toBeNull();
    expect(personal.customer.email).toBe('ada@example.org');
    for (const { body } of said) expect(body).not.toContain('/b/');
    expect(personal.links.status).toBeNull();
  });

  test.each([
    ['an error', 500, 'status'],
    ['a redirect', 302, 'redirect'],
    ['overload', 503, 'status'],
  ])('comes again after %s, with the same id and bytes', async (_, status, error) => {
    const { secret } = await put('shop');
    const orderId = await api.placeAnother();
    receiver.answer = status;
    start();
    await until(async () => (await log('shop'))[0].attempts === 1);
    expect((await log('shop'))[0]).toMatchObject({
      state: 'pending',
      lastStatus: status,
      lastError: error,
    });
    await api.db.sql`update orders set name = 'Somebody else' where order_id = ${orderId}`;
    receiver.answer = 200;
    await hurry();
    await until(() => receiver.posts.length === 2);
    const [first, second] = receiver.posts;
    if (!first || !second) throw new Error('two came');
    expect(second.body).toBe(first.body);
    expect(second.headers['webhook-id']).toBe(first.headers['webhook-id']);
    expect(verified(secret, second).type).toBe('backorder.placed');
  });

  test('goes no more to an endpoint that answers 410', async () => {
    await put('shop');
    await api.placeAnother();
    receiver.answer = 410;
    start();
    await until(async () => {
      const { body } = await api.call('GET', '/v1/webhook-endpoints/shop');
      return body.state === 'disabled';
    });
    const { body } = await api.call('GET', '/v1/webhook-endpoints/shop');
    expect(body).toMatchObject({ disabledBecause: 'gone' });
    await api.placeAnother();
    expect(await log('shop')).toHaveLength(1);
    receiver.answer = 200;
    await put('shop');
    await hurry();
    await until(async () => (await log('shop'))[0].state === 'delivered');
  });

  test('delays nobody else when its receiver hangs, is dead, or answers without end', async () => {
    await put('hangs', { url: `${receiver.url}/hangs` });
    await put('dead', { url: 'http://127.0.0.1:9/' });
    await put('endless', { url: `${receiver.url}/endless` });
    await put('well');
    receiver.answer = (request, response) => {
      if (request.url === '/hook/hangs') return;
      response.writeHead(200);
      if (request.url === '/hook/endless') {
        const more = setInterval(() => response.write('x'.repeat(100_000)), 1);
        response.once('close', () => clearInterval(more));
      } else response.end();
    };
    for (let nth = 0; nth < 12; nth++) await api.placeAnother();
    start({ timeoutMs: 300 });
    const isTold = async (id: string) =>
      (await log(id)).every(({ state }: { state: string }) => state === 'delivered');
    await until(() => isTold('well'));
    await until(() => isTold('endless'));
    await until(async () =>
      (await log('hangs')).some((each: { lastError: string }) => each.lastError === 'timeout'),
    );
    await until(async () =>
      (await log('dead')).some((each: { lastError: string }) => each.lastError === 'refused'),
    );
    // One that cannot be reached is not asked for all the others too.
    expect(
      (await log('dead')).filter(({ attempts }: { attempts: number }) => attempts > 0).length,
    ).toBeLessThan(12);
  });

  test('is written down for an endpoint that nobody has heard of yet only as it goes out', async () => {
    await put('hangs');
    receiver.answer = () => {};
    for (let nth = 0; nth < 12; nth++) await api.placeAnother();
    start({ timeoutMs: 300 });
    await until(async () =>
      (await log('hangs')).some((each: { lastError: string }) => each.lastError === 'timeout'),
    );
    // The others say how things stand when they first go out.
    const written = await api.db.sql`select from webhook_deliveries where body is not null`;
    expect(written.count).toBe(8);
  });

  test('takes no answer that is not HTTP for one', async () => {
    await put('shop');
    await api.placeAnother();
    receiver.answer = (request) => {
      request.socket.end('250 OK\r\n');
    };
    start();
    await until(async () => (await log('shop'))[0].attempts === 1);
    expect((await log('shop'))[0]).toMatchObject({ lastStatus: null, lastError: 'not_http' });
  });

  test('is signed with both secrets for a day after a rotation', async () => {
    const { secret: before } = await put('shop');
    const { body } = await api.call('POST', '/v1/webhook-endpoints/shop/rotate');
    await api.placeAnother();
    start();
    await until(() => receiver.posts.length === 1);
    const [post] = receiver.posts;
    if (!post) throw new Error('nothing came');
    expect(verified(before, post)).toEqual(verified(body.secret, post));
    await api.db.sql`
      update webhook_endpoints set secrets = jsonb_set(secrets, '{1,endsAt}', '"2020-01-01T00:00:00.000Z"')`;
    await api.placeAnother();
    await until(() => receiver.posts.length === 2);
    const [, second] = receiver.posts;
    if (!second) throw new Error('nothing came');
    expect(() => verified(before, second)).toThrow('No matching signature');
    expect(verified(body.secret, second).type).toBe('backorder.placed');
  });

  test('comes once more when asked for, with the same id and bytes', async () => {
    await put('shop');
    await api.placeAnother();
    start();
    await until(async () => (await log('shop'))[0].state === 'delivered');
    const [{ id }] = await log('shop');
    const { status } = await api.call('POST', `/v1/webhook-endpoints/shop/deliveries/${id}/replay`);
    expect(status).toBe(202);
    await until(() => receiver.posts.length === 2);
    expect(receiver.posts[1]?.body).toBe(receiver.posts[0]?.body);
    expect(receiver.posts[1]?.headers['webhook-id']).toBe(id);
  });

  test('comes again under its id when a process dies between sending and writing it down', async () => {
    await put('shop');
    await api.placeAnother();
    start();
    await until(async () => (await log('shop'))[0].state === 'delivered');
    await Promise.all(loops.map((loop) => loop.close()));
    // As if the process had gone before it could say so.
    await api.db.sql`
      update webhook_deliveries set state = 'pending', attempts = 0, delivered_at = null`;
    await api.db.sql`
      update webhook_endpoints set claimed_until = now() + interval '400 milliseconds'`;
    start();
    await until(() => receiver.posts.length === 2);
    expect(receiver.posts[1]?.headers['webhook-id']).toBe(receiver.posts[0]?.headers['webhook-id']);
    expect(receiver.posts[1]?.body).toBe(receiver.posts[0]?.body);
  });

  test('is sent by one of several processes', async () => {
    await put('shop');
    for (let nth = 0; nth < 20; nth++) await api.placeAnother();
    for (let nth = 0; nth < 3; nth++) start();
    await until(async () =>
      (await log('shop')).every(({ state }: { state: string }) => state === 'delivered'),
    );
    const ids = receiver.posts.map(({ headers }) => headers['webhook-id']);
    expect(ids).toHaveLength(20);
    expect(new Set(ids).size).toBe(20);
  });

  test('of an order that was erased holds nothing of the customer', async () => {
    await put('shop', { personalData: true });
    const orderId = await api.placeAnother();
    receiver.answer = 500;
    start();
    await until(async () => (await log('shop'))[0].attempts === 1);
    expect(receiver.posts[0]?.body).toContain('ada@example.org');
    await api.db.sql`
      update orders set email = '', name = null, erased_at = now() where order_id = ${orderId}`;
    await forgetBodies(api.db.sql, orderId);
    const [{ body }] = await api.db.sql<
      [{ body: string | null }]
    >`select body from webhook_deliveries`;
    expect(body).toBeNull();
    receiver.answer = 200;
    await hurry();
    await until(() => receiver.posts.length === 2);
    expect(receiver.posts[1]?.body).not.toContain('ada@example.org');
    expect(receiver.posts[1]?.headers['webhook-id']).toBe(receiver.posts[0]?.headers['webhook-id']);
  });

  test('says no more whom it is for once that is not granted any more, not on a retry either', async () => {
    await put('shop', { personalData: true });
    await api.placeAnother();
    receiver.answer = 500;
    start();
    await until(async () => (await log('shop'))[0].attempts === 1);
    expect(receiver.posts[0]?.body).toContain('ada@example.org');
    await put('shop', { personalData: false });
    receiver.answer = 200;
    await hurry();
    await until(() => receiver.posts.length === 2);
    expect(receiver.posts[1]?.body).not.toContain('ada@example.org');
  });

  test('in which nobody is named stays as it was said', async () => {
    await put('shop', { personalData: true, events: ['availability.changed'] });
    await api.db.sql`
      insert into webhook_deliveries (endpoint_id, key, type, subject, data, body)
      values ('shop', 'availability/1', 'availability.changed', 'LAMP', '{}', 'said')`;
    await put('shop', { personalData: false, events: ['availability.changed'] });
    expect(await api.db.sql`select body from webhook_deliveries`).toEqual([{ body: 'said' }]);
  });

  test('waits while another process has its endpoint', async () => {
    await put('shop');
    await api.placeAnother();
    const claimed = await claimEndpoints(api.db.sql, { limit: 5, leaseMs: 60_000 });
    expect(claimed).toHaveLength(1);
    expect(await claimEndpoints(api.db.sql, { limit: 5, leaseMs: 60_000 })).toHaveLength(0);
  });
});
