import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { eraseOrder } from '../../../../db/backorder/erase.ts';
import { empty, place, receive } from '../../../db/cast.ts';
import { dayZero, freeLaw } from '../../../support/cast.ts';
import { inDays } from '../../../support/lives/story.ts';
import { chromiumPath } from '../../../support/page/browser.ts';
import { expectFine, startDeskInBrowser } from '../../../support/page/desk.ts';
import { mailTo, placeLamps, say, troubled } from '../../page/cast.ts';

describe.skipIf(chromiumPath === undefined)('an order in a browser', () => {
  let desk: Awaited<ReturnType<typeof startDeskInBrowser>>;
  beforeAll(async () => {
    desk = await startDeskInBrowser();
  });
  afterAll(() => desk?.close());
  beforeEach(async () => {
    await empty(desk.db);
    await desk.signInAll();
    desk.acts.forget();
    await placeLamps(desk.db, 'A');
  });

  const at = '/desk/orders/A';

  const notice = {
    ...{ key: 'n', kind: 'later' as const, sentAt: dayZero, newOn: null },
    ...{ answerOn: null, answer: null },
  };

  /** Walks on by the Tab key until it stands on what bears the name. */
  const tabTo = async (page: Page, name: string): Promise<void> => {
    for (let steps = 0; steps < 120; steps++) {
      await page.keyboard.press('Tab');
      const here = await page.evaluate<string>(
        `(document.activeElement?.labels?.[0] ?? document.activeElement)?.textContent?.trim() ?? ''`,
      );
      if (here === name) return;
    }
    throw new Error(`nobody gets to "${name}" by the Tab key`);
  };

  const mainText = (page: Page) => page.locator('main').textContent();

  /** Goes from the order's page through an act, by the keys alone. */
  const actByKeys = (
    label: string,
    fields: Record<string, string>,
    go: string,
    follows: string,
  ): Promise<string> =>
    desk.show(at, async (page) => {
      await tabTo(page, label);
      await page.keyboard.press('Enter');
      await page.waitForURL(`**${at}/**`);
      for (const [name, value] of Object.entries(fields)) {
        await tabTo(page, name);
        await page.keyboard.press('ControlOrMeta+a');
        await page.keyboard.type(value);
      }
      if (Object.keys(fields).length > 0) {
        await tabTo(page, 'Show what will follow');
        await page.keyboard.press('Enter');
      }
      await page.getByRole('heading', { name: 'What will follow' }).waitFor();
      expect(await mainText(page)).toContain(follows);
      await tabTo(page, go);
      await page.keyboard.press('Enter');
      await page.getByRole('status').waitFor();
      return (await page.getByRole('status').textContent()) ?? '';
    });

  it.each([
    ['Cancel units', { Reason: 'changed her mind' }, 'Cancel these units', 'is never charged'],
    [
      'Change the promise',
      { Reason: 'a storm', Basis: 'letter 7' },
      'Promise it',
      'nobody is told',
    ],
    ['Put on hold', { Reason: 'odd' }, 'Put it on hold', 'Nothing ships'],
    [
      'Change the priority',
      { Priority: '7', Reason: 'a wedding' },
      'Change the priority',
      'goes from 0 to 7',
    ],
    ['Keep arriving units', { Reason: 'large' }, 'Do that', 'kept for it until it is whole'],
    ['Correct customer or address', { Name: 'Ada Lovelace' }, 'Correct it', 'Ada Lovelace'],
    [
      'Give another payment method',
      { 'The provider’s id of the method': 'pm_2' },
      'Charge this method',
      'charged to pm_2',
    ],
    ['Replace the customer’s link', {}, 'Replace the link', 'stops working at once'],
    ['Move its time on', { 'How many': '2' }, 'Move its time on', '2 days pass'],
  ])('%s is done by the keys alone', async (label, fields, go, follows) => {
    expect(await actByKeys(label, fields as Record<string, string>, go, follows)).not.toBe('');
  });

  it('reports a parcel and gives units away by the keys alone', async () => {
    await receive(desk.db, 'LAMP:2');
    await place(desk.db, { B: ['LAMP:2'] });
    const parcel = { Carrier: 'UPS', 'Tracking number': '1Z9' };
    const shipped = await actByKeys('Report a parcel', parcel, 'Report the parcel', 'refused');
    expect(shipped).toContain('reported');
    const units = {
      'The order that gets them': 'B',
      'Line 1, LAMP: up to 2': '2',
      Reason: 'a wedding',
    };
    const given = await actByKeys(
      'Give units to another order',
      units,
      'Give them away',
      'gets these units now',
    );
    expect(given).toContain('given away');
  });

  it('takes what the customer says, and answers an item, by the keys alone', async () => {
    const law = { ...freeLaw, policy: 'eu' as const, deadlineAt: dayZero, notice };
    await say(desk.db, 'A', { law, attention: [{ code: 'dead_end', at: dayZero }] });
    const channel = { 'How it reached the shop': 'letter' };
    await actByKeys('Take an answer to the notice', channel, 'Take their answer', 'waits on');
    await actByKeys('Take a withdrawal', channel, 'Take the withdrawal', 'cancelled');
    const note = { 'What was found, and what was done': 'mended' };
    await actByKeys('Answer it: A step can never succeed', note, 'Answer it', 'mended');
    expect(desk.acts.asked.map(({ request }) => request.type)).toEqual([
      'AnswerNotice',
      'WithdrawContract',
      'ResolveAttention',
    ]);
  });

  it('keeps what was entered when it is refused, and says so to those who hear', async () => {
    await desk.show(`${at}/cancel`, async (page) => {
      await page.getByLabel('Reason').fill('changed her mind');
      await page.getByLabel('Line 1, LAMP: up to 2').fill('0');
      await page.getByRole('button', { name: 'Show what will follow' }).click();
      await page.getByRole('alert').waitFor();
      expect(await page.getByLabel('Reason').inputValue()).toBe('changed her mind');
    });
    await desk.show(`${at}/hold?reason=odd`, async (page) => {
      await page.getByRole('button', { name: 'Show what will follow' }).click();
      await page.getByRole('button', { name: 'Change something' }).click();
      expect(await page.getByLabel('Reason').inputValue()).toBe('odd');
    });
  });

  it('is fine with ten lines, long words, a name from right to left, and much in its way', async () => {
    const lines = Array.from({ length: 10 }, (_, n) => `${'LONG-SKU-'.repeat(6)}${n}:${n + 1}`);
    await place(desk.db, { 'shop:1021': lines }, { promise: null });
    const name = `עדה ${'Wolfeschlegelsteinhausenbergerdorff'.repeat(3)}`;
    await desk.db.sql`
      update orders set name = ${name}, imported = true where order_id = 'shop:1021'`;
    await desk.db.sql`
      update lines set title = ${'Donaudampfschiffahrtsgesellschaft'.repeat(4)}
      where order_id = 'shop:1021'`;
    await desk.db.sql`
      insert into shop_orders (order_id, shop, platform_id, number, url, seen)
      values ('shop:1021', 'shop', '7', '1021', 'https://shop.example.org/admin/1021', '{}')`;
    await say(desk.db, 'shop:1021', {
      promise: null,
      payment: troubled(),
      attention: [
        { code: 'payment_failed', at: dayZero },
        { code: 'refund_wanted', at: dayZero, dueAt: '2026-12-03T05:00:00.000Z', amount: 5 },
      ],
      law: { ...freeLaw, policy: 'eu', deadlineAt: dayZero, notice },
    });
    await expectFine(desk, '/desk/orders/shop%3A1021');
    await expectFine(desk, '/desk/orders/shop%3A1021/cancel');
    await expectFine(desk, '/desk/orders/shop%3A1021?kind=law');
  });

  it('is fine with each of its acts', async () => {
    await receive(desk.db, 'LAMP:2');
    await say(desk.db, 'A', { attention: [{ code: 'dead_end', at: dayZero }] });
    const query = new URLSearchParams({ on: inDays(80), reason: 'x', basis: 'y' });
    for (const act of ['ship', `promise?${query}`, 'customer', 'resolve', 'reassign', 'erase']) {
      await expectFine(desk, `${at}/${act}`);
    }
  });

  it('is fine with a mail, and once it is erased', async () => {
    const mail = { kind: 'confirmation' as const, subject: 'Hello', at: dayZero };
    const id = await mailTo(desk.db, 'A', mail);
    await expectFine(desk, `${at}/messages/${id}`);
    await say(desk.db, 'A', { phase: 'cancelled', outcome: 'cancelled' });
    await eraseOrder(desk.db, 'A');
    await expectFine(desk, at);
  });
});
