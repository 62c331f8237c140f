import type { Db } from '../../../db/client.ts';

/** All rows of a database at one moment, by table. */
export type Copy = { takenAt: string; tables: Map<string, string> };

/** Copies what nobody changes meanwhile. */
export const takeCopy = async ({ sql }: Db): Promise<Copy> => {
  const tables = new Map<string, string>();
  for (const name of await namesOf(sql)) {
    const [row] = await sql<{ rows: string }[]>`
      select coalesce(jsonb_agg(to_jsonb(t)), '[]')::text as rows from ${sql(name)} t`;
    tables.set(name, row?.rows ?? '[]');
  }
  return { takenAt: new Date().toISOString(), tables };
};

/** Makes the database what it was when the copy was taken. */
export const putBack = async ({ sql }: Db, { tables }: Copy): Promise<void> => {
  await sql.begin(async (tx) => {
    await tx`set local session_replication_role = replica`;
    await tx`truncate ${tx([...tables.keys()])}`;
    for (const [name, rows] of tables) {
      const columns = await tx<{ name: string }[]>`
        select column_name as name from information_schema.columns
        where table_schema = 'public' and table_name = ${name} and is_generated = 'NEVER'`;
      const names = tx(columns.map((column) => column.name));
      await tx`
        insert into ${tx(name)} (${names}) overriding system value
        select ${names} from jsonb_populate_recordset(null::${tx(name)}, ${rows}::jsonb)`;
    }
  });
};

const namesOf = async (sql: Db['sql']): Promise<string[]> => {
  const tables = await sql<{ name: string }[]>`
    select table_name as name from information_schema.tables where table_schema = 'public'`;
  return tables.map(({ name }) => name);
};
