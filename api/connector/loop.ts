import { randomUUID } from 'node:crypto';
import type { Db } from '../../db/client.ts';
import {
  claimShops,
  holdShop,
  keepShop,
  leaveShops,
  type ShopRow,
} from '../../db/connector/shops.ts';
import { getSkuOutlook } from '../../db/stock/skus.ts';
import type { Words } from '../../emails/words/lexicon.ts';
import { civilDateIn } from '../../workflows/calendar/zone.ts';
import { agreeAfterMs } from '../../workflows/domain/connector/level.ts';
import { offerOf } from '../storefront/offer.ts';
import { createLoop, type Loop } from '../temporal/loop.ts';
import type { Opener } from './open-shop.ts';
import type { Say } from './say-availability.ts';
import { type WorkDeps, workFor } from './work.ts';

const everyMs = 1_000;
/** A process that dies is taken over after that. */
const usualLeaseMs = 30_000;

type Deps = Omit<WorkDeps, 'agreeMs'> & { open: Opener; agreeMs?: number; leaseMs?: number };

/**
 * Works for every shop, each by itself, so that the trouble of one delays no other. It runs until it
 * is closed. Several processes may run: each shop is one's at a time.
 */
export const createConnector = (deps: Deps): Loop => {
  const { db, logger, leaseMs = usualLeaseMs } = deps;
  const by = randomUUID();
  const busy = new Map<string, Promise<void>>();
  let isOpen = true;

  const work = async (row: ShopRow): Promise<void> => {
    const { id } = row;
    const goOn = async () => isOpen && (await keepShop(db.sql, { id, by, leaseMs })) !== undefined;
    // An act takes several calls, and two processes must not do the same one.
    const holding = setInterval(() => {
      holdShop(db.sql, { id, by, leaseMs }).catch((error) =>
        logger.warn({ err: error, shop: id }, 'a shop could not be held'),
      );
    }, leaseMs / 3);
    try {
      await workFor({ agreeMs: agreeAfterMs, ...deps }, row, { open: deps.open, goOn });
    } catch (error) {
      logger.warn({ err: error, shop: id }, 'the work for a shop is made up for later');
    } finally {
      clearInterval(holding);
      busy.delete(id);
    }
  };

  const loop = createLoop(async () => {
    try {
      const rows = await claimShops(db.sql, { by, leaseMs, except: [...busy.keys()] });
      for (const row of rows) busy.set(row.id, work(row));
    } catch (error) {
      logger.warn({ err: error }, 'shops could not be worked for');
    }
    return everyMs;
  });

  return {
    kick: loop.kick,
    close: async () => {
      isOpen = false;
      await loop.close();
      const left = [...busy];
      await Promise.all(left.map(([, working]) => working));
      await leaveShops(db.sql, by).catch((error) => logger.warn({ err: error }, 'shops were kept'));
    },
  };
};

/** What product pages say, read where the API reads it. */
export const sayOf =
  ({ db, timeZone, words }: { db: Db; timeZone: string; words: Words }): Say =>
  async ({ sku, location }) => {
    const outlook = await getSkuOutlook(db.sql, sku);
    const today = civilDateIn(new Date().toISOString(), timeZone);
    const { text, shipsOn } = offerOf(outlook, { sku, location, quantity: 1 }, { today, words });
    return { text, shipsOn };
  };
