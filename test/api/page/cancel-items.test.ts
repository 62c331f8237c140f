import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Unavailable } from '../../../api/temporal/port.ts';
import { place } from '../../db/cast.ts';
import { countRows } from '../../db/count-rows.ts';
import { textOf } from '../../support/page/page-text.ts';
import { startTestApp } from '../test-app.ts';
import { cancel, lantern, nothingPaid, pathOf, payUpfront, say } from './cast.ts';

let shop: Awaited<ReturnType<typeof startTestApp>>;
let path: string;
let count = 0;
let orderId: string;

beforeAll(async () => {
  shop = await startTestApp({ shop: lantern });
});
afterAll(() => shop.close());
beforeEach(async () => {
  orderId = `order-${++count}`;
  await place(shop.db, { [orderId]: ['LAMP:3', 'CHAIR:1'] });
  await say(shop.db, orderId);
  path = await pathOf(shop.db, orderId);
  shop.acts.forget();
});

const get = (below = '') => shop.call('GET', `${path}${below}`, { as: null });

const post = (form: Record<string, string>) =>
  shop.call('POST', `${path}/cancel`, {
    as: null,
    body: new URLSearchParams(form).toString(),
    headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
  });

const some = { part: 'items', answer: 'yes' };

describe('a form without a choice', () => {
  it.each([
    ['no answer', {}],
    ['no answer for items', { part: 'items', 'quantity-1': '1' }],
    ['another answer', { answer: 'maybe' }],
    ['an empty answer', { answer: '' }],
  ])('changes nothing: %s', async (_, form) => {
    const before = await countRows(shop.db);
    const { status, body } = await post(form as Record<string, string>);
    expect(status).toBe(422);
    expect(textOf(body)).toContain(
      'Nothing was changed. Please choose whether you want to cancel.',
    );
    expect(body).toContain('role="alert"');
    expect(shop.acts.asked).toEqual([]);
    expect(await countRows(shop.db)).toEqual(before);
  });

  it('that says both yes and no changes nothing', async () => {
    const { status } = await shop.call('POST', `${path}/cancel`, {
      as: null,
      body: 'answer=yes&answer=no',
    });
    expect(status).toBe(422);
    expect(shop.acts.asked).toEqual([]);
  });

  it('keeps the order when the customer says no', async () => {
    const { status, headers } = await post({ answer: 'no' });
    expect(status).toBe(303);
    expect(headers.get('Location')).toBe(path);
    expect(shop.acts.asked).toEqual([]);
  });
});

describe('cancelling only some items', () => {
  it('is offered where there is something to choose from', async () => {
    expect((await get()).body).toContain(`href="${path}/cancel/items"`);
    await place(shop.db, { single: ['LAMP:1'] });
    const single = await pathOf(shop.db, 'single');
    const { body } = await shop.call('GET', single, { as: null });
    expect(body).toContain(`${single}/cancel`);
    expect(body).not.toContain(`${single}/cancel/items`);
  });

  it('asks how many of each line, with nothing chosen, and changes nothing by being read', async () => {
    const { status, body } = await get('/cancel/items');
    expect(status).toBe(200);
    expect(textOf(body)).toContain('Up to 3 of LAMP');
    expect(body).toMatch(/<input id="quantity-1"[^>]* max="3"[^>]* value="0"/);
    expect(body).not.toContain('checked');
    expect(shop.acts.asked).toEqual([]);
  });

  it('cancels just these units, as the customer', async () => {
    const { status, headers } = await post({ ...some, 'quantity-1': '2', 'quantity-2': '0' });
    expect(status).toBe(303);
    expect(headers.get('Location')).toBe(`${path}?done=items`);
    const lines = [{ lineId: '1', quantity: 2 }];
    expect(shop.acts.asked.map(({ request }) => request)).toMatchObject([
      { type: 'CancelBackorder', by: 'customer', lines },
    ]);
    const [kept] = await shop.db.sql`
      select requested from cancellations where order_id = ${orderId}`;
    expect(kept).toEqual({ requested: lines });
  });

  it('says so once it is done, and not before', async () => {
    const done = 'Done: the items you chose have been canceled.';
    expect(textOf((await get('?done=items')).body)).not.toContain(done);
    await cancel(shop.db, orderId, 2);
    await say(shop.db, orderId);
    const text = textOf((await get('?done=items')).body);
    expect(text).toContain(done);
    expect(text).toContain('Quantity 3 · 1 waiting for stock and 2 canceled');
  });

  it.each([
    ['none of them', { 'quantity-1': '0' }, 'Please say how many'],
    ['nothing at all', {}, 'Please say how many'],
    ['more than there are', { 'quantity-1': '4' }, 'at most as many as have not shipped'],
    ['less than none', { 'quantity-1': '-1' }, 'at most as many as have not shipped'],
    ['a part of one', { 'quantity-1': '0.5' }, 'at most as many as have not shipped'],
    ['no number', { 'quantity-1': '0x1' }, 'at most as many as have not shipped'],
    ['a line that the order has not', { 'quantity-9': '1' }, 'Please say how many'],
  ])('changes nothing with %s', async (_, quantities, told) => {
    const { status, body } = await post({ ...some, ...quantities } as Record<string, string>);
    expect(status).toBe(422);
    expect(textOf(body)).toContain(told);
    expect(shop.acts.asked).toEqual([]);
  });

  it('keeps what was written when it asks again', async () => {
    const { body } = await post({ part: 'items', 'quantity-1': '2' });
    expect(body).toMatch(/<input id="quantity-1"[^>]* value="2"/);
  });

  it('is kept while backorders cannot be reached', async () => {
    shop.acts.answer = () => Promise.reject(new Unavailable());
    expect((await post({ ...some, 'quantity-2': '1' })).headers.get('Location')).toBe(path);
    expect(textOf((await get()).body)).toContain('to cancel a part of your order.');
    expect((await get('/cancel/items')).status).toBe(200);
  });

  it('says what becomes of the money', async () => {
    expect(textOf((await get('/cancel/items')).body)).toContain(
      'You will be charged only for what ships.',
    );
    await payUpfront(shop.db, orderId, { terms: 'prepaid', amount: 52_500 });
    await say(shop.db, orderId, { payment: { ...nothingPaid, captured: 52_500 } });
    expect(textOf((await get('/cancel/items')).body)).toContain(
      'What you have paid for it will be refunded to the payment method you paid with.',
    );
  });

  it('is answered with a refusal when everything has gone', async () => {
    await cancel(shop.db, orderId);
    expect(textOf((await get('/cancel/items')).body)).toContain('There is nothing left to cancel');
    expect((await post({ part: 'items' })).status).toBe(409);
  });
});
