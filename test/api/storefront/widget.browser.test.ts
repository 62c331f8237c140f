import { Hono } from 'hono';
import type { Browser, BrowserContextOptions, Page, Request } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Served, serveApp } from '../../../dev/server.ts';
import { findFreePort } from '../../../dev/service/ports.ts';
import { dayIn } from '../../../workflows/calendar/format.ts';
import { inDays } from '../../support/lives/story.ts';
import { chromiumPath, openBrowser } from '../../support/page/browser.ts';
import { faultsOf } from '../../support/page/faults.ts';
import { startTestApp } from '../test-app.ts';

const arrivesOn = inDays(40);
const english = `On backorder, ships by ${dayIn(arrivesOn, 'en')}`;
const german = `Bestellbar, Versand bis ${dayIn(arrivesOn, 'de')}`;
const fallback = 'We tell you when it ships.';

/** Skipped where no Chromium is installed. */
describe.skipIf(chromiumPath === undefined)('the widget on pages of another origin', () => {
  let api: Awaited<ReturnType<typeof startTestApp>>;
  let served: Served[];
  let browser: Browser;
  let origin: { api: string; shop: string };
  /** What the page of the shop holds in its body. */
  let html = '';
  let lang = 'en';
  let script = '';

  beforeAll(async () => {
    const [apiPort, shopPort] = [await findFreePort(), await findFreePort()];
    origin = { api: `http://127.0.0.1:${apiPort}`, shop: `http://127.0.0.1:${shopPort}` };
    [api, browser] = await Promise.all([startTestApp(), openBrowser()]);
    const supply = { sku: 'LAMP', quantity: 5, expectedOn: arrivesOn, basis: 'the factory' };
    await api.call('PUT', '/v1/supplies/PO-1', { body: supply });
    const body = { restockId: 'R-1', sku: 'BED', quantity: 2 };
    await api.call('POST', '/v1/restocks', { body });
    served = await Promise.all([
      serveApp(new Hono().mount('/', api.app.fetch), apiPort),
      serveApp(createPages(), shopPort),
    ]);
  });
  afterAll(async () => {
    await browser?.close();
    await Promise.all((served ?? []).map((each) => each.close()));
    await api?.close();
  });

  /** Lets the page run and ask just what the widget needs, and write no HTML from a script. */
  const createPages = () =>
    new Hono()
      .get('/style.css', (c) => c.body(style, 200, { 'Content-Type': 'text/css' }))
      .get('/', (c) =>
        c.html(pageOf({ html, lang, script }), 200, {
          'Content-Security-Policy': [
            ...["default-src 'none'", "style-src 'self'", `script-src ${origin.api}`],
            ...[
              `connect-src ${origin.api}`,
              "base-uri 'none'",
              "require-trusted-types-for 'script'",
            ],
          ].join('; '),
        }),
      );

  type Visit = BrowserContextOptions & { before?: (page: Page) => Promise<unknown> };

  /** Opens a page with such a body, and tells what it asked of the API and what it complained of. */
  const open = async <T>(
    given: { html: string; lang?: string; script?: string },
    look: (page: Page, seen: { asked: URL[]; errors: string[] }) => Promise<T>,
    { before, ...options }: Visit = {},
  ): Promise<T> => {
    html = given.html;
    lang = given.lang ?? 'en';
    script = given.script ?? `<script defer src="${origin.api}/widget.js"></script>`;
    const context = await browser.newContext(options);
    try {
      const page = await context.newPage();
      const seen = { asked: [] as URL[], errors: [] as string[] };
      page.on('request', (request: Request) => {
        const url = new URL(request.url());
        if (url.pathname === '/v1/availability') seen.asked.push(url);
      });
      page.on(
        'console',
        (message) => message.type() === 'error' && seen.errors.push(message.text()),
      );
      page.on('pageerror', (error) => seen.errors.push(error.message));
      await before?.(page);
      await page.goto(origin.shop);
      return await look(page, seen);
    } finally {
      await context.close();
    }
  };

  /** What each element shows, as a reader sees it. */
  const shownIn = (page: Page): Promise<string[]> =>
    page.evaluate<string[]>(`[...document.querySelectorAll('backorder-status')].map((element) => {
      const [status, slot] = element.shadowRoot?.children ?? [];
      return slot?.hidden ? status.innerText.trim() : element.textContent.trim();
    })`);

  const shows = (page: Page, ...texts: string[]) =>
    expect.poll(() => shownIn(page), { timeout: 5_000 }).toEqual(texts);

  const inStock = expect.stringMatching(/^In stock, ships by /);

  it('fills many elements by one request, and breaks no rule of a strict page', async () => {
    const three = element('LAMP') + element('BED') + element('LAMP');
    await open({ html: three }, async (page, { asked, errors }) => {
      await shows(page, english, inStock as unknown as string, english);
      expect(asked.map(({ search }) => search)).toEqual(['?locale=en&sku=LAMP&sku=BED']);
      expect(errors).toEqual([]);
    });
  });

  it.each(['type="module"', 'defer', 'async', ''])('runs as a script with "%s"', async (how) => {
    const tag = `<script ${how} src="${origin.api}/widget.js"></script>`;
    await open({ html: element('LAMP'), script: tag }, async (page, { errors }) => {
      await shows(page, english);
      expect(errors).toEqual([]);
    });
  });

  it('is the same element when its script is there twice', async () => {
    const tag = `<script defer src="${origin.api}/widget.js"></script>`;
    const again = `<script type="module" src="${origin.api}/widget.js?again"></script>`;
    await open({ html: element('LAMP'), script: tag + again }, async (page, { asked, errors }) => {
      await shows(page, english);
      expect([asked.length, errors]).toEqual([1, []]);
    });
  });

  it('speaks the language of what it stands in, and another when it is told to', async () => {
    const body = `<section lang="de_DE">${element('LAMP')}</section>`;
    await open({ html: body, lang: 'fr' }, async (page) => {
      await shows(page, german);
      const language =
        "document.querySelector('backorder-status').shadowRoot.querySelector('[part=text]').lang";
      expect(await page.evaluate(language)).toBe('de-DE');
      await change(page, 'locale', 'en');
      await shows(page, english);
      await change(page, 'locale', 'no language');
      await shows(page, english);
    });
  });

  it('follows its SKU and its quantity, and shows nothing of the one before', async () => {
    await open({ html: element('LAMP') }, async (page) => {
      await shows(page, english);
      await change(page, 'quantity', '6');
      await shows(page, 'On backorder, no ship date yet');
      await page.route('**/v1/availability?*BED*', () => undefined);
      await change(page, 'sku', 'BED');
      await shows(page, fallback);
    });
  });

  it('shows the answer to the question that was asked last, whichever comes last', async () => {
    await open({ html: element('LAMP') }, async (page) => {
      await shows(page, english);
      let release = () => {};
      const held = new Promise<void>((resolve) => {
        release = resolve;
      });
      await page.route('**/v1/availability?*locale=de*', async (route) => {
        await held;
        await route.continue();
      });
      await change(page, 'locale', 'de');
      await new Promise((resolve) => setTimeout(resolve, 100));
      await change(page, 'locale', 'es');
      await expect.poll(() => shownIn(page)).toEqual([expect.stringContaining('Bajo pedido')]);
      release();
      await page.waitForResponse(/locale=de/);
      await new Promise((resolve) => setTimeout(resolve, 100));
      expect(await shownIn(page)).toEqual([expect.stringContaining('Bajo pedido')]);
    });
  });

  it.each([
    ['is away', (page: Page) => page.route('**/v1/availability*', (route) => route.abort())],
    ['has no script', (page: Page) => page.route('**/widget.js', (route) => route.abort())],
    [
      'answers 503',
      (page: Page) =>
        page.route('**/v1/availability*', (route) => route.fulfill({ status: 503, body: '{}' })),
    ],
    [
      'answers no JSON',
      (page: Page) => page.route('**/v1/availability*', (route) => route.fulfill({ body: '<p>' })),
    ],
    [
      'answers of other SKUs',
      (page: Page) =>
        page.route('**/v1/availability*', (route) => route.fulfill({ json: { data: [] } })),
    ],
  ])('leaves what the shop wrote where the API %s', async (_, before) => {
    await open(
      { html: element('LAMP') },
      async (page) => {
        await page.waitForLoadState('networkidle');
        expect(await shownIn(page)).toEqual([fallback]);
      },
      { before },
    );
  });

  it('asks for fifty at a time, and goes without one that no SKU can be', async () => {
    const skus = ['LAMP', 'x'.repeat(65), ...Array.from({ length: 58 }, (_, at) => `S-${at}`)];
    await open({ html: skus.map(element).join('') }, async (page, { asked }) => {
      const unknown = 'On backorder, no ship date yet';
      await shows(page, english, fallback, ...skus.slice(2).map(() => unknown));
      const counts = asked.map(({ searchParams }) => searchParams.getAll('sku').length);
      expect(counts.sort()).toEqual([10, 49, 50]);
    });
  });

  it('shows text as text', async () => {
    const text = '<img src=x onerror=alert(1)>';
    const data = [{ sku: 'LAMP', state: 'backorder', shipsOn: null, text }];
    const headers = { 'Access-Control-Allow-Origin': '*' };
    await open({ html: element('LAMP') }, (page) => shows(page, text), {
      before: (page) =>
        page.route('**/v1/availability*', (route) => route.fulfill({ json: { data }, headers })),
    });
  });

  it('moves nothing on the page when its answer comes', async () => {
    const body = `${element('LAMP')}<p>What follows</p>${element('BED')}<p>and more</p>`;
    for (const width of [360, 1280]) {
      await open(
        { html: body },
        async (page) => {
          await page.evaluate(watchShifts);
          await shows(page, english, inStock as unknown as string);
          await page.waitForTimeout(200);
          expect(await page.evaluate('shifts')).toEqual([]);
        },
        { viewport: { width, height: 640 }, before: slow },
      );
    }
  });

  it.each(['light', 'dark'] as const)('has no fault that axe knows, in %s', async (colorScheme) => {
    await open(
      { html: `<main><h1>Lamp</h1>${element('LAMP')}${element('BED')}</main>` },
      async (page) => {
        await shows(page, english, inStock as unknown as string);
        expect(await faultsOf(page)).toEqual([]);
      },
      { colorScheme, bypassCSP: true },
    );
  });

  it('fits a narrow page, also from right to left', async () => {
    const viewport = { width: 200, height: 640 };
    await open(
      { html: element('LAMP'), lang: 'ar-XB' },
      async (page) => {
        await expect.poll(() => shownIn(page)).not.toEqual([fallback]);
        const text =
          "document.querySelector('backorder-status').shadowRoot.querySelector('[part=text]')";
        expect(await page.evaluate(`getComputedStyle(${text}).direction`)).toBe('rtl');
        expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(200);
      },
      { viewport },
    );
  });

  it('takes the style of the shop', async () => {
    await open({ html: element('BED') }, async (page) => {
      await shows(page, inStock as unknown as string);
      const at = (part: string) =>
        `getComputedStyle(document.querySelector('backorder-status').shadowRoot.querySelector('[part~=${part}]'))`;
      expect(await page.evaluate(`${at('mark')}.color`)).toBe('rgb(0, 100, 0)');
      expect(await page.evaluate(`${at('text')}.fontWeight`)).toBe('700');
    });
  });
});

const element = (sku: string): string =>
  `<backorder-status sku="${sku}">${fallback}</backorder-status>`;

/** What a shop writes into its own style sheet. */
const style = `:root { color-scheme: light dark } body { margin: 1rem }
backorder-status { display: block; min-height: 3em; --backorder-status-in-stock: darkgreen }
backorder-status::part(text) { font-weight: bold }`;

const pageOf = ({ html, lang, script }: { html: string; lang: string; script: string }) =>
  `<!doctype html><html lang="${lang}"><head><meta charset="utf-8"><title>A shop</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" href="/style.css">${script}</head><body>${html}</body></html>`;

const change = (page: Page, name: string, value: string): Promise<unknown> =>
  page.evaluate(`document.querySelector('backorder-status').setAttribute('${name}', '${value}')`);

const slow = (page: Page) =>
  page.route('**/v1/availability*', async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 300));
    await route.continue();
  });

const watchShifts = `globalThis.shifts = [];
new PerformanceObserver((list) => shifts.push(...list.getEntries().map(({ value }) => value)))
  .observe({ type: 'layout-shift', buffered: true });`;
