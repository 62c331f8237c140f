import { Hono } from 'hono';
import type { Browser, Page } from 'playwright-core';
import { expect } from 'vitest';
import { type Served, serveApp } from '../../../dev/server.ts';
import { findFreePort } from '../../../dev/service/ports.ts';
import type { Role } from '../../../workflows/domain/desk/role.ts';
import { sessionOf, startDeskApp } from '../../api/desk/desk-app.ts';
import { openBrowser } from './browser.ts';
import { faultsOf } from './faults.ts';

/** The desk behind a port, and a browser in which somebody is signed in. */
export const startDeskInBrowser = async (config: Parameters<typeof startDeskApp>[0] = {}) => {
  const desk = await startDeskApp(config);
  const port = await findFreePort();
  const [served, browser]: [Served, Browser] = await Promise.all([
    serveApp(new Hono().mount('/', desk.app.fetch), port),
    openBrowser(),
  ]);
  const origin = `http://127.0.0.1:${port}`;
  /** Shows a page to someone of that role, in a browser of their own. */
  const show = async <T>(
    path: string,
    look: (page: Page) => Promise<T>,
    { as = 'manager', ...options }: ShowOptions = {},
  ): Promise<T> => {
    const context = await browser.newContext(options);
    try {
      await context.addCookies([
        { name: 'meanwhile-desk', value: sessionOf(as).token, url: origin },
      ]);
      const page = await context.newPage();
      await page.goto(`${origin}${path}`);
      return await look(page);
    } finally {
      await context.close();
    }
  };
  const close = async (): Promise<void> => {
    await browser.close();
    await served.close();
    await desk.close();
  };
  return { ...desk, origin, browser, show, close };
};

type ShowOptions = { as?: Role } & Parameters<Browser['newContext']>[0];

type Shows = Pick<Awaited<ReturnType<typeof startDeskInBrowser>>, 'show'>;

const looks = [
  { viewport: { width: 360, height: 800 }, colorScheme: 'light' },
  { viewport: { width: 1280, height: 900 }, colorScheme: 'dark' },
] as const;

/** The page has no fault that axe knows and is not wider than the screen, on a phone and a desk. */
export const expectFine = async ({ show }: Shows, path: string): Promise<void> => {
  for (const look of looks) {
    await show(
      path,
      async (page) => {
        const width = await page.evaluate<number>('document.documentElement.scrollWidth');
        expect(width, `${path} at ${look.viewport.width}`).toBeLessThanOrEqual(look.viewport.width);
        expect(await faultsOf(page), `${path} ${look.colorScheme}`).toEqual([]);
      },
      look,
    );
  }
};
