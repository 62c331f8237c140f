import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hashPassword } from '../../../../api/desk/access/passwords.ts';
import { addOperator } from '../../../../db/desk/people/operators.ts';
import { chromiumPath } from '../../../support/page/browser.ts';
import { expectFine, startDeskInBrowser } from '../../../support/page/desk.ts';
import { faultsOf } from '../../../support/page/faults.ts';

const password = 'twelve brass lamps';

describe.skipIf(chromiumPath === undefined)('getting in, by keyboard', () => {
  let desk: Awaited<ReturnType<typeof startDeskInBrowser>>;
  beforeAll(async () => {
    desk = await startDeskInBrowser();
    const name = 'Ada Byron, Countess of Lovelace, who keeps the books of the whole department';
    const ada = { operatorId: 'ada', name, role: 'manager' } as const;
    await addOperator(desk.db.sql, { ...ada, passwordHash: await hashPassword(password) });
    await desk.db.sql`insert into audit (operator_id, type, subject, status)
      select 'ada', 'act', 'POST /v1/backorders/O-' || n || '/promise/preview/with/a/long/way', 200
      from generate_series(1, 60) n`;
  });
  afterAll(() => desk.close());

  /** A browser in which nobody has signed in. */
  const visit = async (path: string, look: (page: Page) => Promise<void>): Promise<void> => {
    const context = await desk.browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    const faults: string[] = [];
    page.on('console', (message) => faults.push(message.text()));
    try {
      await page.goto(`${desk.origin}${path}`);
      await look(page);
      expect(faults.filter((text) => /Content.Security.Policy/i.test(text))).toEqual([]);
    } finally {
      await context.close();
    }
  };

  const type = async (page: Page, label: string, text: string): Promise<void> => {
    for (let presses = 0; presses < 30; presses++) {
      await page.keyboard.press('Tab');
      const focused = page.locator(':focus');
      const id = (await focused.count()) === 1 ? await focused.getAttribute('id') : null;
      if (
        id !== null &&
        (await page.getByLabel(label, { exact: true }).getAttribute('id')) === id
      ) {
        await page.keyboard.type(text);
        return;
      }
    }
    throw new Error(`no key leads to ${label}`);
  };

  it('signs in by password, after one slip, and goes where it was wanted', async () => {
    await visit('/desk/people/audit?type=act', async (page) => {
      await type(page, 'Name', 'ada');
      await type(page, 'Password', 'a slip');
      await page.keyboard.press('Enter');
      await page.getByRole('alert').getByText('The name or the password is not right.').waitFor();
      expect(await page.getByLabel('Name').inputValue()).toBe('ada');
      await type(page, 'Password', password);
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { level: 1, name: 'Audit log' }).waitFor();
      expect(page.url()).toBe(`${desk.origin}/desk/people/audit?type=act`);
    });
  });

  it('signs the demo operator in and out', async () => {
    await visit('/desk/people', async (page) => {
      await page.getByRole('button', { name: 'Sign in as the demo operator' }).press('Enter');
      await page.getByRole('heading', { level: 1, name: 'People' }).waitFor();
      await page.getByRole('button', { name: 'Sign out', exact: true }).press('Enter');
      await page.getByRole('status').getByText('You are signed out.').waitFor();
    });
  });

  it('changes a role once it was shown what follows', async () => {
    await desk.show('/desk/people', async (page) => {
      await page.getByRole('link', { name: 'viewer', exact: true }).press('Enter');
      await page.getByRole('link', { name: 'Change name or role' }).press('Enter');
      await page.getByLabel('Role').focus();
      await page.keyboard.type('buyer');
      await page.getByRole('button', { name: 'Show what will follow' }).press('Enter');
      await page.getByText('They become buyer.').waitFor();
      await page.getByRole('button', { name: 'Change it' }).press('Enter');
      await page.getByRole('status').getByText('It is changed.').waitFor();
      await page.getByText('Changes products, supplies and stock').waitFor();
    });
  });

  it.each([
    '/desk/people',
    '/desk/people/audit',
    '/desk/people/accounts/ada',
    '/desk/people/accounts/ada/change',
    '/desk/people/accounts/ada/disable',
  ])('finds nothing wrong with %s', async (path) => {
    await expectFine(desk, path);
  });

  it('finds nothing wrong with the page to sign in', async () => {
    for (const width of [360, 1280]) {
      const context = await desk.browser.newContext({ viewport: { width, height: 800 } });
      const page = await context.newPage();
      await page.goto(`${desk.origin}/desk/sign-in`);
      const wide = await page.evaluate<number>('document.documentElement.scrollWidth');
      expect(wide).toBeLessThanOrEqual(width);
      expect(await faultsOf(page)).toEqual([]);
      await context.close();
    }
  });
});
