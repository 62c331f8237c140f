import { and, desc, eq, gte, sql as raw } from 'drizzle-orm';
import type { Instant } from '../../../workflows/domain/time.ts';
import { builder } from '../../builder.ts';
import type { Db, Sql } from '../../client.ts';
import { type AuditType, audit } from '../../schema/desk/audit.ts';
import { inTransaction } from '../../transaction.ts';

type Noted = Pick<
  typeof audit.$inferInsert,
  'operatorId' | 'type' | 'subject' | 'status' | 'detail'
>;

/** Writes down what an operator does or asks for. Answers the entry's id. */
export const noteAudit = async (sql: Sql, entry: Noted): Promise<number> => {
  const [noted] = await builder(sql).insert(audit).values(entry).returning({ id: audit.id });
  if (!noted) throw new Error('PostgreSQL answered no id');
  return noted.id;
};

/** So long a line of the audit log may take that nobody waits for. */
const patienceMs = 2_000;

/**
 * Writes down what may be asked for many times, also at once: one entry of the same kind and subject
 * since then. Null: each time.
 */
export const noteAuditOnce = (
  db: Pick<Db, 'sql'>,
  { operatorId, type, subject, detail }: Noted & { subject: string },
  since: Instant | null,
): Promise<void> =>
  inTransaction(db, async (sql) => {
    await sql`select set_config('statement_timeout', ${String(patienceMs)}, true)`;
    if (since !== null) {
      const name = `audit/${operatorId}/${type}/${subject}`;
      await sql`select pg_advisory_xact_lock(hashtextextended(${name}, 0))`;
      const [before] = await sql`
        select from audit
        where operator_id = ${operatorId} and at >= ${since}::timestamptz
          and type = ${type} and subject = ${subject}
        limit 1`;
      if (before) return;
    }
    await noteAudit(sql, { operatorId, type, subject, detail });
  });

/** How the API answered what was asked for. */
export const settleAudit = async (
  sql: Sql,
  { id, status }: { id: number; status: number },
): Promise<void> => {
  await builder(sql).update(audit).set({ status }).where(eq(audit.id, id));
};

export type AuditEntry = typeof audit.$inferSelect;

export type AuditFilter = {
  operatorId: string | undefined;
  type: AuditType | undefined;
  since: Instant | undefined;
};

/** Newest first; `after` is the last one of the page before. */
export const listAudit = (
  sql: Sql,
  { operatorId, type, since }: AuditFilter,
  { after, limit }: { after: { at: Instant; id: string } | null; limit: number },
): Promise<AuditEntry[]> =>
  builder(sql)
    .select()
    .from(audit)
    .where(
      and(
        operatorId === undefined ? undefined : eq(audit.operatorId, operatorId),
        type === undefined ? undefined : eq(audit.type, type),
        since === undefined ? undefined : gte(audit.at, since),
        after
          ? raw`(${audit.at}, ${audit.id}) < (${after.at}::timestamptz, ${after.id}::bigint)`
          : undefined,
      ),
    )
    .orderBy(desc(audit.at), desc(audit.id))
    .limit(limit);

/** Forgets what is older than that. */
export const deleteOldAudit = async (
  sql: Sql,
  { olderThanDays }: { olderThanDays: number },
): Promise<void> => {
  const isOld = raw`${audit.at} < now() - ${olderThanDays} * interval '1 day'`;
  await builder(sql).delete(audit).where(isOld);
};
