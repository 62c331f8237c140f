import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { place, receive } from '../../../db/cast.ts';
import { inDays } from '../../../support/lives/story.ts';
import { chromiumPath } from '../../../support/page/browser.ts';
import { expectFine, startDeskInBrowser } from '../../../support/page/desk.ts';

const long = `${'A lamp of a very long name '.repeat(7)}Donaudampf`;

describe.skipIf(chromiumPath === undefined)('products in a browser', () => {
  let desk: Awaited<ReturnType<typeof startDeskInBrowser>>;
  beforeAll(async () => {
    desk = await startDeskInBrowser();
    const put = (sku: string, body: object) =>
      desk.call('PUT', `/v1/products/${encodeURIComponent(sku)}`, { body });
    await put('LAMP/1', {
      ...{ title: long, backorderLimit: 9, highlights: ['Turned from one piece', story] },
      related: [{ title: 'Shade', url: 'https://shop.example/shade' }],
    });
    await put('מנורה', { title: 'מנורת פליז' });
    await place(desk.db, {
      ...{ 'B:1': ['LAMP/1:2'], 'B:2': ['LAMP/1:1', 'LAMP/1@north:4'], 'B:3': ['LAMP/1:3'] },
    });
    await receive(desk.db, 'LAMP/1:1');
    await desk.call('PUT', '/v1/supplies/PO-1', {
      body: { sku: 'LAMP/1', quantity: 2, expectedOn: inDays(30), basis: long },
    });
  });
  afterAll(() => desk.close());

  const story = { title: 'From one tree', text: 'It grew. '.repeat(60).trim() };
  const path = '/desk/products/LAMP%2F1';

  it.each([
    '/desk/products',
    path,
    `${path}/queue`,
    `${path}/demand`,
    `${path}/edit`,
    `${path}/receive`,
    `${path}/count`,
    `${path}/adjust`,
    `/desk/products/${encodeURIComponent('מנורה')}`,
  ])('%s has no fault on a phone or a desk', async (at) => {
    await expectFine(desk, at);
  });

  const frameText = async (page: Page): Promise<string> => {
    const frame = await page.waitForSelector('iframe[name=preview]');
    return (await (await frame.contentFrame())?.textContent('body')) ?? '';
  };

  it('renews the preview after a pause in typing, and saves nothing', async () => {
    await desk.show(`${path}/edit`, async (page) => {
      await expect.poll(() => frameText(page)).toContain('A lamp of a very long name');
      const before = await page.evaluate<number>('history.length');
      await page.fill('#title', 'Typed just now');
      await expect.poll(() => frameText(page)).toContain('Typed just now');
      await page.selectOption('#show', 'excitement.1');
      await expect.poll(() => frameText(page)).toContain('From one tree');
      expect(await page.evaluate<number>('history.length')).toBe(before);
      await page.click('button:has-text("Add a story")');
      await page.waitForSelector('[name="story.2.text"]');
      expect(await page.inputValue('#title')).toBe('Typed just now');
      await expect.poll(() => frameText(page)).toContain('From one tree');
    });
    const { body } = await desk.call('GET', '/v1/products/LAMP%2F1');
    expect(body.title).not.toBe('Typed just now');
  });

  it('previews, rearranges and saves without a script, by keyboard alone', async () => {
    await desk.show(
      `${path}/edit`,
      async (page) => {
        await page.focus('#title');
        await page.keyboard.press('ControlOrMeta+a');
        await page.keyboard.type('By hand');
        await page.focus('button[data-preview]');
        await page.keyboard.press('Enter');
        await expect.poll(() => frameText(page)).toContain('By hand');
        await page.focus('button[aria-label="Move up story 2"]');
        await page.keyboard.press('Enter');
        await page.waitForLoadState();
        expect(await page.inputValue('[name="story.0.title"]')).toBe('From one tree');
        expect(await page.inputValue('#title')).toBe('By hand');
        await page.focus('#title');
        await page.keyboard.press('Enter');
        await page.waitForSelector('.said');
      },
      { javaScriptEnabled: false },
    );
    const { body } = await desk.call('GET', '/v1/products/LAMP%2F1');
    expect(body).toMatchObject({ title: 'By hand', highlights: [story, 'Turned from one piece'] });
  });

  it('receives stock by keyboard, and says who got it', async () => {
    await desk.show(
      `${path}/receive`,
      async (page) => {
        await page.focus('#quantity');
        await page.keyboard.type('4');
        await page.keyboard.press('Enter');
        await page.waitForSelector('text=What will follow');
        expect(await page.textContent('main')).toContain('B:1');
        await page.focus('button:has-text("Receive it")');
        await page.keyboard.press('Enter');
        await page.waitForSelector('.said');
        expect(await page.textContent('.said')).toContain('Received.');
      },
      { as: 'buyer', javaScriptEnabled: false },
    );
  });
});
