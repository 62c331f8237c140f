import { and, eq } from 'drizzle-orm';
import type { Operator, Role } from '../../../workflows/domain/desk/role.ts';
import { builder } from '../../builder.ts';
import type { Db, Sql } from '../../client.ts';
import { operators } from '../../schema/desk/operators.ts';
import { inTransaction } from '../../transaction.ts';
import type { Account } from './operators.ts';
import { endSessionsOf } from './sessions.ts';

/** Somebody as a provider of identities calls them. */
export type Identity = { issuer: string; subject: string };

/** The account of that identity. */
export const findIdentity = async (
  sql: Sql,
  { issuer, subject }: Identity,
): Promise<Account | undefined> => {
  const isThis = and(eq(operators.issuer, issuer), eq(operators.subject, subject));
  const [found] = await builder(sql).select().from(operators).where(isThis);
  return found;
};

/** `email`: the address of which the provider says that it is theirs. */
type Known = Identity & {
  name: string;
  role: Role;
  wishes: readonly string[];
  email: string | null;
};

/**
 * The account of an identity, as the provider says it now; a new one gets the first of `wishes` that
 * nobody has for an id. Another role ends the sessions that it has. An account that is disabled
 * stays as it is. Undefined if every wish is taken.
 */
export const welcome = (
  db: Db,
  { issuer, subject, name, role, wishes, email }: Known,
): Promise<(Operator & { isDisabled: boolean }) | undefined> =>
  inTransaction(db, async (sql) => {
    for (const operatorId of [undefined, ...wishes]) {
      if (operatorId !== undefined) {
        const account = { operatorId, name, role, issuer, subject };
        await builder(sql).insert(operators).values(account).onConflictDoNothing();
      }
      const found = await findIdentity(sql, { issuer, subject });
      if (!found) continue;
      if (found.disabledAt !== null) return { ...found, isDisabled: true };
      if (found.role !== role) await endSessionsOf(sql, found.operatorId);
      const isThis = eq(operators.operatorId, found.operatorId);
      await builder(sql).update(operators).set({ name, role, email }).where(isThis);
      return { operatorId: found.operatorId, name, role, isDisabled: false };
    }
    return undefined;
  });
