import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { builder } from '../../db/builder.ts';
import type { Db, Sql } from '../../db/client.ts';
import { idempotencyKeys } from '../../db/schema/http/idempotency-keys.ts';
import { supplies } from '../../db/schema/promise/supplies.ts';
import { supplyChanges } from '../../db/schema/promise/supply-changes.ts';
import { inTransaction } from '../../db/transaction.ts';
import { freshDatabase } from './fresh.ts';

let db: Db;
beforeAll(async () => {
  db = await freshDatabase({ max: 2 });
});
beforeEach(async () => {
  await db.sql`truncate supplies, supply_changes, idempotency_keys`;
});
afterAll(() => db.close());

const supply: typeof supplies.$inferSelect = {
  supplyId: 's1',
  sku: 'LAMP',
  location: 'main',
  quantity: 5,
  remaining: 5,
  expectedOn: '2026-03-09',
  basis: 'the factory',
  share: false,
  note: null,
  revision: 1,
  bodyHash: 'body',
  withdrawnAt: null,
  updatedAt: '2026-01-05T09:00:00.120Z',
};

const change: typeof supplyChanges.$inferSelect = {
  supplyId: 's1',
  revision: 1,
  sku: 'LAMP',
  location: 'main',
  before: [{ supplyId: 's1', quantity: 5, expectedOn: null, basis: 'the "factory"' }],
  cursorPriority: null,
  cursorPlacedAt: '2026-01-05T09:00:00.000Z',
  cursorOrderId: null,
  moved: 9_007_199_254_740_991,
  broken: [],
  notices: {},
  more: true,
  createdAt: '2026-01-05T09:00:00.001Z',
  doneAt: null,
};

/** Every text that JSON can be mistaken for. */
const texts = ['12', 'null', '{"a":1}', '', 'plain'];

describe('the builder and statements written by hand', () => {
  test('write and read instants, civil dates, bigint and JSON alike', async () => {
    await builder(db.sql).insert(supplies).values(supply);
    await builder(db.sql).insert(supplyChanges).values(change);
    const byHand = await db.sql`select * from supplies`;
    const changeByHand = await db.sql`select * from supply_changes`;

    expect([...byHand]).toEqual([supply]);
    expect([...changeByHand]).toEqual([change]);
    expect(await builder(db.sql).select().from(supplies)).toEqual([supply]);
    expect(await builder(db.sql).select().from(supplyChanges)).toEqual([change]);
  });

  test('find a row by its instant and its civil date', async () => {
    await builder(db.sql).insert(supplies).values(supply);
    const { updatedAt, expectedOn } = supply;
    const byInstant = eq(supplies.updatedAt, updatedAt);
    const byDate = eq(supplies.expectedOn, expectedOn ?? '');

    expect(await db.sql`select from supplies where updated_at = ${updatedAt}`).toHaveLength(1);
    expect(await builder(db.sql).select().from(supplies).where(byInstant)).toHaveLength(1);
    expect(await builder(db.sql).select().from(supplies).where(byDate)).toHaveLength(1);
  });

  test.each(texts)('keep the text %j within JSON a text', async (response) => {
    const answered = { principal: 'shop', key: 'k1', route: 'POST /', bodyHash: 'body', response };
    await builder(db.sql).insert(idempotencyKeys).values(answered);

    const [byHand] = await db.sql`select response from idempotency_keys`;
    const [built] = await builder(db.sql).select().from(idempotencyKeys);
    expect([byHand?.response, built?.response]).toEqual([response, response]);
  });

  test('take part in one transaction, also in one that is undone', async () => {
    const both = async (sql: Sql) => {
      await builder(sql).insert(supplies).values(supply);
      await sql`update supplies set remaining = 3`;
      return builder(sql).select({ remaining: supplies.remaining }).from(supplies);
    };
    const failing = inTransaction(db, async (sql) => {
      await both(sql);
      throw new Error('undone');
    });

    await expect(failing).rejects.toThrow('undone');
    expect(await builder(db.sql).select().from(supplies)).toEqual([]);
    expect(await inTransaction(db, both)).toEqual([{ remaining: 3 }]);
    expect(await db.sql`select from supplies where remaining = 3`).toHaveLength(1);
  });
});
