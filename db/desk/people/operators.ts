import {
  and,
  asc,
  count,
  eq,
  gt,
  isNotNull,
  isNull,
  ne,
  or,
  sql as raw,
  type SQL,
} from 'drizzle-orm';
import type { Operator, Role } from '../../../workflows/domain/desk/role.ts';
import { builder } from '../../builder.ts';
import type { Db, Sql } from '../../client.ts';
import { operators } from '../../schema/desk/operators.ts';
import { operatorSessions } from '../../schema/desk/sessions.ts';
import { inTransaction } from '../../transaction.ts';
import { endSessionsOf, type SessionEnds } from './sessions.ts';

export type Account = typeof operators.$inferSelect;

/** An account with what was seen of it. `seenAt`: null if nothing is known of any use. */
export type SeenAccount = Omit<Account, 'passwordHash' | 'subject'> & {
  hasPassword: boolean;
  seenAt: string | null;
  sessions: number;
};

/** Adds an operator without a password; one who is there gets this name and role. */
export const putOperator = async (sql: Sql, operator: Operator): Promise<void> => {
  const { name, role } = operator;
  await builder(sql)
    .insert(operators)
    .values(operator)
    .onConflictDoUpdate({ target: operators.operatorId, set: { name, role, disabledAt: null } });
};

/** Adds an account that a password opens. False if the id is taken: nothing is changed then. */
export const addOperator = async (
  sql: Sql,
  account: Operator & { passwordHash: string },
): Promise<boolean> => {
  const added = await builder(sql).insert(operators).values(account).onConflictDoNothing();
  return added.count === 1;
};

/** The account of that id, with the hash of its password. */
export const findAccount = async (sql: Sql, operatorId: string): Promise<Account | undefined> => {
  const [found] = await builder(sql)
    .select()
    .from(operators)
    .where(eq(operators.operatorId, operatorId));
  return found;
};

/** Gives an account another password, and ends all of its sessions. False if there is none. */
export const changePassword = (
  db: Db,
  { operatorId, passwordHash }: { operatorId: string; passwordHash: string },
): Promise<boolean> =>
  inTransaction(db, async (sql) => {
    const changed = await builder(sql)
      .update(operators)
      .set({ passwordHash })
      .where(eq(operators.operatorId, operatorId));
    await endSessionsOf(sql, operatorId);
    return changed.count === 1;
  });

/** The same password, hashed anew; not if it was changed meanwhile. Sessions go on. */
export const replaceHash = async (
  sql: Sql,
  { operatorId, was, passwordHash }: { operatorId: string; was: string; passwordHash: string },
): Promise<void> => {
  await builder(sql)
    .update(operators)
    .set({ passwordHash })
    .where(and(eq(operators.operatorId, operatorId), eq(operators.passwordHash, was)));
};

/** By which ways people get in here: null and false where there is none. */
export type WaysIn = { passwords: boolean; issuer: string | null; demoId: string | null };

export type AccountChange = { operatorId: string; name: string; role: Role; disabled: boolean };

/**
 * Changes an account, and ends its sessions if its role is another one or it is disabled. Repeating
 * it changes nothing. The last manager who gets in by the ways of `keepsManager` stays one.
 */
export const changeOperator = (
  db: Db,
  { operatorId, name, role, disabled }: AccountChange,
  { keepsManager }: { keepsManager: WaysIn | false },
): Promise<'changed' | 'same' | 'unknown' | 'last_manager' | 'role_from_provider'> =>
  inTransaction(db, async (sql) => {
    // Two managers who send each other away at once must not both succeed.
    await sql`lock table operators in share row exclusive mode`;
    const found = await findAccount(sql, operatorId);
    if (!found) return 'unknown';
    const isDisabled = found.disabledAt !== null;
    if (found.name === name && found.role === role && isDisabled === disabled) return 'same';
    if (found.issuer !== null && found.role !== role) return 'role_from_provider';
    const leaves = found.role === 'manager' && !isDisabled && (role !== 'manager' || disabled);
    if (keepsManager && leaves && !(await hasOtherManager(sql, operatorId, keepsManager))) {
      return 'last_manager';
    }
    const disabledAt = disabled ? raw`coalesce(${operators.disabledAt}, now())` : null;
    const isThis = eq(operators.operatorId, operatorId);
    await builder(sql).update(operators).set({ name, role, disabledAt }).where(isThis);
    if (found.role !== role || disabled) await endSessionsOf(sql, operatorId);
    return 'changed';
  });

const hasOtherManager = async (sql: Sql, operatorId: string, ways: WaysIn): Promise<boolean> => {
  const isOther = ne(operators.operatorId, operatorId);
  const isManager = and(eq(operators.role, 'manager'), isNull(operators.disabledAt));
  const getsIn = or(
    raw`false`,
    ways.passwords ? isNotNull(operators.passwordHash) : undefined,
    ways.issuer === null ? undefined : eq(operators.issuer, ways.issuer),
    ways.demoId === null ? undefined : eq(operators.operatorId, ways.demoId),
  );
  const [others] = await builder(sql)
    .select({ count: count() })
    .from(operators)
    .where(and(isOther, isManager, getsIn));
  return (others?.count ?? 0) > 0;
};

/** Accounts by their ids, after the one named. */
export const listOperators = (
  sql: Sql,
  { after, limit, ends }: { after: string | null; limit: number; ends: SessionEnds },
): Promise<SeenAccount[]> =>
  seen(sql, after === null ? undefined : gt(operators.operatorId, after), { limit, ends });

/** The account of that id. */
export const findOperatorSeen = async (
  sql: Sql,
  { operatorId, ends }: { operatorId: string; ends: SessionEnds },
): Promise<SeenAccount | undefined> =>
  (await seen(sql, eq(operators.operatorId, operatorId), { limit: 1, ends }))[0];

const seen = (
  sql: Sql,
  which: SQL | undefined,
  { limit, ends }: { limit: number; ends: SessionEnds },
): Promise<SeenAccount[]> => {
  const { operatorId, name, role, email, issuer, createdAt, disabledAt, passwordHash } = operators;
  const ofThis = raw`from ${operatorSessions} s where s.operator_id = ${operators}.operator_id`;
  return builder(sql)
    .select({
      ...{ operatorId, name, role, email, issuer, createdAt, disabledAt },
      hasPassword: raw<boolean>`${passwordHash} is not null`,
      seenAt: raw<string | null>`greatest(
        (select max(s.seen_at) ${ofThis}),
        (select a.at from audit a where a.operator_id = ${operators}.operator_id
          and a.type <> 'sign_in_refused' and a.type <> 'account_changed'
          order by a.at desc, a.id desc limit 1))`,
      sessions: raw<number>`(select count(*)::int ${ofThis}
        and s.ends_at > now() and s.seen_at > now() - ${ends.idleMs} * interval '1 millisecond')`,
    })
    .from(operators)
    .where(which)
    .orderBy(asc(operatorId))
    .limit(limit);
};
