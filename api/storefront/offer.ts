import type { z } from '@hono/zod-openapi';
import { projectNew } from '../../db/promise/outlook.ts';
import type { SkuOutlook } from '../../db/stock/skus.ts';
import { day } from '../../workflows/calendar/format.ts';
import type { CivilDate } from '../../workflows/domain/time.ts';
import type { availability } from './availability-schema.ts';

/** The words and the date with which a product page offers so many units now. */
export type Offer = z.output<typeof availability>;

/** `location: null`: at whichever location ships them soonest. */
export type Question = { sku: string; location: string | null; quantity: number };

/** What a new checkout of so many units would be promised, by an outlook of their SKU. */
export const offerOf = (
  { shelves, limitLeft }: SkuOutlook,
  { sku, location, quantity }: Question,
  today: CivilDate,
): Offer => {
  const projected = shelves
    .filter((shelf) => location === null || shelf.location === location)
    .flatMap((shelf) => projectNew(shelf, { quantity, today }) ?? []);
  const [best] = projected.toSorted((a, b) => (a.on < b.on ? -1 : 1));
  const isInStock = projected.some(({ supply }) => supply === null);
  const isFull = !isInStock && limitLeft !== null && limitLeft < quantity;
  const state = isInStock ? 'in_stock' : isFull ? 'out_of_stock' : 'backorder';
  const shipsOn = isFull ? null : (best?.on ?? null);
  const text = textOf({ state, shipsOn });
  return { sku, state, shipsOn, text, ...(limitLeft === null ? {} : { limitLeft }) };
};

const textOf = ({ state, shipsOn }: Pick<Offer, 'state' | 'shipsOn'>): string => {
  if (state === 'out_of_stock') return 'Out of stock';
  const date = shipsOn ? `ships by ${day(shipsOn, 'en-US')}` : 'no ship date yet';
  return state === 'in_stock' ? `In stock, ${date}` : `On backorder, ${date}`;
};
