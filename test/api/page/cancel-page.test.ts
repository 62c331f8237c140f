import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { OutcomeUnknown, Unavailable } from '../../../api/temporal/port.ts';
import { closeWord } from '../../../db/backorder/words.ts';
import { applyCancellation } from '../../../db/stock/cancel.ts';
import { dayZero } from '../../support/cast.ts';
import { textOf } from '../../support/page/page-text.ts';
import { startTestApp } from '../test-app.ts';
import { goTo, lantern, nothingPaid, placeLamps, say } from './cast.ts';

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
  path = await placeLamps(shop.db, orderId);
  shop.acts.forget();
});

const get = (url: string) => shop.call('GET', url, { as: null });

const post = (body: string, headers: Record<string, string> = {}) =>
  shop.call('POST', `${path}/cancel`, {
    as: null,
    body,
    headers: { 'Content-Type': 'application/x-www-form-urlencoded', ...headers },
  });

const formOf = (html: string): string => {
  const id = /<input type="hidden" name="formId" value="([^"]+)"\/>/.exec(html)?.[1];
  if (!id) throw new Error('the page has no form');
  return `formId=${id}&answer=yes`;
};

const yes = 'answer=yes';

const askedOf = () => shop.acts.asked.filter((act) => act.orderId === orderId);

describe('following the link to cancel', () => {
  it('asks first, and changes nothing', async () => {
    const { status, body } = await get(`${path}/cancel`);
    expect(status).toBe(200);
    expect(textOf(body)).toContain(`Cancel order ${orderId}?`);
    expect(body).toContain(`<form action="${path}/cancel" method="post">`);
    expect(body).toMatch(/<input type="radio" required="" name="answer" value="yes"\/>/);
    expect(body).not.toContain('checked');
    expect(askedOf()).toEqual([]);
    expect(await shop.db.sql`select from cancellations where order_id = ${orderId}`).toEqual([]);
  });

  it('says what becomes of money that is held', async () => {
    const payment = { ...nothingPaid, state: 'authorized' as const, authorized: 26_700 };
    await say(shop.db, orderId, { payment });
    const { body } = await get(`${path}/cancel`);
    expect(textOf(body)).toContain(
      'The $267.00 held on your card will be released, and not charged.',
    );
  });

  it('offers no form when nothing is left to cancel', async () => {
    const cancellation = { orderId, cancelId: 'c', by: 'customer' as const, lines: null };
    await applyCancellation(shop.db, { ...cancellation, at: dayZero });
    const { body } = await get(`${path}/cancel`);
    expect(body).not.toContain('<form');
    expect(textOf(body)).toContain('There is nothing left to cancel');
  });
});

describe('sending the form', () => {
  it('cancels all that has not shipped, as the customer, and leads back', async () => {
    const form = formOf((await get(`${path}/cancel`)).body);
    const { status, headers } = await post(form);
    expect(status).toBe(303);
    expect(headers.get('Location')).toBe(`${path}?done=cancelled`);
    const [asked] = askedOf();
    expect(asked?.request).toMatchObject({ type: 'CancelBackorder', by: 'customer', lines: null });
    const [kept] = await shop.db.sql`
      select cancel_id, by, reason, requested from cancellations where order_id = ${orderId}`;
    expect(kept).toEqual({
      cancelId: asked?.request.type === 'CancelBackorder' && asked.request.cancelId,
      by: 'customer',
      reason: 'cancelled on the status page',
      requested: null,
    });
  });

  it('twice is one cancellation', async () => {
    const form = formOf((await get(`${path}/cancel`)).body);
    const answers = await Promise.all([post(form), post(form)]);
    expect(answers.map(({ status }) => status)).toEqual([303, 303]);
    expect(new Set(askedOf().map(({ id }) => id)).size).toBe(1);
    const kept = await shop.db.sql`select from cancellations where order_id = ${orderId}`;
    expect(kept.length).toBe(1);
  });

  it('from two pages are two requests, of which the backorder decides', async () => {
    await post(formOf((await get(`${path}/cancel`)).body));
    await post(formOf((await get(`${path}/cancel`)).body));
    expect(new Set(askedOf().map(({ id }) => id)).size).toBe(2);
  });

  it('takes no id that a form of ours cannot have had', async () => {
    await post('formId=../../x&answer=yes');
    await post(yes);
    for (const { id } of askedOf()) expect(id).toMatch(/^cancel\/page-[\da-f-]{36}$/);
    expect(askedOf()).toHaveLength(2);
  });

  it('is told plainly once, and only when it is so', async () => {
    const before = await get(`${path}?done=cancelled`);
    expect(before.body).not.toContain('role="status"');
    const cancellation = { orderId, cancelId: 'c', by: 'customer' as const, lines: null };
    await applyCancellation(shop.db, { ...cancellation, at: dayZero });
    await say(shop.db, orderId, { outcome: 'cancelled' });
    const after = textOf((await get(`${path}?done=cancelled`)).body);
    expect(after).toContain('Done: your order has been canceled. We will confirm it by email.');
    expect(after).toContain('Nothing was charged, and nothing will be.');
    expect(textOf((await get(path)).body)).not.toContain('Done:');
  });

  it.each([
    ['already_shipped', 'It has already shipped'],
    ['nothing_to_cancel', 'There is nothing left to cancel'],
  ] as const)('is answered like a person when refused: %s', async (refused, heading) => {
    shop.acts.answer = async () => ({ refused });
    const { status, headers, body } = await post(yes);
    expect(status).toBe(409);
    expect(headers.get('Content-Type')).toContain('text/html');
    expect(textOf(body)).toContain(heading);
    expect(body).toContain(`href="${path}"`);
  });

  it.each([
    ['no answer came in time', new OutcomeUnknown()],
    ['backorders cannot be reached', new Unavailable()],
  ])('is kept while %s, and the page says so until it is carried out', async (_, outage) => {
    shop.acts.answer = () => Promise.reject(outage);
    const form = formOf((await get(`${path}/cancel`)).body);
    const { status, headers } = await post(form);
    expect(status).toBe(303);
    expect(headers.get('Location')).toBe(path);
    for (const _reload of [1, 2]) {
      const { body } = await get(path);
      expect(textOf(body)).toContain('We have received your cancellation');
      expect(textOf(body)).toMatch(/You asked us on \w+day.* to cancel your order\./);
      expect(body).not.toContain(`${path}/cancel`);
    }
    expect((await get(`${path}/cancel`)).headers.get('Location')).toBe(path);
    expect((await post(form)).headers.get('Location')).toBe(path);
    expect(await shop.db.sql`select from customer_words where order_id = ${orderId}`).toHaveLength(
      1,
    );

    shop.acts.answer = async () => ({ ok: true });
    expect((await post(form)).headers.get('Location')).toBe(`${path}?done=cancelled`);
    expect(textOf((await get(path)).body)).not.toContain('We have received your cancellation');
  });

  it('is answered as before once it was carried out, and asks nobody again', async () => {
    shop.acts.answer = async () => ({ ok: true });
    const form = formOf((await get(`${path}/cancel`)).body);
    expect((await post(form)).status).toBe(303);
    shop.acts.answer = async () => ({ refused: 'already_shipped' });
    expect((await post(form)).status).toBe(303);
    expect(askedOf()).toHaveLength(1);
  });

  it('tells on the page that the items had left, if that is known only later', async () => {
    shop.acts.answer = () => Promise.reject(new Unavailable());
    await post(formOf((await get(`${path}/cancel`)).body));
    const [{ id: wordId = '' } = {}] = askedOf();
    await closeWord(shop.db.sql, { orderId, wordId, outcome: 'already_shipped' });
    const text = textOf((await get(path)).body);
    expect(text).toContain('We could not cancel what you asked');
    expect(text).toContain('the items were already with the carrier');
  });

  it('counts from when it was received, in the own time of the order', async () => {
    await goTo(shop.db, orderId, '2027-01-05T12:00:00.000Z');
    await post(formOf((await get(`${path}/cancel`)).body));
    const [asked] = askedOf();
    expect(asked?.request).toMatchObject({
      receivedAt: expect.stringMatching(/^2027-01-05T12:0/),
    });
  });

  it.each([
    [{ 'Sec-Fetch-Site': 'cross-site' }, 403],
    [{ 'Sec-Fetch-Site': 'same-site' }, 403],
    [{ Origin: 'https://evil.example' }, 403],
    [{ 'Sec-Fetch-Site': 'cross-site', Origin: 'http://meanwhile.test' }, 403],
    [{ 'Sec-Fetch-Site': 'same-origin', Origin: 'null' }, 303],
    [{ Origin: 'http://meanwhile.test' }, 303],
    [{ Origin: 'null' }, 303],
  ])('is heeded only from a page of ours: %j', async (headers, expected) => {
    const { status } = await post(yes, headers as Record<string, string>);
    expect(status).toBe(expected);
    expect(askedOf()).toHaveLength(expected === 303 ? 1 : 0);
  });
});
