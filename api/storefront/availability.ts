import { createHash } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import type { SkuOutlook } from '../../db/stock/skus.ts';
import { civilDateIn } from '../../workflows/calendar/zone.ts';
import type { Availability, Tagged } from '../deps.ts';
import { type Offer, offerOf } from './offer.ts';

/** Answers that popular pages ask for again within the second, of one SKU. */
const keptAnswers = 20;

type Options = { timeZone: string; keptMs?: number; skus?: number };

type Known = { outlook: SkuOutlook; answers: Map<string, Tagged> };

/**
 * Answers from memory. An outlook serves every quantity and location of its SKU, so that no
 * question makes PostgreSQL count the same queue again. Questions that come at once ask once. There
 * is no ship-to yet, so the day is that of the shop, one answer for all.
 */
export const createAvailability = (
  getOutlook: (sku: string) => Promise<SkuOutlook>,
  { timeZone, keptMs = 1_000, skus = 10_000 }: Options,
): Availability => {
  const known = new LRUCache<string, Promise<Known>>({ max: skus });

  const ask = (sku: string): Promise<Known> => {
    const isStill = () => known.peek(sku) === asked;
    const asked: Promise<Known> = getOutlook(sku).then(
      (outlook) => {
        // Its time begins with the answer: however long that takes, it is asked for once.
        if (isStill()) known.set(sku, asked, { ttl: keptMs });
        return { outlook, answers: new Map() };
      },
      (error) => {
        if (isStill()) known.delete(sku);
        throw error;
      },
    );
    known.set(sku, asked);
    return asked;
  };

  return {
    find: async ({ sku, location, quantity }) => {
      const { outlook, answers } = await (known.get(sku) ?? ask(sku));
      const key = `${quantity}\n${location ?? ''}`;
      const ready = answers.get(key);
      if (ready) return ready;
      const today = civilDateIn(new Date().toISOString(), timeZone);
      const answer = tag(offerOf(outlook, { sku, location, quantity }, today));
      if (answers.size < keptAnswers) answers.set(key, answer);
      return answer;
    },
    forget: (sku) => {
      known.delete(sku);
    },
  };
};

const tag = (offer: Offer): Tagged => {
  const body = JSON.stringify(offer);
  const hash = createHash('sha256').update(body).digest('base64url').slice(0, 22);
  return { body, etag: `"${hash}"` };
};
