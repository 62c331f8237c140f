import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createDatabase, type Db } from '../../../db/client.ts';
import { deleteOldAudit, listAudit } from '../../../db/desk/people/audit.ts';
import { listOperators, putOperator } from '../../../db/desk/people/operators.ts';
import { beginSession, forgetEndedSessions } from '../../../db/desk/people/sessions.ts';
import { createDatabase as createOwnDatabase } from '../../support/system/stack.ts';

const ends = { idleMs: 30 * 60_000, absoluteMs: 12 * 60 * 60_000 };
const everything = { operatorId: undefined, type: undefined, since: undefined };

let db: Db;
let url: string;
beforeAll(async () => {
  url = await createOwnDatabase();
  db = createDatabase(url, { max: 2 });
});
afterAll(() => db.close());
beforeEach(async () => {
  await db.sql.unsafe('delete from operators; truncate audit');
  await putOperator(db.sql, { operatorId: 'ada', name: 'Ada', role: 'viewer' });
});

describe('what is kept of operators', () => {
  it('forgets sessions that nobody can use, and no other', async () => {
    for (const tokenHash of ['used', 'idle', 'over']) {
      await beginSession(db.sql, { tokenHash, operatorId: 'ada', ends });
    }
    await db.sql`update operator_sessions set seen_at = now() - interval '31 min'
      where token_hash = 'idle'`;
    await db.sql`update operator_sessions set ends_at = now() - interval '1 second'
      where token_hash = 'over'`;
    await forgetEndedSessions(db.sql, ends);
    expect(await db.sql`select token_hash from operator_sessions`).toEqual([{ tokenHash: 'used' }]);
  });

  it('forgets entries of the audit log after their time, and none before', async () => {
    await db.sql`insert into audit (operator_id, type, at) values
      ('ada', 'signed_in', now() - interval '366 days'),
      ('ada', 'signed_out', now() - interval '364 days')`;
    await deleteOldAudit(db.sql, { olderThanDays: 365 });
    const left = await listAudit(db.sql, everything, { after: null, limit: 10 });
    expect(left.map(({ type }) => type)).toEqual(['signed_out']);
  });
});

describe('lists over a hundred thousand entries', () => {
  beforeEach(async () => {
    await db.sql`insert into operators (operator_id, name, role)
      select 'p' || n, 'Person ' || n, 'viewer' from generate_series(1, 200) n`;
    await db.sql`insert into audit (operator_id, type, subject, status, at)
      select 'p' || n % 200, case when n % 50 = 0 then 'signed_in' else 'act' end, 'PUT /v1', 200,
        now() - n * interval '1 minute'
      from generate_series(1, 100000) n`;
    await db.sql`analyze audit, operators, operator_sessions`;
  });

  /** Where planning may walk the whole table, it does not. */
  const scansOf = async (work: (own: Db) => Promise<unknown>): Promise<number> => {
    const target = new URL(url);
    target.searchParams.set('enable_seqscan', 'on');
    const own = createDatabase(target.href, { max: 1 });
    const count = async (): Promise<number> => {
      await own.sql`select pg_stat_force_next_flush()`;
      const [row] = await own.sql`select seq_tup_read::int as read from pg_stat_user_tables
        where relname = 'audit'`;
      return row?.read;
    };
    try {
      const before = await count();
      await work(own);
      return (await count()) - before;
    } finally {
      await own.close();
    }
  };

  it.each([
    ['of all', everything],
    ['of one operator', { ...everything, operatorId: 'p7' }],
    ['of one kind', { ...everything, type: 'signed_in' as const }],
    ['since a day', { ...everything, since: new Date(Date.now() - 86_400_000).toISOString() }],
  ])('reads a page of the audit log %s by an index', async (_, filter) => {
    const middle = { at: new Date(Date.now() - 3_600_000).toISOString(), id: '99999999' };
    let rows = 0;
    const read = await scansOf(async ({ sql }) => {
      rows = (await listAudit(sql, filter, { after: middle, limit: 51 })).length;
    });
    expect([read, rows]).toEqual([0, 51]);
  });

  it('reads a page of the accounts without the whole log', async () => {
    let seen: (string | null)[] = [];
    const read = await scansOf(async ({ sql }) => {
      const page = await listOperators(sql, { after: 'p1', limit: 51, ends });
      seen = page.map(({ seenAt }) => seenAt);
    });
    expect(read).toBe(0);
    expect(seen).toHaveLength(51);
    expect(seen.every((at) => at !== null)).toBe(true);
  });
});
