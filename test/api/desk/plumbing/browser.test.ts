import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { storeWebhook } from '../../../../db/http/webhooks.ts';
import { chromiumPath } from '../../../support/page/browser.ts';
import { expectFine, startDeskInBrowser } from '../../../support/page/desk.ts';
import { faultsOf } from '../../../support/page/faults.ts';

describe.skipIf(chromiumPath === undefined)('the plumbing in a browser', () => {
  let desk: Awaited<ReturnType<typeof startDeskInBrowser>>;
  beforeAll(async () => {
    desk = await startDeskInBrowser({
      overrides: { en: { confirmation: { heading: 'Words '.repeat(30) } } } as never,
    });
    const { sql } = desk.db;
    const long = 'evt_'.padEnd(200, 'x');
    await storeWebhook(sql, { sender: 'stripe', eventId: long, type: 'refund.failed', about: {} });
    await desk.call('PUT', '/v1/webhook-endpoints/shop', {
      body: { url: `https://93.184.216.34/${'y'.repeat(300)}`, events: ['backorder.placed'] },
    });
    await desk.placeAnother();
    await sql`
      insert into shops (id, kind, api_base, location, terms, credentials, secrets, watermark,
        last_error, hooks)
      values ('shoes', 'bigcommerce', 'https://api.example', 'main', 'prepaid', 's', 's', now(),
        'It failed', '[{"scope":"store/order/*","active":false}]')`;
  });
  afterAll(() => desk.close());

  it.each([
    '',
    '/webhooks',
    '/endpoints',
    '/endpoints/shop',
    '/new-endpoint',
    '/endpoints/shop/rotate',
    '/shops',
    '/shops/shoes',
    '/connect-shop',
    '/keys',
    '/new-key',
    '/uploads',
    '/send-rows',
    '/books',
    '/brand',
  ])('has nothing that axe knows and fits a phone: %s', async (path) => {
    await expectFine(desk, `/desk/plumbing${path}`);
  });

  it('makes a key by keyboard alone, and shows it once', async () => {
    await desk.show('/desk/plumbing/new-key', async (page) => {
      await page.focus('#name');
      await page.keyboard.type('warehouse');
      // From the name to the second scope, inventory.
      await page.keyboard.press('Tab');
      await page.keyboard.press('Tab');
      await page.keyboard.press('Space');
      await page.keyboard.press('Enter');
      await page.waitForSelector('text=What will follow');
      await page.focus('button.go');
      await page.keyboard.press('Enter');
      const key = await page.textContent('#secret');
      expect(key).toMatch(/^mw_/);
      expect(await faultsOf(page)).toEqual([]);
      await page.focus('text=I have copied it');
      await page.keyboard.press('Enter');
      await page.waitForSelector('text=warehouse');
      expect(await page.content()).not.toContain(key);
      expect(JSON.stringify(await page.context().cookies())).not.toContain(key);
    });
    const [row] = await desk.db.sql`select scopes from api_keys where name = 'warehouse'`;
    expect(row).toEqual({ scopes: ['inventory'] });
  });
});
