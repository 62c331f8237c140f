import { eq } from 'drizzle-orm';
import { builder } from '../builder.ts';
import type { Sql } from '../client.ts';
import { audit } from '../schema/desk/audit.ts';

/** Writes down what an operator does or asks for. Answers the entry's id. */
export const noteAudit = async (
  sql: Sql,
  entry: Pick<typeof audit.$inferInsert, 'operatorId' | 'type' | 'subject' | 'status' | 'detail'>,
): Promise<number> => {
  const [noted] = await builder(sql).insert(audit).values(entry).returning({ id: audit.id });
  if (!noted) throw new Error('PostgreSQL answered no id');
  return noted.id;
};

/** How the API answered what was asked for. */
export const settleAudit = async (
  sql: Sql,
  { id, status }: { id: number; status: number },
): Promise<void> => {
  await builder(sql).update(audit).set({ status }).where(eq(audit.id, id));
};
