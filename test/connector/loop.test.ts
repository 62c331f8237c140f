import { setTimeout as sleep } from 'node:timers/promises';
import pino from 'pino';
import { afterAll, beforeAll, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { createConnector } from '../../api/connector/loop.ts';
import type { ShopPlatform } from '../../api/connector/port.ts';
import type { Db } from '../../db/client.ts';
import { claimShops, findShop, putShop } from '../../db/connector/shops.ts';
import { empty } from '../db/cast.ts';
import { freshDatabase } from '../db/fresh.ts';
import { createFakePlatform } from '../support/connector/fake-platform.ts';

let db: Db;
beforeAll(async () => {
  db = await freshDatabase();
});
beforeEach(async () => {
  await empty(db);
  await putShop(db.sql, {
    ...{ id: 'store', kind: 'fake', apiBase: 'https://shop.test', location: 'main' },
    ...{ terms: 'prepaid', mandate: null, credentials: '', secrets: '' },
  });
});
afterAll(() => db.close());

const leaseMs = 300;

/** A process that works for a shop, whose platform answers as it is told. */
const start = (answers: Partial<ShopPlatform>): void => {
  const platform = { ...createFakePlatform().platform, ...answers };
  const connector = createConnector({
    ...{ db, leaseMs, logger: pino({ level: 'silent' }), publicUrl: 'https://meanwhile.test' },
    ...{ kick: () => {}, config: { askDays: 7, excitementControl: 0 } },
    acts: { act: async () => ({ ok: true }), fastForward: async () => 'done' },
    say: async () => ({ text: '', shipsOn: null }),
    open: ({ id, location, terms, mandate }) => ({
      ...{ id, location, terms, mandate, platform, secrets: [] },
    }),
  });
  onTestFinished(() => connector.close());
};

describe('the work for a shop', () => {
  it('stays one process’s, however long a call of the platform takes', async () => {
    let release = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    let isAsked = false;
    start({
      subscribe: async () => {
        isAsked = true;
        await held;
        return { outcome: 'ok', value: { hooks: [], revived: [] } };
      },
    });
    await expect.poll(() => isAsked).toBe(true);
    await sleep(3 * leaseMs);
    const taken = await claimShops(db.sql, { by: 'another', leaseMs, except: [] });
    release();
    expect(taken).toEqual([]);
  });

  it('says that a platform is failing which does not answer', async () => {
    const shop = () => findShop(db.sql, 'store');
    const later = { outcome: 'later', retryAfterMs: 5_000, detail: 'no answer' } as const;
    start({ listChanged: async () => ({ ...later, isSilent: true }) });
    await expect.poll(async () => (await shop())?.state).toBe('failing');
    expect(await shop()).toMatchObject({ lastError: 'no answer', failures: 1 });
  });
});
