import { Hono } from 'hono';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { applyCancellation } from '../../../../db/stock/cancel.ts';
import { type Served, serveApp } from '../../../../dev/server.ts';
import { findFreePort } from '../../../../dev/service/ports.ts';
import type { LawView } from '../../../../workflows/domain/law/view.ts';
import { chromiumPath, openBrowser, visit } from '../../../support/page/browser.ts';
import { faultsOf } from '../../../support/page/faults.ts';
import { startTestApp } from '../../test-app.ts';
import { lantern, say } from '../cast.ts';
import { asked, informed, mailNotice, missed, now, placeWith } from './cast.ts';

/** What a phone of today shows, with scripts turned off. */
const phone = { viewport: { width: 360, height: 740 }, javaScriptEnabled: false };

const looks = [
  { width: 360, colorScheme: 'light' },
  { width: 1280, colorScheme: 'dark' },
] as const;

/** Skipped where no Chromium is installed. */
describe.skipIf(chromiumPath === undefined)('the answers of the law in a browser', () => {
  let shop: Awaited<ReturnType<typeof startTestApp>>;
  let served: Served;
  let browser: Browser;
  let origin: string;
  let count = 0;

  beforeAll(async () => {
    shop = await startTestApp({ shop: lantern });
    const port = await findFreePort();
    origin = `http://127.0.0.1:${port}`;
    [served, browser] = await Promise.all([
      serveApp(new Hono().mount('/', shop.app.fetch), port),
      openBrowser(),
    ]);
  });
  afterAll(async () => {
    await browser?.close();
    await served?.close();
    await shop?.close();
  });
  beforeEach(() => shop.acts.forget());

  type Case = { law: LawView; country?: string; locale?: string };

  const order = async (of: Case): Promise<{ orderId: string; url: string }> => {
    const orderId = `seen-${++count}`;
    return { orderId, url: `${origin}${await placeWith(shop.db, orderId, of)}` };
  };

  /** The backorder answers, and shows what it did. */
  const becomes = (orderId: string, law: LawView): void => {
    shop.acts.answer = async () => {
      await say(shop.db, orderId, { law });
      return { ok: true };
    };
  };

  const statusOf = (page: Page) => page.getByRole('status').textContent();

  const requests = () => shop.acts.asked.map(({ request }) => request);

  it('keeps an order until the new date, by the link of the mail', async () => {
    const { orderId, url } = await order({ law: asked() });
    const answer = { accept: true, until: '2027-02-01', channel: 'page', at: now };
    becomes(orderId, asked({ answer }, { mayAnswer: false }));
    await visit(browser, { url: `${url}/answer?choose=keep`, ...phone }, async (page) => {
      expect(requests()).toEqual([]);
      expect(
        await page.getByLabel('Until the new date, Monday, February 1, 2027').isChecked(),
      ).toBe(true);
      await page.getByRole('button', { name: 'Keep my order' }).click();
      expect(page.url()).toBe(`${url}?done=answered`);
      expect(await statusOf(page)).toContain('we have noted your answer');
      expect(await page.getByRole('link', { name: 'Keep my order' }).count()).toBe(0);
    });
    expect(requests()).toMatchObject([{ accept: true, until: '2027-02-01' }]);
  });

  it('keeps an order as long as it takes, from the page and with the keyboard alone', async () => {
    const { orderId, url } = await order({ law: asked(), locale: 'de-DE' });
    const answer = { accept: true, until: 'open' as const, channel: 'page', at: now };
    becomes(orderId, asked({ answer }, { mayAnswer: false }));
    await visit(browser, { url, ...phone }, async (page) => {
      await page.getByRole('link', { name: 'Bestellung behalten' }).press('Enter');
      await page.getByLabel('Bis zum neuen Termin').press('ArrowDown');
      expect(await page.getByLabel('So lange, wie es dauert').isChecked()).toBe(true);
      await page.keyboard.press('Tab');
      expect(await focused(page)).toBe('day');
      await page.getByRole('button', { name: 'Bestellung behalten' }).press('Enter');
      await page.waitForURL(/done=answered/);
      expect(await statusOf(page)).toContain('Ihre Antwort ist notiert');
      expect(await page.getByText('so lange zu warten, wie es dauert').count()).toBeGreaterThan(0);
    });
    expect(requests()).toMatchObject([{ accept: true, until: 'open' }]);
  });

  it('keeps an order until a day of the customer’s own', async () => {
    const { url } = await order({ law: asked() });
    await visit(browser, { url: `${url}/answer`, ...phone }, async (page) => {
      await page.getByLabel('Until a day that I choose').check();
      await page.getByLabel('If you choose a day').fill('2027-03-05');
      await page.getByRole('button', { name: 'Keep my order' }).click();
      expect(page.url()).toBe(`${url}`.concat('?done=answered'));
    });
    expect(requests()).toMatchObject([{ accept: true, until: '2027-03-05' }]);
  });

  it('ends an order once that is picked, and by no button alone', async () => {
    const { orderId, url } = await order({ law: asked() });
    shop.acts.answer = async () => {
      const cancellation = { orderId, cancelId: 'c', by: 'customer' as const, lines: null };
      await applyCancellation(shop.db, { ...cancellation, at: now });
      await say(shop.db, orderId, { outcome: 'cancelled' });
      return { ok: true };
    };
    await visit(browser, { url, ...phone }, async (page) => {
      await page.getByRole('link', { name: 'Cancel my order' }).click();
      expect(await page.getByRole('heading', { level: 2 }).first().textContent()).toBe(
        'Cancel my order',
      );
      const here = page.url();
      await page.getByRole('button', { name: 'Send' }).click();
      expect(page.url()).toBe(here);
      expect(requests()).toEqual([]);
      const question = page.getByRole('group', { name: 'Do you want to cancel?' });
      await question.getByLabel('Yes, cancel this order').check();
      await page.getByRole('button', { name: 'Send' }).click();
      expect(page.url()).toBe(`${url}?done=cancelled`);
      expect(await statusOf(page)).toContain('your order has been canceled');
    });
    expect(requests()).toMatchObject([{ accept: false }]);
  });

  it.each([
    {
      ...{ locale: 'en-IE', first: 'Withdraw from contract here', name: 'Your name' },
      ...{ yes: 'Yes, I withdraw from the contract', second: 'Confirm withdrawal' },
      done: 'your withdrawal',
    },
    {
      ...{ locale: 'de-DE', first: 'Vertrag hier widerrufen', name: 'Ihr Name' },
      ...{ yes: 'Ja, ich widerrufe den Vertrag', second: 'Widerruf bestätigen' },
      done: 'Ihr Widerruf',
    },
  ])('withdraws in two steps: $locale', async ({ locale, first, name, yes, second, done }) => {
    const law = { ...informed(), mayAnswer: false, notice: null };
    const { orderId, url } = await order({ law, country: 'DE', locale });
    becomes(orderId, { ...law, mayWithdraw: false, withdrawnAt: now });
    await visit(browser, { url, ...phone }, async (page) => {
      await page.getByRole('link', { name: first }).click();
      expect(requests()).toEqual([]);
      expect(await page.getByLabel(name).inputValue()).toBe('Ada');
      await page.getByRole('button', { name: second }).click();
      // The button alone does nothing, as when a scanner presses it.
      expect(page.url()).toBe(`${url}/withdraw`);
      expect(requests()).toEqual([]);
      await page.getByRole('radio', { name: yes }).check();
      await page.getByRole('button', { name: second }).click();
      expect(page.url()).toBe(`${url}?done=withdrawn`);
      expect(await statusOf(page)).toContain(done);
      expect(await page.getByRole('link', { name: first }).count()).toBe(0);
    });
    expect(requests()).toMatchObject([{ type: 'WithdrawContract' }]);
  });

  it('sets a last day after a miss, and says when one cannot be', async () => {
    const { orderId, url } = await order({ law: missed(), country: 'DE', locale: 'en-IE' });
    becomes(orderId, missed({ furtherOn: '2027-02-20', maySetPeriod: false }));
    await visit(browser, { url, ...phone }, async (page) => {
      const day = page.getByLabel('The last day for us to deliver');
      await day.fill('2027-01-10');
      await page.getByRole('button', { name: 'Give us until this day' }).click();
      // The browser knows the earliest day as well.
      expect(page.url()).toBe(url);
      await day.fill('2027-02-20');
      await page.getByRole('button', { name: 'Give us until this day' }).click();
      expect(page.url()).toBe(`${url}?done=period`);
      expect(await page.getByText('You gave us until').first().textContent()).toContain(
        '20 February 2027',
      );
    });
    expect(requests()).toMatchObject([{ type: 'SetFurtherPeriod', until: '2027-02-20' }]);
  });

  const both = informed({ newOn: null }, { ...missedPart(), isEssential: true });

  it.each([
    ['en-US', { law: asked() }],
    ['de-DE', { law: asked({ kind: 'later' }) }],
    ['de-DE', { law: both, country: 'DE' }],
    ['fr-FR', { law: both, country: 'FR' }],
    ['ar-XB', { law: both, country: 'DE' }],
  ] as [string, Case][])(
    'no page has a fault that axe knows, and all fit: %s',
    async (locale, of) => {
      const { orderId, url } = await order({ ...of, locale });
      const reason = 'A very long reason '.repeat(12).trim();
      await mailNotice(shop.db, orderId, { reason, before: '2027-01-15' });
      const isUnion = of.country !== undefined;
      const pages = ['', '/answer', ...(isUnion ? ['/withdraw', '/further-period'] : [])];
      for (const at of pages) {
        for (const { width, colorScheme } of looks) {
          const viewport = { width, height: 800 };
          const options = { url: `${url}${at}`, viewport, colorScheme };
          const seen = await visit(browser, options, async (page) => ({
            faults: await faultsOf(page),
            width: await page.evaluate<number>('document.documentElement.scrollWidth'),
          }));
          expect(seen, `${at} ${width}`).toEqual({ faults: [], width });
        }
      }
    },
  );

  it('gives the two answers the same weight', async () => {
    const { url } = await order({ law: asked() });
    for (const { width, colorScheme } of looks) {
      const viewport = { width, height: 800 };
      await visit(browser, { url, viewport, colorScheme }, async (page) => {
        const looksOf = (name: string) =>
          page.evaluate<unknown[]>(`(${look})(${JSON.stringify(name)})`);
        expect(await looksOf('Keep my order')).toEqual(await looksOf('Cancel my order'));
      });
    }
  });
});

/** What a missed day adds to a view. */
function missedPart(): Partial<LawView> {
  const { maySetPeriod, deadlineOn, deadlineAt } = missed();
  return { maySetPeriod, deadlineOn, deadlineAt };
}

/** Run by the page: the size and the colours of the link of that name. */
const look = `(name) => {
  const link = [...document.querySelectorAll('a')].find((a) => a.textContent === name);
  const { width, height } = link.getBoundingClientRect();
  const { color, backgroundColor, borderColor, fontSize, fontWeight } = getComputedStyle(link);
  return [Math.round(width), Math.round(height), color, backgroundColor, borderColor, fontSize, fontWeight];
}`;

const focused = (page: Page): Promise<string> => page.evaluate<string>('document.activeElement.id');
