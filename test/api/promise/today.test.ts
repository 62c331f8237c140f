import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkoutBody, usd } from '../backorder/checkout/checkout-body.ts';
import { withClockAt } from '../clock.ts';
import { startTestApp } from '../test-app.ts';

let api: Awaited<ReturnType<typeof startTestApp>>;
beforeAll(async () => {
  api = await startTestApp({ shopTimeZone: 'America/Los_Angeles' });
});
afterAll(() => api.close());

const hawaii = { country: 'US', region: 'Hawaii' };
const tokyo = { country: 'JP' };

/** The 23rd in the west, the 24th in UTC and in the east. */
const evening = new Date('2026-11-24T04:00:00Z');
/** The 23rd in the west and in UTC, the 24th in the east. */
const noon = new Date('2026-11-23T20:00:00Z');

const supply = (supplyId: string, expectedOn: string, sku: string) =>
  api.call('PUT', `/v1/supplies/${supplyId}`, {
    body: { sku, quantity: 5, expectedOn, basis: 'the factory' },
  });

const place = async (orderId: string, sku: string, changes: object) => {
  const lines = [{ sku, quantity: 1, unitPrice: usd(5_000) }];
  const rest = { promise: undefined, placedAt: undefined, ...changes };
  const { status, body } = await api.call('POST', '/v1/backorders', {
    body: checkoutBody({ orderId, lines, ...rest }),
  });
  expect(status).toBe(201);
  return body.promise?.on ?? null;
};

describe('supply that is expected today', () => {
  it('has a date for an order to the west, although UTC has tomorrow already', async () => {
    await withClockAt(evening, async () => {
      await supply('PO-west', '2026-11-23', 'WEST');
      expect(await place('west', 'WEST', { shipTo: hawaii })).toBe('2026-11-23');
      const { body } = await api.call('GET', '/v1/skus/WEST');
      expect(body.queue).toMatchObject([{ orderId: 'west', shipsOn: '2026-11-23' }]);
    });
  });

  it('is no date for an order to the east once the day has ended there', async () => {
    await withClockAt(noon, async () => {
      await supply('PO-east', '2026-11-23', 'EAST');
      expect(await place('east', 'EAST', { shipTo: tokyo })).toBeNull();
      expect(await place('later', 'EAST', { shipTo: hawaii })).toBe('2026-11-23');
      const { body } = await api.call('GET', '/v1/skus/EAST');
      expect(body.queue).toMatchObject([
        { orderId: 'east', shipsOn: null },
        { orderId: 'later', shipsOn: '2026-11-23' },
      ]);
    });
  });

  it('counts on a product page by the day of the shop', async () => {
    await withClockAt(evening, async () => {
      await supply('PO-page', '2026-11-23', 'PAGE');
      const { body } = await api.call('GET', '/v1/availability/PAGE', { as: null });
      expect(body).toMatchObject({ state: 'backorder', shipsOn: '2026-11-23' });
    });
  });

  it('breaks the promises of those alone for whom it is overdue', async () => {
    const promise = { on: '2026-11-23', basis: 'the shop' };
    await withClockAt(noon, async () => {
      await supply('PO-walk', '2026-11-22', 'WALK');
      await place('walk-west', 'WALK', { shipTo: hawaii, promise });
      await supply('PO-more', '2026-11-24', 'WALK');
      await place('walk-east', 'WALK', { shipTo: tokyo, promise });
      const trial = { sku: 'WALK', quantity: 5, expectedOn: '2026-11-23', basis: 'the factory' };
      const asked = await api.call('POST', '/v1/supplies/PO-more/preview', { body: trial });
      // What was promised for yesterday there counts as promised for today.
      expect(asked.body.broken).toMatchObject([
        { orderId: 'walk-east', from: '2026-11-24', to: null, notice: 'first_undated' },
      ]);
      const { body } = await api.call('PUT', '/v1/supplies/PO-more', { body: trial });
      expect(body.broken).toEqual(asked.body.broken);
    });
  });
});

describe('what is on hand', () => {
  it.each([
    ['the west', hawaii, '2026-11-23'],
    ['the east', tokyo, '2026-11-24'],
  ])('ships today, as %s has it', async (_where, shipTo, on) => {
    const orderId = `hand-${shipTo.country}`;
    await withClockAt(evening, async () => {
      await api.call('POST', '/v1/restocks', {
        body: { restockId: orderId, sku: orderId, quantity: 1 },
      });
      expect(await place(orderId, orderId, { shipTo })).toBe(on);
    });
  });
});
