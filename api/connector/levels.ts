import type { Db } from '../../db/client.ts';
import {
  countReading,
  listCountable,
  listUnread,
  postponeReading,
  saveReading,
  wantLevels,
  wantOldLevels,
} from '../../db/connector/levels.ts';
import { pullSoon } from '../../db/connector/shops.ts';
import { giveOutAfter } from '../../db/stock/queue/walks.ts';
import { sku as skuPattern } from '../http/scalars.ts';
import type { OpenShop } from './open-shop.ts';
import type { Hint } from './port.ts';
import { answered, concernsShop } from './trouble.ts';

type Deps = { db: Db; kick: () => void; agreeMs: number };

const batch = 50;
const againMs = 60_000;
/** Orders that could not be looked at so often hold no level up any more. */
const patience = 8;
const oldMs = 5 * 60_000;
const within = { budgetMs: 5_000 };

/** Notes that the level of what a delivery names is to be read. */
export const wantLevelOf = async (
  { db }: Pick<Deps, 'db'>,
  shop: OpenShop,
  about: Exclude<Hint['about'], 'gone' | { orderId: string }>,
): Promise<void> => {
  const item = 'itemId' in about ? answered(await shop.platform.findItem(about.itemId)) : about;
  if (!item || !skuPattern.safeParse(item.sku).success) return;
  await wantLevels(db.sql, shop.id, [{ sku: item.sku, location: shop.location }]);
};

/** A delivery about a level may be lost: what was not read for a while is read with every pull. */
export const wantLostLevels = ({ db }: Pick<Deps, 'db'>, shop: OpenShop): Promise<void> =>
  wantOldLevels(db.sql, shop.id, { olderThanMs: oldMs, limit: batch });

/**
 * Reads the levels that are wanted. Each waits until the orders up to it are taken in, for which a
 * pull is asked: an order that the shop has taken off already, and that is not known here, would
 * look like units that are lost.
 */
export const readLevels = async (
  { db }: Pick<Deps, 'db'>,
  shop: OpenShop,
  { goOn }: { goOn: () => Promise<boolean> },
): Promise<void> => {
  const items = await listUnread(db.sql, shop.id, { limit: batch });
  for (const item of items) {
    if (!(await goOn())) return;
    try {
      const level = answered(await shop.platform.getLevel(item));
      await saveReading(db.sql, item, level ?? null);
    } catch (error) {
      if (concernsShop(error)) throw error;
      await postponeReading(db.sql, item, againMs);
    }
  }
  if (items.length > 0) await pullSoon(db.sql, shop.id);
};

/** Counts the readings whose orders are in. */
export const countLevels = async ({ db, kick, agreeMs }: Deps, shop: OpenShop): Promise<void> => {
  for (const reading of await listCountable(db.sql, shop.id, { patience, limit: batch })) {
    const done = await giveOutAfter(db, countReading(db, reading, { agreeMs }), within);
    if ('walkIds' in done && done.walkIds.length > 0) kick();
  }
};
