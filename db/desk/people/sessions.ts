import { and, desc, eq, gt, isNull, lt, or, sql as raw } from 'drizzle-orm';
import type { Operator } from '../../../workflows/domain/desk/role.ts';
import { builder } from '../../builder.ts';
import type { Sql } from '../../client.ts';
import { operators } from '../../schema/desk/operators.ts';
import { operatorSessions } from '../../schema/desk/sessions.ts';

/** How long somebody stays signed in, in milliseconds: unused, and at all. */
export type SessionEnds = { idleMs: number; absoluteMs: number };

const milliseconds = (ms: number) => raw`${ms} * interval '1 millisecond'`;

type NewSession = {
  tokenHash: string;
  operatorId: string;
  ends: SessionEnds;
  passwordHash?: string | null;
};

/**
 * Signs an operator in under the hash of what their browser will hold. False if the account does
 * not hold any more, or its password is another one than that of `passwordHash`: whoever changes it
 * at this moment ends this session too.
 */
export const beginSession = async (
  sql: Sql,
  { tokenHash, operatorId, ends, passwordHash = null }: NewSession,
): Promise<boolean> => {
  const begun = await sql`
    insert into operator_sessions (token_hash, operator_id, ends_at)
    select ${tokenHash}, operator_id, now() + ${ends.absoluteMs} * interval '1 millisecond'
    from operators where operator_id = ${operatorId} and disabled_at is null
      and password_hash is not distinct from coalesce(${passwordHash}, password_hash)
    for share`;
  return begun.count === 1;
};

/** Whose session it is, if it and the account still hold. `isStale`: it should be touched. */
export const findSession = async (
  sql: Sql,
  { tokenHash, ends }: { tokenHash: string; ends: SessionEnds },
): Promise<(Operator & { isStale: boolean }) | undefined> => {
  const [found] = await builder(sql)
    .select({
      operatorId: operators.operatorId,
      name: operators.name,
      role: operators.role,
      isStale: raw<boolean>`${operatorSessions.seenAt} < now() - interval '1 minute'`,
    })
    .from(operatorSessions)
    .innerJoin(operators, eq(operators.operatorId, operatorSessions.operatorId))
    .where(
      and(
        eq(operatorSessions.tokenHash, tokenHash),
        isNull(operators.disabledAt),
        gt(operatorSessions.endsAt, raw`now()`),
        gt(operatorSessions.seenAt, raw`now() - ${milliseconds(ends.idleMs)}`),
      ),
    );
  return found;
};

/** The session was used. */
export const touchSession = async (sql: Sql, tokenHash: string): Promise<void> => {
  await builder(sql)
    .update(operatorSessions)
    .set({ seenAt: raw`now()` })
    .where(eq(operatorSessions.tokenHash, tokenHash));
};

export type ShownSession = Omit<typeof operatorSessions.$inferSelect, 'operatorId'>;

/** The sessions of an operator that still hold, the one that was used last first. */
export const listSessions = (
  sql: Sql,
  { operatorId, ends }: { operatorId: string; ends: SessionEnds },
): Promise<ShownSession[]> => {
  const { tokenHash, createdAt, seenAt, endsAt } = operatorSessions;
  return builder(sql)
    .select({ tokenHash, createdAt, seenAt, endsAt })
    .from(operatorSessions)
    .where(
      and(
        eq(operatorSessions.operatorId, operatorId),
        gt(endsAt, raw`now()`),
        gt(seenAt, raw`now() - ${milliseconds(ends.idleMs)}`),
      ),
    )
    .orderBy(desc(seenAt), desc(tokenHash))
    .limit(100);
};

/** Ends one session. */
export const endSession = async (sql: Sql, tokenHash: string): Promise<void> => {
  await builder(sql).delete(operatorSessions).where(eq(operatorSessions.tokenHash, tokenHash));
};

/** Ends every session of an operator. Answers how many there were. */
export const endSessionsOf = async (sql: Sql, operatorId: string): Promise<number> => {
  const ended = await builder(sql)
    .delete(operatorSessions)
    .where(eq(operatorSessions.operatorId, operatorId));
  return ended.count;
};

/** Forgets the sessions that nobody can use any more. */
export const forgetEndedSessions = async (sql: Sql, { idleMs }: SessionEnds): Promise<void> => {
  const isOver = or(
    lt(operatorSessions.endsAt, raw`now()`),
    lt(operatorSessions.seenAt, raw`now() - ${milliseconds(idleMs)}`),
  );
  await builder(sql).delete(operatorSessions).where(isOver);
};
