import { index, integer, pgTable, text } from 'drizzle-orm/pg-core';
import { big, id, instant, json } from '../columns.ts';

export const auditTypes = [
  'signed_in',
  'sign_in_refused',
  'signed_out',
  'signed_out_everywhere',
  'password_changed',
  'account_changed',
  'act',
  'personal_data_read',
  'personal_data_exported',
] as const;

export type AuditType = (typeof auditTypes)[number];

/**
 * Who signed in, what they asked for, and of whom they read. An act is written before it is done;
 * nothing here is changed by hand.
 */
export const audit = pgTable(
  'audit',
  {
    id: big('id').primaryKey().generatedAlwaysAsIdentity(),
    /** Wall time. */
    at: instant('at').notNull().defaultNow(),
    operatorId: id('operator_id').notNull(),
    type: text('type').$type<AuditType>().notNull(),
    /** Method and path of an act, or of what was read, without what may be personal. */
    subject: text('subject'),
    /** How the API answered; null: not yet, or nobody knows. */
    status: integer('status'),
    detail: json('detail').$type<Record<string, unknown>>().notNull().default({}),
  },
  (t) => [
    index('audit_newest').on(t.at, t.id),
    index('audit_operator').on(t.operatorId, t.at, t.id),
  ],
);
