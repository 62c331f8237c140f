import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { hashKey } from '../../../../api/access/auth.ts';
import { freshHeader, scriptPath } from '../../../../api/desk/parts/script.ts';
import { place } from '../../../db/cast.ts';
import { settle } from '../../../db/desk/population.ts';
import { chromiumPath } from '../../../support/page/browser.ts';
import { startDeskInBrowser } from '../../../support/page/desk.ts';
import { sessionOf } from '../desk-app.ts';

describe.skipIf(chromiumPath === undefined)('the script of the desk', () => {
  let desk: Awaited<ReturnType<typeof startDeskInBrowser>>;
  beforeAll(async () => {
    desk = await startDeskInBrowser();
  });
  afterAll(() => desk.close());
  beforeEach(() => settle(desk.db, []));

  /** Half a minute and more goes by on the page. */
  const later = async (page: Page): Promise<void> => {
    const answered = page
      .waitForResponse(
        (response) => response.request().headers()[freshHeader.toLowerCase()] === '1',
        {
          timeout: 2_000,
        },
      )
      .catch(() => undefined);
    await page.clock.runFor(16_000);
    await answered;
    await page.waitForTimeout(100);
  };

  const rows = (page: Page): Promise<number> => page.locator('#orders tbody tr').count();

  /** The list, on a page whose clock is in our hands. */
  const open = (look: (page: Page) => Promise<void>): Promise<void> =>
    desk.show('/desk/sign-in', async (page) => {
      await page.clock.install();
      await page.goto(`${desk.origin}/desk/orders`);
      await look(page);
    });

  it('weighs little, and is kept by browsers', async () => {
    const { html, headers } = await desk.read(scriptPath, null);
    expect(html.length).toBeLessThan(2_048);
    expect(headers.get('Cache-Control')).toContain('immutable');
  });

  it('shows a new order by itself', () =>
    open(async (page) => {
      expect(await rows(page)).toBe(0);
      await place(desk.db, { 'S-1': ['LAMP:1'] });
      await later(page);
      expect(await rows(page)).toBe(1);
    }));

  it('leaves alone where somebody is at work', () =>
    open(async (page) => {
      await page.locator('#q').focus();
      await place(desk.db, { 'S-2': ['LAMP:1'] });
      await later(page);
      expect(await rows(page)).toBe(0);
      await page.locator('#q').blur();
      await page.locator('#orders .scroll').focus();
      await later(page);
      expect(await rows(page)).toBe(0);
      expect(await page.evaluate('document.activeElement.className')).toBe('scroll');
    }));

  it('asks no more once the session is over', () =>
    open(async (page) => {
      await desk.db.sql`delete from operator_sessions`;
      let asked = 0;
      page.on('request', (request) => {
        if (request.url().endsWith('/desk/orders')) asked++;
      });
      await later(page);
      await page.clock.runFor(120_000);
      await desk.signInAll();
      expect(asked).toBe(1);
      expect(await page.locator('h1').textContent()).toBe('Orders');
    }));

  it('comes back after faults, less often', () =>
    open(async (page) => {
      let asked = 0;
      await page.route('**/desk/orders', (route) => {
        asked++;
        return route.fulfill({ status: 503, body: '' });
      });
      await later(page);
      await later(page);
      expect(asked).toBe(1);
      await page.unroute('**/desk/orders');
      await place(desk.db, { 'S-3': ['LAMP:1'] });
      await later(page);
      expect(await rows(page)).toBe(1);
    }));

  it('keeps no session alive', async () => {
    const tokenHash = hashKey(sessionOf('viewer').token);
    const seen = async (): Promise<string> => {
      const [session] = await desk.db.sql<{ seenAt: string }[]>`
        select seen_at from operator_sessions where token_hash = ${tokenHash}`;
      return session?.seenAt ?? '';
    };
    await desk.db.sql`
      update operator_sessions set seen_at = now() - interval '10 minutes'
      where token_hash = ${tokenHash}`;
    const before = await seen();
    const headers = { Cookie: sessionOf('viewer').cookie };
    await desk.app.request('/desk', { headers: { ...headers, [freshHeader]: '1' } });
    expect(await seen()).toBe(before);
    await desk.app.request('/desk', { headers });
    expect(await seen()).not.toBe(before);
  });

  it('leads to the search field by one key', () =>
    open(async (page) => {
      await page.keyboard.press('/');
      expect(await page.evaluate('document.activeElement.id')).toBe('q');
      await page.keyboard.type('a/b');
      expect(await page.inputValue('#q')).toBe('a/b');
    }));
});
