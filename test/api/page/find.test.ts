import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { eraseOrder } from '../../../db/backorder/erase.ts';
import { saveShopOrder } from '../../../db/connector/orders.ts';
import { owedOf } from '../../db/mail/put-mail.ts';
import { textOf } from '../../support/page/page-text.ts';
import { startTestApp } from '../test-app.ts';
import { lantern, ofShop } from './cast.ts';

let shop: Awaited<ReturnType<typeof startTestApp>>;
beforeAll(async () => {
  shop = await startTestApp({ shop: lantern });
});
afterAll(() => shop.close());

const find = (fields: Record<string, string>, headers: Record<string, string> = {}) =>
  shop.call('POST', '/find', {
    as: null,
    body: new URLSearchParams(fields).toString(),
    headers: { 'Content-Type': 'application/x-www-form-urlencoded', ...headers },
  });

const email = 'ada@example.org';

describe('the page that finds an order', () => {
  it('asks for the order and its address, and is a secret to caches and other sites', async () => {
    const { status, headers, body } = await shop.call('GET', '/find', { as: null });
    expect(status).toBe(200);
    expect(textOf(body)).toContain('Find your order');
    expect(headers.get('Referrer-Policy')).toBe('no-referrer');
    expect(headers.get('Cache-Control')).toBe('no-store');
    expect(headers.get('Content-Security-Policy')).toContain("form-action 'self'");
  });

  it('mails the link to the address that the order has, however it is written', async () => {
    const orderId = await shop.placeAnother();
    const before = shop.kicks.count;
    expect((await find({ orderId: ` ${orderId}`, email: 'ADA@example.org ' })).status).toBe(200);
    expect(await owedOf(shop.db, orderId)).toEqual([expect.stringMatching(/^status-link:/)]);
    expect(shop.kicks.count).toBeGreaterThan(before);
  });

  it('knows an order of a shop by the number that the shop gave it', async () => {
    const orderId = await shop.placeAnother();
    await saveShopOrder(shop.db.sql, ofShop(orderId, { number: '1021' }));
    await find({ orderId: '1021', email: 'ben@example.org' });
    expect(await owedOf(shop.db, orderId)).toEqual([]);
    await find({ orderId: '1021', email });
    expect(await owedOf(shop.db, orderId)).toHaveLength(1);
    await find({ orderId, email });
    expect(await owedOf(shop.db, orderId)).toHaveLength(2);
  });

  it('answers alike whether there is such an order or not, and takes as long', async () => {
    const orderId = await shop.placeAnother();
    const erased = await shop.placeAnother();
    await eraseOrder(shop.db, erased);
    const answers = [];
    for (const fields of [
      { orderId, email },
      { orderId, email: 'ben@example.org' },
      { orderId: erased, email },
      { orderId: erased, email: '' },
      { orderId: 'nobody', email },
      { orderId: 'no\0body', email },
      { orderId: 'x'.repeat(1_000), email: '%' },
      {},
    ]) {
      const began = performance.now();
      const { status, body } = await find(fields as Record<string, string>);
      answers.push({ status, body });
      expect(performance.now() - began).toBeGreaterThan(290);
    }
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(await owedOf(shop.db, orderId)).toHaveLength(1);
    expect(await owedOf(shop.db, erased)).toEqual([]);
  });

  it('sends a few mails an hour, and says nothing of it', async () => {
    const orderId = await shop.placeAnother();
    const answers = await Promise.all(Array.from({ length: 5 }, () => find({ orderId, email })));
    expect(new Set(answers.map(({ body }) => body)).size).toBe(1);
    expect(await owedOf(shop.db, orderId)).toHaveLength(3);
    await shop.db.sql`update messages set created_at = now() - interval '61 minutes'
      where order_id = ${orderId}`;
    await find({ orderId, email });
    expect(await owedOf(shop.db, orderId)).toHaveLength(4);
  });

  it('takes no form of another website', async () => {
    const orderId = await shop.placeAnother();
    const { status } = await find({ orderId, email }, { 'Sec-Fetch-Site': 'cross-site' });
    expect(status).toBe(403);
    expect(await owedOf(shop.db, orderId)).toEqual([]);
  });

  it('speaks the language that the browser asks for', async () => {
    const headers = { 'Accept-Language': 'fi, en-XA;q=0.8, en;q=0.5' };
    const { body } = await shop.call('GET', '/find', { as: null, headers });
    expect(body).toContain('lang="en-XA"');
    expect(body).toContain('Fîñd');
  });

  it('answers people in words when it cannot answer', async () => {
    const { status, headers, body } = await shop.call('PUT', '/find', { as: null });
    expect(status).toBe(405);
    expect(headers.get('Content-Type')).toContain('text/html');
    expect(body).toContain('<h1>');
  });
});

describe('somebody who tries many orders', () => {
  it('is held up', async () => {
    const strangers = { perMinute: 600, isTrustedProxy: () => false, isLoopbackFree: false };
    const held = await startTestApp({ shop: lantern, strangers });
    const tries = [];
    for (let count = 0; count < 11; count++) {
      const { status } = await held.call('POST', '/find', { as: null, body: 'orderId=x' });
      tries.push(status);
    }
    expect(tries).toEqual([...Array(10).fill(200), 429]);
    await held.close();
  });
});
