import type { z } from '@hono/zod-openapi';
import { projectNew } from '../../db/promise/outlook.ts';
import type { SkuOutlook } from '../../db/stock/skus.ts';
import type { Words } from '../../emails/words/lexicon.ts';
import type { CivilDate } from '../../workflows/domain/time.ts';
import type { availability } from './availability-schema.ts';

/** The words and the date with which a product page offers so many units now. */
export type Offer = z.output<typeof availability>;

/** `location: null`: at whichever location ships them soonest. */
export type Wanted = { sku: string; location: string | null; quantity: number };

/** The same without words: what every surface that shows a date says it from. */
export type Standing = Omit<Offer, 'text'>;

/**
 * What a new checkout of so many units would be promised, by an outlook of their SKU. In stock
 * always has a date; without one nobody knows a day.
 */
export const standingOf = (
  { shelves, limitLeft }: SkuOutlook,
  { sku, location, quantity }: Wanted,
  today: CivilDate,
): Standing => {
  const asked = shelves.filter((shelf) => location === null || shelf.location === location);
  const projected = asked.flatMap((shelf) => {
    const found = projectNew(shelf, { quantity, today });
    return found && (found.supply === null || !shelf.isGivenUp) ? [found] : [];
  });
  const isClosed = asked.length > 0 && asked.every(({ isGivenUp }) => isGivenUp);
  const left = isClosed ? 0 : limitLeft;
  const [best] = projected.toSorted((a, b) => (a.on < b.on ? -1 : 1));
  const isInStock = projected.some(({ supply }) => supply === null);
  const isFull = !isInStock && left !== null && left < quantity;
  const state = isInStock ? 'in_stock' : isFull ? 'out_of_stock' : 'backorder';
  const shipsOn = isFull ? null : (best?.on ?? null);
  return { sku, state, shipsOn, ...(left === null ? {} : { limitLeft: left }) };
};

/** The same in words. */
export const offerOf = (
  outlook: SkuOutlook,
  wanted: Wanted,
  { today, words }: { today: CivilDate; words: Words },
): Offer => {
  const { sku, state, shipsOn, ...limit } = standingOf(outlook, wanted, today);
  return { sku, state, shipsOn, text: textOf({ state, shipsOn }, words), ...limit };
};

/** What a page says of it, in the words of the catalogue. */
export const textOf = (
  { state, shipsOn }: Pick<Standing, 'state' | 'shipsOn'>,
  { say: { availability: say }, day }: Words,
): string => {
  if (state === 'out_of_stock') return say.outOfStock();
  if (shipsOn === null) return say.undated();
  return state === 'in_stock'
    ? say.inStock({ day: day(shipsOn) })
    : say.backorder({ day: day(shipsOn) });
};
