import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { writeView } from '../../../db/backorder/views.ts';
import {
  clearFound,
  countWatches,
  listWatched,
  raiseWatch,
  type Watch,
  watches,
} from '../../../db/backorder/watch.ts';
import type { Db } from '../../../db/client.ts';
import { raiseAttention, resolveRaised } from '../../../db/record/attention.ts';
import { open } from '../../../workflows/domain/backorder/backorder.ts';
import { plan } from '../../../workflows/domain/plan.ts';
import { addMs } from '../../../workflows/domain/time.ts';
import { viewOf } from '../../../workflows/domain/view.ts';
import { adasLamp } from '../../support/cast.ts';
import { empty, place, receive } from '../cast.ts';
import { freshDatabase } from '../fresh.ts';

let db: Db;
beforeAll(async () => {
  db = await freshDatabase();
});
beforeEach(() => empty(db));
afterAll(() => db.close());

const minutesAgo = (minutes: number) => addMs(new Date().toISOString(), -minutes * 60_000);

const project = async (orderId: string, revision: number, nextWakeAt: string) => {
  const state = open(adasLamp);
  const at = new Date().toISOString();
  const view = { ...viewOf(state, plan(state, at), at), nextWakeAt };
  await writeView(db, { orderId, revision, view, entries: [], skippedMs: 0 });
};

const watch = async () => {
  for (const each of watches) await raiseWatch(db.sql, each);
  await clearFound(db.sql);
};

const raised = async () =>
  (
    await db.sql<{ item: string }[]>`
      select order_id || ' ' || code as item from attention where resolved_at is null order by 1`
  ).map(({ item }) => item);

/** What makes each watch bark about A, and what quiets it. */
const troubles: Record<Watch, { begin: () => Promise<unknown>; end: () => Promise<unknown> }> = {
  parked: {
    begin: () => project('A', 1, minutesAgo(16)),
    end: () => project('A', 2, minutesAgo(-60)),
  },
  news_late: {
    begin: () => db.sql`update news set created_at = ${minutesAgo(11)} where order_id = 'A'`,
    end: () => db.sql`delete from news`,
  },
  filling_late: {
    begin: () => db.sql`
      insert into walks (sku, location, created_at) values ('LAMP', 'main', ${minutesAgo(6)})`,
    end: () => db.sql`update walks set done_at = now()`,
  },
  lease_late: {
    begin: () => db.sql`
      insert into leases (lease_id, order_id, revision, state, ends_at)
      values ('A/2', 'A', 2, 'leased', ${minutesAgo(16)})`,
    end: () => db.sql`delete from leases`,
  },
};

describe('the watchmen', () => {
  test.each(watches)('ask for a person while there is %s, and not after', async (code) => {
    await place(db, { A: ['LAMP:1'], B: ['LAMP:1'] });
    await watch();
    expect(await raised()).toEqual([]);
    await troubles[code].begin();
    await watch();
    await watch();
    expect(await raised()).toEqual([`A ${code}`]);
    expect(await countWatches(db.sql)).toMatchObject({ [code]: 1 });
    const listed = await listWatched(db.sql, code, { after: null, limit: 10 });
    expect(listed.map(({ orderId }) => orderId)).toEqual(['A']);
    await troubles[code].end();
    await watch();
    expect(await raised()).toEqual([]);
    expect(await countWatches(db.sql)).toMatchObject({ [code]: 0 });
  });

  test('are quiet about what is on its way', async () => {
    await place(db, { A: ['LAMP:1'] });
    await receive(db, 'LAMP:1');
    await project('A', 1, minutesAgo(14));
    await watch();
    expect(await raised()).toEqual([]);
  });

  test('do not ask again what a person has answered, unless it happens again', async () => {
    await place(db, { A: ['LAMP:1'] });
    const { begin, end } = troubles.parked;
    await begin();
    await watch();
    const another = { orderId: 'A', code: 'parked' as const, at: '2026-11-01T10:00:00.000Z' };
    expect(await resolveRaised(db.sql, another)).toBe(false);
    expect(await resolveRaised(db.sql, { orderId: 'A', code: 'parked' })).toBe(true);
    await watch();
    expect(await raised()).toEqual([]);
    await end();
    await watch();
    await project('A', 3, minutesAgo(20));
    await watch();
    expect(await raised()).toEqual(['A parked']);
  });

  test('name the hundred that stand still for longest, and count all', async () => {
    await db.sql`
      insert into views (order_id, revision, phase, body, next_wake_at)
      select 'P' || n, 1, 'awaiting_stock', '{}', now() - n * interval '1 hour'
      from generate_series(1, 150) n`;
    await place(
      db,
      Object.fromEntries(Array.from({ length: 150 }, (_, n) => [`P${n + 1}`, ['X:1']])),
    );
    await watch();
    expect(await raised()).toHaveLength(100);
    expect(await raised()).toContain('P150 parked');
    expect(await raised()).not.toContain('P1 parked');
    expect(await countWatches(db.sql)).toMatchObject({ parked: 150 });
    const first = await listWatched(db.sql, 'parked', { after: null, limit: 100 });
    const last = await listWatched(db.sql, 'parked', { after: first.at(-1) ?? null, limit: 100 });
    expect([...first, ...last].map(({ orderId }) => orderId)).toEqual(
      Array.from({ length: 150 }, (_, n) => `P${150 - n}`),
    );
  });

  test('take a workflow for lost until it is heard of again', async () => {
    await place(db, { A: ['LAMP:1'] });
    await troubles.parked.begin();
    await raiseAttention(db.sql, { orderId: 'A', code: 'orphaned', at: minutesAgo(0) });
    await watch();
    expect(await raised()).toEqual(['A orphaned']);
    await db.sql`select pg_sleep(0.01)`;
    await project('A', 2, minutesAgo(-60));
    await watch();
    expect(await raised()).toEqual([]);
  });
});
