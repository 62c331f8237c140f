import type { MigrationMeta } from 'drizzle-orm/migrator';

/** What is done at once: ordinary migrations in one transaction, or the indexes of one. */
export type Step =
  | { kind: 'transaction'; migrations: MigrationMeta[] }
  | { kind: 'indexes'; migration: MigrationMeta; indexes: ConcurrentIndex[] };

export type ConcurrentIndex = { name: string; statement: string };

const shape =
  /^\s*(?:--[^\n]*\n\s*)*create\s+(?:unique\s+)?index\s+concurrently\s+(?:if\s+not\s+exists\s+)?(?:"([^"]+)"|(\w+))/i;

/**
 * Splits what is to be run, in its order. An index that is made beside the traffic cannot be made
 * within a transaction, so its migration does nothing else; throws when one does.
 */
export const toSteps = (migrations: readonly MigrationMeta[]): Step[] => {
  const steps: Step[] = [];
  for (const migration of migrations) {
    const indexes = migration.sql.map(findConcurrentIndex);
    const found = indexes.filter((index) => index !== undefined);
    const last = steps.at(-1);
    if (found.length === 0) {
      if (last?.kind === 'transaction') last.migrations.push(migration);
      else steps.push({ kind: 'transaction', migrations: [migration] });
    } else if (found.length === indexes.length) {
      steps.push({ kind: 'indexes', migration, indexes: found });
    } else {
      const names = found.map(({ name }) => name).join(', ');
      throw new Error(`${names}: what is made concurrently needs a migration of its own`);
    }
  }
  return steps;
};

/** PostgreSQL folds a name without quotes. */
const findConcurrentIndex = (statement: string): ConcurrentIndex | undefined => {
  const [, quoted, plain] = statement.match(shape) ?? [];
  const name = quoted ?? plain?.toLowerCase();
  return name === undefined ? undefined : { name, statement };
};
