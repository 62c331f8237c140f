import { Hono } from 'hono';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ReceivedMail } from '../../../dev/resend/store.ts';
import { type Served, serveApp } from '../../../dev/server.ts';
import { findFreePort } from '../../../dev/service/ports.ts';
import { createShop } from '../../../dev/shop/app.tsx';
import { products } from '../../../dev/shop/catalog.ts';
import { day } from '../../../workflows/calendar/format.ts';
import { startTestApp } from '../../api/test-app.ts';
import { publishAll } from '../../api/updates/publication.ts';
import { inDays } from '../../support/lives/story.ts';
import { textOf } from '../../support/page/page-text.ts';
import { serveStripe } from '../stripe/serve.ts';

let meanwhile: Awaited<ReturnType<typeof startTestApp>>;
let stripe: Awaited<ReturnType<typeof serveStripe>>;
let served: Served;
let shop: Hono;

const mails: ReceivedMail[] = [];

const settings = {
  apiKey: 'key-of-admin',
  stripeKey: 'sk_test_shop',
  publicUrl: 'http://meanwhile.test',
  temporalUiUrl: 'http://temporal.test',
  inboxUrl: 'http://inbox.test/inbox',
};

beforeAll(async () => {
  [meanwhile, stripe] = await Promise.all([startTestApp(), serveStripe()]);
  const port = await findFreePort();
  served = await serveApp(new Hono().mount('/', meanwhile.app.fetch), port);
  const apiUrl = `http://127.0.0.1:${port}`;
  shop = createShop({ ...settings, apiUrl, stripeBase: stripe.base, listMails: () => mails });
});
afterAll(async () => {
  await Promise.all([served?.close(), stripe?.close()]);
  await meanwhile?.close();
});

/** A promise for a day that is over is refused. */
const promisedOn = inDays(50);

const form = {
  email: 'ada@example.org',
  name: 'Ada',
  place: 'berlin',
  card: 'pm_card_visa',
  promisedOn,
  fulfilment: 'ship-available',
  'quantity-LAMP-BRASS': '2',
};

const post = (path: string, fields: Record<string, string> = {}, headers = {}) =>
  shop.request(path, { method: 'POST', body: new URLSearchParams(fields), headers });

const order = async (orderId: string, changes: Record<string, string> = {}) => {
  const answer = await post('/orders', { ...form, orderId, ...changes });
  expect(answer.status).toBe(303);
};

const backorderOf = async (orderId: string) =>
  (await meanwhile.call('GET', `/v1/backorders/${orderId}`)).body;

/** A message of an order that went out, and its mail in the inbox. */
const tellMail = async (orderId: string, { id, subject }: { id: string; subject: string }) => {
  await meanwhile.db.sql`
    insert into messages (id, order_id, key, kind, class, decision, at)
    values (${id}, ${orderId}, ${subject}, 'countdown', 'relationship', 'sent', ${`2026-12-0${mails.length + 1}T10:00:00Z`})`;
  mails.push({
    ...{ id: `mail-${subject}`, subject, html: `<p>${subject}</p>`, text: subject },
    ...{ from: 'shop@example.org', to: ['ada@example.org'], cc: [], bcc: [], replyTo: [] },
    ...{ headers: {}, tags: [], receivedAt: '2026-12-01T10:00:00Z' },
    idempotencyKey: `${orderId}/${subject}/${id}`,
  });
};

const said = (answer: Response): string =>
  new URL(answer.headers.get('Location') ?? '', 'http://shop.test').searchParams.get('said') ?? '';

describe('the demo shop', () => {
  it('names its products to the API when it is first looked at', async () => {
    expect((await shop.request('/')).status).toBe(200);
    const titles = await meanwhile.db.sql`select title from products order by sku`;
    expect(titles.map(({ title }) => title)).toContain('Brass lamp');
  });

  it('saves the card at Stripe and hands the backorder over', async () => {
    await order('S-1');
    const placed = await backorderOf('S-1');
    expect(placed).toMatchObject({
      customer: { email: 'ada@example.org', timeZone: 'Europe/Berlin' },
      shipTo: { country: 'DE' },
      fulfilment: 'ship-available',
      lines: [{ sku: 'LAMP-BRASS', quantity: 2, unitPrice: { amount: 12_900, currency: 'USD' } }],
      promise: { on: promisedOn },
    });
    const [kept] = await meanwhile.db.sql`
      select provider_customer_id as customer, payment_method_id as card, mandate
      from orders where order_id = 'S-1'`;
    const card = await stripe.stripe.paymentMethods.retrieve(kept?.card);
    expect(card.customer).toBe(kept?.customer);
    expect(kept?.mandate.maximum).toEqual({ amount: 26_700, currency: 'USD' });
  });

  it('takes a deposit at once, and lets only the rest be charged', async () => {
    await order('S-11', { terms: 'deposit' });
    expect((await backorderOf('S-11')).payment).toMatchObject({
      terms: 'deposit',
      captured: { amount: 5_340 },
    });
    const [kept] = await meanwhile.db.sql`
      select upfront_intent_id as intent, mandate from orders where order_id = 'S-11'`;
    const { status, amount_received, metadata } = await stripe.stripe.paymentIntents.retrieve(
      kept?.intent,
    );
    expect({ status, amount_received }).toEqual({ status: 'succeeded', amount_received: 5_340 });
    expect(metadata.order).toBe('S-11');
    expect(kept?.mandate.maximum.amount).toBe(21_360);
  });

  it('takes all of it at once, and once however often the form is sent', async () => {
    await order('S-12', { terms: 'prepaid' });
    await order('S-12', { terms: 'prepaid' });
    expect((await backorderOf('S-12')).payment).toMatchObject({
      terms: 'prepaid',
      captured: { amount: 26_700 },
    });
    const { data } = await stripe.stripe.paymentIntents.list({ limit: 100 });
    expect(data.filter(({ metadata }) => metadata.order === 'S-12')).toHaveLength(1);
  });

  it.each([
    { terms: 'ask', payment: { terms: 'on_shipment', state: 'asked', heldBy: null } },
    { terms: 'held', payment: { terms: 'prepaid', state: 'captured', heldBy: 'shop' } },
    { terms: 'none', payment: { terms: 'none', state: 'none', heldBy: null } },
  ])('needs no card at the till for terms $terms', async ({ terms, payment }) => {
    const before = (await stripe.stripe.customers.list({ limit: 100 })).data.length;
    await order(`S-${terms}`, { terms });
    expect((await backorderOf(`S-${terms}`)).payment).toMatchObject(payment);
    expect((await stripe.stripe.customers.list({ limit: 100 })).data).toHaveLength(before);
  });

  it('tells that the shop has sent a refund back', async () => {
    await order('S-back', { terms: 'held' });
    await post('/orders/S-back/refunded');
    const asked = meanwhile.acts.asked.filter(({ orderId }) => orderId === 'S-back');
    expect(asked.map(({ request }) => request)).toEqual([
      { type: 'ResolveAttention', code: 'refund_wanted' },
    ]);
  });

  it('hands nothing over when the card is declined at the till', async () => {
    const card = 'pm_card_chargeCustomerFail';
    const answer = await post('/orders', { ...form, orderId: 'S-13', terms: 'prepaid', card });
    expect(answer.status).toBe(422);
    expect(textOf(await answer.text())).toContain('Stripe did not take the card');
    expect((await meanwhile.call('GET', '/v1/backorders/S-13')).status).toBe(404);
  });

  it('places one order however often its form is sent', async () => {
    await order('S-2');
    await order('S-2', { name: 'Somebody else' });
    expect((await backorderOf('S-2')).customer.name).toBe('Ada');
  });

  it('gives no date when none can be given', async () => {
    const rug = { 'quantity-LAMP-BRASS': '0', 'quantity-RUG-WOOL': '1' };
    await order('S-3', { ...rug, promisedOn: '' });
    expect((await backorderOf('S-3')).promise).toBeNull();
  });

  it('promises the date that it shows, unless another is asked for', async () => {
    await shop.request('/');
    const { shipsOn } = (await meanwhile.call('GET', '/v1/availability/LAMP-BRASS')).body;
    const html = await (await shop.request('/items/LAMP-BRASS')).text();
    const [, data = ''] = /<script type="application\/ld\+json">(.*?)<\/script>/.exec(html) ?? [];
    expect(JSON.parse(data)).toMatchObject({
      name: 'Brass lamp',
      offers: {
        availability: 'https://schema.org/BackOrder',
        availabilityStarts: `${shipsOn}T00:00:00+00:00`,
        price: '129.00',
        priceCurrency: 'USD',
      },
    });
    await order('S-14', { promisedOn: '' });
    expect((await backorderOf('S-14')).promise).toMatchObject({ on: shipsOn });
  });

  it('speaks to its customers in their language, and of other things only if they agree', async () => {
    await order('S-15', { locale: 'fr-FR', consent: 'yes' });
    await order('S-16');
    const kept = await meanwhile.db.sql`
      select order_id as id, locale, marketing_consent as consent
      from orders where order_id in ('S-15', 'S-16') order by order_id`;
    expect(kept.map((row) => ({ ...row }))).toEqual([
      { id: 'S-15', locale: 'fr-FR', consent: true },
      { id: 'S-16', locale: 'en-US', consent: false },
    ]);
  });

  it('lets the supplier slip, so that the promises that rest on it break', async () => {
    await order('S-17', { promisedOn: '' });
    const before = (await backorderOf('S-17')).promise.on;
    const answer = await post('/orders/S-17/slip');
    const moved = (await meanwhile.call('GET', '/v1/skus/LAMP-BRASS')).body.supplies[0];
    expect(moved.expectedOn > before).toBe(true);
    expect(said(answer)).toContain(`LAMP-BRASS now comes on ${moved.expectedOn}:`);
    expect(said(answer)).not.toContain(' 0 promises');
  });

  it('has a story and two pictures for each product, small enough for a mail', async () => {
    for (const { sku, picture } of products) {
      const [known] = await meanwhile.db.sql`
        select highlights, image_url as url from products where sku = ${sku}`;
      expect(known?.highlights[0]).toHaveProperty('text');
      expect(known?.url).toBe(`http://inbox.test/shop/pictures/${picture}.png`);
      for (const [end, type] of [
        ['svg', 'image/svg+xml'],
        ['png', 'image/png'],
      ]) {
        const answer = await shop.request(`/pictures/${picture}.${end}`);
        expect(answer.headers.get('Content-Type')).toBe(type);
        expect((await answer.arrayBuffer()).byteLength).toBeLessThan(40_000);
      }
    }
    expect((await shop.request('/pictures/..%2Fapp.tsx')).status).toBe(404);
  });

  it('shows what the customer reads, and the mail that was chosen', async () => {
    await order('S-18');
    const id = '00000000-0000-4000-8000-000000000001';
    await tellMail('S-18', { id, subject: 'First' });
    await tellMail('S-18', { id: id.replace(/1$/, '2'), subject: 'Second' });
    const read = async (query = '') =>
      textOf(await (await shop.request(`/orders/S-18${query}`)).text());
    expect(await read()).toContain('Second Open it in the inbox');
    expect(await read(`?mail=${id}`)).toContain('First Open it in the inbox');
  });

  it('shows how each order stands, and where to look on', async () => {
    await order('S-4');
    const html = await (await shop.request('/')).text();
    const { links } = await backorderOf('S-4');
    expect(textOf(html)).toContain('S-4 waiting for stock');
    expect(textOf(html)).toContain(`Ships by ${day(promisedOn, 'en-US')}`);
    expect(textOf(html)).toContain('Day 1 of ');
    for (const link of [links.status, 'http://inbox.test/inbox?to=ada%40example.org'])
      expect(html).toContain(`href="${link}"`);
  });

  it('restocks what an order waits for', async () => {
    await order('S-5', { 'quantity-LAMP-BRASS': '0', 'quantity-CHAIR-WALNUT': '3' });
    const answer = await post('/orders/S-5/restock');
    expect(said(answer)).toBe('3 × CHAIR-WALNUT came in: 3 for S-5, 0 left.');
    expect((await backorderOf('S-5')).lines[0]).toMatchObject({ waiting: 0, allocated: 3 });
  });

  it('shares what moves and what arrives where the form says so, and shows it', async () => {
    await meanwhile.db.sql`truncate updates cascade`;
    await order('S-20', { promisedOn: '' });
    await post('/orders/S-20/slip', { note: 'kept to ourselves' });
    await post('/orders/S-20/slip', { share: 'on', note: 'The kiln is <b>cold</b>' });
    await publishAll(meanwhile.db);
    const read = async () => textOf(await (await shop.request('/updates')).text());
    expect(await read()).not.toContain('The kiln');
    expect(await read()).toContain('1 update waits');
    await meanwhile.db.sql`update updates set created_at = now() - interval '2 days'`;
    await publishAll(meanwhile.db);
    expect(await read()).toContain('The kiln is &lt;b&gt;cold&lt;/b&gt;');
    expect(await read()).not.toContain('kept to ourselves');
    await post('/orders/S-20/restock', { share: 'on', note: 'All here' });
    await publishAll(meanwhile.db);
    expect(await read()).toContain('a delivery has arrived');
    expect(await read()).toContain('All here');
  });

  it('moves time on, ships and cancels by the order', async () => {
    await order('S-6');
    await post('/orders/S-6/later', { days: '7' });
    expect(meanwhile.acts.fastForwarded).toEqual([7 * 86_400_000]);
    await post('/orders/S-6/ship');
    await post('/orders/S-6/cancel');
    const asked = meanwhile.acts.asked.filter(({ orderId }) => orderId === 'S-6');
    expect(asked.map(({ request }) => request)).toMatchObject([
      { type: 'ReportShipment', lines: null },
      { type: 'CancelBackorder', by: 'shop', lines: null },
    ]);
  });

  it('shows what the API refuses, thing by thing', async () => {
    const answer = await post('/orders', { ...form, orderId: 'S-7', email: 'nobody' });
    expect(answer.status).toBe(422);
    expect(textOf(await answer.text())).toContain('/customer/email Expected an email address');
  });

  it('shows what Stripe refuses', async () => {
    await stripe.plan({ match: 'POST /v1/payment_methods', fault: 'status:400' });
    const answer = await post('/orders', { ...form, orderId: 'S-8' });
    expect(answer.status).toBe(422);
    expect(textOf(await answer.text())).toContain('Stripe did not take the card');
  });

  it('refuses a form that it cannot have sent', async () => {
    const answer = await post('/orders', { ...form, orderId: 'S-9', card: 'pm_card_gold' });
    expect(answer.status).toBe(422);
    expect(textOf(await answer.text())).toContain('The form is not valid');
  });

  it('heeds no form of another site, because it holds a key', async () => {
    await order('S-10');
    const headers = { 'Sec-Fetch-Site': 'cross-site' };
    expect((await post('/orders/S-10/cancel', {}, headers)).status).toBe(403);
    expect(meanwhile.acts.asked.filter(({ orderId }) => orderId === 'S-10')).toEqual([]);
  });

  it('shows its products, and says so, when the API cannot be reached', async () => {
    const alone = createShop({
      ...settings,
      apiUrl: 'http://127.0.0.1:9',
      stripeBase: stripe.base,
    });
    for (const path of ['/', '/items/LAMP-BRASS']) {
      const answer = await alone.request(path);
      const html = await answer.text();
      expect([answer.status, html.includes('ld+json')]).toEqual([200, false]);
      expect(textOf(html)).toContain('The API cannot be reached');
      expect(textOf(html)).toContain('Brass lamp');
      expect(html).toContain('<backorder-status sku="LAMP-BRASS"');
    }
    expect((await alone.request('/checkout')).status).toBe(503);
  });

  it('takes the widget and the feeds from the API, and may run no other script', async () => {
    const answer = await shop.request('/items/LAMP-BRASS?quantity=2');
    const html = await answer.text();
    expect(html).toContain('src="http://meanwhile.test/widget.js"');
    expect(html).toContain('<backorder-status sku="LAMP-BRASS" quantity="2">');
    for (const name of ['atom', 'json'])
      expect(html).toContain(`href="http://meanwhile.test/feeds/updates.${name}"`);
    const policy = answer.headers.get('Content-Security-Policy');
    expect(policy).toContain("script-src 'self' http://meanwhile.test;");
  });
});
