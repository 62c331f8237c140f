import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { OutcomeUnknown } from '../../../api/temporal/port.ts';
import { startTestApp } from '../test-app.ts';

let api: Awaited<ReturnType<typeof startTestApp>>;
let orderId: string;
beforeAll(async () => {
  api = await startTestApp();
});
afterAll(() => api.close());
beforeEach(async () => {
  orderId = await api.placeAnother();
});

describe('another card', () => {
  const change = (paymentMethodId: unknown, headers = {}) =>
    api.call('POST', `/v1/backorders/${orderId}/payment-method`, {
      as: 'support',
      body: { paymentMethodId },
      headers,
    });

  it('is given to the workflow, which alone writes it down', async () => {
    expect((await change('pm_2')).status).toBe(200);
    expect(api.acts.asked).toMatchObject([
      { request: { type: 'ChangePaymentMethod', methodId: 'pm_2' } },
    ]);
    const [row] = await api.db.sql`
      select payment_method_id from orders where order_id = ${orderId}`;
    expect(row?.paymentMethodId).toBe('pm_1');
  });

  it('is asked for under one id however often its key comes', async () => {
    api.acts.answer = async () => {
      throw new OutcomeUnknown();
    };
    const headers = { 'Idempotency-Key': 'card' };
    expect((await change('pm_2', headers)).status).toBe(503);
    api.acts.answer = async () => ({ ok: true });
    expect((await change('pm_2', headers)).status).toBe(200);
    expect((await change('pm_2', headers)).headers.get('Idempotent-Replayed')).toBe('true');
    expect((await change('pm_3', headers)).status).toBe(422);
    const [first, second, ...more] = api.acts.asked;
    expect(more).toEqual([]);
    expect(second).toEqual(first);
    await change('pm_2', { 'Idempotency-Key': 'another-card' });
    const other = api.acts.asked.at(-1);
    expect(other?.id).not.toBe(first?.id);
    expect(other?.request).toEqual({ type: 'ChangePaymentMethod', methodId: 'pm_2' });
  });

  it.each(['already_shipped', 'cancelled'] as const)('is refused with 409 %s', async (refused) => {
    api.acts.answer = async () => ({ refused });
    expect(await change('pm_2')).toMatchObject({ status: 409, body: { code: refused } });
  });

  it('is an id, not a number', async () => {
    expect((await change(4242)).status).toBe(422);
  });
});
