import type { Sql } from '../../../db/client.ts';
import { inTransaction } from '../../../db/transaction.ts';
import type { DeskDeps } from '../env.ts';
import { within } from '../parts/within.ts';

/** For one part of the page, and for a connection to ask on. */
const statementMs = 1_000;
const waitMs = 2_000;

/** What a part of the page is to say; undefined: that is not known just now. */
export type Known<T> = { value: T } | undefined;

/** Asks for one part of the page. One that is slow or fails leaves the others as they are. */
export const soon = async <T>(
  { reads, logger }: Pick<DeskDeps, 'reads' | 'logger'>,
  part: string,
  ask: (sql: Sql) => Promise<T>,
): Promise<Known<T>> => {
  const asked = inTransaction(reads, async (sql) => {
    await sql`select set_config('statement_timeout', ${String(statementMs)}, true)`;
    return { value: await ask(sql) };
  }).catch((error: unknown) => {
    logger.warn({ err: error, part }, 'a part of Today could not be read');
    return undefined;
  });
  return within(waitMs, asked);
};
