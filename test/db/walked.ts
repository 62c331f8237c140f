import { createDatabase, type Db } from '../../db/client.ts';

type Read = { table: string; scans: number; rows: number };

/** Rows that `work` read by walking whole tables, by the server's own count. */
export const walked = async (url: string, work: (db: Db) => Promise<unknown>): Promise<Read[]> => {
  // Here the planner may walk tables, which it otherwise does only for want of an index.
  const own = createDatabase(planned(url), { max: 1 });
  try {
    const before = await readTables(own);
    await work(own);
    const after = await readTables(own);
    return after.flatMap(({ table, scans, rows }, index) => {
      const read = rows - (before[index]?.rows ?? 0);
      return read > fewRows
        ? [{ table, scans: scans - (before[index]?.scans ?? 0), rows: read }]
        : [];
    });
  } finally {
    await own.close();
  }
};

/** Small tables are walked rightly. */
const fewRows = 1_000;

const planned = (base: string): string => {
  const target = new URL(base);
  target.searchParams.set('enable_seqscan', 'on');
  return target.href;
};

const readTables = async ({ sql }: Db): Promise<Read[]> => {
  await sql`select pg_stat_force_next_flush()`;
  await sql`select pg_stat_clear_snapshot()`;
  return sql<Read[]>`
    select relname as table, seq_scan as scans, seq_tup_read as rows
    from pg_stat_user_tables order by relname`;
};
