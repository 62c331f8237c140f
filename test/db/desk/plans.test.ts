import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fillDesk } from '../../../bench/load/desk.ts';
import { createDatabase, type Db } from '../../../db/client.ts';
import { listOrderRows } from '../../../db/desk/orders/rows.ts';
import {
  countOrders,
  type OrderPosition,
  type OrderQuestion,
  searchOrders,
} from '../../../db/desk/orders/search.ts';
import { countAttention, listDue } from '../../../db/desk/today/attention.ts';
import { countLostMail, listLostMail } from '../../../db/desk/today/mail.ts';
import {
  countDifferencesNow,
  countTroubledEndpoints,
  listDifferencesNow,
} from '../../../db/desk/today/outside.ts';
import { countTimed, listTimed, timedKinds } from '../../../db/desk/today/timed.ts';
import { addMs, dayMs } from '../../../workflows/domain/time.ts';
import { createDatabase as createOwnDatabase } from '../../support/system/stack.ts';
import { walked } from '../walked.ts';

let db: Db;
let url: string;
beforeAll(async () => {
  url = await createOwnDatabase();
  db = createDatabase(url, { max: 1 });
  await fillDesk(db, 30_000);
});
afterAll(() => db.close());

const now = new Date().toISOString();
const since = addMs(now, -7 * dayMs);
const at = { now, after: null, limit: 51 };

const search =
  (search: OrderQuestion['search'], sort: OrderQuestion['sort'] = 'placed') =>
  async (own: Db): Promise<OrderPosition[]> =>
    searchOrders(own.sql, { search, sort }, { after: null, limit: 51 });

const reads: Record<string, (own: Db) => Promise<unknown>> = {
  'the newest orders': search({}),
  'orders by promise': search({}, 'promised'),
  'open orders by promise': search({ phase: 'open' }, 'promised'),
  'orders by last change': search({}, 'updated'),
  'orders by the beginning of an id': search({ orderId: 'B123' }),
  'orders by an id or an SKU': search({ idOrSku: 'SKU-7' }),
  'orders of an address': search({ email: 'c77@example.org' }),
  'orders of an SKU': search({ sku: 'SKU-7' }),
  'orders of a rare phase': search({ phase: 'awaiting_payment' }),
  'orders that wait for a person': search({ attention: 'any' }),
  'orders that wait for one reason': search({ attention: 'mail_failed' }),
  'orders whose card was declined': search({ payment: ['failed'] }),
  'orders on hold': search({ held: true }),
  'orders of a law that none is under': search({ policy: 'uk' }),
  'orders that changed lately': search({ updatedSince: addMs(now, -dayMs / 24) }),
  'how many are overdue': ({ sql }) =>
    countOrders(sql, { phase: 'open', promisedBefore: now.slice(0, 10) }, 1_001),
  'the rows of a page': ({ sql }) => listOrderRows(sql, ['B1', 'B77', 'B20000']),
  'how many wait for each reason': ({ sql }) => countAttention(sql),
  'what is due first': ({ sql }) => listDue(sql, 10),
  'mail that came back': async ({ sql }) => [
    await countLostMail(sql, { since, most: 1_001 }),
    await listLostMail(sql, { since, after: null, limit: 51 }),
  ],
  'differences and endpoints': async ({ sql }) => [
    await countDifferencesNow(sql, 1_001),
    await listDifferencesNow(sql, { after: null, limit: 51 }),
    await countTroubledEndpoints(sql, 1_001),
  ],
  ...Object.fromEntries(
    timedKinds.map((kind) => [
      kind,
      async ({ sql }: Db) => [
        await countTimed(sql, kind, { now, most: 1_001 }),
        await listTimed(sql, kind, at),
      ],
    ]),
  ),
};

describe('with thirty thousand orders', () => {
  test('reads of those that are overdue no more than are counted, and none that has ended', async () => {
    const search = { phase: 'open', promisedBefore: addMs(now, 25 * dayMs).slice(0, 10) } as const;
    const read = async (): Promise<number> => {
      await db.sql`select pg_stat_force_next_flush()`;
      await db.sql`select pg_stat_clear_snapshot()`;
      const [row] = await db.sql<[{ rows: number }]>`
        select (seq_tup_read + idx_tup_fetch)::float8 as rows
        from pg_stat_user_tables where relname = 'views'`;
      return row.rows;
    };
    const before = await read();
    expect(await countOrders(db.sql, search, 1_001)).toBe(1_001);
    expect((await read()) - before).toBeLessThanOrEqual(1_001);
  });

  test.each(Object.keys(reads))('%s walks no table', async (name) => {
    expect(await walked(url, (own) => reads[name]?.(own) ?? Promise.reject())).toEqual([]);
  });
});
