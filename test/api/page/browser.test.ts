import { Hono } from 'hono';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { applyCancellation } from '../../../db/stock/cancel.ts';
import { type Served, serveApp } from '../../../dev/server.ts';
import { findFreePort } from '../../../dev/service/ports.ts';
import { place, receive } from '../../db/cast.ts';
import { dayZero } from '../../support/cast.ts';
import { chromiumPath, openBrowser, visit } from '../../support/page/browser.ts';
import { faultsOf } from '../../support/page/faults.ts';
import { startTestApp } from '../test-app.ts';
import { askedPath, pendingPath } from './address-cast.ts';
import { lantern, mailTo, movePromise, nameProducts, pathOf, say, troubled } from './cast.ts';

/** English, its double with accents, and one that runs from right to left. */
const locales = { english: 'en-US', accents: 'en-XA', 'right-to-left': 'ar-XB' };

const looks = [
  { width: 360, colorScheme: 'light' },
  { width: 1280, colorScheme: 'dark' },
] as const;

/** Skipped where no Chromium is installed; the other tests of the pages need none. */
describe.skipIf(chromiumPath === undefined)('the customer pages in a browser', () => {
  let shop: Awaited<ReturnType<typeof startTestApp>>;
  let served: Served;
  let browser: Browser;
  let origin: string;

  beforeAll(async () => {
    shop = await startTestApp({ shop: lantern });
    const port = await findFreePort();
    origin = `http://127.0.0.1:${port}`;
    [served, browser] = await Promise.all([
      serveApp(new Hono().mount('/', shop.app.fetch), port),
      openBrowser(),
    ]);
    await nameProducts(shop.db, { LAMP: 'A brass lamp with a very long name '.repeat(4).trim() });
    await place(shop.db, { waiting: ['LAMP:1', 'X'.repeat(60).concat(':100')], other: ['LAMP:1'] });
    await place(shop.db, { stuck: ['STUCK:1'], moved: ['LAMP:1'] });
    await receive(shop.db, 'STUCK:1');
    await say(shop.db, 'stuck', { payment: troubled() });
    const at = '2026-11-23T15:00:00.000Z';
    for (const [orderId, locale] of Object.entries(locales)) {
      await place(shop.db, { [orderId]: ['LAMP:3', 'CHAIR:2'] });
      await shop.db.sql`update orders set locale = ${locale} where order_id = ${orderId}`;
      mails[orderId] = await mailTo(shop.db, orderId, { kind: 'confirmation', subject: '1', at });
      await movePromise(shop.db, orderId, { on: '2099-02-01', reason: 'Late', at });
    }
  });
  afterAll(async () => {
    await browser?.close();
    await served?.close();
    await shop?.close();
  });

  const mails: Record<string, string> = {};

  const addressOf = async (orderId: string) => `${origin}${await pathOf(shop.db, orderId)}`;

  const addresses = {
    'the status page': () => addressOf('waiting'),
    'the page of a payment problem': () => addressOf('stuck'),
    'the question before cancelling': async () => `${await addressOf('waiting')}/cancel`,
    'the page that finds an order': async () => `${origin}/find`,
    'the page that changes an address': async () => `${await addressOf('waiting')}/address`,
    'the page that confirms an address': async () =>
      `${origin}${await askedPath(shop.db, 'waiting')}`,
    'the page of an unknown order': async () => `${origin}/b/nobody`,
  };

  it.each(Object.entries(addresses))('%s has no fault that axe knows', async (_, address) => {
    for (const colorScheme of ['light', 'dark'] as const) {
      const url = await address();
      const faults = await visit(browser, { url, colorScheme }, faultsOf);
      expect(faults, colorScheme).toEqual([]);
    }
  });

  it.each(Object.entries(addresses))('%s fits a screen of 320 pixels', async (_, address) => {
    const viewport = { width: 320, height: 640 };
    const width = await visit(browser, { url: await address(), viewport }, (page) =>
      page.evaluate<number>('document.documentElement.scrollWidth'),
    );
    expect(width).toBe(320);
  });

  it('changes an address without any script', async () => {
    const url = await addressOf('moved');
    await visit(browser, { url: `${url}/address`, javaScriptEnabled: false }, async (page) => {
      await page.getByLabel('New email address').fill('new@example.org');
      await page.getByRole('button', { name: 'Send the link' }).click();
      expect(await page.getByRole('status').textContent()).toContain('sent a link');
    });
    const confirm = `${origin}${await pendingPath(shop.db, 'moved')}`;
    await visit(browser, { url: confirm, javaScriptEnabled: false }, async (page) => {
      await page.getByRole('button', { name: 'Yes, use this address' }).click();
      expect(await page.getByRole('heading', { level: 1 }).textContent()).toContain('was changed');
    });
  });

  const parts = Object.keys(locales).flatMap((orderId) =>
    ['', '/cancel', '/cancel/items', '/messages', '/messages/:id'].map((at) => [orderId, at]),
  ) as [string, string][];

  it.each(parts)(
    '%s%s has no fault on a phone by day, and on a desk by night',
    async (orderId, at) => {
      const url = `${await addressOf(orderId)}${at.replace(':id', mails[orderId] ?? '')}`;
      for (const { width, colorScheme } of looks) {
        const viewport = { width, height: 800 };
        const seen = await visit(browser, { url, viewport, colorScheme }, async (page) => ({
          faults: await faultsOf(page),
          width: await page.evaluate<number>('document.documentElement.scrollWidth'),
        }));
        expect(seen, `${width} ${colorScheme}`).toEqual({ faults: [], width });
      }
    },
  );

  it('prints what is known, without what only a screen can do', async () => {
    await visit(browser, { url: await addressOf('english') }, async (page) => {
      const isShown = (name: string) => page.getByRole('heading', { name }).isVisible();
      expect(await isShown('What you can do')).toBe(true);
      await page.emulateMedia({ media: 'print' });
      expect(await isShown('What you can do')).toBe(false);
      expect(await isShown('What happens next')).toBe(true);
      expect(await page.getByRole('link', { name: 'Cancel' }).count()).toBe(0);
    });
  });

  it('shows a mail in a frame, whose links open beside it', async () => {
    const url = `${await addressOf('english')}/messages/${mails.english}`;
    await visit(browser, { url, javaScriptEnabled: false }, async (page) => {
      const link = page.frameLocator('iframe').getByRole('link', { name: 'Your order' });
      expect(await link.getAttribute('href')).toBe(await pathOf(shop.db, 'english'));
    });
  });

  it('cancels items with the keyboard alone, and only once an answer is picked', async () => {
    const url = `${await addressOf('english')}/cancel/items`;
    shop.acts.forget();
    await visit(browser, { url, javaScriptEnabled: false }, async (page) => {
      await page.getByLabel('Up to 2 of CHAIR').focus();
      await page.keyboard.press('ArrowUp');
      await page.getByRole('button', { name: 'Send' }).press('Enter');
      expect(page.url()).toBe(url);
      expect(shop.acts.asked).toEqual([]);
      await page.getByLabel('Yes, cancel the items chosen above').press('Space');
      await page.getByRole('button', { name: 'Send' }).press('Enter');
      await page.waitForURL(/done=items/);
      expect(shop.acts.asked.map(({ request }) => request)).toMatchObject([
        { type: 'CancelBackorder', lines: [{ lineId: '2', quantity: 1 }] },
      ]);
    });
  });

  it('cancels an order without any script', async () => {
    shop.acts.answer = async () => {
      const cancellation = { orderId: 'other', cancelId: 'c', by: 'customer' as const };
      await applyCancellation(shop.db, { ...cancellation, lines: null, at: dayZero });
      await say(shop.db, 'other', { outcome: 'cancelled' });
      return { ok: true };
    };
    const url = await addressOf('other');
    await visit(browser, { url, javaScriptEnabled: false }, async (page) => {
      await page.getByRole('link', { name: 'Cancel this order' }).click();
      await page.getByLabel('Yes, cancel this order').check();
      await page.getByRole('button', { name: 'Send' }).click();
      expect(page.url()).toBe(`${url}?done=cancelled`);
      expect(await page.getByRole('status').textContent()).toContain(
        'your order has been canceled',
      );
      expect(await page.getByRole('link', { name: 'Cancel this order' }).count()).toBe(0);
    });
  });
});
