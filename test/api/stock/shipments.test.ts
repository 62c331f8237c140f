import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Scope } from '../../../api/access/auth.ts';
import { OutcomeUnknown } from '../../../api/temporal/port.ts';
import { setSkipped } from '../../../db/backorder/place.ts';
import { dayMs, msBetween } from '../../../workflows/domain/time.ts';
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

const read = (path = '') => api.call('GET', `/v1/backorders/${orderId}${path}`, { as: 'read' });

const act = (name: string, as: Scope, body?: unknown) =>
  api.call('POST', `/v1/backorders/${orderId}/${name}`, { as, body });

describe('a shipment', () => {
  const body = {
    shipmentId: 'ship-1',
    carrier: 'UPS',
    tracking: '1Z',
    scannedAt: '2026-11-23T11:00:00+01:00',
  };
  const report = (changes: object = {}) => act('shipments', 'fulfilment', { ...body, ...changes });

  it('is accepted once, and replayed', async () => {
    expect((await report()).status).toBe(201);
    const again = await report({ scannedAt: '2026-11-23T10:00:00Z' });
    expect(again.status).toBe(200);
    expect(again.headers.get('Idempotent-Replayed')).toBe('true');
    expect(api.acts.asked).toMatchObject([
      { request: { type: 'ReportShipment', shipmentId: 'ship-1', lines: null } },
    ]);
  });

  it('under an id that was used with another body is refused', async () => {
    await report();
    const other = await report({ tracking: '2Z' });
    expect(other).toMatchObject({ status: 409, body: { code: 'id_reused' } });
  });

  it.each(['not_ready_to_ship', 'cancelled', 'on_hold'] as const)(
    'that is refused with %s is kept, and asked for anew when it is repeated',
    async (refused) => {
      api.acts.answer = async () => ({ refused });
      expect(await report()).toMatchObject({ status: 409, body: { code: refused } });
      const [kept] = await api.db.sql`
        select status, tracking from shipments where order_id = ${orderId}`;
      expect(kept).toEqual({ status: 'refused', tracking: '1Z' });
      api.acts.answer = async () => ({ ok: true });
      expect((await report()).status).toBe(201);
      const [first, second] = api.acts.asked;
      expect(second?.id).not.toBe(first?.id);
    },
  );

  it('whose outcome is unknown is asked for again under the same id', async () => {
    api.acts.answer = () => Promise.reject(new OutcomeUnknown());
    expect((await report()).status).toBe(503);
    api.acts.answer = async () => ({ ok: true });
    expect((await report()).status).toBe(201);
    expect(new Set(api.acts.asked.map(({ id }) => id)).size).toBe(1);
  });

  it('scanned ahead of the clock is taken as scanned now, in the time of the order', async () => {
    await setSkipped(api.db.sql, orderId, 10 * dayMs);
    await report({ scannedAt: '2099-01-01T00:00:00Z' });
    const [kept] = await api.db.sql<{ scannedAt: string }[]>`
      select scanned_at from shipments where order_id = ${orderId}`;
    const { body: shown } = await read();
    expect(Math.abs(msBetween(kept?.scannedAt ?? '', shown.now))).toBeLessThan(10_000);
  });
});
