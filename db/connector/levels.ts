import { judgeLevel } from '../../workflows/domain/connector/level.ts';
import type { Instant } from '../../workflows/domain/time.ts';
import type { Db, Sql } from '../client.ts';
import { clock } from '../clock.ts';
import type { shopLevels, ToldAvailability } from '../schema/connector/levels.ts';
import { type Counted, countStock } from '../stock/counts.ts';

type Stored = typeof shopLevels.$inferSelect;

export type ShopItem = Pick<Stored, 'shop' | 'sku' | 'location'>;

export type Reading = ShopItem & { available: number; readAt: Instant };

/** Asks for the level of these items to be read now. */
export const wantLevels = async (
  sql: Sql,
  shop: string,
  items: readonly { sku: string; location: string }[],
): Promise<void> => {
  if (items.length === 0) return;
  await sql`
    insert into shop_levels (shop, sku, location)
    select distinct ${shop}, sku, location from unnest(
      ${items.map(({ sku }) => sku)}::text[], ${items.map(({ location }) => location)}::text[]
    ) as t (sku, location)
    on conflict (shop, sku, location) do update set next_read_at = now()`;
};

/** Asks for the levels that nobody has read for a while: what told of them may be lost. */
export const wantOldLevels = async (
  sql: Sql,
  shop: string,
  { olderThanMs, limit }: { olderThanMs: number; limit: number },
): Promise<void> => {
  await sql`
    update shop_levels set next_read_at = now() where (shop, sku, location) in (
      select shop, sku, location from shop_levels
      where shop = ${shop} and read_at < now() - ${olderThanMs} * interval '1 ms'
      order by read_at limit ${limit}
    )`;
};

/** Items whose level is to be read now. */
export const listUnread = async (
  sql: Sql,
  shop: string,
  { limit }: { limit: number },
): Promise<ShopItem[]> =>
  sql<ShopItem[]>`
    select shop, sku, location from shop_levels
    where shop = ${shop} and next_read_at <= ${clock(sql)} order by next_read_at limit ${limit}`;

/** Keeps a reading until the orders up to it are taken in. Null: the shop knows no such item. */
export const saveReading = async (
  sql: Sql,
  { shop, sku, location }: ShopItem,
  reading: { available: number; readAt: Instant } | null,
): Promise<void> => {
  if (reading === null) {
    await sql`
      delete from shop_levels where shop = ${shop} and sku = ${sku} and location = ${location}`;
    return;
  }
  await sql`
    update shop_levels set available = ${reading.available}, read_at = ${reading.readAt},
      counted_at = null, next_read_at = 'infinity'
    where shop = ${shop} and sku = ${sku} and location = ${location}`;
};

/** The platform could not say: it is asked again after a while. */
export const postponeReading = async (
  sql: Sql,
  { shop, sku, location }: ShopItem,
  delayMs: number,
): Promise<void> => {
  await sql`
    update shop_levels set next_read_at = now() + ${delayMs} * interval '1 ms'
    where shop = ${shop} and sku = ${sku} and location = ${location}`;
};

/**
 * Readings that can be counted: all orders that changed up to then have been asked for, and looked
 * at. What a shop tells after that pull is of later, so that a busy one does not hold its levels up
 * for ever; neither does an order that nobody has managed to look at for a while.
 */
export const listCountable = async (
  sql: Sql,
  shop: string,
  { patience, limit }: { patience: number; limit: number },
): Promise<Reading[]> =>
  sql<Reading[]>`
    select l.shop, l.sku, l.location, l.available, l.read_at
    from shop_levels l join shops s on s.id = l.shop
    where l.shop = ${shop} and l.read_at is not null and l.counted_at is null
      and s.watermark >= l.read_at
      and not exists (select from shop_deliveries d
        where d.shop = l.shop and d.handled_at is null and d.about ? 'orderId'
          and d.attempts < ${patience} and d.received_at <= s.last_pull_at)
    order by l.read_at limit ${limit}`;

/**
 * Counts a reading as of its moment. Fewer units are taken from the shelf once a second reading says
 * so, which is asked for; both are remembered with the count, or neither. Repeating it changes
 * nothing.
 */
export const countReading = async (
  db: Db,
  { shop, sku, location, available, readAt }: Reading,
  { agreeMs }: { agreeMs: number },
): Promise<Counted> => {
  const done = await countStock(db, {
    countId: `shop/${shop}/${location}/${readAt}/${sku}`,
    ...{ sku, location, available, countedAt: readAt, bodyHash: `${available}` },
    believe: async (sql, difference) => {
      const [stored] = await sql<Pick<Stored, 'lowerBy' | 'lowerAt'>[]>`
        select lower_by, lower_at from shop_levels
        where shop = ${shop} and sku = ${sku} and location = ${location} for update`;
      const { lowerBy = null, lowerAt = null } = stored ?? {};
      const before = lowerBy === null || lowerAt === null ? null : { by: lowerBy, readAt: lowerAt };
      const { apply, lower } = judgeLevel({ difference, readAt }, before, { agreeMs });
      await sql`
        update shop_levels set
          lower_by = ${lower?.by ?? null}::int, lower_at = ${lower?.readAt ?? null}::timestamptz,
          next_read_at = least(next_read_at, ${lower?.readAt ?? null}::timestamptz
            + ${agreeMs} * interval '1 ms')
        where shop = ${shop} and sku = ${sku} and location = ${location}`;
      return apply;
    },
  });
  await db.sql`
    update shop_levels set counted_at = now()
    where shop = ${shop} and sku = ${sku} and location = ${location} and read_at = ${readAt}`;
  return done;
};

/** What product pages of the shop were told last, where something is known of the level. */
export const listTold = async (
  sql: Sql,
  shop: string,
): Promise<(Pick<Stored, 'sku' | 'location'> & { told: ToldAvailability | null })[]> =>
  sql<(Pick<Stored, 'sku' | 'location'> & { told: ToldAvailability | null })[]>`
    select l.sku, l.location, l.told from shop_levels l join products p on p.sku = l.sku
    where l.shop = ${shop} order by l.sku limit 5000`;

export const saveTold = async (
  sql: Sql,
  { shop, sku, location }: ShopItem,
  told: ToldAvailability,
): Promise<void> => {
  await sql`
    update shop_levels set told = ${sql.json(told)}
    where shop = ${shop} and sku = ${sku} and location = ${location}`;
};
