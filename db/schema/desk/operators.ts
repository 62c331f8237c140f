import { check, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core';
import { type Role, roles } from '../../../workflows/domain/desk/role.ts';
import { id, instant, isOneOf } from '../columns.ts';

/**
 * People of the shop. One who signs in by a provider of identities is known by what that provider
 * calls them, any other by a password. Wall time.
 */
export const operators = pgTable(
  'operators',
  {
    operatorId: id('operator_id').primaryKey(),
    name: text('name').notNull(),
    role: text('role').$type<Role>().notNull(),
    /** Where they get mails that they ask to see; it is known to be theirs. */
    email: text('email'),
    /** By argon2id, with its parameters; null: no password opens this account. */
    passwordHash: text('password_hash'),
    /** OpenID Connect's `iss` and `sub`. */
    issuer: text('issuer'),
    subject: text('subject'),
    createdAt: instant('created_at').notNull().defaultNow(),
    /** From then on they cannot sign in. */
    disabledAt: instant('disabled_at'),
  },
  (t) => [
    uniqueIndex('operators_identity').on(t.issuer, t.subject),
    check('operators_role', isOneOf(t.role, roles)),
  ],
);
