import { and, asc, desc, eq, isNull, notInArray, sql as raw } from 'drizzle-orm';
import { builder } from '../builder.ts';
import type { Db, Sql } from '../client.ts';
import { type SpecimenDecision, specimens } from '../schema/mail/specimens.ts';
import { inTransaction } from '../transaction.ts';

export type Specimen = typeof specimens.$inferSelect;

/** A rendered sample, or the message of an order that is copied as it goes out. */
export type NewSpecimen = Pick<Specimen, 'specimenId' | 'operatorId' | 'to' | 'kind'> &
  Pick<Specimen, 'mail' | 'orderId' | 'messageId'>;

/** So many may one operator ask for, so that nobody's session is of use to send mail in bulk. */
export const mostSpecimens = { aMinute: 5, aDay: 50 };

const keptDays = 30;

/**
 * Owes an operator a mail to themselves, once under its id. Undefined if they have asked for too
 * many. What is long over is forgotten on the way.
 */
export const askForSpecimen = (db: Db, asked: NewSpecimen): Promise<Specimen | undefined> =>
  inTransaction(db, async (sql) => {
    const { specimenId, operatorId } = asked;
    // Who asks twice at once is counted one after the other.
    await sql`select pg_advisory_xact_lock(hashtextextended(${`specimens/${operatorId}`}, 0))`;
    await sql`delete from specimens where asked_at < now() - ${keptDays} * interval '1 day'`;
    const known = await findSpecimen(sql, specimenId);
    if (known !== undefined) return known;
    const [counted] = await sql<[{ minute: number; day: number }]>`
      select count(*) filter (where asked_at > now() - interval '1 minute')::int as minute,
        count(*)::int as day
      from specimens
      where operator_id = ${operatorId} and asked_at > now() - interval '1 day'`;
    if (counted.minute >= mostSpecimens.aMinute || counted.day >= mostSpecimens.aDay) return;
    const [owed] = await builder(sql)
      .insert(specimens)
      .values({ ...asked, decision: 'owed' })
      .returning();
    return owed;
  });

export const findSpecimen = async (sql: Sql, specimenId: string): Promise<Specimen | undefined> => {
  const isThis = eq(specimens.specimenId, specimenId);
  const [found] = await builder(sql).select().from(specimens).where(isThis);
  return found;
};

/** Those that have not ended, but for these, oldest first. */
export const listOwedSpecimens = (
  sql: Sql,
  { except, limit }: { except: readonly string[]; limit: number },
): Promise<Pick<Specimen, 'specimenId' | 'kind'>[]> =>
  builder(sql)
    .select({ specimenId: specimens.specimenId, kind: specimens.kind })
    .from(specimens)
    .where(and(eq(specimens.decision, 'owed'), notInArray(specimens.specimenId, [...except])))
    .orderBy(asc(specimens.askedAt))
    .limit(limit);

/** What an operator asked for last. */
export const listSpecimensOf = (
  sql: Sql,
  { operatorId, limit }: { operatorId: string; limit: number },
): Promise<Specimen[]> =>
  builder(sql)
    .select()
    .from(specimens)
    .where(eq(specimens.operatorId, operatorId))
    .orderBy(desc(specimens.askedAt))
    .limit(limit);

/** Written before each call; `undo` takes it back when the provider says that nothing happened. */
export const noteSpecimenCall = async (
  sql: Sql,
  specimenId: string,
): Promise<{ undo(): Promise<void> }> => {
  const isThis = eq(specimens.specimenId, specimenId);
  const first = await builder(sql)
    .update(specimens)
    .set({ firstAttemptAt: raw`now()` })
    .where(and(isThis, isNull(specimens.firstAttemptAt)));
  return {
    undo: async () => {
      if (first.count === 0) return;
      await builder(sql).update(specimens).set({ firstAttemptAt: null }).where(isThis);
    },
  };
};

/** The first end stands. What it said is not kept. */
export const endSpecimen = async (
  sql: Sql,
  {
    specimenId,
    decision,
    reason,
  }: { specimenId: string; decision: Exclude<SpecimenDecision, 'owed'>; reason: string | null },
): Promise<void> => {
  await builder(sql)
    .update(specimens)
    .set({ decision, reason, mail: null, endedAt: raw`now()` })
    .where(and(eq(specimens.specimenId, specimenId), eq(specimens.decision, 'owed')));
};
