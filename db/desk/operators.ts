import type { Operator } from '../../workflows/domain/desk/role.ts';
import { builder } from '../builder.ts';
import type { Sql } from '../client.ts';
import { operators } from '../schema/desk/operators.ts';

/** Adds an operator without a password; one who is there gets this name and role. */
export const putOperator = async (sql: Sql, operator: Operator): Promise<void> => {
  const { name, role } = operator;
  await builder(sql)
    .insert(operators)
    .values(operator)
    .onConflictDoUpdate({ target: operators.operatorId, set: { name, role, disabledAt: null } });
};
