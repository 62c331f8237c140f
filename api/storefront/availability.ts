import { LRUCache } from 'lru-cache';
import type { SkuOutlook } from '../../db/stock/skus.ts';
import type { Lexicon } from '../../emails/words/lexicon.ts';
import { civilDateIn } from '../../workflows/calendar/zone.ts';
import type { Availability, AvailabilityQuestion, Tagged } from '../deps.ts';
import { etagOf } from './availability-answer.ts';
import { offerOf } from './offer.ts';

/** Answers that popular pages ask for again within the second, of one SKU. */
const keptAnswers = 20;

type Options = { timeZone: string; lexicon: Lexicon; keptMs?: number; skus?: number };

type Known = { outlook: SkuOutlook; answers: Map<string, Tagged>; endsAt: number };

type Joined = { answer: Tagged; endsAt: number; changes: number };

/**
 * Answers from memory. An outlook serves every quantity, location and language of its SKU, so that
 * no question makes PostgreSQL count the same queue again. Questions that come at once ask once.
 * There is no ship-to yet, so the day is that of the shop, one answer for all.
 */
export const createAvailability = (
  listOutlooks: (skus: readonly string[]) => Promise<ReadonlyMap<string, SkuOutlook>>,
  { timeZone, lexicon, keptMs = 1_000, skus = 10_000 }: Options,
): Availability => {
  const known = new LRUCache<string, Promise<Known>>({ max: skus });
  /** Goes as its questions go. */
  const joined = new WeakMap<object, Joined>();
  let changes = 0;
  const today = () => civilDateIn(new Date().toISOString(), timeZone);

  const ask = (missing: readonly string[]): Promise<Known>[] => {
    const answered = listOutlooks(missing);
    return missing.map((sku) => {
      const isStill = () => known.peek(sku) === asked;
      const asked: Promise<Known> = answered.then(
        (outlooks) => {
          // Its time begins with the answer: however long that takes, it is asked for once.
          if (isStill()) known.set(sku, asked, { ttl: keptMs });
          const outlook = outlooks.get(sku) ?? unheardOf;
          return { outlook, answers: new Map(), endsAt: performance.now() + keptMs };
        },
        (error) => {
          if (isStill()) known.delete(sku);
          throw error;
        },
      );
      known.set(sku, asked);
      return asked;
    });
  };

  const know = (asked: readonly string[]): Promise<Known[]> => {
    const found = new Map(asked.map((sku) => [sku, known.get(sku)]));
    const missing = [...found.keys()].filter((sku) => found.get(sku) === undefined);
    const looked = missing.length === 0 ? [] : ask(missing);
    for (const [index, sku] of missing.entries()) found.set(sku, looked[index]);
    return Promise.all(asked.map((sku) => found.get(sku) as Promise<Known>));
  };

  const knowOne = (sku: string): Promise<Known> =>
    known.get(sku) ?? (ask([sku])[0] as Promise<Known>);

  const answer = ({ outlook, answers }: Known, question: AvailabilityQuestion): Tagged => {
    const { quantity, locale, location } = question;
    const key = `${quantity}\n${locale}\n${location ?? ''}`;
    const ready = answers.get(key);
    if (ready) return ready;
    const words = lexicon(locale);
    const offer = offerOf(outlook, question, { today: today(), words });
    const made = tag(JSON.stringify(offer), words.lang);
    if (answers.size < keptAnswers) answers.set(key, made);
    return made;
  };

  return {
    find: async (question) => answer(await knowOne(question.sku), question),
    findMany: async (questions) => {
      const ready = joined.get(questions);
      if (ready?.changes === changes && performance.now() < ready.endsAt) return ready.answer;
      const before = changes;
      const all = await know(questions.skus);
      const parts = questions.skus.map((sku, index) =>
        answer(all[index] as Known, { ...questions, sku }),
      );
      const made = tag(
        `{"data":[${parts.map(({ body }) => body).join(',')}]}`,
        parts[0]?.language ?? 'en',
      );
      const endsAt = Math.min(...all.map((each) => each.endsAt));
      joined.set(questions, { answer: made, endsAt, changes: before });
      return made;
    },
    look: async (sku) => ({ outlook: (await knowOne(sku)).outlook, today: today() }),
    forget: (sku) => {
      changes++;
      known.delete(sku);
    },
  };
};

const unheardOf: SkuOutlook = { shelves: [], limitLeft: null, product: null };

const tag = (body: string, language: string): Tagged => ({ body, etag: etagOf(body), language });
