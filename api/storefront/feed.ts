import type { SkuOutlook } from '../../db/stock/skus.ts';
import { civilDateIn } from '../../workflows/calendar/zone.ts';
import { etagOf } from './availability-answer.ts';
import { feedDay, feedHeader, feedRow } from './feed-row.ts';
import { standingOf } from './offer.ts';

/** A whole feed as it is sent. */
export type Feed = { body: Uint8Array<ArrayBuffer>; etag: string };

type Source = {
  /** The next SKUs that somebody has described, by name. */
  listDescribed: (page: { after: string; limit: number }) => Promise<string[]>;
  listOutlooks: (skus: readonly string[]) => Promise<ReadonlyMap<string, SkuOutlook>>;
};

type Options = { timeZone: string; pageSize?: number; leastMs?: number; mostMs?: number };

/** What a small shop changes shows at once; a large one is never read for long. */
const keptMs = { least: 1_000, most: 60_000 };

/** Of all time, at most so much goes into reading: a twentieth. */
const rest = 20;

/**
 * The availability of every SKU that has a product. It is read page by page, so that one connection
 * serves it and others are answered in between; only its bytes are kept. Those who ask while it is
 * read wait for the same reading; it is kept twenty times as long as that took, a minute at most.
 */
export const createFeed = (
  source: Source,
  { timeZone, pageSize = 1_000, leastMs = keptMs.least, mostMs = keptMs.most }: Options,
): (() => Promise<Feed>) => {
  let kept: { feed: Promise<Feed>; endsAt: number } | undefined;

  const read = (): Promise<Feed> => {
    const begin = performance.now();
    const reading = {
      feed: render(source, { timeZone, pageSize }),
      endsAt: Number.POSITIVE_INFINITY,
    };
    reading.feed.then(
      () => {
        const took = performance.now() - begin;
        reading.endsAt = performance.now() + Math.min(mostMs, Math.max(leastMs, rest * took));
      },
      () => {
        if (kept === reading) kept = undefined;
      },
    );
    kept = reading;
    return reading.feed;
  };

  return () => (kept && performance.now() < kept.endsAt ? kept.feed : read());
};

const render = async (
  { listDescribed, listOutlooks }: Source,
  { timeZone, pageSize }: { timeZone: string; pageSize: number },
): Promise<Feed> => {
  const today = civilDateIn(new Date().toISOString(), timeZone);
  const day = feedDay({ today, timeZone });
  const pages = [Buffer.from(feedHeader)];
  let after = '';
  for (;;) {
    const skus = await listDescribed({ after, limit: pageSize });
    const outlooks = await listOutlooks(skus);
    const rows = skus.flatMap((sku) => {
      const outlook = outlooks.get(sku);
      if (!outlook) return [];
      return feedRow(standingOf(outlook, { sku, location: null, quantity: 1 }, today), day);
    });
    pages.push(Buffer.from(rows.join('')));
    const last = skus.at(-1);
    if (last === undefined || skus.length < pageSize) break;
    after = last;
  }
  const body = Buffer.concat(pages);
  return { body, etag: etagOf(body) };
};
