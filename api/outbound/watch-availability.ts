import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from 'pino';
import type { Db, Sql } from '../../db/client.ts';
import { announce } from '../../db/outbound/announce.ts';
import {
  holdWatch,
  isAvailabilityWanted,
  listTold,
  skipDays,
  storeTold,
  type Told,
  takeTouched,
  touchAll,
  touchLater,
} from '../../db/outbound/told-availability.ts';
import { listSkuOutlooks } from '../../db/stock/skus.ts';
import { inTransaction } from '../../db/transaction.ts';
import type { Words } from '../../emails/words/lexicon.ts';
import { civilDateIn } from '../../workflows/calendar/zone.ts';
import type { CivilDate } from '../../workflows/domain/time.ts';
import { type Offer, offerOf } from '../storefront/offer.ts';
import { createLoop, type Loop } from '../temporal/loop.ts';

type Deps = { db: Db; timeZone: string; words: Words; logger: Logger; now?: () => Date };

const pollMs = 1_000;
const batch = 1_000;
/** One SKU is told of once in so long. */
const pauseMs = 10_000;

/**
 * Tells of SKUs whose state or day, for one unit, is another one than was last told. It runs until
 * it is closed; of several processes one looks at a time.
 */
export const createAvailabilityWatch = (
  deps: Deps,
  { everyMs = pollMs }: { everyMs?: number } = {},
): Loop =>
  createLoop(async () => {
    try {
      return (await lookAtTouched(deps)) < batch ? everyMs : 0;
    } catch (error) {
      deps.logger.warn({ err: error }, 'availability is told of later');
      await sleep(everyMs);
      return 0;
    }
  });

/** Looks at the SKUs that were touched first; how many touches that were. */
export const lookAtTouched = async (deps: Deps): Promise<number> => {
  const { db, timeZone, words, now = () => new Date() } = deps;
  const today = civilDateIn(now().toISOString(), timeZone);
  if (!(await isAvailabilityWanted(db.sql))) {
    // Whoever wants to hear later is not told of every SKU at once.
    await skipDays(db.sql, today);
    return 0;
  }
  return inTransaction(db, async (sql) => {
    const day = await holdWatch(sql, today);
    if (day === undefined) return 0;
    if (day < today) {
      await touchAll(sql);
      await skipDays(sql, today);
      // All are noted once, whatever goes wrong with some of them afterwards.
      return batch;
    }
    const touched = await takeTouched(sql, batch);
    if (touched.length > 0) await tell(sql, [...new Set(touched)], { today, words });
    return touched.length;
  });
};

const tell = async (
  sql: Sql,
  skus: readonly string[],
  said: { today: CivilDate; words: Words },
): Promise<void> => {
  const told = new Map((await listTold(sql, skus, pauseMs)).map((row) => [row.sku, row]));
  const outlooks = await listSkuOutlooks(sql, skus);
  const offers = skus.flatMap((sku) => {
    const outlook = outlooks.get(sku);
    return outlook ? [offerOf(outlook, { sku, location: null, quantity: 1 }, said)] : [];
  });
  const changed = offers.filter((offer) => isOther(offer, told.get(offer.sku)));
  const restOf = ({ sku }: Offer): number => told.get(sku)?.restMs ?? 0;
  const due = changed.filter((offer) => restOf(offer) === 0);
  await storeTold(sql, due);
  await announce(
    sql,
    due.map((offer) => ({
      ...{ key: `availability/${randomUUID()}`, type: 'availability.changed' as const },
      ...{ orderId: null, subject: offer.sku, data: offer },
    })),
  );
  await touchLater(
    sql,
    changed
      .filter((offer) => restOf(offer) > 0)
      .map((offer) => ({ sku: offer.sku, restMs: restOf(offer) })),
  );
};

/** What was never told of differs from everything. */
const isOther = (offer: Offer, told: Told | undefined): boolean =>
  told === undefined || told.state !== offer.state || told.shipsOn !== offer.shipsOn;
