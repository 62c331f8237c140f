import type { Db } from '../../db/client.ts';

/** The names of the tables that hold the text in any column, whatever its case. */
export const tablesWith = async ({ sql }: Db, text: string): Promise<string[]> => {
  const tables = await sql<{ name: string }[]>`
    select table_name as name from information_schema.tables
    where table_schema = 'public' order by table_name`;
  const held = tables.map(async ({ name }) => {
    const rows = await sql`
      select from ${sql(name)} t where strpos(lower(t::text), lower(${text})) > 0 limit 1`;
    return rows.length > 0 ? [name] : [];
  });
  return (await Promise.all(held)).flat();
};
