import type { CivilDate } from '../../workflows/domain/time.ts';
import type { Sql } from '../client.ts';
import { clock } from '../clock.ts';
import type { updates } from '../schema/updates/updates.ts';
import { type Fragment, ms } from '../sql.ts';

/** News that an SKU is on backorder, which it still is as far as we know. */
export type Spell = Pick<typeof updates.$inferSelect, 'updateId' | 'sku' | 'on'>;

/** Some that nobody has looked at for so long, locked. */
export const lockSpells = async (
  sql: Sql,
  { everyMs, limit }: { everyMs: number; limit: number },
): Promise<Spell[]> => {
  const lockThose = (which: Fragment) => sql<Spell[]>`
    select update_id, sku, "on" from updates
    where kind = 'backorder' and ended_at is null and ${which}
      and check_at <= ${clock(sql)} - ${ms(sql, everyMs)}
    order by check_at limit ${limit} for update skip locked`;
  const published = await lockThose(sql`published_at is not null`);
  if (published.length > 0) return published;
  // What was taken back before it was public ends as well, or the SKU would never be told of again.
  return lockThose(sql`published_at is null and withdrawn_at is not null`);
};

/** `on`: the day that is said from now on; `isOver`: the SKU is in stock again. */
export type LookedAt = { updateId: string; on: CivilDate | null; isOver: boolean };

export const noteSpells = async (sql: Sql, looks: readonly LookedAt[]): Promise<void> => {
  await sql`
    update updates u set check_at = now(), "on" = l."on",
      updated_at = case when u."on" is distinct from l."on" then now() else u.updated_at end,
      ended_at = case when l.is_over::boolean then now() end
    from unnest(
      ${looks.map(({ updateId }) => updateId)}::uuid[],
      ${looks.map(({ on }) => on)}::date[],
      ${looks.map(({ isOver }) => String(isOver))}::text[]
    ) as l (update_id, "on", is_over)
    where u.update_id = l.update_id`;
};

/**
 * The SKUs of which orders have yet to hear of another date, or whose queue is still walked, so that
 * nobody knows yet which. Those that have not heard for a day count no more, so that one that stands
 * still keeps no date from all others.
 */
export const listUnheard = async (
  sql: Sql,
  { skus, withinMs }: { skus: readonly string[]; withinMs: number },
): Promise<Set<string>> => {
  if (skus.length === 0) return new Set();
  const unheard = await sql<{ sku: string }[]>`
    select sku from unnest(${skus as string[]}::text[]) as asked (sku)
    where exists (
      select from lines l join promise_moves m on m.order_id = l.order_id
      where l.sku = asked.sku and l.waiting > 0 and m.created_at > now() - ${ms(sql, withinMs)}
    ) or exists (
      select from supply_changes c
      where c.sku = asked.sku and done_at is null and c.created_at > now() - ${ms(sql, withinMs)})`;
  return new Set(unheard.map(({ sku }) => sku));
};
