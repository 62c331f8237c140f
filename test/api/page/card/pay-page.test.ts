import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { OutcomeUnknown, Unavailable } from '../../../../api/temporal/port.ts';
import { textOf } from '../../../support/page/page-text.ts';
import { assemble, startTestApp } from '../../test-app.ts';
import {
  askToConfirm,
  lantern,
  nothingPaid,
  offerCard,
  placeLamps,
  say,
  troubled,
} from '../cast.ts';

const stripe = {
  webhookSecrets: [],
  publishableKey: 'pk_test_1',
  jsUrl: 'http://provider.test/stripe.js',
};

let shop: Awaited<ReturnType<typeof startTestApp>>;
let path: string;
let count = 0;
let orderId: string;

beforeAll(async () => {
  shop = await startTestApp({ shop: lantern, stripe });
});
afterAll(() => shop.close());
beforeEach(async () => {
  orderId = `order-${++count}`;
  path = await placeLamps(shop.db, orderId);
  shop.acts.forget();
});

const get = (url: string) => shop.call('GET', url, { as: null });

const post = (url: string, body = '', headers: Record<string, string> = {}) =>
  shop.call('POST', url, {
    as: null,
    body,
    headers: { 'Content-Type': 'application/x-www-form-urlencoded', ...headers },
  });

const leadsToOrder = ({ status, headers }: { status: number; headers: Headers }): void => {
  expect(status).toBe(303);
  expect(headers.get('Location')).toBe(path);
};

describe('the page on which a payment is confirmed', () => {
  it('tells the script what to confirm, and changes nothing by being looked at', async () => {
    await askToConfirm(shop.db, orderId);
    const { status, body } = await get(`${path}/pay`);
    expect(status).toBe(200);
    expect(textOf(body)).toContain(
      `Your bank needs you to confirm the payment of $267.00 for order ${orderId}.`,
    );
    for (const told of [
      'data-kind="payment"',
      'data-js="http://provider.test/stripe.js"',
      'data-key="pk_test_1"',
      'data-secret="pi_1_secret_1"',
      'data-method="pm_1"',
      `data-return="${path}/returned"`,
      `action="${path}/paid"`,
    ])
      expect(body).toContain(told);
    expect(shop.acts.asked).toEqual([]);
  });

  it('runs our script and the provider alone, and none that is written into it', async () => {
    await askToConfirm(shop.db, orderId);
    const { headers, body } = await get(`${path}/pay`);
    const policy = headers.get('Content-Security-Policy') ?? '';
    expect(policy).toContain("script-src 'self' http://provider.test;");
    for (const rule of ['frame-src', 'connect-src']) {
      const [sources] = new RegExp(`${rule} [^;]+`).exec(policy) ?? [''];
      for (const origin of ['http://provider.test', 'https://hooks.stripe.com'])
        expect(sources).toContain(origin);
    }
    expect(policy).not.toMatch(/script-src[^;]*unsafe/);
    expect(headers.get('Cache-Control')).toBe('no-store');
    expect(headers.get('Referrer-Policy')).toBe('no-referrer');
    expect(body.match(/<script/g)).toHaveLength(1);
    const { headers: asset, body: script } = await get('/b/assets/pay.js');
    expect(asset.get('Content-Type')).toContain('text/javascript');
    expect(script).toContain('confirmPayment');
  });

  it('exists only while there is something to confirm', async () => {
    leadsToOrder(await get(`${path}/pay`));
    await say(shop.db, orderId, { payment: troubled({ reason: 'authentication' }) });
    leadsToOrder(await get(`${path}/pay`));
    await askToConfirm(shop.db, orderId);
    expect((await get(`${path}/pay`)).status).toBe(200);
    await shop.db.sql`update payment_attempts set client_secret = null where order_id = ${orderId}`;
    leadsToOrder(await get(`${path}/pay`));
    await shop.db.sql`delete from payment_attempts where order_id = ${orderId}`;
    await askToConfirm(shop.db, orderId);
    await say(shop.db, orderId, { payment: troubled({ reason: 'declined' }) });
    leadsToOrder(await get(`${path}/pay`));
    await say(shop.db, orderId, {
      payment: troubled({ reason: 'authentication', intentId: 'i2' }),
    });
    leadsToOrder(await get(`${path}/pay`));
  });

  it('says how to reach the shop where no card can be taken', async () => {
    await askToConfirm(shop.db, orderId);
    const keyless = { ...stripe, publishableKey: null };
    const { call } = assemble(shop.db, { shop: lantern, stripe: keyless });
    for (const at of ['pay', 'card']) {
      const { status, body } = await call('GET', `${path}/${at}`, { as: null });
      expect(status).toBe(200);
      expect(textOf(body)).toContain('please email us at help@shop.example.org.');
      expect(body).not.toMatch(/secret_1|<script|<form/);
    }
  });
});

describe('coming back from the bank', () => {
  it('changes nothing until the form is sent', async () => {
    const { status, body } = await get(`${path}/returned?redirect_status=succeeded`);
    expect(status).toBe(200);
    expect(textOf(body)).toContain('Thank you, one moment');
    expect(body).toMatch(/<button class="button go" type="submit">Continue<\/button>/);
    expect(shop.acts.asked).toEqual([]);
  });

  it('without its yes leads to another try of the payment, as long as it waits for one', async () => {
    const from = 'redirect_status=failed&payment_intent=pi_1&payment_intent_client_secret=pi_1_s';
    expect((await get(`${path}/returned?${from}`)).status).toBe(200);
    await askToConfirm(shop.db, orderId);
    const { status, headers } = await get(`${path}/returned?${from}`);
    expect(status).toBe(303);
    expect(headers.get('Location')).toBe(`${path}/pay?again`);
    const { body } = await get(`${path}/pay?again`);
    expect(textOf(body)).toContain(
      'The payment was not confirmed. Please try again or use a different card.',
    );
    expect(textOf((await get(`${path}/pay`)).body)).not.toContain('was not confirmed');
    const setup = 'redirect_status=failed&setup_intent=seti_1';
    expect((await get(`${path}/returned?${setup}`)).status).toBe(200);
    expect(shop.acts.asked).toEqual([]);
  });

  it('makes the backorder look at its payment, and leads to the order', async () => {
    await askToConfirm(shop.db, orderId);
    const { status, headers } = await post(`${path}/paid`);
    expect(status).toBe(303);
    expect(headers.get('Location')).toBe(`${path}?done=payment`);
    const request = { type: 'LookAtPayment' };
    expect(shop.acts.asked).toMatchObject([{ orderId, request }]);
    expect(textOf((await get(`${path}?done=payment`)).body)).toContain('Thank you.');
  });

  it('makes it look at the form that is open', async () => {
    await offerCard(shop.db, { orderId, offerId: randomUUID(), clientSecret: 'seti_1' });
    expect((await post(`${path}/paid`)).status).toBe(303);
    expect(shop.acts.asked).toMatchObject([{ orderId, request: { type: 'LookAtPayment' } }]);
  });

  it('costs nothing when nothing waits for the customer there', async () => {
    const ended = { clientSecret: null, endedAt: '2026-11-24T10:00:00Z' };
    await offerCard(shop.db, { orderId, offerId: randomUUID(), ...ended });
    expect((await post(`${path}/paid`)).status).toBe(303);
    expect(shop.acts.asked).toEqual([]);
  });

  it('costs one look in three seconds, however often it happens', async () => {
    await askToConfirm(shop.db, orderId);
    const began = Date.now();
    for (let i = 0; i < 2; i++) await Promise.all([1, 2, 3].map(() => post(`${path}/paid`)));
    // A busy machine may bring one of three only when the first look is under way.
    const looks = shop.acts.asked.length;
    expect(looks).toBeGreaterThanOrEqual(2);
    expect(looks).toBeLessThan(6);
    expect(Date.now() - began).toBeGreaterThanOrEqual((looks - 1) * 2_900);
  });

  it('leads to the order even if nobody answers, and says so if nobody could be asked', async () => {
    await askToConfirm(shop.db, orderId);
    shop.acts.answer = () => Promise.reject(new OutcomeUnknown());
    expect((await post(`${path}/paid`)).status).toBe(303);
    shop.acts.answer = () => Promise.reject(new Unavailable());
    const { status, body } = await post(`${path}/paid`);
    expect(status).toBe(503);
    expect(textOf(body)).toContain('Please try again in a moment');
  });
});

const formOf = (html: string): string => {
  const id = /<input type="hidden" name="formId" value="([^"]+)"\/>/.exec(html)?.[1];
  if (!id) throw new Error('the page has no form');
  return id;
};

describe('giving another card', () => {
  it('is asked for first, and changes nothing by being looked at', async () => {
    const { status, body } = await get(`${path}/card`);
    expect(status).toBe(200);
    expect(textOf(body)).toContain('Nothing will be charged now.');
    expect(shop.acts.asked).toEqual([]);
  });

  it('asks for one offer, however often the form is sent', async () => {
    const offerId = formOf((await get(`${path}/card`)).body);
    const answers = await Promise.all([1, 2].map(() => post(`${path}/card`, `formId=${offerId}`)));
    for (const { status, headers } of answers) {
      expect(status).toBe(303);
      expect(headers.get('Location')).toBe(`${path}/card/${offerId}`);
    }
    const asked = { orderId, request: { type: 'OfferCard', offerId }, id: `card/${offerId}` };
    expect(shop.acts.asked).toEqual([asked, asked]);
  });

  it('waits until the provider has made the offer, then shows its form', async () => {
    const offerId = randomUUID();
    expect((await get(`${path}/card/${offerId}`)).body).toContain('data-kind="waiting"');
    await offerCard(shop.db, { orderId, offerId, clientSecret: null });
    expect((await get(`${path}/card/${offerId}`)).body).toContain('data-kind="waiting"');
    await shop.db.sql`update card_offers set client_secret = 'seti_1' where offer_id = ${offerId}`;
    const { body } = await get(`${path}/card/${offerId}`);
    expect(body).toContain('data-kind="setup"');
    expect(body).toContain('data-secret="seti_1"');
    expect(shop.acts.asked).toEqual([]);
  });

  it('leads to the order once the offer has ended, or never was one of ours', async () => {
    const offerId = randomUUID();
    const endedAt = '2026-11-24T10:00:00Z';
    await offerCard(shop.db, { orderId, offerId, clientSecret: null, endedAt });
    leadsToOrder(await get(`${path}/card/${offerId}`));
    leadsToOrder(await get(`${path}/card/offer`));
  });

  it('is the same form as long as one is open, and asks for no other', async () => {
    const offerId = randomUUID();
    await offerCard(shop.db, { orderId, offerId, clientSecret: 'seti_1' });
    const another = `formId=${randomUUID()}`;
    const { status, headers } = await post(`${path}/card`, another);
    expect([status, headers.get('Location')]).toEqual([303, `${path}/card/${offerId}`]);
    expect(shop.acts.asked).toEqual([]);
    const endedAt = '2026-11-24T10:00:00Z';
    await shop.db.sql`update card_offers set ended_at = ${endedAt} where offer_id = ${offerId}`;
    await post(`${path}/card`, another);
    expect(shop.acts.asked).toHaveLength(1);
  });

  it('is a new form a day later', async () => {
    await offerCard(shop.db, { orderId, offerId: randomUUID(), clientSecret: 'seti_1' });
    await shop.db.sql`
      update card_offers set created_at = now() - interval '1 day' where order_id = ${orderId}`;
    await post(`${path}/card`);
    expect(shop.acts.asked).toHaveLength(1);
  });

  it('leads to the form that was being asked for already', async () => {
    const [first, second] = [randomUUID(), randomUUID()];
    shop.acts.answer = async () => {
      await offerCard(shop.db, { orderId, offerId: first, clientSecret: null });
      return { ok: true };
    };
    const { headers } = await post(`${path}/card`, `formId=${second}`);
    expect(headers.get('Location')).toBe(`${path}/card/${first}`);
  });

  it('says in plain words that the form was refused, and offers another try', async () => {
    const refused = { endedAt: '2026-11-24T10:00:00Z', refusal: 'resource_missing' };
    const offerId = randomUUID();
    await offerCard(shop.db, { orderId, offerId, clientSecret: null, ...refused });
    const { status, body } = await get(`${path}/card/${offerId}`);
    expect(status).toBe(200);
    expect(textOf(body)).toContain('We cannot show you a card form');
    expect(textOf(body)).toContain('please email us at help@shop.example.org');
    expect(body).toContain(`href="${path}/card"`);
    expect(body).not.toMatch(/resource_missing|<script|<form/);
  });

  it('shows nobody the offer of another order', async () => {
    const offerId = randomUUID();
    await offerCard(shop.db, { orderId: 'another', offerId, clientSecret: 'seti_2' });
    expect((await get(`${path}/card/${offerId}`)).body).not.toContain('seti_2');
  });

  it.each([
    ['cancelled', 'Your order has been canceled, and no further payment is needed.'],
    ['already_shipped', 'Your order has shipped, and no further payment is needed.'],
  ] as const)('is answered like a person when refused: %s', async (refused, told) => {
    shop.acts.answer = async () => ({ refused });
    const { status, body } = await post(`${path}/card`);
    expect(status).toBe(409);
    expect(textOf(body)).toContain(told);
    expect(body).toContain(`href="${path}"`);
  });

  it('can be asked for again with the same id while its outcome is unknown', async () => {
    shop.acts.answer = () => Promise.reject(new OutcomeUnknown());
    const offerId = randomUUID();
    const { status, headers, body } = await post(`${path}/card`, `formId=${offerId}`);
    expect(status).toBe(503);
    expect(headers.get('Retry-After')).toBe('5');
    expect(formOf(body)).toBe(offerId);
  });

  it('is offered to nobody whose payment is held', async () => {
    await say(shop.db, orderId, { phase: 'ready_to_ship', payment: nothingPaid });
    await shop.db.sql`update lines set waiting = 0, firm = 2 where order_id = ${orderId}`;
    leadsToOrder(await get(`${path}/card`));
    leadsToOrder(await post(`${path}/card`));
    expect(shop.acts.asked).toEqual([]);
  });
});

describe('an order of which nothing is to be paid any more', () => {
  beforeEach(() =>
    say(shop.db, orderId, { phase: 'cancelled', outcome: 'cancelled', payment: nothingPaid }),
  );

  it.each(['pay', 'card', `card/${randomUUID()}`])('says so at /%s', async (at) => {
    const { status, body } = await get(`${path}/${at}`);
    expect(status).toBe(200);
    expect(textOf(body)).toContain('There is nothing left to pay');
    expect(textOf(body)).toContain('Your order has been canceled');
    expect(body).toContain(`href="${path}"`);
    expect(body).not.toMatch(/<form|<script/);
  });

  it('takes no card, and thanks for no payment', async () => {
    const { status, body } = await post(`${path}/card`);
    expect(status).toBe(409);
    expect(textOf(body)).toContain('There is nothing left to pay');
    expect(textOf((await get(`${path}?done=payment`)).body)).not.toContain('Thank you');
    expect(shop.acts.asked).toEqual([]);
  });
});

describe.each(['paid', 'card'])('the form at /%s', (at) => {
  it.each([
    ['Sec-Fetch-Site', 'cross-site'],
    ['Origin', 'https://evil.example'],
  ])('is heeded only from a page of ours: %s %s', async (header, value) => {
    const { status, body } = await post(`${path}/${at}`, '', { [header]: value });
    expect(status).toBe(403);
    expect(textOf(body)).toContain('Nothing was changed');
    expect(shop.acts.asked).toEqual([]);
  });
});

it.each(['pay', 'returned', 'card', 'card/x'])('an unknown order has no page /%s', async (at) => {
  const { status, headers, body } = await get(`/b/nobody/${at}`);
  expect(status).toBe(404);
  expect(headers.get('Referrer-Policy')).toBe('no-referrer');
  expect(textOf(body)).toContain('We cannot find this order');
});
