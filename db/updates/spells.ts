import type { CivilDate } from '../../workflows/domain/time.ts';
import type { Sql } from '../client.ts';
import type { updates } from '../schema/updates/updates.ts';
import { ms } from '../sql.ts';

/** Public news that an SKU is on backorder, which it still is as far as we know. */
export type Spell = Pick<typeof updates.$inferSelect, 'updateId' | 'sku' | 'on'>;

/** One that nobody has looked at for so long, locked. */
export const lockSpell = async (
  sql: Sql,
  { everyMs }: { everyMs: number },
): Promise<Spell | undefined> => {
  const [spell] = await sql<Spell[]>`
    select update_id, sku, "on" from updates
    where kind = 'backorder' and ended_at is null and published_at is not null
      and check_at <= now() - ${ms(sql, everyMs)}
    order by check_at limit 1 for update skip locked`;
  return spell;
};

/** `on`: the day that is said from now on; `isOver`: the SKU is in stock again. */
export const noteSpell = async (
  sql: Sql,
  updateId: string,
  { on, isOver }: { on: CivilDate | null; isOver: boolean },
): Promise<void> => {
  await sql`
    update updates set check_at = now(), "on" = ${on}::date,
      updated_at = case when "on" is distinct from ${on}::date then now() else updated_at end,
      ended_at = case when ${isOver} then now() end
    where update_id = ${updateId}`;
};

/**
 * Whether orders of the SKU have yet to hear of another date. Those that have not heard for a day
 * count no more, so that one that stands still keeps no date from all others.
 */
export const isAnybodyUnheard = async (
  sql: Sql,
  { sku, withinMs }: { sku: string; withinMs: number },
): Promise<boolean> => {
  const unheard = await sql`
    select from lines l join promise_moves m on m.order_id = l.order_id
    where l.sku = ${sku} and l.waiting > 0 and m.created_at > now() - ${ms(sql, withinMs)} limit 1`;
  return unheard.count > 0;
};
