import { createHash } from 'node:crypto';
import type { z } from '@hono/zod-openapi';
import type { Db } from '../../db/client.ts';
import { projectNew } from '../../db/promise/outlook.ts';
import { type Asked, getSkuOutlook } from '../../db/stock/skus.ts';
import { day } from '../../workflows/calendar/format.ts';
import { civilDateIn } from '../../workflows/calendar/zone.ts';
import type { Availability, Tagged } from '../deps.ts';
import type { availability } from './availability-schema.ts';

/** The words and the date with which a product page offers so many units now. */
type Available = z.output<typeof availability>;

const keptMs = 1_000;
const keptAnswers = 10_000;

type Kept = { until: number; answer: Promise<Tagged> };

/**
 * Answers from memory, so that a product page costs nothing. Questions that come at once are one
 * query. There is no ship-to yet, so the day is that of the shop, one answer for all.
 */
export const createAvailability = (db: Db, timeZone: string): Availability => {
  const answers = new Map<string, Map<string, Kept>>();
  let count = 0;
  return {
    find: ({ sku, location, quantity }) => {
      const now = performance.now();
      const key = `${quantity}\n${location ?? ''}`;
      const kept = answers.get(sku)?.get(key);
      if (kept && kept.until > now) return kept.answer;
      if (count >= keptAnswers) {
        answers.clear();
        count = 0;
      }
      const answer = lookUp(db, { sku, location, quantity, timeZone });
      const ofSku = answers.get(sku) ?? new Map<string, Kept>();
      answers.set(sku, ofSku);
      if (!kept) count++;
      ofSku.set(key, { until: now + keptMs, answer });
      answer.catch(() => ofSku.delete(key));
      return answer;
    },
    forget: (sku) => {
      count -= answers.get(sku)?.size ?? 0;
      answers.delete(sku);
    },
  };
};

type Question = Asked & { quantity: number; timeZone: string };

const lookUp = async (db: Db, { timeZone, ...asked }: Question): Promise<Tagged> => {
  const today = civilDateIn(new Date().toISOString(), timeZone);
  const { shelves, limitLeft } = await getSkuOutlook(db.sql, asked);
  const { sku, quantity } = asked;
  const projected = shelves.flatMap((shelf) => projectNew(shelf, { quantity, today }) ?? []);
  const [best] = projected.sort((a, b) => (a.on < b.on ? -1 : 1));
  const isInStock = projected.some(({ supply }) => supply === null);
  const isFull = !isInStock && limitLeft !== null && limitLeft < quantity;
  const state = isInStock ? 'in_stock' : isFull ? 'out_of_stock' : 'backorder';
  const shipsOn = isFull ? null : (best?.on ?? null);
  const text = textOf({ state, shipsOn });
  return tag({ sku, state, shipsOn, text, ...(limitLeft === null ? {} : { limitLeft }) });
};

const textOf = ({ state, shipsOn }: Pick<Available, 'state' | 'shipsOn'>): string => {
  if (state === 'out_of_stock') return 'Out of stock';
  const date = shipsOn ? `ships by ${day(shipsOn, 'en-US')}` : 'no ship date yet';
  return state === 'in_stock' ? `In stock, ${date}` : `On backorder, ${date}`;
};

const tag = (available: Available): Tagged => {
  const body = JSON.stringify(available);
  const hash = createHash('sha256').update(body).digest('base64url').slice(0, 22);
  return { body, etag: `"${hash}"` };
};
