import type { Db } from '../../db/client.ts';
import { inTransaction } from '../../db/transaction.ts';
import { isAnybodyUnheard, lockSpell, noteSpell } from '../../db/updates/spells.ts';
import { civilDateIn } from '../../workflows/calendar/zone.ts';
import { givenUpAfterMs } from '../../workflows/domain/promise/telling.ts';
import { offerNow } from './offer-now.ts';

const lookEveryMs = 30_000;

/**
 * Looks at one SKU that is said to be on backorder: a date that the product page has changed is
 * changed there too, once its customers have heard, and it ends with stock. False without one.
 */
export const keepSpell = (
  db: Db,
  { timeZone, everyMs = lookEveryMs }: { timeZone: string; everyMs?: number },
): Promise<boolean> =>
  inTransaction(db, async (sql) => {
    const spell = await lockSpell(sql, { everyMs });
    if (!spell) return false;
    const { updateId, sku, on } = spell;
    const today = civilDateIn(new Date().toISOString(), timeZone);
    const offer = await offerNow(sql, sku, today);
    const isOver = offer.state === 'in_stock';
    const isOtherDate = offer.state === 'backorder' && offer.shipsOn !== on;
    const mayChange =
      isOtherDate && !(await isAnybodyUnheard(sql, { sku, withinMs: givenUpAfterMs }));
    await noteSpell(sql, updateId, { on: mayChange ? offer.shipsOn : on, isOver });
    return true;
  });
