import type { Sql } from '../client.ts';
import { clock } from '../clock.ts';
import type { shopDeliveries } from '../schema/connector/deliveries.ts';

type Stored = typeof shopDeliveries.$inferSelect;

export type NewDelivery = Pick<Stored, 'shop' | 'deliveryId' | 'about'>;

export type Delivery = NewDelivery & Pick<Stored, 'attempts'>;

/** Keeps why to look; false when it is known already, or the shop is no more. */
export const storeDelivery = async (
  sql: Sql,
  { shop, deliveryId, about }: NewDelivery,
): Promise<boolean> => {
  const stored = await sql`
    with told as (
      update shops set last_delivery_at = now() where id = ${shop} and state <> 'gone' returning id
    )
    insert into shop_deliveries (shop, delivery_id, about)
    select id, ${deliveryId}, ${JSON.stringify(about)}::text::jsonb from told
    on conflict do nothing`;
  return stored.count > 0;
};

/** What is to be looked at now, that which waits for longest first. */
export const listDueDeliveries = async (
  sql: Sql,
  shop: string,
  { limit }: { limit: number },
): Promise<Delivery[]> =>
  sql<Delivery[]>`
    select shop, delivery_id, about, attempts from shop_deliveries
    where shop = ${shop} and handled_at is null and next_try_at <= ${clock(sql)}
    order by next_try_at, received_at limit ${limit}`;

/** It was looked at, and so was what the same subject was named for before. */
export const finishDelivery = async (
  sql: Sql,
  { shop, deliveryId }: Pick<Stored, 'shop' | 'deliveryId'>,
): Promise<void> => {
  await sql`
    update shop_deliveries set handled_at = now(), detail = null
    where shop = ${shop} and delivery_id = ${deliveryId}`;
};

/** It could not be looked at, and is tried again. */
export const postponeDelivery = async (
  sql: Sql,
  {
    shop,
    deliveryId,
    detail,
    delayMs,
  }: Pick<Stored, 'shop' | 'deliveryId'> & { detail: string; delayMs: number },
): Promise<void> => {
  await sql`
    update shop_deliveries set attempts = attempts + 1, detail = ${detail},
      next_try_at = now() + ${delayMs} * interval '1 ms'
    where shop = ${shop} and delivery_id = ${deliveryId}`;
};

/**
 * Has it looked at again, now. False when it is not known, or says that the shop has removed us:
 * to believe that again would leave a shop that was connected anew since.
 */
export const replayShopDelivery = async (
  sql: Sql,
  { shop, deliveryId }: Pick<Stored, 'shop' | 'deliveryId'>,
): Promise<boolean> => {
  const replayed = await sql`
    update shop_deliveries set handled_at = null, attempts = 0, detail = null, next_try_at = now()
    where shop = ${shop} and delivery_id = ${deliveryId} and about <> '"gone"'`;
  return replayed.count > 0;
};

/** Deletes what was looked at before that. Answers how many. */
export const deleteOldShopDeliveries = async (
  sql: Sql,
  { olderThanDays }: { olderThanDays: number },
): Promise<number> => {
  const deleted = await sql`
    delete from shop_deliveries
    where handled_at is not null and received_at < now() - ${olderThanDays} * interval '1 day'`;
  return deleted.count;
};
