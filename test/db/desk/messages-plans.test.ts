import { afterAll, beforeAll, expect, it } from 'vitest';
import { createDatabase, type Db } from '../../../db/client.ts';
import { countMessages } from '../../../db/desk/messages/counts.ts';
import { listOpenMessages } from '../../../db/desk/messages/queue.ts';
import { listAllMessages } from '../../../db/mail/list-messages.ts';
import { createDatabase as createOwnDatabase } from '../../support/system/stack.ts';

const count = 100_000;
const perDay = count / 50;

let db: Db;
let url: string;

/** A hundred thousand mails of fifty days, all delivered but few. */
beforeAll(async () => {
  url = await createOwnDatabase();
  db = createDatabase(url, { max: 1 });
  await db.sql`
    insert into messages (id, order_id, key, kind, class, decision, status, reason, address_key, at, mail)
    select md5(n::text)::uuid, 'O' || n / 4, 'k' || n, 'shipped', 'service',
      case when n > 200 then 'sent' when n > 100 then 'held' else 'unknown' end,
      case when n > 300 then 'delivered' when n > 200 then 'bounced' end,
      case when n between 101 and 200 then 'quiet_hours' end, md5((n / 4)::text),
      now() - (n % 72000) * interval '1 minute', '{"subject":"s"}'
    from generate_series(1, ${count}::int) n`;
  await db.sql`analyze messages`;
});
afterAll(() => db.close());

/** How many rows of mail `work` reads, by the server's own count. */
const read = async (work: (db: Db) => Promise<unknown>): Promise<number> => {
  const target = new URL(url);
  target.searchParams.set('enable_seqscan', 'on');
  const own = createDatabase(target.href, { max: 1 });
  const look = async (): Promise<number> => {
    await own.sql`select pg_stat_force_next_flush()`;
    await own.sql`select pg_stat_clear_snapshot()`;
    const [row] = await own.sql<[{ rows: number }]>`
      select (seq_tup_read + coalesce(idx_tup_fetch, 0))::float8 as rows
      from pg_stat_user_tables where relname = 'messages'`;
    return row.rows;
  };
  try {
    const before = await look();
    await work(own);
    return (await look()) - before;
  } finally {
    await own.close();
  }
};

const newest = (filter: Parameters<typeof listAllMessages>[1]['filter']) => (own: Db) =>
  listAllMessages(own.sql, { filter, after: null, limit: 51 });

const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString();

it.each([
  ['the newest', newest({}), 51],
  ['those of a kind of which none is', newest({ kind: 'withdrawal' }), 0],
  ['those of a kind that bounced', newest({ kind: 'shipped', status: 'bounced' }), 51],
  ['those that were not sent', newest({ decisions: ['skipped'], reason: 'capped' }), 0],
  ['those that bounced', newest({ status: 'bounced' }), 51],
  ['those of which none is', newest({ status: 'complained' }), 0],
  ['those of one reason', newest({ decisions: ['held'], reason: 'quiet_hours' }), 51],
  ['those of unknown outcome', newest({ decisions: ['unknown'] }), 100],
])('reads no other mail to list %s', async (_, work, most) => {
  expect(await read(work)).toBeLessThanOrEqual(most);
});

it('counts a day without reading the others', async () => {
  const span = { since: daysAgo(1), until: null, zone: 'America/New_York', by: 'hour' } as const;
  const rows = await read((own) => countMessages(own.sql, span));
  expect(rows).toBeLessThanOrEqual(2 * perDay);
});

it('reads of the queue what waits alone', async () => {
  expect(await read((own) => listOpenMessages(own.sql))).toBeLessThanOrEqual(200);
});
