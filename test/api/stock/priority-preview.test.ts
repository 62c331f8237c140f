import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Scope } from '../../../api/access/auth.ts';
import { empty, place } from '../../db/cast.ts';
import { startTestApp } from '../test-app.ts';

let api: Awaited<ReturnType<typeof startTestApp>>;
beforeAll(async () => {
  api = await startTestApp();
});
afterAll(() => api.close());
beforeEach(() => empty(api.db));

const preview = (orderId: string, priority: number, as: Scope = 'support') =>
  api.call('POST', `/v1/backorders/${orderId}/priority/preview`, { as, body: { priority } });

describe('the preview of a priority', () => {
  it('says whom a higher one passes, and how many units are ahead then', async () => {
    await place(api.db, { A: ['LAMP:2'], B: ['LAMP:3'], C: ['LAMP:1', 'RUG:1'], D: ['LAMP:1'] });
    expect((await preview('C', 5)).body).toEqual({
      ...{ from: 0, to: 5 },
      places: [
        { sku: 'LAMP', location: 'main', waiting: 1, ahead: 5, aheadAfter: 0 },
        { sku: 'RUG', location: 'main', waiting: 1, ahead: 0, aheadAfter: 0 },
      ],
      passes: { count: 2, more: false, orders: ['A', 'B'] },
      passedBy: { count: 0, more: false, orders: [] },
    });
  });

  it('says who passes it with a lower one, each order once', async () => {
    await place(api.db, { A: ['LAMP:2', 'RUG:1'], B: ['LAMP:3', 'RUG:4'], C: ['RUG:1'] });
    expect((await preview('A', -1)).body).toMatchObject({
      places: [
        { sku: 'LAMP', ahead: 0, aheadAfter: 3 },
        { sku: 'RUG', ahead: 0, aheadAfter: 5 },
      ],
      passes: { count: 0 },
      passedBy: { count: 2, orders: ['B', 'C'] },
    });
  });

  it('stays behind those of the same priority that came before', async () => {
    await place(api.db, { A: ['LAMP:1'] }, { priority: 5 });
    await place(api.db, { B: ['LAMP:1'], C: ['LAMP:1'] });
    expect((await preview('C', 5)).body.passes).toMatchObject({ count: 1, orders: ['B'] });
  });

  it('names ten of many, and changes nothing', async () => {
    const many = Object.fromEntries(
      Array.from({ length: 13 }, (_, n) => [`M${n + 10}`, ['MUG:1']]),
    );
    await place(api.db, many);
    const { passes } = (await preview('M22', 1)).body;
    expect([passes.count, passes.orders.length]).toEqual([12, 10]);
    expect((await api.call('GET', '/v1/backorders/M22')).body.priority).toBe(0);
  });

  it('needs an order, a priority and the scope of the act', async () => {
    await place(api.db, { A: ['LAMP:1'] });
    expect((await preview('NOBODY', 1)).status).toBe(404);
    expect((await preview('A', 1_001)).status).toBe(422);
    expect((await preview('A', 1, 'read')).status).toBe(403);
  });
});
