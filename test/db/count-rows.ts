import type { Db } from '../../db/client.ts';

/** How many rows each table holds, by its name. */
export const countRows = async ({ sql }: Db): Promise<Record<string, number>> => {
  const tables = await sql<{ name: string }[]>`
    select table_name as name from information_schema.tables
    where table_schema = 'public' order by table_name`;
  const counts = tables.map(async ({ name }): Promise<[string, number]> => {
    const [row] = await sql<{ rows: number }[]>`select count(*)::bigint as rows from ${sql(name)}`;
    return [name, row?.rows ?? 0];
  });
  return Object.fromEntries(await Promise.all(counts));
};
