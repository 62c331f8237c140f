import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { createDatabase, type Db, type PoolOptions } from '../../../db/client.ts';
import { forBackground } from '../../../db/connection/limits.ts';
import { inTransaction } from '../../../db/transaction.ts';
import { createDatabase as createOwnDatabase } from '../../support/system/stack.ts';
import { type Network, startNetwork } from './network.ts';

const limits = { lockMs: 200, statementMs: 400, idleMs: 300 };

let url: string;
let network: Network;
let outside: Db;

beforeAll(async () => {
  url = await createOwnDatabase();
  network = await startNetwork(url);
  outside = createDatabase(url, { max: 2 });
  await outside.sql`create table held (id int primary key)`;
  await outside.sql`insert into held values (1)`;
});

afterAll(async () => {
  await outside.close();
  await network.close();
});

const connect = (options: PoolOptions = {}): Db => {
  const db = createDatabase(network.url, { max: 2, limits, ...options });
  onTestFinished(() => db.close());
  return db;
};

describe('what PostgreSQL gives up on', () => {
  it('is a lock that is held for too long', async () => {
    const db = connect();
    await inTransaction(outside, async (sql) => {
      await sql`select from held where id = 1 for update`;
      await expect(db.sql`update held set id = 1`).rejects.toMatchObject({ code: '55P03' });
    });
  });

  it('is a statement that runs for too long', async () => {
    await expect(connect().sql`select pg_sleep(5)`).rejects.toMatchObject({ code: '57014' });
  });

  it('is a transaction that stands idle', async () => {
    const db = connect();
    const idle = inTransaction(db, async (sql) => {
      await sql`select from held where id = 1 for update`;
      await sleep(1_000);
      await sql`update held set id = 1`;
    });
    await expect(idle).rejects.toMatchObject({ code: 'CONNECTION_CLOSED' });
    expect(await db.sql`select 1 as one`).toEqual([{ one: 1 }]);
  });
});

describe('a network that swallows everything', () => {
  it('costs a statement its deadline, and the pool its connection', async () => {
    const db = connect({ max: 1 });
    await db.sql`select 1`;
    network.swallow();
    await expect(db.sql`select 2`).rejects.toMatchObject({ code: 'ETIMEDOUT' });
    network.heal();
    expect(await db.sql`select 3 as three`).toEqual([{ three: 3 }]);
  });
});

describe('background work that has gone silent', () => {
  it('lets go of what it holds as soon as a request would', async () => {
    const db = connect({ limits: forBackground(limits) });
    const held = inTransaction(db, async (sql) => {
      await sql`select from held where id = 1 for update`;
      await sleep(3_000);
    });
    held.catch(() => {});
    await sleep(limits.idleMs + 500);
    expect(await outside.sql`select id from held for update nowait`).toEqual([{ id: 1 }]);
    await expect(held).rejects.toMatchObject({ code: 'CONNECTION_CLOSED' });
  });
});

describe('connections that are cut', () => {
  it('end the transactions that they hold, and nothing else', async () => {
    const db = connect({ max: 1 });
    const cut = inTransaction(db, async (sql) => {
      await sql`select 1`;
      network.cut();
      await sleep(50);
      await sql`update held set id = 2`.catch(() => {});
      await sql`update held set id = 3`;
    });
    await expect(cut).rejects.toMatchObject({ code: 'CONNECTION_CLOSED' });
    await sleep(50);
    expect(await db.sql`select id from held`).toEqual([{ id: 1 }]);
  });

  it('are made anew, however often they are cut amid many statements', async () => {
    const db = connect({ max: 4 });
    for (let round = 0; round < 10; round++) {
      const many = Array.from({ length: 40 }, (_, index) =>
        index % 2 === 0
          ? db.sql`select pg_sleep(0.001)`
          : inTransaction(db, async (sql) => {
              await sql`select 1`;
              await sql`select pg_sleep(0.001)`;
            }),
      );
      await Promise.all([Promise.allSettled(many), sleep(round * 2).then(network.cut)]);
    }
    for (let each = 0; each < 8; each++)
      expect(await db.sql`select 1 as one`).toEqual([{ one: 1 }]);
  });
});
