import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { saveShopOrder } from '../../../db/connector/orders.ts';
import { place, receive } from '../../db/cast.ts';
import { textOf } from '../../support/page/page-text.ts';
import { assemble, startTestApp } from '../test-app.ts';
import {
  askToConfirm,
  cancel,
  goTo,
  lantern,
  nameProducts,
  nothingPaid,
  ofShop,
  pathOf,
  say,
  ship,
  troubled,
} from './cast.ts';

let shop: Awaited<ReturnType<typeof startTestApp>>;

beforeAll(async () => {
  shop = await startTestApp({ shop: lantern });
  await nameProducts(shop.db, { LAMP: 'Brass lamp' });
});
afterAll(() => shop.close());

const promise = { on: '2027-01-15', basis: 'supplier confirmation 8812' };

const read = async (orderId: string, query = '') => {
  const path = await pathOf(shop.db, orderId);
  const { body } = await shop.call('GET', `${path}${query}`, { as: null });
  return textOf(body);
};

describe('the status page of an order', () => {
  it('calls an order of a shop what the shop calls it', async () => {
    await place(shop.db, { 'shop:77': ['LAMP:1'] });
    await saveShopOrder(shop.db.sql, ofShop('shop:77', { number: '1021' }));
    const text = await read('shop:77');
    expect(text).toContain('Order 1021 Placed on');
    expect(text).not.toContain('shop:77');
    const path = await pathOf(shop.db, 'shop:77');
    const { body } = await shop.call('GET', `${path}/cancel`, { as: null });
    expect(textOf(body)).toContain('1021');
  });

  it('reads well before the workflow has said anything', async () => {
    await place(shop.db, { new: ['LAMP:2'] }, { promise });
    await goTo(shop.db, 'new', '2026-11-24T15:00:00.000Z');
    const text = await read('new');
    expect(text).toContain('Order new Placed on Monday, November 23, 2026');
    expect(text).toContain('Your order is waiting for stock. We are keeping your place in line.');
    expect(text).toContain('Expected to ship by Friday, January 15, 2027.');
    expect(text).toContain('Brass lamp Quantity 2 · waiting for stock $258.00');
    expect(text).toContain('Shipping $9.00 Order total $267.00');
    expect(text).toContain('Nothing has been charged yet.');
    expect(text).toContain('never charge more than $138.00 in total');
  });

  it('lets nothing that others wrote reorder its own words', async () => {
    await nameProducts(shop.db, { MISBAH: '\u2069\u202eمصباح' });
    await place(shop.db, { framed: ['MISBAH:1'] });
    await receive(shop.db, 'MISBAH:1');
    await ship(shop.db, 'framed', 1, { carrier: '\u202bPost', tracking: '\u2067T-1' });
    const path = await pathOf(shop.db, 'framed');
    const { body } = await shop.call('GET', path, { as: null });
    expect(body).toContain('<bdi>\u2068مصباح\u2069</bdi>');
    expect(body).toContain('Handed to <bdi>Post</bdi> on');
    expect(body).toContain('<bdi>T-1</bdi>');
    expect(body).not.toMatch(/[\u202a-\u202e\u2066\u2067]/);
  });

  it('says plainly that there is no date', async () => {
    await place(shop.db, { undated: ['LAMP:1'] }, { promise: null });
    await say(shop.db, 'undated', { promise: null });
    expect(await read('undated')).toContain('There is no ship date yet.');
  });

  it('says when the customer hears from us again, by their own calendar', async () => {
    await place(shop.db, { told: ['LAMP:1'] });
    // Still the evening of the 7th in New York.
    await say(shop.db, 'told', { next: { kind: 'countdown', at: '2027-01-08T03:00:00.000Z' } });
    expect(await read('told')).toContain(
      'We will email you again on Thursday, January 7, 2027, with the number of days left.',
    );
  });

  it('announces no mail that nobody will send once the order is ready', async () => {
    await place(shop.db, { ready: ['LAMP:1'] });
    const next = { kind: 'excitement' as const, at: '2026-12-08T15:00:00.000Z' };
    await say(shop.db, 'ready', { next });
    expect(await read('ready')).toContain('We will email you again on Tuesday, December 8, 2026');
    await receive(shop.db, 'LAMP:1');
    await say(shop.db, 'ready', { next, phase: 'ready_to_ship' });
    expect(await read('ready')).not.toContain('We will email you again');
  });

  it('announces no excitement to those who were drawn to get none', async () => {
    await place(shop.db, { drawn: ['LAMP:1'] });
    await say(shop.db, 'drawn', { next: { kind: 'excitement', at: '2026-12-08T15:00:00.000Z' } });
    expect(await read('drawn')).toContain('We will email you again');
    await shop.db.sql`update orders set excitement_group = 'control' where order_id = 'drawn'`;
    expect(await read('drawn')).not.toContain('We will email you again');
  });

  it('marks the step that the order has come to, for the eye and for screen readers', async () => {
    await place(shop.db, { step: ['STEP:1'] });
    await receive(shop.db, 'STEP:1');
    await say(shop.db, 'step', { payment: { ...nothingPaid, state: 'authorizing' } });
    const { body } = await shop.call('GET', await pathOf(shop.db, 'step'), { as: null });
    expect(body).toMatch(
      /<li class="done">Waiting for stock<span class="hidden"> \(done\)<\/span>/,
    );
    expect(body).toMatch(/<li aria-current="step">Payment<\/li>/);
    expect(body.match(/ aria-current=/g)).toHaveLength(1);
  });

  it('says what is held on the card, and what the carrier has', async () => {
    await place(shop.db, { part: ['PART:2', 'LATER:1'] }, { fulfilment: 'ship-available' });
    await receive(shop.db, 'PART:2');
    await ship(shop.db, 'part', 1);
    await say(shop.db, 'part', {
      payment: { ...nothingPaid, state: 'authorized', authorized: 12_900, captured: 13_500 },
    });
    const text = await read('part');
    expect(text).toContain('More of your order is in stock and ready to ship.');
    expect(text).toContain('$135.00 was charged to your card.');
    expect(text).toContain('$129.00 is held on your card.');
    expect(text).toContain('Handed to UPS on Wednesday, January 13, 2027.');
    expect(text).toContain('Tracking number: 1Z999 1 × PART');
    expect(text).toContain('Quantity 2 · 1 shipped and 1 set aside for you');
    expect(text).toContain('Cancel unshipped items');
  });

  it('says what is needed by when if the payment is in trouble', async () => {
    await place(shop.db, { stuck: ['STUCK:1'] });
    await receive(shop.db, 'STUCK:1');
    await goTo(shop.db, 'stuck', '2026-11-24T15:00:00.000Z');
    await say(shop.db, 'stuck', { payment: troubled({ retryAt: '2026-11-25T19:00:00.000Z' }) });
    const text = await read('stuck');
    expect(text).toContain('Your order is set aside for you. The payment is not settled yet.');
    expect(text).toContain(
      'Your payment of $267.00 did not go through. We will try the same card again on Wednesday, November 25, 2026. If the payment goes through, there is nothing you need to do. Your items are set aside for you through Thursday, November 26, 2026. After that day, they go to the next customer in line, but your order keeps its place. If we do not have your payment by the end of Thursday, December 10, 2026, we will cancel the order, free of charge. Use a different card',
    );
    expect(text).not.toMatch(/What happens next|Pay with a different card/);
  });

  it.each([
    ['expired', 'The card you gave us has expired. Amount to pay: $267.00.'],
    ['removed', 'The card you gave us is no longer available, so we cannot charge it.'],
    ['authentication', 'Your bank needs you to confirm the payment of $267.00.'],
  ] as const)('says what has happened: %s', async (reason, told) => {
    await place(shop.db, { [reason]: ['LAMP:1'] });
    await say(shop.db, reason, { payment: troubled({ reason }) });
    expect(await read(reason)).toContain(told);
  });

  it('offers to confirm a payment only while there is one to confirm', async () => {
    await place(shop.db, { confirm: ['LAMP:1'] });
    await say(shop.db, 'confirm', { payment: troubled({ reason: 'authentication' }) });
    expect(await read('confirm')).toContain('Use a different card');
    await askToConfirm(shop.db, 'confirm');
    const { body } = await shop.call('GET', await pathOf(shop.db, 'confirm'), { as: null });
    expect(body).toMatch(/<a class="button go" href="[^"]+\/pay">Confirm your payment<\/a>/);
    expect(body).not.toContain('pi_1_secret_1');
  });

  it('says who got the items that were not paid for in time, and how long the place is kept', async () => {
    await place(shop.db, { late: ['LAMP:1'] }, { promise });
    await goTo(shop.db, 'late', '2026-12-01T15:00:00.000Z');
    await say(shop.db, 'late', {
      payment: troubled({ payBy: null, cancelsAt: '2099-12-11T15:00:00.000Z' }),
    });
    const text = await read('late');
    expect(text).toContain('Your order is waiting for payment. We are keeping your place in line.');
    expect(text).toContain('by Friday, January 15, 2027, once the payment is settled.');
    expect(text).toContain(
      'so your items went to the next customer in line. Your order keeps its place in line and can get items again once you give us a different card. If we do not have your payment by the end of Thursday, December 10, 2099, we will cancel the order, free of charge.',
    );
    expect(text).not.toContain('What happens next');
  });

  it('asks for a card before the items arrive, without a word of a place lost', async () => {
    await place(shop.db, { early: ['LAMP:1'] });
    const payment = troubled({ reason: 'removed', payBy: null, cancelsAt: null });
    await say(shop.db, 'early', { payment });
    const text = await read('early');
    expect(text).toContain('Your order is waiting for stock. We are keeping your place in line.');
    expect(text).toContain('Please take care of that before your items come in');
    expect(text).not.toMatch(/next customer|will cancel|been canceled/);
  });

  it('takes another card while all is well, and says when the one we have ends too early', async () => {
    await place(shop.db, { well: ['LAMP:1'] });
    await goTo(shop.db, 'well', '2026-11-24T15:00:00.000Z');
    await say(shop.db, 'well', { payment: { ...nothingPaid, expiringOn: null } });
    expect(await read('well')).toContain('Pay with a different card');
    expect(await read('well')).not.toContain('is valid through');
    await say(shop.db, 'well', { payment: { ...nothingPaid, expiringOn: '2026-12-31' } });
    expect(await read('well')).toContain(
      'Your card is valid through Thursday, December 31, 2026, which is before your order is expected to ship.',
    );
  });

  it('says of a deposit what was paid and what is charged later', async () => {
    await place(shop.db, { deposit: ['LAMP:2'] });
    await shop.db.sql`
      update orders set terms = 'deposit', paid_upfront = 5000 where order_id = 'deposit'`;
    await say(shop.db, 'deposit', { payment: { ...nothingPaid, captured: 5_000 } });
    const text = await read('deposit');
    expect(text).toContain('You paid $50.00 when you ordered.');
    expect(text).toContain(
      'We will charge the rest to your card only when your items ship. We will never charge more than $138.00 on top of your deposit.',
    );
    expect(text).not.toMatch(/was charged to your card|Nothing has been charged/);
    await say(shop.db, 'deposit', { payment: { ...nothingPaid, captured: 13_500 } });
    expect(await read('deposit')).toContain('$85.00 was charged to your card.');
  });

  it('says of a prepaid order that nothing more is charged, and asks for no card', async () => {
    await place(shop.db, { prepaid: ['PRE:1'] });
    await receive(shop.db, 'PRE:1');
    await shop.db.sql`
      update orders set terms = 'prepaid', paid_upfront = 13800 where order_id = 'prepaid'`;
    await say(shop.db, 'prepaid', { payment: { ...nothingPaid, captured: 13_800 } });
    const text = await read('prepaid');
    expect(text).toContain('You paid $138.00 when you ordered.');
    expect(text).toContain('Your order is paid in full. Nothing more will be charged.');
    expect(text).not.toMatch(/different card|your bank|Payment comes next/);
    expect(await read('prepaid', '/cancel')).toContain(
      'What you have paid for it will be refunded to the payment method you paid with.',
    );
  });

  it('says what is still to go back after a cancellation', async () => {
    await place(shop.db, { owed: ['LAMP:1'] });
    await cancel(shop.db, 'owed');
    const payment = { ...nothingPaid, captured: 13_800, givenBack: 3_800 };
    await say(shop.db, 'owed', { phase: 'cancelled', payment });
    expect(await read('owed')).toContain(
      '$38.00 was refunded to the payment method you paid with. We are refunding $100.00',
    );
  });

  it('says of an order on hold that we look into it, and announces nothing else', async () => {
    await place(shop.db, { held: ['LAMP:1'] });
    await say(shop.db, 'held', { phase: 'ready_to_ship', isSuspended: true });
    const text = await read('held');
    expect(text).toContain('We are looking into your order before it moves forward.');
    expect(text).not.toContain('hand your items to the carrier');
  });

  it('offers nothing to cancel once everything has shipped', async () => {
    await place(shop.db, { gone: ['GONE:1'] });
    await receive(shop.db, 'GONE:1');
    await ship(shop.db, 'gone', 1);
    await say(shop.db, 'gone', { outcome: 'shipped' });
    const text = await read('gone', '?done=cancelled');
    expect(text).toContain('Your order has shipped.');
    expect(text).not.toMatch(
      /Cancel this order|Cancel unshipped|Expected to ship|has been canceled/,
    );
  });

  it('calls what was bought what it was called then, also when it is cancelled', async () => {
    await nameProducts(shop.db, { CHAIR: 'Oak chair' });
    await place(shop.db, { renamed: ['CHAIR:1'] });
    await nameProducts(shop.db, { CHAIR: 'Pine chair' });
    await say(shop.db, 'renamed');
    expect(await read('renamed')).toContain('Oak chair Quantity 1');
    const { body } = await shop.call('GET', `${await pathOf(shop.db, 'renamed')}/cancel`, {
      as: null,
    });
    expect(textOf(body)).toContain('Oak chair Quantity 1');
  });

  it('shows what others wrote as mere letters', async () => {
    await nameProducts(shop.db, { EVIL: '<script>alert(1)</script>' });
    await place(shop.db, { evil: ['EVIL:1'] });
    const { body } = await shop.call('GET', await pathOf(shop.db, 'evil'), { as: null });
    expect(body).not.toContain('<script');
    expect(body).toContain('<bdi>&lt;script&gt;alert(1)&lt;/script&gt;</bdi>');
  });
});

describe('the address of a status page', () => {
  it('is kept secret: not stored, not listed, told to nobody', async () => {
    await place(shop.db, { secret: ['LAMP:1'] });
    const { status, headers } = await shop.call('GET', await pathOf(shop.db, 'secret'), {
      as: null,
    });
    expect(status).toBe(200);
    expect(headers.get('Content-Type')).toBe('text/html; charset=UTF-8');
    expect(headers.get('Cache-Control')).toBe('no-store');
    expect(headers.get('Referrer-Policy')).toBe('no-referrer');
    expect(headers.get('X-Robots-Tag')).toContain('noindex');
    const policy = headers.get('Content-Security-Policy');
    for (const rule of ["default-src 'none'", "script-src 'none'", "form-action 'self'"])
      expect(policy).toContain(rule);
  });

  it.each([
    ['unknown', 'nobody'],
    ['a path', '..%2Fx'],
    ['no text', '%00'],
    ['too long', 'x'.repeat(500)],
  ])('that leads nowhere, being %s, gets a friendly page', async (_, token) => {
    for (const path of [`/b/${token}`, `/b/${token}/cancel`]) {
      const { status, headers, body } = await shop.call('GET', path, { as: null });
      expect(status).toBe(404);
      expect(headers.get('Content-Type')).toContain('text/html');
      expect(headers.get('Referrer-Policy')).toBe('no-referrer');
      expect(textOf(body)).toContain('We cannot find this order');
    }
    const { status } = await shop.call('POST', `/b/${token}/cancel`, { as: null });
    expect(status).toBe(404);
  });
});

describe('a page of a staging system', () => {
  const trial = 'This is a test system. No order here is real, and nothing is charged or shipped.';

  it('says so, whether it knows the order or not', async () => {
    await place(shop.db, { staged: ['LAMP:1'] });
    const staging = assemble(shop.db, { shop: { ...lantern, isStaging: true } });
    const path = await pathOf(shop.db, 'staged');
    for (const page of [path, `${path}/cancel`, '/b/nobodys']) {
      const { body } = await staging.call('GET', page, { as: null });
      expect(textOf(body), page).toContain(trial);
      expect(textOf((await shop.call('GET', page, { as: null })).body)).not.toContain(trial);
    }
  });
});
