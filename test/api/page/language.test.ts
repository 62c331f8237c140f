import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { place, receive } from '../../db/cast.ts';
import { textOf } from '../../support/page/page-text.ts';
import { startTestApp } from '../test-app.ts';
import { lantern, mailTo, movePromise, pathOf, say, ship, troubled } from './cast.ts';

const stripe = { webhookSecrets: [], publishableKey: 'pk_test_1', jsUrl: 'http://p.test/s.js' };

let shop: Awaited<ReturnType<typeof startTestApp>>;

beforeAll(async () => {
  shop = await startTestApp({ shop: { ...lantern, supportEmail: '#@#.##' }, stripe });
  const at = '2026-11-23T15:00:00.000Z';
  for (const [orderId, sku] of Object.entries({ waiting: '111', stuck: '222', part: '333' })) {
    await place(shop.db, { [orderId]: [`${sku}:3`] }, { fulfilment: 'ship-available' });
    await shop.db.sql`update orders set locale = 'en-XA' where order_id = ${orderId}`;
    await mailTo(shop.db, orderId, { kind: 'confirmation', subject: '1', at });
  }
  const next = { kind: 'countdown' as const, at: '2027-01-08T03:00:00.000Z' };
  await movePromise(shop.db, 'waiting', { on: '2027-02-01', reason: '1', at });
  await say(shop.db, 'waiting', { promise: { promiseId: `moved-${at}`, on: '2027-02-01' }, next });
  await receive(shop.db, '222:3');
  await say(shop.db, 'stuck', { payment: troubled({ retryAt: '2026-11-25T19:00:00.000Z' }) });
  await receive(shop.db, '333:2');
  await ship(shop.db, 'part', 1, { carrier: '1', tracking: '1' });
  await say(shop.db, 'part');
});
afterAll(() => shop.close());

const get = (path: string, language?: string) =>
  shop.call('GET', path, {
    as: null,
    headers: language === undefined ? {} : { 'Accept-Language': language },
  });

/** What our English is full of. Days, months and the "and" of lists are not of the catalogue. */
const english = /\b(the|your|you|we|order|is|are|not|it|will|card|item|email|cancel)\b/i;

describe('a page in another language', () => {
  it.each(
    ['waiting', 'stuck', 'part'].flatMap((orderId) =>
      ['', '/cancel', '/cancel/items', '/card', '/messages'].map((at) => [orderId, at] as const),
    ),
  )('has no word that the catalogue does not: %s%s', async (orderId, at) => {
    const { status, body } = await get(`${await pathOf(shop.db, orderId)}${at}`);
    expect(status).toBe(200);
    const text = textOf(body)
      .replaceAll(/Lantern & Sons/g, '')
      .replaceAll(new RegExp(`\\b${orderId}\\b`, 'g'), '');
    expect(text.length).toBeGreaterThan(100);
    expect(english.exec(text)?.[0]).toBeUndefined();
  });

  it('runs from right to left where the language does, and keeps ids from running along', async () => {
    await shop.db.sql`update orders set locale = 'ar-XB' where order_id = 'waiting'`;
    const { body } = await get(`${await pathOf(shop.db, 'waiting')}/cancel`);
    expect(body).toContain('<html lang="ar-XB" dir="rtl">');
    expect(body).toContain('\u2068waiting\u2069');
    await shop.db.sql`update orders set locale = 'en-XA' where order_id = 'waiting'`;
  });

  it('hands the script of the card its words', async () => {
    const path = await pathOf(shop.db, 'stuck');
    const { body } = await get(`${path}/returned`);
    expect(body).toContain('data-words="{&quot;unconfirmed&quot;:&quot;');
    expect(body).not.toContain('The payment was not confirmed');
  });
});

describe('a page that knows of no customer', () => {
  it.each([
    [undefined, 'en', 'We cannot find this order'],
    ['en-XA', 'en-XA', 'Wé çàññöt'],
    ['tlh, en-XA;q=0.8, en;q=0.3', 'en-XA', 'Wé çàññöt'],
    ['en;q=0.3, en-XA;q=0.8', 'en-XA', 'Wé çàññöt'],
    ['en-XA;q=0, en-GB', 'en-GB', 'We cannot find this order'],
    ['tlh', 'en', 'We cannot find this order'],
    ['%%%;;;q=x', 'en', 'We cannot find this order'],
  ])('speaks as the browser asks: %s', async (asked, lang, told) => {
    for (const path of ['/b/nobody', '/b/nobody/cancel', '/b/nobody/what']) {
      const { status, headers, body } = await get(path, asked);
      expect(status).toBe(404);
      expect(body).toContain(`<html lang="${lang}" dir="ltr">`);
      expect(body).toContain(told);
      expect(headers.get('Cache-Control')).toBe('no-store');
    }
  });
});
