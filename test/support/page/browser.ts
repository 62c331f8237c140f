import { existsSync } from 'node:fs';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';

const places = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** Where this machine has Chromium. Tests that look at pages are skipped without it. */
export const chromiumPath = places.find((path) => existsSync(path));

export const openBrowser = (): Promise<Browser> =>
  chromium.launch({ executablePath: chromiumPath ?? '', args: ['--no-sandbox'] });

/** Shows one address in a context of its own, closed afterwards. */
export const visit = async <T>(
  browser: Browser,
  { url, ...options }: BrowserContextOptions & { url: string },
  look: (page: Page) => Promise<T>,
): Promise<T> => {
  const context = await browser.newContext(options);
  try {
    const page = await context.newPage();
    await page.goto(url);
    return await look(page);
  } finally {
    await context.close();
  }
};
