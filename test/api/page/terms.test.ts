import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { OutcomeUnknown } from '../../../api/temporal/port.ts';
import type { CardWants } from '../../../workflows/domain/backorder/mail.ts';
import { textOf } from '../../support/page/page-text.ts';
import { startTestApp } from '../test-app.ts';
import { cancel, goTo, lantern, nothingPaid, pathOf, placeLamps, say } from './cast.ts';

const stripe = { webhookSecrets: [], publishableKey: 'pk_test_1', jsUrl: 'http://p.test/s.js' };

const words = 'Charge <b>me</b> when it ships';

let shop: Awaited<ReturnType<typeof startTestApp>>;
let path: string;
let orderId: string;
let count = 0;

beforeAll(async () => {
  shop = await startTestApp({ shop: lantern, stripe });
});
afterAll(() => shop.close());
beforeEach(async () => {
  orderId = `order-${++count}`;
  path = await placeLamps(shop.db, orderId);
  shop.acts.forget();
});

const mandate = {
  ...{ text: words, version: '7', acceptedAt: null },
  maximum: { amount: 26_700, currency: 'USD' },
};

/** The customer of this order is asked for card and consent. */
const asking = async (wants: CardWants = 'both') => {
  await shop.db.sql`
    update orders set mandate = ${JSON.stringify(mandate)}::jsonb, payment_method_id = null,
      ask_days = 7 where order_id = ${orderId}`;
  const asked = { wants, endsAt: '2027-01-10T15:00:00.000Z' };
  await say(shop.db, orderId, { payment: { ...nothingPaid, state: 'asked', asked } });
};

const get = async (part = '') => {
  const { status, headers, body } = await shop.call('GET', `${path}${part}`, { as: null });
  return { status, headers, html: String(body), text: textOf(String(body)) };
};

const post = (form: Record<string, string> | string, headers: Record<string, string> = {}) =>
  shop.call('POST', `${path}/card`, {
    as: null,
    body: new URLSearchParams(form).toString(),
    headers: { 'Content-Type': 'application/x-www-form-urlencoded', ...headers },
  });

const consentOf = async () => {
  const [row] = await shop.db.sql`
    select mandate ->> 'acceptedAt' as at from orders where order_id = ${orderId}`;
  return row?.at;
};

const requests = () => shop.acts.asked.map(({ request }) => request.type);

describe('the page of an order that is asked for card and consent', () => {
  it.each([
    ['both', 'your card and your agreement', 'Give us your card'],
    ['card', 'your card', 'Give us your card'],
    ['consent', 'your agreement', 'Read and agree'],
  ] as const)('says what is needed: %s', async (wants, what, label) => {
    await asking(wants);
    await goTo(shop.db, orderId, '2027-01-05T15:00:00.000Z');
    const { text, html } = await get();
    expect(text).toContain(`Your order is waiting for ${what}.`);
    expect(text).toContain('by the end of Saturday, January 9, 2027');
    expect(text).not.toContain('Pay with a different card');
    expect(html).toContain(`href="${path}/card">${label}</a>`);
    const charged = wants === 'card' ? 'it' : 'your card';
    expect(text).toContain(`Once we have ${what}, we will charge ${charged} only when`);
  });

  it('says so before the workflow has said anything', async () => {
    await asking();
    await shop.db.sql`delete from views where order_id = ${orderId}`;
    expect((await get()).text).toContain('Give us your card');
  });

  it('shows the mandate, its version and its maximum, and changes nothing by being read', async () => {
    await asking();
    const { status, html, text } = await get('/card');
    expect(status).toBe(200);
    expect(html).toContain('Charge &lt;b&gt;me&lt;/b&gt; when it ships');
    expect(text).toContain('Version 7');
    expect(text).toContain('never more than $267.00 in total');
    const box = /<input type="checkbox"[^>]*>/.exec(html)?.[0];
    expect(box).toContain('required');
    expect(box).not.toContain('checked');
    expect(requests()).toEqual([]);
    expect(await consentOf()).toBeNull();
  });

  it('takes no form without the box, and none of another site', async () => {
    await asking();
    const answer = await post({ formId: randomUUID() });
    expect(answer.status).toBe(422);
    expect(textOf(answer.body)).toContain('Please check the box first.');
    const foreign = await post({ agree: 'yes' }, { 'Sec-Fetch-Site': 'cross-site' });
    expect(foreign.status).toBe(403);
    expect(requests()).toEqual([]);
    expect(await consentOf()).toBeNull();
  });

  it.each(['agree=yes&agree=no', 'agree=no&agree=yes', 'agree=', 'AGREE=yes', 'agree=yes%00'])(
    'takes no form that does not say yes and nothing else: %s',
    async (form) => {
      await asking();
      expect((await post(form)).status).toBe(422);
      expect(await consentOf()).toBeNull();
      expect(requests()).toEqual([]);
    },
  );

  it('keeps the first consent, and goes on to the card', async () => {
    await asking();
    const formId = randomUUID();
    const { status, headers } = await post({ formId, agree: 'yes' });
    expect(status).toBe(303);
    expect(headers.get('Location')).toBe(`${path}/card/${formId}`);
    expect(requests()).toEqual(['AcceptMandate', 'OfferCard']);
    const first = await consentOf();
    expect(first).toMatch(/Z$/);
    await post({ formId: randomUUID(), agree: 'yes' });
    expect(await consentOf()).toBe(first);
  });

  it('asks for consent alone where there is a card', async () => {
    await asking('consent');
    expect((await get('/card')).text).toContain('What your card will be charged');
    const { headers } = await post({ agree: 'yes' });
    expect(headers.get('Location')).toBe(`${path}?done=payment`);
    expect(requests()).toEqual(['AcceptMandate']);
  });

  it('asks for the card alone where there is consent', async () => {
    await asking('card');
    const { html, text } = await get('/card');
    expect(html).not.toContain('name="agree"');
    expect(text).toContain('Your card will be used for order');
    await post({ formId: randomUUID() });
    expect(requests()).toEqual(['OfferCard']);
  });

  it('says that it is too late once the order was cancelled', async () => {
    await asking();
    shop.acts.answer = async () => ({ refused: 'cancelled' });
    const late = await post({ agree: 'yes' });
    expect(late.status).toBe(409);
    expect(textOf(late.body)).toContain('Your order has been canceled');
    await cancel(shop.db, orderId);
    await say(shop.db, orderId, { outcome: 'cancelled' });
    expect((await post({ agree: 'yes' })).status).toBe(409);
    expect((await get('/card')).text).toContain('There is nothing left to pay');
  });

  it('keeps the form when no answer comes in time', async () => {
    await asking();
    shop.acts.answer = async () => {
      throw new OutcomeUnknown();
    };
    const formId = randomUUID();
    const { status, headers, body } = await post({ formId, agree: 'yes' });
    expect(status).toBe(503);
    expect(headers.get('Retry-After')).toBe('5');
    expect(body).toContain(`value="${formId}"`);
  });
});

describe('the page of an order whose money the shop holds', () => {
  it('says that the shop refunds', async () => {
    await shop.db.sql`
      update orders set terms = 'prepaid', held_by = 'shop', paid_upfront = 26700
      where order_id = ${orderId}`;
    const payment = { ...nothingPaid, state: 'captured' as const, captured: 26_700 };
    await say(shop.db, orderId, { payment });
    expect((await get('/cancel')).text).toContain('will be refunded by Lantern & Sons to');
    await cancel(shop.db, orderId, 1);
    await say(shop.db, orderId, { payment });
    expect((await get()).text).toContain('Lantern & Sons is refunding $133.50');
  });
});

describe('the page of an order that costs nothing', () => {
  const aboutMoney = /\b(charg|card|pay|paid|refund)/i;

  it('speaks of no money, and takes no card', async () => {
    await shop.db.sql`
      update orders set terms = 'none', shipping = 0, mandate = null, payment_method_id = null
      where order_id = ${orderId}`;
    await shop.db.sql`update lines set total = 0, unit_price = 0 where order_id = ${orderId}`;
    await say(shop.db, orderId, { payment: { ...nothingPaid, state: 'none' } });
    for (const part of ['', '/cancel']) expect((await get(part)).text).not.toMatch(aboutMoney);
    for (const part of ['/card', '/pay']) {
      const { status, headers } = await get(part);
      expect(status).toBe(303);
      expect(headers.get('Location')).toBe(path);
    }
    await cancel(shop.db, orderId);
    await say(shop.db, orderId, { payment: { ...nothingPaid, state: 'none' } });
    expect((await get()).text).not.toMatch(aboutMoney);
    expect(await pathOf(shop.db, orderId)).toBe(path);
  });
});
