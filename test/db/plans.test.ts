import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { getOpening } from '../../db/backorder/opening.ts';
import { placeOrder } from '../../db/backorder/place.ts';
import { findBackorder, listBackorders } from '../../db/backorder/read.ts';
import { countWatches } from '../../db/backorder/watch.ts';
import { createDatabase, type Db } from '../../db/client.ts';
import { listPromisedMonths, listWaitedWeeks } from '../../db/desk/products/demand.ts';
import { listKnownSkus } from '../../db/desk/products/known-skus.ts';
import { listBarredLines, listQueuedLines } from '../../db/desk/products/queue.ts';
import { listDeskShelves } from '../../db/desk/products/shelves.ts';
import { listAhead } from '../../db/law/ahead.ts';
import { listConcerned } from '../../db/payment/concerned-orders.ts';
import { listPromiseMoves } from '../../db/promise/changes.ts';
import { previewPromise } from '../../db/promise/promise-preview.ts';
import { putSupply } from '../../db/promise/supply-changes.ts';
import { findSupplyProgress } from '../../db/promise/supply-progress.ts';
import { claimNews, finishNews } from '../../db/record/news.ts';
import { listDemand } from '../../db/stock/demand.ts';
import { rejoinQueue } from '../../db/stock/lease/rejoin.ts';
import { readSnapshot } from '../../db/stock/ledger/snapshot.ts';
import { runWalk } from '../../db/stock/queue/walks.ts';
import { receiveStock } from '../../db/stock/receipts.ts';
import { createDatabase as createOwnDatabase } from '../support/system/stack.ts';
import { newOrder, receiptOf } from './cast.ts';
import { placeMany } from './stock/many.ts';
import { walked } from './walked.ts';

const count = 100_000;

let db: Db;
let url: string;

/** A hundred thousand lines, three quarters of one SKU; three thousand of them have a lease. */
beforeAll(async () => {
  url = await createOwnDatabase();
  db = createDatabase(url, { max: 2 });
  await placeMany(db, { count, skus: ['LAMP', 'LAMP', 'LAMP', 'RUG'] });
  const received = await receiveStock(db, receiptOf('r0', 'LAMP:3000'));
  if (received.outcome !== 'conflict') await runWalk(db, received.walkId);
  const coming = { supplyId: 's0', ...rugs, quantity: 9, expectedOn: '2099-01-12' };
  await putSupply(db, { ...coming, basis: 'the factory', bodyHash: 'body' });
  await db.sql`
    insert into promises (order_id, promise_id, ordinal, "on", stated_at)
    select 'O' || n, case when n <= 20 then 'supply/s0/1' else 'supply/other/' || n end, 2,
      '2099-02-01', now()
    from generate_series(1, 20000) n`;
  await db.sql`
    insert into views (order_id, revision, phase, body)
    select 'O' || n, 1, 'awaiting_stock', jsonb_build_object('law', law)
    from generate_series(1, 20000) n, lateral (
      select jsonb_build_object('deadlineAt', '2099-01-01T00:00:00.000Z') as law where n > 20
      union all
      select jsonb_build_object('deadlineAt', '2027-01-01T00:00:00.000Z') where n <= 20
    ) as l`;
  await db.sql`analyze`;
});
afterAll(() => db.close());

const rugs = { sku: 'RUG', location: 'main' };

const page = { after: null, limit: 26 };

const hot: Record<string, (db: Db) => Promise<unknown>> = {
  'a checkout': (own) => placeOrder(own, newOrder('N1', ['LAMP:1', 'RUG:2'])),
  'a receipt': (own) => receiveStock(own, receiptOf('r1', 'LAMP:300')),
  'giving units out': async (own) => {
    const received = await receiveStock(own, receiptOf('r2', 'LAMP:300'));
    if (received.outcome !== 'conflict') await runWalk(own, received.walkId);
  },
  'coming back into line': async (own) => {
    for (const [orderId, priority] of [
      ['O99999', 0],
      ['O99995', 5],
    ] as const) {
      const passed = own.sql`barred = 'payment', priority = ${priority}`;
      await own.sql`update orders set ${passed} where order_id = ${orderId}`;
      await own.sql`update lines set ${passed} where order_id = ${orderId}`;
      await rejoinQueue(own, orderId);
    }
    expect(await listPromiseMoves(own.sql, 'O99995')).toHaveLength(1);
  },
  'claiming news and ending it': async (own) => {
    const claimed = await claimNews(own.sql, { limit: 64, leaseMs: 30_000 });
    for (const news of claimed) await finishNews(own.sql, news);
  },
  'the opening of a workflow': (own) => getOpening(own.sql, 'O777', { joinLeasesMs: 0 }),
  'the snapshot of an order': (own) => readSnapshot(own.sql, 'O777'),
  'reading an order': (own) => findBackorder(own.sql, 'O777'),
  'whom a webhook concerns': async (own) => {
    await listConcerned(own.sql, { intentId: 'pi_777' });
    await listConcerned(own.sql, { methodId: 'pm_777' });
    await listConcerned(own.sql, { setupId: 'seti_777' });
  },
  'how far a slip of supply has come': async (own) => {
    const found = await findSupplyProgress(own.sql, 's0');
    expect(found?.progress.waiting).toBe(20);
  },
  'which deadlines of the law come': async (own) => {
    const now = '2026-12-25T00:00:00.000Z';
    await listAhead(own.sql, { days: 14, now });
  },
  'what another promise means in law': (own) => previewPromise(own.sql, 'O777', null),
  'the newest orders': (own) => listBackorders(own.sql, { ...page, filter: {} }),
  'the orders of a customer': (own) =>
    listBackorders(own.sql, { ...page, filter: { email: '777@example.org' } }),
  'a page of the queue of a product': async (own) => {
    const now = '2026-12-25T00:00:00.000Z';
    const shelf = { sku: 'LAMP', location: 'main' };
    const [first] = await listQueuedLines(own.sql, { shelf, after: null, limit: 50, now });
    await listQueuedLines(own.sql, { shelf, after: first ?? null, limit: 50, now });
    await listBarredLines(own.sql, { sku: 'LAMP', limit: 50 });
  },
  'the orders of an SKU': (own) => listBackorders(own.sql, { ...page, filter: { sku: 'RUG' } }),
};

describe('with a hundred thousand waiting lines', () => {
  test.each(Object.keys(hot))('%s walks no table', async (name) => {
    expect(await walked(url, (own) => hot[name]?.(own) ?? Promise.reject())).toEqual([]);
  });

  test('the watch notices a walk', async () => {
    const reads = await walked(url, ({ sql }) => sql`select count(*) from lines where total = 1`);
    expect(reads).toMatchObject([{ table: 'lines' }]);
  });

  test('demand takes a few times as long as reading its lines once', async () => {
    const read = await timed(readOnce);
    const told = await timed(() => listDemand(db.sql, { filter: {}, after: null, limit: 25 }));
    expect(told / read).toBeLessThan(6);
  });

  test('a page of the desk about products takes hardly longer than reading its lines once', async () => {
    const read = await timed(readOnce);
    const list = (filter: object) =>
      timed(() => listKnownSkus(db.sql, { filter, after: null, limit: 51 }));
    expect((await list({})) / read).toBeLessThan(3);
    expect((await list({ isWaited: true })) / read).toBeLessThan(3);
    expect((await timed(() => listDeskShelves(db.sql, 'LAMP'))) / read).toBeLessThan(3);
    expect((await timed(() => listWaitedWeeks(db.sql, 'LAMP'))) / read).toBeLessThan(3);
    expect((await timed(() => listPromisedMonths(db.sql, 'LAMP'))) / read).toBeLessThan(3);
  });

  test('the watchmen count within a second', async () => {
    expect(await timed(() => countWatches(db.sql))).toBeLessThan(1_000);
  });
});

/** What any answer about all lines takes at least. */
const readOnce = () => db.sql`
  select sku, count(distinct order_id), sum(waiting) from lines join orders using (order_id)
  left join promises using (order_id) group by sku`;

/** The best of three, in milliseconds: others may be using the machine. */
const timed = async (work: () => Promise<unknown>): Promise<number> => {
  const taken: number[] = [];
  for (let run = 0; run < 3; run++) {
    const startedAt = performance.now();
    await work();
    taken.push(performance.now() - startedAt);
  }
  return Math.min(...taken);
};
