import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Unavailable } from '../../../../api/temporal/port.ts';
import type { LawView } from '../../../../workflows/domain/law/view.ts';
import { receive } from '../../../db/cast.ts';
import { countRows } from '../../../db/count-rows.ts';
import { freeLaw } from '../../../support/cast.ts';
import { textOf } from '../../../support/page/page-text.ts';
import { startTestApp } from '../../test-app.ts';
import { cancel, lantern, say, ship } from '../cast.ts';
import { fieldIn, now, placeWith } from './cast.ts';

let shop: Awaited<ReturnType<typeof startTestApp>>;
let path: string;
let count = 0;
let orderId: string;

beforeAll(async () => {
  shop = await startTestApp({ shop: lantern });
});
afterAll(() => shop.close());

const union: LawView = { ...freeLaw, policy: 'eu', mayWithdraw: true };

const order = async ({ law = union, country = 'DE', locale = 'en-DE' } = {}) => {
  orderId = `withdraw-${++count}`;
  path = await placeWith(shop.db, orderId, { law, country, locale });
  shop.acts.forget();
};

const get = (at = '') => shop.call('GET', `${path}${at}`, { as: null });
const read = async (at = ''): Promise<string> => textOf((await get(at)).body);

const post = (body: string, headers: Record<string, string> = {}) =>
  shop.call('POST', `${path}/withdraw`, {
    as: null,
    body,
    headers: { 'Content-Type': 'application/x-www-form-urlencoded', ...headers },
  });

const form = async (name = 'Ada'): Promise<string> => `${await unanswered(name)}&answer=yes`;

const unanswered = async (name = 'Ada'): Promise<string> =>
  `formId=${fieldIn((await get('/withdraw')).body, 'formId')}&name=${encodeURIComponent(name)}`;

const requests = () => shop.acts.asked.filter((act) => act.orderId === orderId);

describe('a withdrawal in the European Union', () => {
  it('is offered on the page, and its statement names person, contract and acknowledgement', async () => {
    await order();
    const before = await countRows(shop.db);
    expect((await get()).body).toContain(`href="${path}/withdraw"`);
    expect(await read()).toContain('Withdraw from contract here');
    const { status, body } = await get('/withdraw');
    expect(status).toBe(200);
    expect(body).toMatch(/<input[^>]*name="name" value="Ada"/);
    const text = textOf(body);
    expect(text).toContain(`withdraw from the contract for order ${orderId}`);
    expect(text).toContain('by email, with its content, date, and time, to a…@example.org.');
    expect(text).toContain('Confirm withdrawal');
    expect(body).not.toContain('ada@example.org');
    expect(requests()).toEqual([]);
    expect(await countRows(shop.db)).toEqual(before);
  });

  it('is labelled in German as the law wants it', async () => {
    await order({ locale: 'de-DE' });
    expect(await read()).toContain('Vertrag hier widerrufen');
    expect(await read('/withdraw')).toContain('Widerruf bestätigen');
  });

  it('is heard once it is confirmed, once', async () => {
    await order();
    const sent = await form();
    const answers = await Promise.all([post(sent), post(sent)]);
    expect(answers.map(({ status }) => status)).toEqual([303, 303]);
    expect(answers[0]?.headers.get('Location')).toBe(`${path}?done=withdrawn`);
    expect(new Set(requests().map(({ id }) => id)).size).toBe(1);
    expect(requests()[0]?.request).toMatchObject({ type: 'WithdrawContract', channel: 'page' });
    expect(requests()[0]?.id).toMatch(/^withdraw\/page-[\da-f-]{36}$/);
    expect(JSON.stringify(requests())).not.toContain('Ada');
  });

  it('is acknowledged on the page with date and time, and not offered again', async () => {
    await order();
    const law = { ...union, mayWithdraw: false, withdrawnAt: '2027-01-10T15:30:00.000Z' };
    await say(shop.db, orderId, { law });
    const { body } = await get('?done=withdrawn');
    expect(textOf(body)).toContain('Done: we have received your withdrawal.');
    expect(textOf(body)).toMatch(/for order .* on .*10 January 2027 at 16:30/);
    expect(body).not.toContain(`${path}/withdraw`);
    expect((await get('/withdraw')).headers.get('Location')).toBe(path);
  });

  it('is still possible once all has shipped, also after the workflow has ended', async () => {
    await order();
    await receive(shop.db, 'LAMP:40');
    await ship(shop.db, orderId, 2);
    await say(shop.db, orderId, { law: union, outcome: 'shipped' });
    expect(await read()).toContain('Withdraw from contract here');
    expect(await read('/withdraw')).toContain('will take care of what has shipped');
    expect(await read('/withdraw')).not.toContain('will be canceled');
    await post(await form());
    // The view is as the workflow left it.
    const text = await read('?done=withdrawn');
    expect(text).toContain('We received your withdrawal from the contract');
    expect(text).toContain('Lantern & Sons will take care of what has shipped');
    expect(text).not.toContain('Withdraw from contract here');
    const cancelled = await shop.db.sql`select from cancellations where order_id = ${orderId}`;
    expect(cancelled).toHaveLength(0);
  });

  it.each(['', '  ', '\u200b\u2060', '\n\u0000'])(
    'takes no name of which nothing can be read: %j',
    async (name) => {
      await order();
      const sent = await form(name);
      const before = await countRows(shop.db);
      const { status, body } = await post(sent);
      expect(status).toBe(422);
      expect(textOf(body)).toContain('Please give your name.');
      expect(requests()).toEqual([]);
      expect(await countRows(shop.db)).toEqual(before);
    },
  );

  it.each(['', '&answer=', '&answer=yes&answer=no', '&answer=on'])(
    'needs a choice that no button makes alone: %j',
    async (answer) => {
      await order();
      const page = await get('/withdraw');
      expect(page.body.match(/<input type="radio"[^>]*>/g)).toHaveLength(2);
      expect(page.body).not.toMatch(/<input[^>]* checked/);
      const sent = `${await unanswered()}${answer}`;
      const before = await countRows(shop.db);
      const { status, body } = await post(sent);
      expect(status).toBe(422);
      expect(textOf(body)).toContain('Please choose whether you want to withdraw.');
      expect(requests()).toEqual([]);
      expect(await countRows(shop.db)).toEqual(before);
    },
  );

  it('is not made by who chooses to keep the order', async () => {
    await order();
    const sent = `${await unanswered('')}&answer=no`;
    const before = await countRows(shop.db);
    const { status, headers } = await post(sent);
    expect([status, headers.get('Location')]).toEqual([303, path]);
    expect(requests()).toEqual([]);
    expect(await countRows(shop.db)).toEqual(before);
  });

  it('takes the name that is given with it, in one line', async () => {
    await order();
    await post(await form(`Ada\nKing ${'x'.repeat(190)}\u{1f600}${'x'.repeat(300)}`));
    const [row] = await shop.db.sql`select name from orders where order_id = ${orderId}`;
    expect(row?.name).toBe(`Ada King ${'x'.repeat(190)}`);
    expect(requests()).toHaveLength(1);
  });

  it('is kept while the backorder cannot be asked', async () => {
    await order();
    shop.acts.answer = () => Promise.reject(new Unavailable());
    expect((await post(await form())).headers.get('Location')).toBe(path);
    const { body } = await get();
    expect(textOf(body)).toMatch(/We have received your withdrawal .*10 January 2027 at 16:0/);
    expect(body).not.toContain(`${path}/withdraw`);
    expect(body).not.toContain(`${path}/cancel`);
  });

  it('is offered before the workflow has said anything', async () => {
    await order();
    await shop.db.sql`delete from views where order_id = ${orderId}`;
    expect(await read()).toContain('Withdraw from contract here');
  });

  it('is told why when there is nothing left of the contract', async () => {
    await order();
    const sent = await form();
    await cancel(shop.db, orderId);
    await say(shop.db, orderId, { law: { ...union, mayWithdraw: false }, outcome: 'cancelled' });
    expect(await read()).not.toContain('Withdraw from contract here');
    expect((await get('/withdraw')).status).toBe(200);
    shop.acts.answer = async () => ({ refused: 'nothing_to_withdraw' });
    const before = await countRows(shop.db);
    const { status, body } = await post(sent);
    expect(status).toBe(409);
    expect(textOf(body)).toContain('has already been canceled');
    expect(await countRows(shop.db)).toEqual(before);
  });
});

describe('elsewhere', () => {
  it.each(['US', 'GB', 'JP'])('it is not offered: %s', async (country) => {
    const policy = country === 'US' ? 'us' : country === 'GB' ? 'uk' : 'strict';
    await order({ law: { ...freeLaw, policy }, country });
    expect(await read()).not.toContain('Withdraw');
    expect((await get('/withdraw')).status).toBe(404);
    const before = await countRows(shop.db);
    expect((await post('name=Ada')).status).toBe(409);
    expect(requests()).toEqual([]);
    expect(await countRows(shop.db)).toEqual(before);
  });

  it('is where the order goes to, not where it is read', async () => {
    await order({ law: { ...freeLaw, policy: 'us' }, country: 'US', locale: 'de-DE' });
    expect(await read()).not.toContain('widerrufen');
  });
});

it('counts in the own time of the order', async () => {
  await order();
  await post(await form());
  expect(requests()[0]?.request).toMatchObject({
    receivedAt: expect.stringMatching(new RegExp(`^${now.slice(0, 14)}`)),
  });
});
