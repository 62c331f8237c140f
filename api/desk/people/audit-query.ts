import { z } from 'zod';
import type { AuditFilter } from '../../../db/desk/people/audit.ts';
import { auditTypes } from '../../../db/schema/desk/audit.ts';
import { startOfDay } from '../../../workflows/calendar/zone.ts';
import type { Operator } from '../../../workflows/domain/desk/role.ts';
import { civilDate, id } from '../../http/scalars.ts';
import { mayDo } from '../access/scopes.ts';

/** What each entry of the audit log is called. */
export const typeNames = {
  signed_in: 'signed in',
  sign_in_refused: 'sign-in refused',
  signed_out: 'signed out',
  signed_out_everywhere: 'signed out everywhere',
  password_changed: 'password changed',
  account_changed: 'account changed',
  act: 'act',
  personal_data_read: 'personal data read',
  personal_data_exported: 'personal data exported',
} as const satisfies Record<(typeof auditTypes)[number], string>;

/**
 * What the address asks for. What is no such thing is left out, as if nobody had asked. Whoever is
 * no manager sees what they did themselves.
 */
export const auditFilter = (
  query: URLSearchParams,
  { operator, timeZone }: { operator: Operator; timeZone: string },
): AuditFilter => {
  const part = <T>(name: string, schema: z.ZodType<T>): T | undefined =>
    schema.safeParse(query.get(name)).data;
  const since = part('since', civilDate);
  return {
    operatorId: mayDo(operator.role, ['admin']) ? part('operator', id) : operator.operatorId,
    type: part('type', z.enum(auditTypes)),
    since: since && startOfDay(since, timeZone),
  };
};
