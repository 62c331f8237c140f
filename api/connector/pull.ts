import type { Db } from '../../db/client.ts';
import { beginPull, savePage } from '../../db/connector/pull.ts';
import { saveHooks } from '../../db/connector/shops.ts';
import { addMs, dayMs, minuteMs } from '../../workflows/domain/time.ts';
import type { OpenShop } from './open-shop.ts';
import { answered } from './trouble.ts';

const everyMs = 5 * minuteMs;
/** More than the clocks of two machines, and a list that lags behind, are ever apart. */
const overlapMs = 5 * minuteMs;
const mostPages = 20;

/**
 * Asks the platform which orders have changed since the last pull, page by page, and keeps them to
 * be looked at. A crash goes on with the page that was under way; after many pages others get their
 * turn, and the pull goes on in the next round.
 */
export const pull = async (
  { db }: { db: Db },
  shop: OpenShop,
  { goOn }: { goOn: () => Promise<boolean> },
): Promise<void> => {
  for (let page = 0; page < mostPages; page++) {
    const under = await beginPull(db.sql, shop.id, { overlapMs });
    if (!under) return;
    const { since, after } = under;
    const asked = { since, ...(after !== null && { after }) };
    const { orderIds, next } = answered(await shop.platform.listChanged(asked));
    await savePage(db, shop.id, { pull: under, orderIds, next, everyMs });
    if (next === null || !(await goOn())) return;
  }
};

/** Sees once a day that the platform still tells us, and has it tell us again where it stopped. */
export const checkHooks = async (
  { db, publicUrl }: { db: Db; publicUrl: string },
  shop: OpenShop,
): Promise<{ revived: string[] }> => {
  const { hooks, revived } = answered(await shop.platform.subscribe(callbackOf(publicUrl, shop)));
  const nextAt = addMs(new Date().toISOString(), dayMs);
  await saveHooks(db.sql, { id: shop.id, hooks, nextAt });
  return { revived };
};

/** Where the deliveries of a shop come to. */
export const callbackOf = (publicUrl: string, { id }: { id: string }): URL =>
  new URL(`${publicUrl}/webhooks/shops/${id}`);
