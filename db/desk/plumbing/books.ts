import type { Sql } from '../../client.ts';
import type { reconciliations } from '../../schema/books/reconciliations.ts';

type Stored = typeof reconciliations.$inferSelect;

/** The newest finished comparisons of the books. */
export const listRuns = (
  sql: Sql,
  { limit }: { limit: number },
): Promise<(Stored & { finishedAt: string })[]> =>
  sql<(Stored & { finishedAt: string })[]>`
    select run_id, started_at, finished_at, since, intents, orders from reconciliations
    where finished_at is not null order by started_at desc limit ${limit}`;
