import { Hono } from 'hono';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createGallery } from '../../../dev/gallery/app.ts';
import { createInbox } from '../../../dev/resend/inbox.ts';
import { createMailStore } from '../../../dev/resend/store.ts';
import { type Served, serveApp } from '../../../dev/server.ts';
import { findFreePort } from '../../../dev/service/ports.ts';
import { createShop } from '../../../dev/shop/app.tsx';
import { startTestApp } from '../../api/test-app.ts';
import { chromiumPath, openBrowser, visit } from '../../support/page/browser.ts';
import { faultsOf } from '../../support/page/faults.ts';
import { serveStripe } from '../stripe/serve.ts';

/** Skipped where no Chromium is installed. */
describe.skipIf(chromiumPath === undefined)('the demo in a browser', () => {
  let meanwhile: Awaited<ReturnType<typeof startTestApp>>;
  let stripe: Awaited<ReturnType<typeof serveStripe>>;
  let served: Served[];
  let browser: Browser;
  let origin: string;

  beforeAll(async () => {
    [meanwhile, stripe, browser] = await Promise.all([
      startTestApp(),
      serveStripe(),
      openBrowser(),
    ]);
    const [apiPort, port] = [await findFreePort(), await findFreePort()];
    origin = `http://127.0.0.1:${port}`;
    const mails = createMailStore();
    mails.keep([mail], null);
    const shop = createShop({
      ...{ apiUrl: `http://127.0.0.1:${apiPort}`, apiKey: 'key-of-admin' },
      ...{ stripeBase: stripe.base, stripeKey: 'sk_test_shop', listMails: mails.listMails },
      ...{ publicUrl: `http://127.0.0.1:${apiPort}`, temporalUiUrl: 'http://temporal.test' },
      inboxUrl: `${origin}/inbox`,
    });
    const inbox = createInbox(mails, { report: () => Response.json({}) });
    served = await Promise.all([
      serveApp(new Hono().mount('/', meanwhile.app.fetch), apiPort),
      serveApp(
        new Hono().route('/shop', shop).route('/gallery', createGallery()).route('/', inbox),
        port,
      ),
    ]);
  });
  afterAll(async () => {
    await browser?.close();
    await Promise.all([...(served ?? []), stripe].map((each) => each?.close()));
    await meanwhile?.close();
  });

  it('takes an order without any script, from the shelf to the page of the order', async () => {
    const options = { url: `${origin}/shop`, javaScriptEnabled: false };
    await visit(browser, options, async (page) => {
      await page.getByRole('link', { name: 'Brass lamp' }).click();
      await page.getByRole('button', { name: 'Order it now' }).click();
      await page.getByRole('button', { name: 'Place order' }).click();
      expect(await page.getByRole('status').textContent()).toMatch(/^Thank you\. Order S-/);
      expect(await page.getByRole('button', { name: 'A week later' }).count()).toBe(1);
    });
  });

  it('shows by itself what has happened since', async () => {
    await visit(browser, { url: `${origin}/shop` }, async (page) => {
      await page.getByText('1 waiting').waitFor();
      const body = { restockId: 'r-1', sku: 'LAMP-BRASS', quantity: 1 };
      await meanwhile.call('POST', '/v1/restocks', { body });
      await page.getByText('1 allocated').waitFor();
    });
  });

  it('says of every product when it ships, by one request to the API', async () => {
    await visit(browser, { url: `${origin}/shop/checkout` }, async (page) => {
      const asked: string[] = [];
      page.on('request', (request) => {
        const { pathname, search } = new URL(request.url());
        if (pathname === '/v1/availability') asked.push(search);
      });
      await page.getByRole('link', { name: 'Shop', exact: true }).click();
      await page
        .getByText(/^On backorder, ships by /)
        .first()
        .waitFor();
      await page.getByText('On backorder, no ship date yet').waitFor();
      expect(asked).toEqual([expect.stringContaining('&sku=LAMP-BRASS&sku=SHADE-LINEN&')]);
    });
  });

  const paths = {
    'the shop': '/shop',
    'a product': '/shop/items/LAMP-BRASS?quantity=2',
    'the checkout': '/shop/checkout?sku=RUG-WOOL',
    'the inbox': '/inbox',
    'a mail': '/inbox/mail-1',
    'the headers of a mail': '/inbox/mail-1?part=headers',
    'the gallery': '/gallery?kind=countdown',
  };

  it.each(Object.entries(paths))('%s has no fault that axe knows', async (_, path) => {
    for (const colorScheme of ['light', 'dark'] as const) {
      const options = { url: `${origin}${path}`, colorScheme, bypassCSP: true };
      expect(await visit(browser, options, faultsAround), colorScheme).toEqual([]);
    }
  });

  it.each(Object.entries(paths))('%s fits a screen of 360 pixels', async (_, path) => {
    const viewport = { width: 360, height: 640 };
    const width = await visit(browser, { url: `${origin}${path}`, viewport }, (page) =>
      page.evaluate<number>('document.documentElement.scrollWidth'),
    );
    expect(width).toBe(360);
  });
});

const mail = {
  ...{ id: 'mail-1', from: 'Lantern <shop@example.org>', to: ['ada@example.org'] },
  ...{ cc: [], bcc: [], replyTo: [], subject: 'Your lamp', html: '<p>Hi</p>', text: 'Hi' },
  ...{ headers: { 'List-ID': 'x' }, tags: [{ name: 'kind', value: 'countdown' }] },
  ...{ idempotencyKey: null, receivedAt: '2026-11-23T10:00:00.000Z' },
};

/** What stands in the frames around mails is the templates' own. */
const faultsAround = (page: Page): Promise<string[]> => faultsOf(page, { iframes: false });
