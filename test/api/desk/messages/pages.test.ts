import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { suppress } from '../../../../db/mail/suppressions.ts';
import { chromiumPath } from '../../../support/page/browser.ts';
import { expectFine, startDeskInBrowser } from '../../../support/page/desk.ts';
import { keepMessage } from './keep.ts';

let desk: Awaited<ReturnType<typeof startDeskInBrowser>>;

describe.skipIf(chromiumPath === undefined)('the pages of messages', () => {
  beforeAll(async () => {
    desk = await startDeskInBrowser();
    const subject = 'A subject that goes on and on, '.repeat(6);
    await keepMessage(desk.db, 'a', { status: 'delivered', subject });
    await keepMessage(desk.db, 'b', { status: 'bounced', orderId: 'O:'.padEnd(64, 'x') });
    const night = { decision: 'held', reason: 'quiet_hours', kind: 'countdown' } as const;
    await keepMessage(desk.db, 'c', { ...night, until: new Date().toISOString() });
    const email = `${'long'.repeat(15)}@example.org`;
    const addressKey = 'b'.repeat(64);
    await suppress(desk.db.sql, { addressKey, email, reason: 'bounced', messageId: null });
  });
  afterAll(() => desk.close());

  it.each([
    '',
    '?span=28d',
    '/list',
    '/list?status=opened',
    '/suppressions',
    '/suppressions/add',
    '/suppressions/lift?email=ada@example.org',
    '/preferences?email=ada@example.org',
    '/preferences/change?email=ada@example.org',
    '/gallery?kind=countdown&locale=ar-XB&width=phone',
    '/send?kind=shipped&locale=de',
  ])('are fine at %s', async (path) => {
    await expectFine(desk, `/desk/messages${path}`);
  });

  it('lead by keyboard from one mail of the gallery to the next', async () => {
    await desk.show('/desk/messages/gallery', async (page) => {
      const first = await page.locator('h2').first().textContent();
      await page.getByRole('link', { name: /^Next/ }).focus();
      await page.keyboard.press('Enter');
      await page.waitForURL(/kind=/);
      expect(await page.locator('h2').first().textContent()).not.toBe(first);
      await page.getByRole('link', { name: /^Previous/ }).focus();
      await page.keyboard.press('Enter');
      await page.waitForURL(/kind=confirmation/);
      expect(await page.locator('h2').first().textContent()).toBe(first);
      const frame = page.frameLocator('iframe.mail');
      expect(await frame.locator('body').textContent()).not.toBe('');
    });
  });

  it('take a suppression by keyboard, once it was shown what follows', async () => {
    await desk.show('/desk/messages/suppressions/add', async (page) => {
      await page.getByLabel('Address').focus();
      await page.keyboard.type('ben@example.org');
      await page.keyboard.press('Enter');
      await page.getByRole('button', { name: 'Suppress it' }).focus();
      await page.keyboard.press('Enter');
      await page.waitForURL(/\/suppressions$/);
      expect(await page.getByRole('status').textContent()).toContain('no relationship mail');
      expect(await page.getByRole('table').textContent()).toContain('ben@example.org');
    });
  });
});
