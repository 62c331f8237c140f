import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { createFeed } from '../../../api/storefront/feed.ts';
import { feedDay, feedRow } from '../../../api/storefront/feed-row.ts';
import type { Standing } from '../../../api/storefront/offer.ts';
import { at, outlookOf } from './outlook-cast.ts';

const row = (state: Standing['state'], shipsOn: string | null, sku = 'LAMP') =>
  feedRow({ sku, state, shipsOn }, feedDay(at));

describe('a row of the feed', () => {
  it.each([
    ['a day to come', 'backorder', '2027-01-15', 'backorder\t2027-01-15T00:00-0500'],
    ['a day of summer', 'backorder', '2027-07-15', 'backorder\t2027-07-15T00:00-0400'],
    ['today, which is not over', 'backorder', '2026-11-23', 'backorder\t2026-11-23T23:59-0500'],
    ['a year ahead', 'backorder', '2027-11-23', 'backorder\t2027-11-23T00:00-0500'],
    ['more than a year ahead', 'backorder', '2027-11-24', 'out_of_stock\t'],
    ['no day', 'backorder', null, 'out_of_stock\t'],
    ['what is on hand', 'in_stock', '2026-11-23', 'in_stock\t'],
    ['what nobody can have', 'out_of_stock', null, 'out_of_stock\t'],
  ] as const)('tells of %s', (_, state, shipsOn, told) => {
    expect(row(state, shipsOn)).toBe(`LAMP\t${told}\n`);
  });

  it('has a date of at most 25 characters in every zone', () => {
    for (const timeZone of ['UTC', 'Asia/Kathmandu', 'Pacific/Apia', 'America/St_Johns']) {
      const standing = { sku: 'LAMP', state: 'backorder', shipsOn: '2027-03-14' } as const;
      const [, , date = ''] = feedRow(standing, feedDay({ ...at, timeZone }))
        .trimEnd()
        .split('\t');
      expect(date).toMatch(/^2027-03-14T00:00[+-]\d{4}$/);
    }
  });

  it('doubles quotes, so that none of them opens a field', () => {
    expect(row('in_stock', null, '5" nail')).toBe('"5"" nail"\tin_stock\t\n');
  });
});

/** A catalogue of so many SKUs that counts how it is read, and can be away. */
const catalogue = (count: number) => {
  const skus = Array.from({ length: count }, (_, index) => `S-${String(index).padStart(4, '0')}`);
  const seen = { pages: 0, isAway: false, takesMs: 0 };
  const source = {
    listDescribed: async ({ after, limit }: { after: string; limit: number }) => {
      seen.pages++;
      if (seen.isAway) throw new Error('away');
      await sleep(seen.takesMs);
      return skus.filter((sku) => sku > after).slice(0, limit);
    },
    listOutlooks: async (named: readonly string[]) =>
      new Map(named.map((sku) => [sku, outlookOf({ free: 1 })])),
  };
  return { skus, seen, source };
};

const textOf = (feed: { body: Uint8Array }) => Buffer.from(feed.body).toString();

describe('the feed', () => {
  it.each([0, 9, 10, 11, 20])('has every one of %i SKUs once, read in pages', async (count) => {
    const { source, skus, seen } = catalogue(count);
    const feed = await createFeed(source, { timeZone: 'UTC', pageSize: 10 })();
    const [header, ...rows] = textOf(feed).trimEnd().split('\n');
    expect(header).toBe('id\tavailability\tavailability_date');
    expect(rows.map((each) => each.split('\t')[0])).toEqual(skus);
    expect(seen.pages).toBe(Math.floor(count / 10) + 1);
  });

  it('is read once for all who ask meanwhile, and again when its time is over', async () => {
    const { source, seen } = catalogue(5);
    seen.takesMs = 20;
    const getFeed = createFeed(source, { timeZone: 'UTC', leastMs: 50, mostMs: 100 });
    const [first, second] = await Promise.all([getFeed(), getFeed()]);
    expect(first).toBe(second);
    expect(await getFeed()).toBe(first);
    expect(seen.pages).toBe(1);
    await sleep(150);
    expect((await getFeed()).etag).toBe(first?.etag);
    expect(seen.pages).toBe(2);
  });

  it('is kept twenty times as long as it took to read', async () => {
    const { source, seen } = catalogue(5);
    seen.takesMs = 30;
    const getFeed = createFeed(source, { timeZone: 'UTC', leastMs: 1 });
    await getFeed();
    await sleep(300);
    await getFeed();
    expect(seen.pages).toBe(1);
  });

  it('is read anew after it could not be read', async () => {
    const { source, seen } = catalogue(5);
    seen.isAway = true;
    const getFeed = createFeed(source, { timeZone: 'UTC' });
    await expect(getFeed()).rejects.toThrow('away');
    seen.isAway = false;
    expect(textOf(await getFeed()).split('\n')).toHaveLength(7);
  });
});
