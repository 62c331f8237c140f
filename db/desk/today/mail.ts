import type { Instant } from '../../../workflows/domain/time.ts';
import type { Sql } from '../../client.ts';
import type { messages } from '../../schema/mail/messages.ts';
import type { Fragment } from '../../sql.ts';

/** A mail that did not reach its reader, or may not have. Order time. */
export type LostMail = Pick<
  typeof messages.$inferSelect,
  'id' | 'orderId' | 'kind' | 'decision' | 'status' | 'reason' | 'at'
>;

type Position = { at: string; id: string };

/** Since then, the newest first. */
export const listLostMail = (
  sql: Sql,
  { since, after, limit }: { since: Instant; after: Position | null; limit: number },
): Promise<LostMail[]> => sql<LostMail[]>`
  select id, order_id, kind, decision, status, reason, at from messages m where ${lost(sql, since)}
  ${after ? sql`and (at, id) < (${after.at}::timestamptz, ${after.id}::uuid)` : sql``}
  order by at desc, id desc limit ${limit}`;

/** How many there are, counted up to `most`. */
export const countLostMail = async (
  sql: Sql,
  { since, most }: { since: Instant; most: number },
): Promise<number> => {
  const [row] = await sql<{ count: number }[]>`
    select count(*) as count from (
      select from messages m where ${lost(sql, since)} limit ${most}
    ) found`;
  return row?.count ?? 0;
};

const lost = (sql: Sql, since: Instant): Fragment => sql`
  (decision in ('failed', 'unknown') or status in ('bounced', 'failed'))
  and at >= ${since}::timestamptz`;
