import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Served, serveApp } from '../../../dev/server.ts';
import { findFreePort } from '../../../dev/service/ports.ts';
import { day } from '../../../workflows/calendar/format.ts';
import { mailbox, untilMail } from '../../support/lives/aftermath.ts';
import {
  checkout,
  emailOf,
  inDays,
  until,
  untilPhase,
  zoneAtNoon,
} from '../../support/lives/story.ts';
import { chromiumPath, openBrowser } from '../../support/page/browser.ts';
import { patienceMs } from '../../support/patience.ts';
import { type System, startSystem } from '../../support/system/system.ts';

/** Skipped where no Chromium is installed. */
describe.skipIf(chromiumPath === undefined)('the first five minutes of an operator', () => {
  let system: System;
  let browser: Browser;
  let served: Served;
  let origin: string;
  beforeAll(async () => {
    const port = await findFreePort();
    origin = `http://127.0.0.1:${port}`;
    [system, browser] = await Promise.all([startSystem(), openBrowser()]);
    served = await serveApp(system.app, port);
  });
  afterAll(async () => {
    await browser?.close();
    await served?.close();
    await system?.stop();
  });

  const follow = async (page: Page, role: 'button' | 'link', name: string): Promise<void> => {
    const loaded = page.waitForEvent('load');
    await page.getByRole(role, { name, exact: true }).click();
    await loaded;
  };

  it(
    'lead from Today through a supply that slips to the notice in the inbox',
    async () => {
      await system.call('PUT', '/v1/supplies/PO-1', {
        ...{ sku: 'LAMP', quantity: 1, expectedOn: inDays(30), basis: 'the factory' },
      });
      await checkout(system, {
        ...{ orderId: 'first', sku: 'LAMP', promiseIn: null, timeZone: zoneAtNoon() },
      });
      await untilMail(system, 'first', 'confirmation');
      await untilPhase(system, 'first', 'awaiting_stock');

      const page = await browser.newPage();
      await page.goto(`${origin}/desk`);
      await follow(page, 'button', 'Sign in as the demo operator');
      expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Today');
      await follow(page, 'link', 'Supplies');
      await follow(page, 'link', 'PO-1');
      expect(await page.locator('#served').textContent()).toContain('first');
      await follow(page, 'link', 'Change or move it');
      await page.getByLabel('Expected on').fill(inDays(51));
      await follow(page, 'button', 'Show what will follow');
      const preview = await page.locator('.panel').textContent();
      expect(preview).toContain('1 promise breaks. 1 customer is told by mail.');
      expect(preview).toContain('The first notice of a delay, of 30 days or less');
      expect(await mailbox(system, 'first')).toEqual(['confirmation']);
      await follow(page, 'button', 'Change it and tell them');

      const notice = await untilMail(system, 'first', 'delay-notice');
      expect(notice).toContain(day(inDays(30), 'en-US'));
      expect(notice).toContain(day(inDays(51), 'en-US'));
      await expect
        .poll(
          async () => {
            await page.reload();
            return page.locator('#progress').textContent();
          },
          { timeout: patienceMs, interval: 250 },
        )
        .toContain('done Told 1 of 1');
      await until(system, 'first', ({ law }) => law.notice !== null);

      await follow(page, 'link', 'Today');
      const waiting = page.getByRole('link', { name: 'Notices without an answer' });
      expect(await waiting.textContent()).toMatch(/^1\b/);
      await waiting.click();
      await page.getByRole('link', { name: 'first', exact: true }).click();
      await page.getByRole('heading', { name: 'Order first' }).waitFor();

      await page.goto(`${system.origin}/inbox?to=${encodeURIComponent(emailOf('first'))}`);
      expect(await page.locator('body').textContent()).toContain(day(inDays(51), 'en-US'));
      await page.close();
    },
    2 * patienceMs,
  );
});
