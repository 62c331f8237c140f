import { eq } from 'drizzle-orm';
import { builder } from '../../builder.ts';
import type { Sql } from '../../client.ts';
import { operators } from '../../schema/desk/operators.ts';

/** Where the operator gets mails that they ask to see; null if nobody has said. */
export const emailOf = async (sql: Sql, operatorId: string): Promise<string | null> => {
  const [found] = await builder(sql)
    .select({ email: operators.email })
    .from(operators)
    .where(eq(operators.operatorId, operatorId));
  return found?.email ?? null;
};

/** Only somebody who knows that the address is theirs may say so. */
export const setEmail = async (
  sql: Sql,
  { operatorId, email }: { operatorId: string; email: string | null },
): Promise<void> => {
  await builder(sql).update(operators).set({ email }).where(eq(operators.operatorId, operatorId));
};
