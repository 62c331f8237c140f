import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { backorder } from '../../../../api/backorder/backorder-schema.ts';
import { createDatabase } from '../../../../db/client.ts';
import { getMailFacts } from '../../../../db/mail/facts.ts';
import { dayAtShipTo } from '../../../../workflows/calendar/ship-to-day.ts';
import { addDays, hourMs } from '../../../../workflows/domain/time.ts';
import { inDays } from '../../../support/lives/story.ts';
import { withClockAt } from '../../clock.ts';
import { startTestApp } from '../../test-app.ts';
import { checkoutBody, promisedOn, usd } from './checkout-body.ts';

let api: Awaited<ReturnType<typeof startTestApp>>;
beforeAll(async () => {
  api = await startTestApp();
});
afterAll(() => api.close());

const place = (changes: Record<string, unknown> = {}) =>
  api.call('POST', '/v1/backorders', { as: 'checkout', body: checkoutBody(changes) });

const read = (orderId: string) => api.call('GET', `/v1/backorders/${orderId}`, { as: 'admin' });

const ago = (ms: number): string => new Date(Date.now() - ms).toISOString();

describe('a checkout', () => {
  it('is answered 201 with the backorder, which can be read at once', async () => {
    const kicked = api.kicks.count;
    const { status, body } = await place({ orderId: 'A-1' });
    expect(status).toBe(201);
    expect(backorder.strict().parse(body)).toMatchObject({
      orderId: 'A-1',
      phase: 'awaiting_stock',
      revision: 0,
      customer: { locale: 'en-US', timeZone: 'America/New_York' },
      lines: [{ id: '1', location: 'main', waiting: 1, allocated: 0, total: usd(12_900) }],
      promise: { on: promisedOn, basis: 'supplier confirmation 8812' },
      payment: { terms: 'on_shipment', state: 'vaulted', captured: usd(0), holdUntil: null },
      law: { policy: 'us', deadlineAt: expect.any(String), silence: 'none', notice: null },
      cancellation: null,
      shop: null,
      next: null,
      attention: [],
      hold: null,
    });
    expect(body.links.status).toMatch(/^http:\/\/meanwhile\.test\/b\/[\w-]{28,}$/);
    expect(body.links.workflow).toBe(
      'http://temporal.test/namespaces/default/workflows/backorder%2FA-1',
    );
    const { now: _then, ...placed } = body;
    const { now: _now, ...found } = (await read('A-1')).body;
    expect(found).toEqual(placed);
    expect(api.kicks.count).toBeGreaterThan(kicked);
  });

  it('may be copied from the document whenever it is read', async () => {
    const { body: document } = await api.call('GET', '/openapi.json', { as: null });
    const { post } = document.paths['/v1/backorders'];
    const { example } = post.requestBody.content['application/json'];
    const body = { ...example, promise: { ...example.promise, on: promisedOn } };
    expect((await api.call('POST', '/v1/backorders', { as: 'checkout', body })).status).toBe(201);
  });

  it('may say what its lines are called, and the mails say so too', async () => {
    const line = { sku: 'LAMP-BRASS', quantity: 1, unitPrice: usd(5_000) };
    const lines = [{ ...line, title: 'Brass lamp, engraved “A.”' }, line];
    expect((await place({ orderId: 'A-titles', lines })).status).toBe(201);
    const facts = await getMailFacts(api.db.sql, 'A-titles');
    expect(facts.lines.map(({ title }) => title)).toEqual([
      'Brass lamp, engraved “A.”',
      'LAMP-BRASS',
    ]);
    const renamed = [{ ...line, title: 'Another' }, line];
    expect((await place({ orderId: 'A-titles', lines: renamed })).body.code).toBe('order_exists');
  });

  it('is answered 200 when it is repeated, with the current state', async () => {
    await place({ orderId: 'A-2' });
    const again = await place({ orderId: 'A-2' });
    expect(again.status).toBe(200);
    expect(again.headers.get('Idempotent-Replayed')).toBe('true');
    expect(again.body.orderId).toBe('A-2');
  });

  it('is answered 409 with another body, and changes nothing', async () => {
    await place({ orderId: 'A-3' });
    const other = await place({ orderId: 'A-3', priority: 5 });
    expect(other).toMatchObject({ status: 409, body: { code: 'order_exists' } });
    expect((await read('A-3')).body.priority).toBe(0);
  });

  it('is placed once when it comes ten times at once', async () => {
    const answers = await Promise.all(Array.from({ length: 10 }, () => place({ orderId: 'A-4' })));
    const statuses = answers.map(({ status }) => status).sort();
    expect(statuses).toEqual([...Array(9).fill(200), 201]);
  });

  it('is refused when it was placed more than an hour ago, unless it is brought over', async () => {
    const placedAt = ago(hourMs + 60_000);
    const old = await place({ orderId: 'A-5', placedAt });
    expect(old.status).toBe(422);
    expect(old.body.errors).toEqual([{ pointer: '/placedAt', detail: expect.any(String) }]);
    const brought = await place({ orderId: 'A-5', placedAt, import: true });
    expect(brought).toMatchObject({ status: 201, body: { placedAt } });
  });

  it('is refused with two dates, whatever else is wrong', async () => {
    const promise = { on: promisedOn, within: { days: 3 }, basis: 'x' };
    const twice = await place({ orderId: 'P-7', promise, priority: 1_001 });
    expect(twice).toMatchObject({ status: 422, body: { code: 'contradictory_dates' } });
    expect(twice.body.errors.map(({ pointer }: { pointer: string }) => pointer).sort()).toEqual([
      '/priority',
      '/promise/within',
    ]);
  });

  it('is refused with a day that is over, unless it is brought over', async () => {
    const promise = { on: '2026-01-15', basis: 'x' };
    const old = await place({ orderId: 'P-8', promise });
    expect(old).toMatchObject({ status: 422, body: { code: 'invalid_request' } });
    expect(old.body.errors).toEqual([{ pointer: '/promise/on', detail: expect.any(String) }]);
    const brought = await place({ orderId: 'P-8', promise, import: true });
    expect(brought).toMatchObject({ status: 201, body: { promise: { on: '2026-01-15' } } });
  });

  it('keeps what the law asks: the day within, its essence, and whose credit it is', async () => {
    const promise = { within: { days: '3-5' }, basis: 'x', essential: true };
    const payment = { ...(checkoutBody().payment as object), sellerCredit: true };
    const { status, body } = await place({ orderId: 'P-9', promise, payment });
    expect(status).toBe(201);
    const today = dayAtShipTo({ country: 'US', region: 'NY', postalCode: null }, body.placedAt);
    expect(body.promise.on).toBe(addDays(today, 5));
    const [row] = await api.db.sql`
      select seller_credit, essential from orders where order_id = 'P-9'`;
    expect(row).toEqual({ sellerCredit: true, essential: true });
  });

  it('may be repeated however long ago it was placed', async () => {
    const placedAt = ago(hourMs - 60_000);
    await place({ orderId: 'A-6', placedAt });
    // An hour later, as far as the API can tell.
    const later = new Date(Date.now() + hourMs);
    const again = await withClockAt(later, () => place({ orderId: 'A-6', placedAt }));
    expect(again.status).toBe(200);
  });

  it('gets free units at once and shows them', async () => {
    const body = { restockId: 'A-stock', sku: 'FREE', quantity: 3 };
    await api.call('POST', '/v1/restocks', { body });
    const lines = [{ sku: 'FREE', quantity: 2, unitPrice: usd(100) }];
    const { body: placed } = await place({ orderId: 'A-7', lines });
    expect(placed.lines).toMatchObject([{ waiting: 0, allocated: 2 }]);
  });

  it('that was paid at once shows so before its workflow runs', async () => {
    const payment = { terms: 'prepaid', customerId: 'cus_1', paymentIntentId: 'pi_1' };
    const { status, body } = await place({ orderId: 'A-8', payment });
    expect(status).toBe(201);
    const paid = { terms: 'prepaid', state: 'captured', captured: usd(13_800) };
    expect(body.payment).toMatchObject(paid);
    expect((await read('A-8')).body.payment).toMatchObject(paid);
  });

  it('with a deposit shows it as captured, and a card that waits', async () => {
    const { payment } = checkoutBody() as { payment: object };
    const deposit = { amount: usd(3_800), paymentIntentId: 'pi_1' };
    await place({ orderId: 'A-9', payment: { ...payment, terms: 'deposit', deposit } });
    expect((await read('A-9')).body.payment).toMatchObject({
      terms: 'deposit',
      state: 'vaulted',
      captured: usd(3_800),
    });
  });
});

describe('the list of backorders', () => {
  const pageOf = (query: string) => api.call('GET', `/v1/backorders?${query}`, { as: 'read' });
  const idsOf = async (query: string): Promise<string[]> =>
    (await pageOf(query)).body.data.map((item: { orderId: string }) => item.orderId);

  beforeAll(async () => {
    const lines = [{ sku: 'LISTED', quantity: 1, unitPrice: usd(100) }];
    for (const [index, orderId] of ['L-1', 'L-2', 'L-3'].entries()) {
      const customer = { email: `list${index}@example.org` };
      const promise = { on: inDays(10 * (index + 1)), basis: 'x' };
      await place({ orderId, lines, customer, promise, placedAt: ago((3 - index) * 60_000) });
    }
  });

  it('goes through pages, newest first, without losing or repeating any', async () => {
    const first = await pageOf('sku=LISTED&limit=2');
    expect(first.body.data.map((item: { orderId: string }) => item.orderId)).toEqual([
      'L-3',
      'L-2',
    ]);
    const second = await pageOf(`sku=LISTED&limit=2&cursor=${first.body.nextCursor}`);
    expect(second.body.data.map((item: { orderId: string }) => item.orderId)).toEqual(['L-1']);
    expect(second.body.nextCursor).toBeNull();
  });

  it('refuses a cursor that no answer gave', async () => {
    for (const position of ['["x","L-1"]', '["2026-11-23T10:00:00Z"]', 'x', '{}']) {
      const cursor = Buffer.from(position).toString('base64url');
      const answer = await pageOf(`cursor=${cursor}`);
      expect(answer.status).toBe(422);
      expect(answer.body.errors).toMatchObject([{ pointer: '/cursor', in: 'query' }]);
    }
  });

  it('filters by everything that can be asked for', async () => {
    expect(await idsOf('sku=LISTED&email=LIST1@example.org')).toEqual(['L-2']);
    expect(await idsOf(`sku=LISTED&promisedBefore=${inDays(20)}`)).toEqual(['L-1']);
    expect(await idsOf('sku=LISTED&phase=awaiting_stock')).toHaveLength(3);
    expect(await idsOf('sku=LISTED&phase=shipped')).toEqual([]);
    expect(await idsOf('sku=LISTED&attention=true')).toEqual([]);
    expect(await idsOf('sku=LISTED&attention=false')).toHaveLength(3);
    expect(await idsOf(`sku=LISTED&updatedSince=${ago(-60_000)}`)).toEqual([]);
    expect(await idsOf(`sku=LISTED&updatedSince=${ago(60_000)}`)).toHaveLength(3);
  });
});

describe('a shelf whose row somebody holds', () => {
  const placeAt = (sku: string, nth: number) =>
    place({ orderId: `${sku}-${nth}`, lines: [{ sku, quantity: 1, unitPrice: usd(5_000) }] });

  it('keeps its own checkouts waiting, and no others', async () => {
    for (const sku of ['HELD', 'FREE']) expect((await placeAt(sku, 0)).status).toBe(201);
    const somebody = createDatabase(api.url, { max: 1 });
    onTestFinished(() => somebody.close());
    const { held } = await somebody.sql.begin(async (sql) => {
      await sql`select from stock where sku = 'HELD' for update`;
      const first = placeAt('HELD', 1);
      await sleep(200);
      const later = Array.from({ length: 7 }, (_, nth) => placeAt('HELD', nth + 2));
      const held = Promise.all([first, ...later]);
      await sleep(300);
      const begin = performance.now();
      expect((await placeAt('FREE', 1)).status).toBe(201);
      expect(performance.now() - begin).toBeLessThan(1_000);
      await sleep(1_500);
      return { held };
    });
    const statuses = (await held).map(({ status }) => status).toSorted();
    // Four of the five connections.
    expect(statuses).toEqual([201, 201, 201, 201, 503, 503, 503, 503]);
  });
});
