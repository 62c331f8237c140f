import { pino } from 'pino';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { lookAtTouched } from '../../../api/outbound/watch-availability.ts';
import { rejoinQueue } from '../../../db/stock/lease/rejoin.ts';
import { changePriority } from '../../../db/stock/priority.ts';
import { createLexicon } from '../../../emails/words/lexicon.ts';
import { empty, newOrder, place } from '../../db/cast.ts';
import { startTestApp } from '../test-app.ts';

let api: Awaited<ReturnType<typeof startTestApp>>;
beforeAll(async () => {
  api = await startTestApp();
});
afterAll(() => api.close());
beforeEach(async () => {
  await empty(api.db);
  await api.db.sql`truncate supplies, supply_changes, products`;
});

const subscribe = (id = 'shop') =>
  api.call('PUT', `/v1/webhook-endpoints/${id}`, {
    body: { url: 'https://93.184.216.34/', events: ['availability.changed'] },
  });

/** Looks as the loop does, until nothing is left that is due. */
const look = async (now = new Date()) => {
  const words = createLexicon()('en');
  const logger = pino({ level: 'silent' });
  const deps = { db: api.db, timeZone: 'UTC', words, logger, now: () => now };
  while ((await lookAtTouched(deps)) > 0);
};

/** Ten seconds go by. */
const rest = async () => {
  await api.db.sql`update told_availability set told_at = told_at - interval '11 seconds'`;
  await api.db.sql`update touched_skus set due_at = now()`;
};

type Said = { sku: string; state: string; shipsOn: string | null };

const said = async (): Promise<Said[]> => {
  const rows = await api.db.sql<{ data: Said }[]>`
    select data from webhook_deliveries where type = 'availability.changed' order by seq`;
  return rows.map(({ data }) => data);
};

const restock = (restockId: string, quantity: number, sku = 'LAMP') =>
  api.call('POST', '/v1/restocks', { body: { restockId, sku, location: 'main', quantity } });

const supply = async (expectedOn: string | null, supplyId = 'PO-1') => {
  const { status } = await api.call('PUT', `/v1/supplies/${supplyId}`, {
    body: { sku: 'LAMP', location: 'main', quantity: 10, expectedOn, basis: 'the supplier' },
  });
  expect(status).toBeLessThan(300);
};

const shown = async (sku: string) => (await api.call('GET', `/v1/availability/${sku}`)).body;

describe('others are told of availability', () => {
  test('when it changes, as the product page says it', async () => {
    await subscribe();
    await supply('2099-01-05');
    await look();
    expect(await said()).toEqual([await shown('LAMP')]);
    expect(await said()).toMatchObject([{ state: 'backorder', shipsOn: '2099-01-05' }]);
    await rest();
    await restock('R-1', 3);
    await look();
    expect((await said()).map(({ state }) => state)).toEqual(['backorder', 'in_stock']);
  });

  test('not when nothing that a shopper sees has changed', async () => {
    await subscribe();
    await supply('2099-01-05');
    await look();
    await rest();
    await supply('2099-01-05', 'PO-2');
    await look();
    expect(await said()).toHaveLength(1);
  });

  test('once in ten seconds at most, and then of the last', async () => {
    await subscribe();
    await supply('2099-01-05');
    await look();
    await supply('2099-01-06');
    await look();
    await supply('2099-01-07');
    await look();
    expect((await said()).map(({ shipsOn }) => shipsOn)).toEqual(['2099-01-05']);
    await rest();
    await look();
    expect((await said()).map(({ shipsOn }) => shipsOn)).toEqual(['2099-01-05', '2099-01-07']);
  });

  test('not of what changed back within that time', async () => {
    await subscribe();
    await supply('2099-01-05');
    await look();
    await supply('2099-01-06');
    await look();
    await supply('2099-01-05');
    await rest();
    await look();
    expect(await said()).toHaveLength(1);
  });

  test('when a checkout takes the last unit', async () => {
    await subscribe();
    await restock('R-1', 1, 'LAMP-BRASS');
    await look();
    await rest();
    const orderId = await api.placeAnother();
    const { body } = await api.call('GET', `/v1/backorders/${orderId}`);
    expect(body.lines).toMatchObject([{ sku: 'LAMP-BRASS' }]);
    await look();
    expect((await said()).map(({ state }) => state)).toEqual(['in_stock', 'backorder']);
  });

  test('when an order comes to stand before those who would order now', async () => {
    await subscribe();
    await supply('2099-01-05');
    await supply('2099-02-05', 'PO-2');
    const { payment } = newOrder('asked', []);
    const asked = { ...payment, customerId: null, paymentMethodId: null, askDays: 7 };
    await place(api.db, { A: ['LAMP:10'] }, { payment: asked });
    await look();
    expect((await said()).map(({ shipsOn }) => shipsOn)).toEqual(['2099-01-05']);
    await rest();
    await rejoinQueue(api.db, 'A');
    await look();
    expect((await said()).map(({ shipsOn }) => shipsOn)).toEqual(['2099-01-05', '2099-02-05']);
    await rest();
    const act = { orderId: 'A', actId: '1', by: 'Bo', reason: 'it can wait', priority: -5 };
    await changePriority(api.db, act);
    await look();
    expect((await said()).at(-1)).toMatchObject({ shipsOn: '2099-01-05' });
  });

  test('of the SKU that a supply was of before', async () => {
    await subscribe();
    await supply('2099-01-05');
    await look();
    await rest();
    const body = { sku: 'MUG', quantity: 10, expectedOn: '2099-01-05', basis: 'the supplier' };
    await api.call('PUT', '/v1/supplies/PO-1', { body });
    await look();
    const next = (await said()).slice(1).toSorted((a, b) => (a.sku < b.sku ? -1 : 1));
    expect(next).toMatchObject([
      { sku: 'LAMP', shipsOn: null },
      { sku: 'MUG', shipsOn: '2099-01-05' },
    ]);
  });

  test('of every SKU as days pass', async () => {
    await subscribe();
    await restock('R-1', 1, 'LAMP');
    await restock('R-2', 1, 'MUG');
    const today = new Date();
    await look(today);
    const before = (await said()).length;
    await rest();
    await look(today);
    expect(await said()).toHaveLength(before);
    const tomorrow = new Date(today.getTime() + 24 * 3_600_000);
    await look(tomorrow);
    const next = (await said()).slice(before);
    expect(next.map(({ sku }) => sku).sort()).toEqual(['LAMP', 'MUG']);
    for (const { shipsOn } of next) expect(shipsOn).toBe(tomorrow.toISOString().slice(0, 10));
  });

  test('of every SKU as days pass, which is noted once, whatever goes wrong with one', async () => {
    await subscribe();
    await restock('R-1', 1, 'LAMP');
    await look();
    await rest();
    const day = () => {
      throw new Error('no words for it');
    };
    const deps = {
      ...{ db: api.db, timeZone: 'UTC', words: { ...createLexicon()('en'), day } },
      logger: pino({ level: 'silent' }),
      now: () => new Date(Date.now() + 24 * 3_600_000),
    };
    for (let nth = 0; nth < 3; nth++) await lookAtTouched(deps).catch(() => {});
    expect((await api.db.sql`select from touched_skus`).count).toBe(1);
  });

  test('only if somebody wants it: nothing is noted before', async () => {
    await supply('2099-01-05');
    await restock('R-1', 3);
    expect((await api.db.sql`select from touched_skus`).count).toBe(0);
    await subscribe();
    await look();
    expect(await said()).toEqual([]);
  });

  test('never of what was undone', async () => {
    await subscribe();
    await look();
    const { rehearse } = await import('../../../db/transaction.ts');
    await rehearse(api.db, async ({ sql }) => {
      await sql`insert into stock (sku, location, received) values ('GHOST', 'main', 5)`;
    });
    await look();
    expect(await said()).toEqual([]);
  });

  test('by one process at a time', async () => {
    await subscribe();
    await restock('R-1', 3);
    await Promise.all([look(), look(), look()]);
    expect(await said()).toHaveLength(1);
  });
});
