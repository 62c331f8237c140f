import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { publishNext } from '../../../api/updates/publish.ts';
import { keepSpells } from '../../../api/updates/spell.ts';
import type { Db } from '../../../db/client.ts';
import { putSupply } from '../../../db/promise/supply-changes.ts';
import { putProduct } from '../../../db/storefront/products.ts';
import { inTransaction } from '../../../db/transaction.ts';
import { checkoutBody, usd } from '../backorder/checkout/checkout-body.ts';
import { startTestApp } from '../test-app.ts';
import { publication, publishAll } from './publication.ts';

let api: Awaited<ReturnType<typeof startTestApp>>;
let db: Db;
beforeAll(async () => {
  api = await startTestApp();
  db = api.db;
});
beforeEach(async () => {
  await db.sql`truncate updates, update_posts, products, supplies, supply_changes, promises,
    promise_moves, messages, stock, lines, orders, views cascade`;
});
afterAll(() => api.close());

let count = 0;

const announce = (expectedOn: string | null, change: object = {}) =>
  api.call('PUT', '/v1/supplies/s-1', {
    as: 'inventory',
    body: { sku: 'LAMP', quantity: 5, expectedOn, basis: 'x', share: true, ...change },
  });

const order = async (sku = 'LAMP'): Promise<string> => {
  const orderId = `P-${++count}`;
  const lines = [{ sku, quantity: 1, unitPrice: usd(1) }];
  const body = { ...checkoutBody({ orderId, lines }), promise: undefined };
  expect((await api.call('POST', '/v1/backorders', { body })).status).toBe(201);
  return orderId;
};

const told = async (): Promise<string[]> => {
  const { body } = await api.call('GET', '/feeds/updates.json', { as: null });
  return body.items.map(({ title }: { title: string }) => title).toReversed();
};

const accept = (orderId: string) => db.sql`
  with gone as (delete from promise_moves where order_id = ${orderId})
  update promises set accepted_at = now() where order_id = ${orderId}`;

const decide = (orderId: string, decision: string, revision = 2) => db.sql`
  insert into messages (order_id, key, kind, class, decision, at)
  values (${orderId}, ${`delay-notice:supply/s-1/${revision}`}, 'delay-notice', 'service', ${decision}, now())
  on conflict (order_id, key) do update set decision = excluded.decision`;

const dayLater = () => db.sql`update updates set created_at = now() - interval '25 hours'`;

describe('a date that moved', () => {
  beforeEach(async () => {
    await announce('2099-01-10', { share: false });
  });

  it('is told only once each customer concerned has been told', async () => {
    const [first, second] = [await order(), await order()];
    await db.sql`truncate updates cascade`;
    await announce('2099-02-01');
    const nobody = async () => {
      await publishAll(db);
      expect(await told()).toEqual([]);
    };
    await nobody();
    await accept(first);
    await nobody();
    await accept(second);
    await nobody();
    await decide(first, 'sent');
    await nobody();
    await decide(second, 'held');
    await nobody();
    await decide(second, 'unknown');
    await publishAll(db);
    expect(await told()).toEqual(['LAMP: a new date']);
  });

  it.each(['sent', 'skipped', 'merged', 'failed', 'unknown'])(
    'is told once the notice is %s',
    async (decision) => {
      const orderId = await order();
      await db.sql`truncate updates cascade`;
      await announce('2099-02-01');
      await accept(orderId);
      await decide(orderId, decision);
      await publishAll(db);
      expect(await told()).toEqual(['LAMP: a new date']);
    },
  );

  it('waits no longer for an order whose promise was withdrawn, or that ended', async () => {
    const [first, second] = [await order(), await order()];
    await db.sql`truncate updates cascade`;
    await announce('2099-02-01');
    await db.sql`update promises set withdrawn_at = now(), withdrawn_because = 'nothing_waits'
      where order_id = ${first} and promise_id like 'supply/%'`;
    await publishAll(db);
    expect(await told()).toEqual([]);
    await accept(second);
    await decide(second, 'sent');
    await publishAll(db);
    expect(await told()).toEqual(['LAMP: a new date']);
  });

  it.each(['held', 'sending', 'owed'])('gives up a notice that is %s for a day', async (state) => {
    const orderId = await order();
    await db.sql`truncate updates cascade`;
    await announce('2099-02-01');
    await accept(orderId);
    await decide(orderId, state);
    await publishAll(db);
    expect(await told()).toEqual([]);
    await dayLater();
    await publishAll(db);
    expect(await told()).toEqual(['LAMP: a new date']);
  });

  it('that moves twice waits for the notices of both, and is told as one', async () => {
    const orderId = await order();
    await db.sql`truncate updates cascade`;
    await announce('2099-02-01');
    await announce('2099-03-01');
    await accept(orderId);
    await publishAll(db);
    expect(await told()).toEqual([]);
    await decide(orderId, 'sent', 3);
    await publishAll(db);
    const { body } = await api.call('GET', '/feeds/updates.json', { as: null });
    expect(body.items).toMatchObject([
      { content_text: expect.stringMatching(/March 1, 2099.*January 10, 2099/) },
    ]);
  });

  it('is not told when it has come back, has arrived, or was taken back in time', async () => {
    const hold = { delayMs: 600_000 };
    await announce('2099-02-01');
    await publishAll(db, hold);
    expect(await told()).toEqual([]);
    await announce('2099-01-10');
    await publishAll(db);
    await announce('2099-03-01');
    await announce('2099-03-01', { share: false });
    await publishAll(db);
    await announce('2099-04-01');
    await api.call('POST', '/v1/restocks', {
      as: 'inventory',
      body: { restockId: `r-${++count}`, sku: 'LAMP', quantity: 5 },
    });
    await publishAll(db);
    expect(await told()).toEqual([]);
  });

  it('says the days that goods ship', async () => {
    await putProduct(db.sql, {
      product: {
        ...{ sku: 'LAMP', title: 'Lamp', url: null, imageUrl: null, highlights: [], related: [] },
        ...{ backorderLimit: null, handlingDays: 2 },
      },
      bodyHash: 'x',
    });
    await announce('2099-02-01');
    await publishAll(db);
    const { body } = await api.call('GET', '/feeds/updates.json', { as: null });
    expect(body.items[0].content_text).toContain('February 3, 2099');
    expect(body.items[0].content_text).toContain('January 12, 2099');
    const { body: page } = await api.call('GET', '/v1/availability/LAMP', { as: null });
    expect(page.shipsOn).toBe('2099-02-03');
  });
});

describe('the publication', () => {
  it('is all or nothing, and done once by however many processes', async () => {
    await announce('2099-01-10');
    const accounts = [{ name: 'mastodon http://m.test', network: 'mastodon' as const }];
    const dying = inTransaction(db, async (sql) => {
      const one = { sql: sql as Db['sql'], close: async () => {} };
      expect(await publishNext(one, { ...publication, accounts })).toBe(true);
      throw new Error('the process ends here');
    });
    await expect(dying).rejects.toThrow('ends here');
    expect(await told()).toEqual([]);
    expect(await db.sql`select from update_posts`).toHaveLength(0);
    await Promise.all(Array.from({ length: 4 }, () => publishAll(db, { accounts })));
    expect(await told()).toEqual(['LAMP: there is a date']);
    expect(await db.sql`select from update_posts`).toHaveLength(1);
  });

  it('waits for the delay', async () => {
    await announce('2099-01-10');
    await publishAll(db, { delayMs: 60_000 });
    expect(await told()).toEqual([]);
    await db.sql`update updates set created_at = now() - interval '61 seconds'`;
    await publishAll(db, { delayMs: 60_000 });
    expect(await told()).toEqual(['LAMP: there is a date']);
  });

  it('is not held up by one that has to wait', async () => {
    await announce('2099-01-10', { share: false });
    await order();
    await announce('2099-02-01');
    await api.call('PUT', '/v1/supplies/s-2', {
      as: 'inventory',
      body: { sku: 'RUG', quantity: 5, expectedOn: '2099-02-01', basis: 'x', share: true },
    });
    await publishAll(db);
    expect((await told()).includes('RUG: there is a date')).toBe(true);
  });

  it('does not post that a SKU is on backorder, which nobody has shared', async () => {
    await order();
    const accounts = [{ name: 'mastodon http://m.test', network: 'mastodon' as const }];
    await publishAll(db, { accounts });
    expect(await told()).toEqual(['LAMP: on backorder']);
    expect(await db.sql`select from update_posts`).toHaveLength(0);
  });
});

describe('an SKU on backorder', () => {
  const look = () => keepSpells(db, { timeZone: 'UTC', everyMs: 0 });
  const item = async () =>
    (await api.call('GET', '/feeds/updates.json', { as: null })).body.items[0];

  it('is not told when its units were there in time', async () => {
    await order();
    await api.call('POST', '/v1/restocks', {
      as: 'inventory',
      body: { restockId: `r-${++count}`, sku: 'LAMP', quantity: 3 },
    });
    await publishAll(db);
    expect(await told()).toEqual([]);
  });

  it('gets the date that the page has now, once its customers have heard', async () => {
    await announce('2099-01-10', { share: false });
    const orderId = await order();
    await publishAll(db);
    const before = await item();
    expect(before.content_text).toContain('January 10, 2099');
    await announce('2099-02-01', { share: false });
    expect(await look()).toBe(true);
    expect(await item()).toEqual(before);
    await accept(orderId);
    await look();
    const after = await item();
    expect(after.content_text).toContain('February 1, 2099');
    expect(after.id).toBe(before.id);
    expect(after.date_modified > before.date_modified).toBe(true);
    expect(after.date_published).toBe(before.date_published);
    await look();
    expect(await item()).toEqual(after);
  });

  it('keeps its date while nobody knows yet whom another one concerns', async () => {
    await announce('2099-01-10', { share: false });
    await order();
    await publishAll(db);
    const change = { supplyId: 's-1', sku: 'LAMP', location: 'main', quantity: 5, basis: 'x' };
    await putSupply(db, { ...change, expectedOn: '2099-02-01', bodyHash: 'later' });
    await look();
    expect((await item()).content_text).toContain('January 10, 2099');
    await db.sql`update supply_changes set done_at = now()`;
    await look();
    expect((await item()).content_text).toContain('February 1, 2099');
  });

  it('is looked at together with others', async () => {
    for (const sku of ['LAMP', 'RUG', 'MUG']) await order(sku);
    await publishAll(db);
    await db.sql`update updates set check_at = now() - interval '1 hour'`;
    await look();
    const left = await db.sql`select from updates where check_at < now() - interval '1 minute'`;
    expect(left.count).toBe(0);
  });

  it('is told again, under another name, once it has been in stock', async () => {
    await order();
    await publishAll(db);
    const restock = { restockId: `r-${++count}`, sku: 'LAMP', quantity: 2 };
    await api.call('POST', '/v1/restocks', { as: 'inventory', body: restock });
    await look();
    await order();
    await order();
    await publishAll(db);
    const { body } = await api.call('GET', '/feeds/updates.json', { as: null });
    expect(new Set(body.items.map(({ id }: { id: string }) => id)).size).toBe(2);
    expect(await told()).toEqual(['LAMP: on backorder', 'LAMP: on backorder']);
  });
});

describe('news that an operator takes back', () => {
  const list = async () =>
    (await api.call('GET', '/v1/updates?sku=LAMP', { as: 'read' })).body.data;
  const retract = (id: string) => api.call('DELETE', `/v1/updates/${id}`, { as: 'inventory' });

  it('is never published, or shown no longer, and stays so', async () => {
    await announce('2099-01-10');
    const [waiting] = await list();
    expect(waiting).toMatchObject({ kind: 'moved', state: 'waiting', publishedAt: null });
    expect((await retract(waiting.id)).status).toBe(204);
    await publishAll(db);
    expect(await told()).toEqual([]);
    await announce('2099-02-01');
    await publishAll(db);
    const [published] = await list();
    expect(published).toMatchObject({ state: 'published', posts: [] });
    expect((await retract(published.id)).status).toBe(204);
    expect((await retract(published.id)).status).toBe(204);
    expect(await told()).toEqual([]);
    expect(await list()).toMatchObject([
      { state: 'withdrawn', reason: 'retracted' },
      { state: 'withdrawn', reason: 'retracted' },
    ]);
  });

  it('before it was told that an SKU is on backorder, tells of the next time', async () => {
    await order();
    const [waiting] = await list();
    expect(waiting).toMatchObject({ kind: 'backorder', state: 'waiting' });
    await retract(waiting.id);
    await order();
    await keepSpells(db, { timeZone: 'UTC', everyMs: 0 });
    await order();
    await publishAll(db);
    expect(await told()).toEqual([]);
    const restock = { restockId: `r-${++count}`, sku: 'LAMP', quantity: 4 };
    await api.call('POST', '/v1/restocks', { as: 'inventory', body: restock });
    await keepSpells(db, { timeZone: 'UTC', everyMs: 0 });
    await order();
    await order();
    await publishAll(db);
    expect(await told()).toEqual(['LAMP: on backorder']);
  });

  it('takes a key for stock, and an id that is one', async () => {
    await announce('2099-01-10');
    const [{ id }] = await list();
    expect((await api.call('DELETE', `/v1/updates/${id}`, { as: 'read' })).status).toBe(403);
    expect((await api.call('GET', '/v1/updates', { as: null })).status).toBe(401);
    expect((await retract(crypto.randomUUID())).status).toBe(404);
    expect((await retract('none')).status).toBe(404);
  });
});
