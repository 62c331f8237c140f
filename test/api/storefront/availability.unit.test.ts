import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { createAvailability } from '../../../api/storefront/availability.ts';
import type { SkuOutlook } from '../../../db/stock/skus.ts';
import { createLexicon } from '../../../emails/words/lexicon.ts';

const outlook = (free: number): SkuOutlook => ({
  shelves: [
    {
      ...{ sku: 'LAMP', location: 'main', free, supplies: [], handlingDays: 0 },
      ...{ ahead: 0, isFilling: false, isGivenUp: false },
    },
  ],
  limitLeft: null,
  product: null,
});

/** Availability over a ledger that counts how often it is asked, and answers when told to. */
const overLedger = (options: { skus?: number; keptMs?: number } = {}) => {
  const asked: string[] = [];
  const waiting: (() => void)[] = [];
  const ledger = { free: 3, isSlow: false, isAway: false };
  const answer = (): SkuOutlook => {
    if (ledger.isAway) throw new Error('away');
    return outlook(ledger.free);
  };
  const availability = createAvailability(
    async (skus) => {
      asked.push(skus.join(' '));
      const seen = ledger.isSlow ? outlook(ledger.free) : answer();
      if (ledger.isSlow) await new Promise<void>((resolve) => waiting.push(resolve));
      return new Map(skus.map((sku) => [sku, seen]));
    },
    { timeZone: 'UTC', lexicon: createLexicon(), ...options },
  );
  const asking = { quantity: 1, location: null, locale: 'en' };
  const find = async (sku: string, quantity = 1, location: string | null = null) =>
    JSON.parse((await availability.find({ ...asking, sku, quantity, location })).body).state;
  const findMany = async (skus: string[], changes: Partial<typeof asking> = {}) =>
    JSON.parse((await availability.findMany({ ...asking, skus, ...changes })).body).data;
  return {
    availability,
    find,
    findMany,
    asked,
    ledger,
    answerAll: () => waiting.map((go) => go()),
  };
};

describe('availability', () => {
  it('asks once for every quantity and location of an SKU', async () => {
    const { find, asked } = overLedger();
    for (let quantity = 1; quantity <= 40; quantity++) {
      expect(await find('LAMP', quantity)).toBe(quantity <= 3 ? 'in_stock' : 'backorder');
    }
    expect(await find('LAMP', 1, 'north')).toBe('backorder');
    expect(asked).toEqual(['LAMP']);
  });

  it('asks once for questions that come at once, however long the answer takes', async () => {
    const { find, asked, ledger, answerAll } = overLedger({ keptMs: 20 });
    ledger.isSlow = true;
    const first = find('LAMP', 1);
    await sleep(60);
    const second = find('LAMP', 2);
    answerAll();
    expect(await Promise.all([first, second])).toEqual(['in_stock', 'in_stock']);
    expect(await find('LAMP', 3)).toBe('in_stock');
    expect(asked).toEqual(['LAMP']);
  });

  it('asks again once its time is over', async () => {
    const { find, asked, ledger } = overLedger({ keptMs: 100 });
    await find('LAMP');
    ledger.free = 0;
    expect(await find('LAMP')).toBe('in_stock');
    await sleep(150);
    expect(await find('LAMP')).toBe('backorder');
    expect(asked).toEqual(['LAMP', 'LAMP']);
  });

  it('keeps nothing that was asked before a change', async () => {
    const { find, availability, ledger, answerAll } = overLedger();
    ledger.isSlow = true;
    const before = find('LAMP');
    ledger.free = 0;
    availability.forget('LAMP');
    ledger.isSlow = false;
    expect(await find('LAMP')).toBe('backorder');
    answerAll();
    expect(await before).toBe('in_stock');
    expect(await find('LAMP')).toBe('backorder');
  });

  it('keeps no failure', async () => {
    const { find, ledger } = overLedger();
    ledger.isAway = true;
    await expect(find('LAMP')).rejects.toThrow('away');
    ledger.isAway = false;
    expect(await find('LAMP')).toBe('in_stock');
  });

  it('keeps so many SKUs, those asked for last', async () => {
    const { find, asked } = overLedger({ skus: 2 });
    for (const sku of ['A', 'B', 'A', 'C', 'A', 'B']) await find(sku);
    expect(asked).toEqual(['A', 'B', 'C', 'B']);
  });
});

describe('availability of many SKUs', () => {
  it('asks once for all that are not known, whatever was asked for twice', async () => {
    const { find, findMany, asked } = overLedger();
    await find('B');
    const said = await findMany(['C', 'A', 'B', 'A']);
    expect(said.map(({ sku }: { sku: string }) => sku)).toEqual(['C', 'A', 'B', 'A']);
    expect(asked).toEqual(['B', 'C A']);
  });

  it('says of each what a question of it alone is answered', async () => {
    const { findMany, availability } = overLedger();
    const one = await availability.find({ sku: 'A', quantity: 4, location: null, locale: 'de' });
    expect(await findMany(['A'], { quantity: 4, locale: 'de' })).toEqual([JSON.parse(one.body)]);
  });

  it('puts the answer together once, until an SKU changes here or its second is over', async () => {
    const { availability, asked, ledger } = overLedger({ keptMs: 100 });
    const questions = { skus: ['A', 'B'], quantity: 1, location: null, locale: 'en' };
    const first = await availability.findMany(questions);
    expect(await availability.findMany(questions)).toBe(first);
    ledger.free = 0;
    availability.forget('B');
    const changed = JSON.parse((await availability.findMany(questions)).body).data;
    expect(changed).toMatchObject([{ state: 'in_stock' }, { state: 'backorder' }]);
    expect(asked).toEqual(['A B', 'B']);
    await sleep(150);
    const later = JSON.parse((await availability.findMany(questions)).body).data;
    expect(later).toMatchObject([{ state: 'backorder' }, { state: 'backorder' }]);
  });

  it('keeps no answer that was put together from what was asked before a change', async () => {
    const { availability, ledger, answerAll } = overLedger();
    const questions = { skus: ['A'], quantity: 1, location: null, locale: 'en' };
    ledger.isSlow = true;
    const before = availability.findMany(questions);
    ledger.free = 0;
    availability.forget('A');
    ledger.isSlow = false;
    answerAll();
    expect(JSON.parse((await before).body).data).toMatchObject([{ state: 'in_stock' }]);
    const after = JSON.parse((await availability.findMany(questions)).body).data;
    expect(after).toMatchObject([{ state: 'backorder' }]);
  });

  it('keeps no failure, of none of them', async () => {
    const { findMany, ledger } = overLedger();
    ledger.isAway = true;
    await expect(findMany(['A', 'B'])).rejects.toThrow('away');
    ledger.isAway = false;
    expect(await findMany(['A', 'B'])).toMatchObject([
      { state: 'in_stock' },
      { state: 'in_stock' },
    ]);
  });

  it('answers more SKUs than it keeps', async () => {
    const { findMany, asked } = overLedger({ skus: 2 });
    expect(await findMany(['A', 'B', 'C'])).toHaveLength(3);
    expect(asked).toEqual(['A B C']);
  });
});
