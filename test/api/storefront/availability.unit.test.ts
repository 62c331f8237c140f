import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { createAvailability } from '../../../api/storefront/availability.ts';
import type { SkuOutlook } from '../../../db/stock/skus.ts';

const outlook = (free: number): SkuOutlook => ({
  shelves: [
    {
      ...{ sku: 'LAMP', location: 'main', free, supplies: [], handlingDays: 0 },
      ...{ ahead: 0, isFilling: false },
    },
  ],
  limitLeft: null,
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
    async (sku) => {
      asked.push(sku);
      const seen = ledger.isSlow ? outlook(ledger.free) : answer();
      if (ledger.isSlow) await new Promise<void>((resolve) => waiting.push(resolve));
      return seen;
    },
    { timeZone: 'UTC', ...options },
  );
  const find = async (sku: string, quantity = 1, location: string | null = null) =>
    JSON.parse((await availability.find({ sku, quantity, location })).body).state;
  return { ...availability, find, asked, ledger, answerAll: () => waiting.map((go) => go()) };
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
    const { find, forget, ledger, answerAll } = overLedger();
    ledger.isSlow = true;
    const before = find('LAMP');
    ledger.free = 0;
    forget('LAMP');
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
