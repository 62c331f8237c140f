import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { addressKeyOf } from '../../../db/mail/address-key.ts';
import { promisedOn } from '../../db/cast.ts';
import { countRows } from '../../db/count-rows.ts';
import { textOf } from '../../support/page/page-text.ts';
import { startTestApp } from '../test-app.ts';
import { askToConfirm, cancel, lantern, mailTo, pathOf, placeLamps, say } from './cast.ts';

let shop: Awaited<ReturnType<typeof startTestApp>>;
let path: string;
let count = 0;
let orderId: string;

beforeAll(async () => {
  shop = await startTestApp({ shop: lantern });
});
afterAll(() => shop.close());
beforeEach(async () => {
  orderId = `order-${++count}`;
  path = await placeLamps(shop.db, orderId);
});

const localeOf = async () => {
  const [row] = await shop.db.sql`select locale from orders where order_id = ${orderId}`;
  return row?.locale;
};

describe('choosing a language', () => {
  const post = (body: string, headers: Record<string, string> = {}) =>
    shop.call('POST', `${path}/language`, {
      as: null,
      body,
      headers: { 'Content-Type': 'application/x-www-form-urlencoded', ...headers },
    });

  it('keeps the region, by which dates and money are written, and is recorded', async () => {
    await shop.db.sql`update orders set locale = 'xx-DE' where order_id = ${orderId}`;
    const { status, headers } = await post('language=en');
    expect(status).toBe(303);
    expect(headers.get('Location')).toBe(`${path}?done=language`);
    expect(await localeOf()).toBe('en-DE');
    const { body } = await shop.call('GET', `/v1/backorders/${orderId}/timeline`);
    expect(body.data.at(-1)).toMatchObject({ type: 'CustomerChanged' });
    const page = await shop.call('GET', `${path}?done=language`, { as: null });
    expect(textOf(page.body)).toContain('Done: this page and our next emails');
    expect(await pathOf(shop.db, orderId)).toBe(path);
  });

  it('changes nothing when it is the one there is', async () => {
    const before = await countRows(shop.db);
    expect((await post('language=en')).status).toBe(303);
    expect(await countRows(shop.db)).toEqual(before);
  });

  it.each(['language=en-XA', 'language=ar-XB', 'language=tlh', '', 'language=en&language=en'])(
    'takes none that nobody speaks, or that we do not: %j',
    async (form) => {
      const before = await countRows(shop.db);
      const { status, body } = await post(form);
      expect(status).toBe(422);
      expect(textOf(body)).toContain('Nothing was changed');
      expect(await localeOf()).toBe('en-US');
      expect(await countRows(shop.db)).toEqual(before);
    },
  );

  it('takes no form of another website', async () => {
    await shop.db.sql`update orders set locale = 'xx-DE' where order_id = ${orderId}`;
    const { status } = await post('language=en', { 'Sec-Fetch-Site': 'cross-site' });
    expect(status).toBe(403);
    expect(await localeOf()).toBe('xx-DE');
  });
});

describe('the data of a customer', () => {
  const download = () => shop.call('GET', `${path}/data`, { as: null });

  it('is a file to keep, that no cache does', async () => {
    const { status, headers } = await download();
    expect(status).toBe(200);
    expect(headers.get('Content-Type')).toContain('application/json');
    expect(headers.get('Content-Disposition')).toBe(`attachment; filename="order-${orderId}.json"`);
    expect(headers.get('Cache-Control')).toBe('no-store');
  });

  it('holds all that is kept of them and their order', async () => {
    const at = '2026-11-23T15:00:00.000Z';
    await mailTo(shop.db, orderId, { kind: 'confirmation', subject: 'Thank you', at });
    await cancel(shop.db, orderId, 1);
    await say(shop.db, orderId);
    const addressKey = addressKeyOf('ADA@example.org');
    await shop.db.sql`
      insert into mail_preferences (address_key, updates, changed_at, by)
      values (${addressKey}, false, now(), 'page') on conflict do nothing`;
    const { body } = await download();
    expect(body).toMatchObject({
      order: { orderId, email: 'ada@example.org', country: 'US', locale: 'en-US' },
      lines: [{ lineId: '1', sku: 'LAMP', quantity: 2, waiting: 1, cancelled: 1 }],
      shipDates: [{ on: promisedOn }],
      payment: { captured: 0 },
      cancellations: [{ by: 'customer', lines: [{ lineId: '1', quantity: 1 }] }],
      messages: [{ subject: 'Thank you', to: 'ada@example.org', decision: 'sent' }],
      preferences: { updates: false, by: 'page' },
      suppression: null,
      addressChanges: [],
    });
    expect(body.timeline.map(({ type }: { type: string }) => type)).toContain('UnitsCancelled');
  });

  it('holds nothing that opens a page or finishes a payment', async () => {
    const at = '2026-11-23T15:00:00.000Z';
    await mailTo(shop.db, orderId, { kind: 'confirmation', subject: 'Thank you', at });
    await askToConfirm(shop.db, orderId);
    const text = JSON.stringify((await download()).body);
    expect(text).not.toContain(path.slice('/b/'.length));
    expect(text).not.toMatch(/_TOKEN|_secret_|bodyHash/);
    expect(text).toContain('Hello Ada, see /b/…, /u/…');
  });

  it('holds nothing of another order', async () => {
    await mailTo(shop.db, orderId, {
      ...{ kind: 'confirmation', subject: 'Only mine' },
      at: '2026-11-23T15:00:00.000Z',
    });
    path = await placeLamps(shop.db, `${orderId}-other`);
    expect(JSON.stringify((await download()).body)).not.toContain('Only mine');
  });
});
