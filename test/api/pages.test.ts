import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeFirm } from '../../db/lease.ts';
import { applyShipment } from '../../db/shipment.ts';
import { reportShipment, settleShipment } from '../../db/shipments.ts';
import { leaseOf, place, receive } from '../db/cast.ts';
import { lantern, nameProducts, nothingPaid, pathOf, say, textOf } from './pages-cast.ts';
import { startTestApp } from './test-app.ts';

let shop: Awaited<ReturnType<typeof startTestApp>>;

beforeAll(async () => {
  shop = await startTestApp({ shop: lantern });
  await nameProducts(shop.db, { LAMP: 'Brass lamp' });
});
afterAll(() => shop.close());

const read = async (orderId: string, query = '') => {
  const path = await pathOf(shop.db, orderId);
  const { body } = await shop.call('GET', `${path}${query}`, { as: null });
  return textOf(body);
};

const ship = async (orderId: string, lines: { lineId: string; quantity: number }[]) => {
  await makeFirm(shop.db, { orderId, leaseId: await leaseOf(shop.db, orderId) });
  const shipment = { orderId, shipmentId: `s-${orderId}`, lines };
  const scannedAt = '2027-01-13T21:00:00.000Z';
  const carrier = { carrier: 'UPS', tracking: '1Z999', scannedAt, bodyHash: 'x' };
  await reportShipment(shop.db, { ...shipment, ...carrier });
  await applyShipment(shop.db, { ...shipment, at: scannedAt });
  await settleShipment(shop.db, { ...shipment, status: 'accepted', code: null });
};

describe('the status page of an order', () => {
  it('reads well before the workflow has said anything', async () => {
    await place(shop.db, { new: ['LAMP:2'] });
    const text = await read('new');
    expect(text).toContain('Order new Placed on Monday, November 23, 2026');
    expect(text).toContain('Your order is waiting for stock. Your place in line is kept.');
    expect(text).toContain('Planned to ship by Friday, January 15, 2027.');
    expect(text).toContain('Brass lamp Quantity 2 · waiting for stock $258.00');
    expect(text).toContain('Shipping $9.00 Order total $267.00');
    expect(text).toContain('Nothing has been charged yet.');
    expect(text).toContain('never more than $138.00 in total');
  });

  it('says plainly that there is no date', async () => {
    await place(shop.db, { undated: ['LAMP:1'] }, { promise: null });
    await say(shop.db, 'undated', { promiseId: null, promisedOn: null });
    expect(await read('undated')).toContain('There is no ship date yet.');
  });

  it('says when the customer hears from us again, by their own calendar', async () => {
    await place(shop.db, { told: ['LAMP:1'] });
    // Still the evening of the 7th in New York.
    await say(shop.db, 'told', { next: { kind: 'countdown', at: '2027-01-08T03:00:00.000Z' } });
    expect(await read('told')).toContain(
      'We write again on Thursday, January 7, 2027: how many days are left.',
    );
  });

  it('announces no mail that nobody will send once the order is ready', async () => {
    await place(shop.db, { ready: ['LAMP:1'] });
    const next = { kind: 'excitement' as const, at: '2026-12-08T15:00:00.000Z' };
    await say(shop.db, 'ready', { next });
    expect(await read('ready')).toContain('We write again on Tuesday, December 8, 2026');
    await say(shop.db, 'ready', { next, phase: 'ready_to_ship' });
    expect(await read('ready')).not.toContain('We write again');
  });

  it('marks the step that the order has come to, for the eye and for screen readers', async () => {
    await place(shop.db, { step: ['STEP:1'] });
    await receive(shop.db, 'STEP:1');
    await say(shop.db, 'step', { payment: { ...nothingPaid, state: 'authorizing' } });
    const { body } = await shop.call('GET', await pathOf(shop.db, 'step'), { as: null });
    expect(body).toMatch(/<li class="done">Waiting for stock<span class="hidden">, done<\/span>/);
    expect(body).toMatch(/<li aria-current="step">Payment<\/li>/);
    expect(body.match(/ aria-current=/g)).toHaveLength(1);
  });

  it('says what is held on the card, and what the carrier has', async () => {
    await place(shop.db, { part: ['PART:2', 'LATER:1'] }, { fulfilment: 'ship-available' });
    await receive(shop.db, 'PART:2');
    await ship('part', [{ lineId: '1', quantity: 1 }]);
    await say(shop.db, 'part', {
      payment: { ...nothingPaid, state: 'authorized', authorized: 12_900, captured: 13_500 },
    });
    const text = await read('part');
    expect(text).toContain('More of your order is here and ready to ship.');
    expect(text).toContain('$135.00 was charged to your card.');
    expect(text).toContain('$129.00 is held on your card.');
    expect(text).toContain('Handed to UPS on Wednesday, January 13, 2027.');
    expect(text).toContain('Tracking number: 1Z999 1 × PART');
    expect(text).toContain('Quantity 2 · 1 shipped, 1 set aside for you');
    expect(text).toContain('Cancel what has not shipped');
  });

  it('says what is needed by when if the payment is in trouble', async () => {
    await place(shop.db, { stuck: ['STUCK:1'] });
    await receive(shop.db, 'STUCK:1');
    await shop.db.sql`update leases set ends_at = '2026-11-27T15:00:00Z' where order_id = 'stuck'`;
    await say(shop.db, 'stuck', { payment: { ...nothingPaid, state: 'failed' } });
    expect(await read('stuck')).toContain(
      'Your payment did not go through. To pay another way, please write to us at help@shop.example.org. Your items are kept for you until Thursday, November 26, 2026.',
    );
    await say(shop.db, 'stuck', { payment: { ...nothingPaid, state: 'action_required' } });
    expect(await read('stuck')).toContain('It was not declined.');
  });

  it('says who gets the items when they were not paid for in time', async () => {
    await place(shop.db, { late: ['LAMP:1'] });
    await say(shop.db, 'late', { payment: { ...nothingPaid, state: 'failed' } });
    const text = await read('late');
    expect(text).toContain('Your order is waiting for its payment. Your place in line is kept.');
    expect(text).toContain('by Friday, January 15, 2027, once the payment is settled.');
    expect(text).toContain('Until that is settled, items that arrive go to the next customer');
    expect(text).not.toContain('What happens next');
  });

  it('offers nothing to cancel once everything has shipped', async () => {
    await place(shop.db, { gone: ['GONE:1'] });
    await receive(shop.db, 'GONE:1');
    await ship('gone', [{ lineId: '1', quantity: 1 }]);
    await say(shop.db, 'gone', { outcome: 'shipped' });
    const text = await read('gone', '?done=cancelled');
    expect(text).toContain('Your order has shipped.');
    expect(text).not.toMatch(/Changed your mind|Planned to ship|is cancelled/);
  });

  it('shows what others wrote as mere letters', async () => {
    await nameProducts(shop.db, { EVIL: '<script>alert(1)</script>' });
    await place(shop.db, { evil: ['EVIL:1'] });
    const { body } = await shop.call('GET', await pathOf(shop.db, 'evil'), { as: null });
    expect(body).not.toContain('<script');
    expect(body).toContain('<bdi>&lt;script&gt;alert(1)&lt;/script&gt;</bdi>');
  });
});

describe('the address of a status page', () => {
  it('is kept secret: not stored, not listed, told to nobody', async () => {
    await place(shop.db, { secret: ['LAMP:1'] });
    const { status, headers } = await shop.call('GET', await pathOf(shop.db, 'secret'), {
      as: null,
    });
    expect(status).toBe(200);
    expect(headers.get('Content-Type')).toBe('text/html; charset=UTF-8');
    expect(headers.get('Cache-Control')).toBe('no-store');
    expect(headers.get('Referrer-Policy')).toBe('no-referrer');
    expect(headers.get('X-Robots-Tag')).toContain('noindex');
    const policy = headers.get('Content-Security-Policy');
    for (const rule of ["default-src 'none'", "script-src 'none'", "form-action 'self'"])
      expect(policy).toContain(rule);
  });

  it.each([
    ['unknown', 'nobody'],
    ['a path', '..%2Fx'],
    ['no text', '%00'],
    ['too long', 'x'.repeat(500)],
  ])('that leads nowhere, being %s, gets a friendly page', async (_, token) => {
    for (const path of [`/b/${token}`, `/b/${token}/cancel`]) {
      const { status, headers, body } = await shop.call('GET', path, { as: null });
      expect(status).toBe(404);
      expect(headers.get('Content-Type')).toContain('text/html');
      expect(headers.get('Referrer-Policy')).toBe('no-referrer');
      expect(textOf(body)).toContain('We cannot find this order');
    }
    const { status } = await shop.call('POST', `/b/${token}/cancel`, { as: null });
    expect(status).toBe(404);
  });
});
