import type { Context } from 'hono';
import { type DeskShelf, listDeskShelves } from '../../../../db/desk/products/shelves.ts';
import type { DeskDeps, DeskEnv } from '../../env.ts';
import { skuIn } from '../place.ts';

/** What an act on the stock of a product acts upon. */
export type FoundStock = { sku: string; shelves: DeskShelf[] };

/** An SKU that has no shelf yet gets its first by what is received or counted. */
export const findStock =
  (deps: DeskDeps) =>
  async (c: Context<DeskEnv>): Promise<FoundStock> => {
    const sku = skuIn(c);
    return { sku, shelves: await listDeskShelves(deps.reads.sql, sku) };
  };

/** What was typed, or where most of it lies or is waited for. */
export const locationIn = (form: URLSearchParams, { shelves }: FoundStock): string => {
  const busiest = shelves.toSorted((a, b) => b.waiting + b.onHand - (a.waiting + a.onHand))[0];
  return (form.get('location') ?? '').trim() || (busiest?.location ?? 'main');
};

/** Where it lies now, as a hint beside the field. */
export const shelvesHint = ({ shelves }: FoundStock): string =>
  shelves.length === 0
    ? 'It has no shelf yet; this makes one.'
    : `So far: ${shelves
        .slice(0, 5)
        .map(
          ({ location, onHand, allocated }) =>
            `${location} (${onHand} on hand, ${allocated} allocated)`,
        )
        .join(', ')}.`;

/** A whole number; anything else is sent as it is, so that the API says what is wrong. */
export const numberIn = (form: URLSearchParams, name: string): number => {
  const text = (form.get(name) ?? '').trim();
  return /^[+-]?\d{1,15}$/.test(text) ? Number(text) : (text as unknown as number);
};
