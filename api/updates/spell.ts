import type { Db } from '../../db/client.ts';
import { inTransaction } from '../../db/transaction.ts';
import { listUnheard, lockSpells, noteSpells, type Spell } from '../../db/updates/spells.ts';
import { civilDateIn } from '../../workflows/calendar/zone.ts';
import { givenUpAfterMs } from '../../workflows/domain/promise/telling.ts';
import type { PageOffer } from '../../workflows/domain/updates/update.ts';
import { offersNow } from './offer-now.ts';

const lookEveryMs = 30_000;
const atOnce = 100;

/**
 * Looks at SKUs that are said to be on backorder: a date that the product page has changed is
 * changed there too, once its customers have heard, and it ends with stock. False without one.
 */
export const keepSpells = (
  db: Db,
  { timeZone, everyMs = lookEveryMs }: { timeZone: string; everyMs?: number },
): Promise<boolean> =>
  inTransaction(db, async (sql) => {
    const spells = await lockSpells(sql, { everyMs, limit: atOnce });
    if (spells.length === 0) return false;
    const today = civilDateIn(new Date().toISOString(), timeZone);
    const skus = spells.map(({ sku }) => sku);
    const offers = await offersNow(sql, skus, today);
    const isOtherDay = ({ on }: Spell, offer: PageOffer | undefined) =>
      offer?.state === 'backorder' && offer.shipsOn !== on;
    const moved = spells.filter((spell, index) => isOtherDay(spell, offers[index]));
    const unheard = await listUnheard(sql, {
      skus: moved.map(({ sku }) => sku),
      withinMs: givenUpAfterMs,
    });
    const changing = new Set(moved.filter(({ sku }) => !unheard.has(sku)));
    await noteSpells(
      sql,
      spells.map((spell, index) => ({
        updateId: spell.updateId,
        on: changing.has(spell) ? (offers[index]?.shipsOn ?? null) : spell.on,
        isOver: offers[index]?.state === 'in_stock',
      })),
    );
    return true;
  });
