import { afterAll, beforeAll, expect, it } from 'vitest';
import { createDatabase, type Db } from '../../../db/client.ts';
import { findProviders, listIncoming } from '../../../db/desk/plumbing/standing.ts';
import { listIncomingRows } from '../../../db/desk/plumbing/webhooks.ts';
import { createDatabase as createOwnDatabase } from '../../support/system/stack.ts';

let db: Db;
beforeAll(async () => {
  const url = new URL(await createOwnDatabase());
  // Here the planner may walk tables, which it otherwise does only for want of an index.
  url.searchParams.set('enable_seqscan', 'on');
  db = createDatabase(url.href, { max: 1 });
  await db.sql`
    insert into webhooks (sender, event_id, type, about, received_at, handled_at)
    select case when n % 1000 = 0 then 'resend' else 'stripe' end, 'evt_' || n, 'refund.failed',
      '{}', now() - n * interval '1 second', case when n > 20 then now() end
    from generate_series(1, 100000) n`;
  await db.sql`analyze webhooks`;
});
afterAll(() => db.close());

/** How many rows of the table were read by walking it. */
const walked = async (): Promise<number> => {
  await db.sql`select pg_stat_force_next_flush()`;
  await db.sql`select pg_stat_clear_snapshot()`;
  const [row] = await db.sql<[{ rows: number }]>`
    select seq_tup_read as rows from pg_stat_user_tables where relname = 'webhooks'`;
  return row.rows;
};

const page = { after: null, limit: 50 };

it.each([
  ['the newest', { isOpen: false }],
  ['those not handled yet', { isOpen: true }],
  ['one by its id', { isOpen: false, eventId: 'evt_77777' }],
  ['a rare sender', { isOpen: false, sender: 'resend' as const }],
])('walks no table of 100 000 webhooks for %s', async (_, filter) => {
  const before = await walked();
  const { rows } = await listIncomingRows(db.sql, { ...page, ...filter });
  expect(rows.length).toBeGreaterThan(0);
  expect((await walked()) - before).toBe(0);
});

it('walks none for how all stands', async () => {
  const before = await walked();
  const stands = await listIncoming(db.sql, ['resend', 'stripe']);
  await findProviders(db.sql);
  expect(stands.map(({ sender, open }) => [sender, open])).toEqual([
    ['resend', 0],
    ['stripe', 20],
  ]);
  expect((await walked()) - before).toBe(0);
});

it('goes on through a rare sender, page by page, to the last of them', async () => {
  const ids: string[] = [];
  let after: Parameters<typeof listIncomingRows>[1]['after'] = null;
  do {
    const filter = { isOpen: false, sender: 'resend' as const, limit: 3 };
    const { rows, next } = await listIncomingRows(db.sql, { ...filter, after });
    ids.push(...rows.map(({ eventId }) => eventId));
    after = next;
  } while (after !== null);
  expect(ids).toEqual(Array.from({ length: 100 }, (_, nth) => `evt_${(nth + 1) * 1_000}`));
});
