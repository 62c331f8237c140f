import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PreviewProps, previews } from '../../../emails/delay-notice.tsx';
import { renderMail } from '../../../emails/index.ts';
import { createLexicon } from '../../../emails/words/lexicon.ts';
import { chromiumPath, openBrowser } from '../../support/page/browser.ts';

const lexicon = createLexicon();

/** Run by the mail: how large each of its answers is. */
const sizes = `[...document.querySelectorAll('td.quiet')].map((cell) => {
  const { width, height } = cell.getBoundingClientRect();
  return [Math.round(width), Math.round(height)];
})`;

/** Skipped where no Chromium is installed. */
describe.skipIf(chromiumPath === undefined)('a notice in a browser', () => {
  let browser: Browser;

  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser?.close());

  it.each(['en-US', 'de-DE', 'fr-FR', 'es-ES'])(
    'draws both answers equally large: %s',
    async (locale) => {
      const props = { ...PreviewProps, ...previews.beyond, words: lexicon(locale) };
      const { html } = await renderMail('delay-notice', props);
      const page = await browser.newPage();
      // In between, one answer fits a line and the other may not.
      for (const width of [360, 390, 412, 430, 1280]) {
        await page.setViewportSize({ width, height: 800 });
        await page.setContent(html, { waitUntil: 'domcontentloaded' });
        const [keep, cancel] = await page.evaluate<number[][]>(sizes);
        expect(keep, `${width}`).toEqual(cancel);
      }
      await page.close();
    },
  );
});
