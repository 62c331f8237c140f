import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { storeDelivery } from '../../../db/connector/deliveries.ts';
import { putShop } from '../../../db/connector/shops.ts';
import { finishWebhooks, storeWebhook } from '../../../db/http/webhooks.ts';
import { startTestApp } from '../test-app.ts';

let api: Awaited<ReturnType<typeof startTestApp>>;
beforeAll(async () => {
  api = await startTestApp();
});
afterAll(() => api.close());

describe('a webhook that came in', () => {
  const event = { sender: 'stripe', eventId: 'evt_1/x', type: 'refund.failed' } as const;
  const path = `/v1/webhooks/stripe/${encodeURIComponent(event.eventId)}/replay`;
  const isOpen = async (): Promise<boolean> =>
    (await api.db.sql`select from webhooks where handled_at is null and claimed_until <= now()`)
      .count === 1;
  beforeEach(async () => {
    await api.db.sql`delete from webhooks`;
    await storeWebhook(api.db.sql, { ...event, about: { intentId: 'pi_1' } });
    await api.db.sql`update webhooks set attempts = 7, claimed_until = now() + interval '1 hour'`;
  });

  it('is handled once more, at once', async () => {
    await finishWebhooks(api.db.sql, event);
    const before = api.kicks.hints;
    const { status, body } = await api.call('POST', path);
    expect(status).toBe(202);
    expect(body).toMatchObject({ id: event.eventId, handledAt: null, attempts: 0 });
    expect([await isOpen(), api.kicks.hints]).toEqual([true, before + 1]);
  });

  it('need not wait any longer for its next attempt', async () => {
    await api.call('POST', path);
    expect(await isOpen()).toBe(true);
  });

  it('is not that of another sender', async () => {
    const { status } = await api.call('POST', path.replace('stripe', 'resend'));
    expect([status, await isOpen()]).toEqual([404, false]);
    expect((await api.call('POST', '/v1/webhooks/shop/evt_1/replay')).status).toBe(404);
  });

  it.each(['checkout', 'inventory', 'fulfilment', 'support', 'read'] as const)(
    'is no business of a key for %s',
    async (as) => {
      expect((await api.call('POST', path, { as })).status).toBe(403);
      expect(await isOpen()).toBe(false);
    },
  );
});

describe('a delivery of a shop', () => {
  const shop = 'shoes';
  const replay = (id: string) =>
    api.call('POST', `/v1/shops/${shop}/deliveries/${encodeURIComponent(id)}/replay`);
  const rows = () => api.db.sql`select from shop_deliveries where handled_at is null`;
  beforeEach(async () => {
    await api.db.sql`delete from shop_deliveries`;
    await putShop(api.db.sql, {
      ...{ id: shop, kind: 'bigcommerce', apiBase: 'https://api.example', location: 'main' },
      ...{ terms: 'prepaid', mandate: null, credentials: 'sealed', secrets: 'sealed' },
    });
    const ofOrder = { shop, deliveryId: 'pull/2026/17', about: { orderId: '17' } };
    await storeDelivery(api.db.sql, ofOrder);
    await storeDelivery(api.db.sql, { shop, deliveryId: 'bye', about: 'gone' });
    await api.db.sql`update shop_deliveries set handled_at = now()`;
  });

  it('is looked at once more', async () => {
    const before = api.kicks.shops;
    expect((await replay('pull/2026/17')).status).toBe(202);
    expect([(await rows()).count, api.kicks.shops]).toEqual([1, before + 1]);
  });

  it('is not if it would leave the shop once more, or is not there', async () => {
    expect((await replay('bye')).status).toBe(404);
    expect((await replay('none')).status).toBe(404);
    expect((await rows()).count).toBe(0);
  });

  it('is not while the shop is gone', async () => {
    await api.db.sql`update shops set state = 'gone'`;
    const { status, body } = await replay('pull/2026/17');
    expect([status, body.code]).toEqual([409, 'shop_gone']);
  });
});
