import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Scope } from '../../../api/access/auth.ts';
import { startTestApp } from '../test-app.ts';

let api: Awaited<ReturnType<typeof startTestApp>>;
let orderId: string;
beforeAll(async () => {
  api = await startTestApp();
  orderId = await api.placeAnother();
});
afterAll(() => api.close());

const preview = (body: object, as: Scope = 'support', id = orderId) =>
  api.call('POST', `/v1/backorders/${id}/cancel/preview`, { as, body });

describe('the preview of a cancellation', () => {
  it('names the units, and what is never charged', async () => {
    const { status, body } = await preview({ by: 'customer' });
    expect(status).toBe(200);
    expect(body).toMatchObject({
      ...{ ends: true, unconfirmed: false, refundBy: null, refunds: [], voids: [] },
      byShop: { amount: 0, currency: 'USD' },
    });
    expect(body.neverCharged).toEqual(body.worth);
    expect(body.worth.amount).toBeGreaterThan(0);
    expect(body.lines).toEqual([{ id: '1', quantity: expect.any(Number) }]);
  });

  it('names the shop that holds the money, and by when the law wants it sent', async () => {
    const id = await api.placeAnother();
    await api.db.sql`
      update orders set terms = 'prepaid', held_by = 'shop', paid_upfront = 100
      where order_id = ${id}`;
    const { body } = await preview({ by: 'shop' }, 'support', id);
    expect(body).toMatchObject({ byShop: { amount: 100 }, refundBy: expect.any(String) });
  });

  it('asks nobody and writes nothing', async () => {
    api.acts.forget();
    await preview({ by: 'shop', lines: [{ id: '1', quantity: 1 }] });
    expect(api.acts.asked).toEqual([]);
    expect(await api.db.sql`select from cancellations where order_id = ${orderId}`).toEqual([]);
  });

  it('is refused like the act, and needs its scope', async () => {
    const tooMany = await preview({ by: 'shop', lines: [{ id: '1', quantity: 99 }] });
    expect(tooMany).toMatchObject({ status: 409, body: { code: 'nothing_to_cancel' } });
    const unknown = await preview({ by: 'shop', lines: [{ id: 'x', quantity: 1 }] });
    expect(unknown.status).toBe(422);
    expect((await preview({ by: 'law' })).status).toBe(422);
    expect((await preview({ by: 'shop' }, 'read')).status).toBe(403);
    expect((await preview({ by: 'shop' }, 'support', 'NOBODY')).status).toBe(404);
  });
});
