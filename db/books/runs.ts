import type { Difference, DifferenceKind } from '../../workflows/domain/books/compare.ts';
import type { Instant } from '../../workflows/domain/time.ts';
import type { Db } from '../client.ts';

/** A finished comparison of the provider's books with ours. Wall time. */
export type Run = {
  runId: string;
  startedAt: Instant;
  finishedAt: Instant;
  /** From when on the provider's intents were read. */
  since: Instant;
  /** How many of those were ours, and with how many orders they were compared. */
  intents: number;
  orders: number;
};

/** The run with this id, or the latest. Only finished runs are found. */
export const findRun = async ({ sql }: Db, runId?: string): Promise<Run | undefined> => {
  const [run] = await sql<Run[]>`
    select run_id, started_at, finished_at, since, intents, orders from reconciliations
    where finished_at is not null ${runId === undefined ? sql`` : sql`and run_id = ${runId}`}
    order by started_at desc limit 1`;
  return run;
};

/** What a run found, in the order in which it did. */
export const listDifferences = async (
  { sql }: Db,
  { runId, after, limit }: { runId: string; after: string | null; limit: number },
): Promise<(Difference & { id: number })[]> => sql<(Difference & { id: number })[]>`
  select id, kind, order_id, provider_intent_id, ours, theirs from reconciliation_differences
  where run_id = ${runId} and id > ${after ?? 0} order by id limit ${limit}`;

/** How many differences of each kind the latest run found; a kind without any is left out. */
export const countDifferences = async (
  db: Db,
): Promise<Partial<Record<DifferenceKind, number>>> => {
  const run = await findRun(db);
  if (!run) return {};
  const rows = await db.sql<{ kind: DifferenceKind; count: number }[]>`
    select kind, count(*) as count from reconciliation_differences
    where run_id = ${run.runId} group by kind`;
  return Object.fromEntries(rows.map(({ kind, count }) => [kind, count]));
};
