import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { putSupply } from '../../../../db/promise/supply-changes.ts';
import { addDays } from '../../../../workflows/domain/time.ts';
import { empty, place } from '../../../db/cast.ts';
import { inDays } from '../../../support/lives/story.ts';
import { chromiumPath } from '../../../support/page/browser.ts';
import { expectFine, startDeskInBrowser } from '../../../support/page/desk.ts';

/** Skipped where no Chromium is installed. */
describe.skipIf(chromiumPath === undefined)('supplies in a browser', () => {
  let desk: Awaited<ReturnType<typeof startDeskInBrowser>>;
  beforeAll(async () => {
    desk = await startDeskInBrowser();
  });
  beforeEach(async () => {
    await empty(desk.db);
    await desk.db.sql`truncate supplies, supply_changes, promise_moves`;
    await desk.signInAll();
    await announce('PO-1', 2, inDays(30));
    await announce('PO-late', 1, addDays(inDays(0), -3), 'RUG');
    await announce('PO-some-day', 5, null, 'A/B "50%" שטיח');
    const promise = { on: inDays(30), basis: 'the factory' };
    await place(desk.db, { A: ['LAMP:1'], B: ['LAMP:1'], C: ['LAMP:1', 'RUG:1'] }, { promise });
    await place(desk.db, { D: ['A/B "50%" שטיח:1'] });
  });
  afterAll(() => desk?.close());

  const announce = (supplyId: string, quantity: number, on: string | null, sku = 'LAMP') =>
    putSupply(desk.db, {
      ...{ supplyId, sku, location: 'main', quantity, expectedOn: on },
      ...{ basis: 'the factory', bodyHash: `${supplyId} ${on}` },
    });

  const press = async (page: Page, role: 'button' | 'link', name: string) => {
    const target = page.getByRole(role, { name, exact: true });
    await target.focus();
    const loaded = page.waitForEvent('load');
    await page.keyboard.press('Enter');
    await loaded;
  };

  it('shows what is expected, the overdue first and the undated apart', async () => {
    await desk.show('/desk/supplies', async (page) => {
      const text = await page.locator('main').textContent();
      expect(text).toMatch(/PO-late.*PO-1/s);
      expect(await page.locator('#coming').textContent()).toMatch(/PO-late.*\n?.*overdue/);
      expect(await page.locator('#undated').textContent()).toContain('PO-some-day');
      await page.getByLabel('SKU').fill('LAMP');
      await page.keyboard.press('Enter');
      await page.waitForURL(/sku=LAMP/);
      expect(await page.locator('main').textContent()).not.toContain('PO-late');
      const waiting = page.locator('#weeks').getByRole('link', { name: '2', exact: true });
      expect(await waiting.first().getAttribute('href')).toContain('sku=LAMP');
    });
    await expectFine(desk, '/desk/supplies');
  });

  it('moves a supply by keyboard, and says whom it concerns before it tells them', async () => {
    await desk.show('/desk/supplies/PO-1', async (page) => {
      await press(page, 'link', 'Change or move it');
      await page.getByLabel('Expected on').fill(inDays(51));
      await press(page, 'button', 'Show what will follow');
      const panel = await page.locator('.panel').textContent();
      expect(panel).toContain('2 promises break. 2 customers are told by mail.');
      expect(panel).toContain('The first notice of a delay, of 30 days or less');
      expect(panel).toContain('Nobody has been told of it yet.');
      expect(await desk.db.sql`select from promise_moves`).toHaveLength(0);
      await press(page, 'button', 'Change it and tell them');
      expect(page.url()).toMatch(/\/desk\/supplies\/PO-1$/);
      expect(await page.getByRole('status').textContent()).toContain('The supply is changed.');
      expect(await page.locator('#progress').textContent()).toContain('Told 0 of 2');
      expect(await page.locator('#served').textContent()).toContain('A1');
    });
    expect(await desk.db.sql`select order_id from promise_moves order by 1`).toEqual([
      { orderId: 'A' },
      { orderId: 'B' },
    ]);
    for (const path of ['', '/change', '/withdraw', '/give-up']) {
      await expectFine(desk, `/desk/supplies/PO-1${path}`);
    }
  });

  it('withdraws one, and announces another', async () => {
    await desk.show('/desk/supplies/PO-1/withdraw', async (page) => {
      expect(await page.locator('.panel').textContent()).toContain(
        'The first notice of a delay, without a new date',
      );
      await press(page, 'button', 'Withdraw it and tell them');
      expect(await page.locator('main').textContent()).toContain('all came, or it was withdrawn');
    });
    await desk.show(
      '/desk/supplies',
      async (page) => {
        await press(page, 'link', 'Announce a supply');
        await page.getByLabel('Name of the supply').fill('PO:2');
        await page.getByLabel('SKU').fill('LAMP');
        await page.getByLabel('Units still to come').fill('3');
        await page.getByLabel('Who or what says so').fill('<b>the maker</b>');
        await press(page, 'button', 'Show what will follow');
        expect(await page.locator('.panel').textContent()).toContain('without a date');
        await press(page, 'button', 'Announce it');
        expect(page.url()).toContain('/desk/supplies/PO%3A2');
        expect(await page.locator('main').textContent()).toContain('<b>the maker</b>');
      },
      { as: 'buyer' },
    );
    await expectFine(desk, '/desk/supplies/~add');
    await expectFine(desk, '/desk/supplies/PO%3A2');
  });

  it('gives an SKU up by keyboard, with what becomes of the money shown first', async () => {
    await desk.show('/desk/supplies/~sku/LAMP', async (page) => {
      await press(page, 'link', 'Give it up');
      await page.getByLabel('Why, in words for the customers').fill('The maker has stopped');
      await press(page, 'button', 'Show what will follow');
      const panel = await page.locator('.panel').textContent();
      expect(panel).toContain('3 units of 3 orders are cancelled, with one mail each.');
      expect(panel).toContain('2 of the orders end with it; 1 go on');
      expect(panel).toContain('$387.00 is never charged');
      await press(page, 'button', 'Give it up and cancel');
      expect(await page.locator('main').textContent()).toMatch(/given up.*at every location/);
      expect(await page.locator('#give-ups').textContent()).toContain('0 of 3');
    });
    await expectFine(desk, '/desk/supplies/~sku/LAMP');
    await desk.show('/desk/supplies/~sku/LAMP/take-up', async (page) => {
      await press(page, 'button', 'Sell it again');
      expect(await page.locator('main').textContent()).toContain('can be ordered');
    });
    await expectFine(desk, '/desk/supplies/~sku/LAMP/give-up');
  });

  it('shows both ways out of a supply that does not come', async () => {
    await desk.show('/desk/supplies/PO-1/give-up', async (page) => {
      await page.getByLabel('Why, in words for the customers').fill('It sank');
      await press(page, 'button', 'Show what will follow');
      const panel = await page.locator('.panel').textContent();
      expect(panel).toContain('3 units of 3 orders are cancelled');
      expect(panel).toContain('The first notice of a delay, without a new date');
      await press(page, 'button', 'Give it up and cancel');
      expect(await page.locator('#give-ups').textContent()).toContain('the supply PO-1');
    });
  });

  it('finds an SKU whatever it is called', async () => {
    const path = `/desk/supplies/~sku/${encodeURIComponent('A/B "50%" שטיח')}`;
    await desk.show(path, async (page) => {
      expect(await page.locator('h1').textContent()).toContain('A/B "50%" שטיח');
      await press(page, 'link', 'Give it up');
      await page.getByLabel('Why, in words for the customers').fill('x');
      await press(page, 'button', 'Show what will follow');
      expect(await page.locator('.panel').textContent()).toContain(
        '1 unit of 1 order is cancelled',
      );
    });
    await expectFine(desk, path);
  });
});
