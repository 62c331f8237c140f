import type { Difference, DifferenceKind } from '../../workflows/domain/books/compare.ts';
import type { Sql } from '../client.ts';
import type {
  reconciliationDifferences,
  reconciliations,
} from '../schema/books/reconciliations.ts';

/** A finished comparison of the provider's books with ours. Wall time. */
export type Run = Omit<Stored, 'finishedAt'> & { finishedAt: NonNullable<Stored['finishedAt']> };

type Stored = typeof reconciliations.$inferSelect;

type StoredDifference = typeof reconciliationDifferences.$inferSelect;

type NumberedDifference = Difference & Pick<StoredDifference, 'id'>;

/** The run with this id, or the latest. Only finished runs are found. */
export const findRun = async (sql: Sql, runId?: string): Promise<Run | undefined> => {
  const [run] = await sql<Run[]>`
    select run_id, started_at, finished_at, since, intents, orders from reconciliations
    where finished_at is not null ${runId === undefined ? sql`` : sql`and run_id = ${runId}`}
    order by started_at desc limit 1`;
  return run;
};

/** What a run found, in the order in which it did. */
export const listDifferences = async (
  sql: Sql,
  { runId, after, limit }: { runId: string; after: string | null; limit: number },
): Promise<NumberedDifference[]> => sql<NumberedDifference[]>`
  select id, kind, order_id, provider_intent_id, ours, theirs from reconciliation_differences
  where run_id = ${runId} and id > ${after ?? 0} order by id limit ${limit}`;

/** How many differences of each kind the latest run found; a kind without any is left out. */
export const countDifferences = async (
  sql: Sql,
): Promise<Partial<Record<DifferenceKind, number>>> => {
  const run = await findRun(sql);
  if (!run) return {};
  const rows = await sql<(Pick<StoredDifference, 'kind'> & { count: number })[]>`
    select kind, count(*) as count from reconciliation_differences
    where run_id = ${run.runId} group by kind`;
  return Object.fromEntries(rows.map(({ kind, count }) => [kind, count]));
};
