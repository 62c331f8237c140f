import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chromiumPath } from '../../../support/page/browser.ts';
import { expectFine, startDeskInBrowser } from '../../../support/page/desk.ts';
import { putDrawnOrders } from '../../../support/page/drawn-orders.ts';

describe.skipIf(chromiumPath === undefined)('Results in a browser', () => {
  let desk: Awaited<ReturnType<typeof startDeskInBrowser>>;
  beforeAll(async () => {
    desk = await startDeskInBrowser({ excitementControl: 0.333 });
    await putDrawnOrders(desk.db, { count: 300 });
    await desk.db.sql`
      update lines set sku = ${`A very ${'long'.repeat(10)} SKU: of/one`} where sku = 'SKU-1'`;
    await desk.db.sql`update lines set sku = 'שעון קיר' where sku = 'SKU-2'`;
  });
  afterAll(() => desk.close());

  it('has no fault on a phone or a desk, by day or by night', async () => {
    await expectFine(desk, '/desk/results');
    await expectFine(desk, '/desk/results?sku=NONE&from=x');
  });

  it('comes by itself with its numbers, and without JavaScript', async () => {
    const path = '/desk/results?sku=SKU-5';
    const look = { javaScriptEnabled: false };
    await desk.show(
      path,
      async (page) => {
        await page.getByRole('heading', { name: 'Does excitement keep orders?' }).waitFor();
        await page.getByRole('img', { name: 'Cancellations by week of wait' }).waitFor();
      },
      look,
    );
  });

  it('is narrowed by keyboard, and leads from a number to its list', async () => {
    await desk.show('/desk/results', async (page) => {
      await page.getByRole('heading', { name: 'When customers cancel' }).waitFor();
      await page.getByLabel('SKU', { exact: true }).focus();
      await page.keyboard.type('SKU-7');
      await page.keyboard.press('Enter');
      await page.waitForURL(/sku=SKU-7/);
      const link = page.getByRole('link', { name: 'SKU-7', exact: true }).first();
      await link.waitFor();
      expect(await link.getAttribute('href')).toMatch(/\/desk\/orders\?sku=SKU-7$/);
    });
  });
});
