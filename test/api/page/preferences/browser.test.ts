import { Hono } from 'hono';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseConfig } from '../../../../api/config.ts';
import { addressOf, changePreferences, getPreferences } from '../../../../db/mail/preferences.ts';
import { noteToken, unsubscribeTokenOf } from '../../../../db/mail/unsubscribe.ts';
import { type Served, serveApp } from '../../../../dev/server.ts';
import { findFreePort } from '../../../../dev/service/ports.ts';
import { ada } from '../../../support/cast.ts';
import { chromiumPath, openBrowser, visit } from '../../../support/page/browser.ts';
import { faultsOf } from '../../../support/page/faults.ts';
import { startTestApp } from '../../test-app.ts';
import { lantern, placeLamps } from '../cast.ts';

/** Skipped where no Chromium is installed; the other tests of these pages need none. */
describe.skipIf(chromiumPath === undefined)('what people hear, in a browser', () => {
  let shop: Awaited<ReturnType<typeof startTestApp>>;
  let served: Served;
  let browser: Browser;
  let origin: string;
  let order: string;

  beforeAll(async () => {
    shop = await startTestApp({ shop: lantern });
    const port = await findFreePort();
    origin = `http://127.0.0.1:${port}`;
    [served, browser] = await Promise.all([
      serveApp(new Hono().mount('/', shop.app.fetch), port),
      openBrowser(),
    ]);
    order = `${origin}${await placeLamps(shop.db, 'P')}`;
    const change = { by: 'support' as const, orderId: null, pausedUntil: '2099-01-01' };
    await changePreferences(shop.db, addressOf(ada.email), { ...change, offers: true });
    await changePreferences(shop.db, addressOf('off@example.org'), {
      ...{ by: 'one-click', orderId: null, updates: false },
    });
  });
  afterAll(async () => {
    await browser?.close();
    await served?.close();
    await shop?.close();
  });

  const linkOf = async (email: string): Promise<string> => {
    const { addressKey } = addressOf(email);
    const token = unsubscribeTokenOf(parseConfig({}).linkSecrets, addressKey);
    await noteToken(shop.db.sql, { token, addressKey });
    return `${origin}/u/${token}`;
  };

  const preferencesOf = (email: string) => getPreferences(shop.db.sql, addressOf(email));

  const addresses = {
    'the page of preferences': async () => `${order}/preferences?done=saved`,
    'the question before unsubscribing': () => linkOf('asks@example.org'),
    'the page of an address that has unsubscribed': () => linkOf('off@example.org'),
    'the page of an unknown link': async () => `${origin}/u/${'x'.repeat(22)}`,
  };

  it.each(Object.entries(addresses))('%s has no fault that axe knows', async (_, address) => {
    for (const colorScheme of ['light', 'dark'] as const) {
      const faults = await visit(browser, { url: await address(), colorScheme }, faultsOf);
      expect(faults, colorScheme).toEqual([]);
    }
  });

  it.each(Object.entries(addresses))('%s fits a screen of 320 pixels', async (_, address) => {
    for (const locale of ['en-US', 'ar-XB']) {
      const url = await address();
      const screen = { url, locale, viewport: { width: 320, height: 640 } };
      const width = await visit(browser, screen, (page) =>
        page.evaluate<number>('document.documentElement.scrollWidth'),
      );
      expect(width).toBe(320);
    }
  });

  it('takes a choice without any script', async () => {
    const url = `${order}/preferences`;
    await visit(browser, { url, javaScriptEnabled: false }, async (page) => {
      await page.getByLabel('Updates while you wait').uncheck();
      await page.getByLabel('Pause these emails until').fill('2098-05-04');
      await page.getByRole('button', { name: 'Save' }).click();
      expect(await page.getByRole('status').textContent()).toBe('Your choice is saved.');
      expect(await page.getByLabel('Updates while you wait').isChecked()).toBe(false);
    });
    expect(await preferencesOf(ada.email)).toMatchObject({
      ...{ updates: false, offers: true, pausedUntil: '2098-05-04', by: 'page' },
    });
  });

  it('unsubscribes by its button alone, and is led back by one', async () => {
    const url = await linkOf('button@example.org');
    await visit(browser, { url, javaScriptEnabled: false }, async (page) => {
      expect((await preferencesOf('button@example.org')).updates).toBe(true);
      await page.getByRole('button', { name: 'Unsubscribe' }).click();
      expect(page.url()).toBe(url);
      await page.getByRole('heading', { name: 'You are unsubscribed' }).waitFor();
      expect((await preferencesOf('button@example.org')).updates).toBe(false);
      await page.getByRole('button', { name: 'Turn updates on again' }).click();
      await page.getByRole('heading', { name: 'Updates are on again' }).waitFor();
      expect((await preferencesOf('button@example.org')).updates).toBe(true);
    });
  });

  it('answers a body of many megabytes over a real connection', async () => {
    const url = await linkOf('large@example.org');
    const answer = await fetch(url, { method: 'POST', body: 'x'.repeat(20_000_000) });
    expect(answer.status).toBe(200);
    expect((await preferencesOf('large@example.org')).updates).toBe(false);
    expect((await fetch(url, { method: 'POST' })).status).toBe(200);
  });
});
