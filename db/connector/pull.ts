import { addMs, type Instant } from '../../workflows/domain/time.ts';
import type { Db, Sql } from '../client.ts';
import { clock } from '../clock.ts';
import { inTransaction } from '../transaction.ts';

/** A pull under way: orders changed `since`, from the page `after` on. */
export type Pull = { since: Instant; after: string | null; beganAt: Instant };

/** Goes on with the pull of the shop, or begins one: from before the last, so that none slips by. */
export const beginPull = async (
  sql: Sql,
  shop: string,
  { overlapMs }: { overlapMs: number },
): Promise<Pull | undefined> => {
  const [pull] = await sql<Pull[]>`
    update shops set
      pull_began_at = coalesce(pull_began_at, now()),
      pull_since = coalesce(pull_since, watermark - ${overlapMs} * interval '1 ms')
    where id = ${shop}
    returning pull_since as since, pull_after as after, pull_began_at as began_at`;
  return pull;
};

/**
 * Keeps the orders of a page as something to look at, and how far the pull has come, in one
 * transaction. The last page moves the watermark to when the pull began. Of a shop that was left
 * meanwhile nothing is kept.
 */
export const savePage = (
  db: Db,
  shop: string,
  {
    pull,
    orderIds,
    next,
    everyMs,
  }: { pull: Pull; orderIds: readonly string[]; next: string | null; everyMs: number },
): Promise<void> =>
  inTransaction(db, async (sql) => {
    await sql`
      insert into shop_deliveries (shop, delivery_id, about)
      select ${shop}, ${`pull/${pull.beganAt}/`} || id, jsonb_build_object('orderId', id)
      from unnest(${[...orderIds]}::text[]) as t (id)
      where exists (select from shops where id = ${shop})
      on conflict do nothing`;
    if (next !== null) {
      await sql`update shops set pull_after = ${next} where id = ${shop}`;
      return;
    }
    await sql`
      update shops set watermark = greatest(watermark, ${pull.beganAt}), last_pull_at = now(),
        pull_since = null, pull_began_at = null, pull_after = null,
        next_pull_at = case
          when next_pull_at > ${pull.beganAt} and next_pull_at <= ${clock(sql)} then next_pull_at
          else ${addMs(new Date().toISOString(), everyMs)} end
      where id = ${shop}`;
  });
