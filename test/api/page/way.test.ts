import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { standingReasons } from '../../../db/promise/standing-reasons.ts';
import { place, receive } from '../../db/cast.ts';
import { textOf } from '../../support/page/page-text.ts';
import { startTestApp } from '../test-app.ts';
import { goTo, lantern, mailTo, movePromise, pathOf, say, ship } from './cast.ts';

let shop: Awaited<ReturnType<typeof startTestApp>>;
let count = 0;
let orderId: string;

beforeAll(async () => {
  shop = await startTestApp({ shop: lantern });
});
afterAll(() => shop.close());

const order = async (on: string | null): Promise<void> => {
  orderId = `order-${++count}`;
  const promise = on === null ? null : { on, basis: 'supplier' };
  await place(shop.db, { [orderId]: [`LAMP-${count}:2`] }, { promise });
  await say(shop.db, orderId, on === null ? { promise: null } : {});
};

const open = async () =>
  (await shop.call('GET', await pathOf(shop.db, orderId), { as: null })).body as string;

const read = async () => textOf(await open());

describe('the wait', () => {
  it('is a bar from placing to the promised day', async () => {
    await order('2027-01-15');
    await goTo(shop.db, orderId, '2026-12-16T15:00:00.000Z');
    const html = await open();
    expect(textOf(html)).toContain('Day 23 of 53 Friday, January 15, 2027');
    expect(html).toContain('style="inline-size:43%"');
  });

  it.each([
    ['without a date', null, '2026-12-16T15:00:00.000Z'],
    ['once the day has passed', '2027-01-15', '2027-01-17T15:00:00.000Z'],
  ])('has no bar %s', async (_, on, now) => {
    await order(on);
    await goTo(shop.db, orderId, now);
    expect(await open()).not.toContain('class="bar"');
  });

  it('counts the days at ship-to, wherever the customer is', async () => {
    await order('2026-12-03');
    await shop.db.sql`update orders set time_zone = 'Asia/Tokyo' where order_id = ${orderId}`;
    // It is the 4th in Tokyo, and still the 3rd where the lamps go to.
    await goTo(shop.db, orderId, '2026-12-03T20:00:00.000Z');
    const text = await read();
    expect(text).toContain('Expected to ship by Thursday, December 3, 2026.');
    expect(text).toContain('Day 10 of 10');
  });
});

describe('the way of an order', () => {
  it('tells what has happened by its days, then what is to come', async () => {
    await order('2027-01-15');
    const at = '2026-11-23T15:01:00.000Z';
    await mailTo(shop.db, orderId, { kind: 'confirmation', subject: 'Thank you', at });
    await movePromise(shop.db, orderId, {
      ...{ on: '2027-02-01', reason: 'The brass is late' },
      at: '2026-12-05T15:00:00.000Z',
    });
    await goTo(shop.db, orderId, '2026-12-10T15:00:00.000Z');
    await receive(shop.db, `LAMP-${count}:2`);
    await say(shop.db, orderId, { promise: { promiseId: 'x', on: '2027-02-01' } });
    await movePromise(shop.db, orderId, {
      ...{ on: '2027-02-05', reason: '' },
      at: '2026-12-11T15:00:00.000Z',
    });
    const text = await read();
    expect(text).toContain(
      'What happens next Monday, November 23, 2026 You placed your order. (done) Monday, November 23, 2026 We confirmed your order by email. (done) Saturday, December 5, 2026 The ship date became Monday, February 1, 2027. (done) Thursday, December 10, 2026 2 items were set aside for you. (done) Friday, December 11, 2026 The ship date became Friday, February 5, 2027. (done)',
    );
    expect(text).toContain('Friday, February 5, 2027 We expect to ship by this day.');
  });

  it('has nothing to come once the order has shipped but that it is with the carrier', async () => {
    await order('2027-01-15');
    await goTo(shop.db, orderId, '2027-01-12T15:00:00.000Z');
    await receive(shop.db, `LAMP-${count}:2`);
    await ship(shop.db, orderId, 2);
    await say(shop.db, orderId, { outcome: 'shipped' });
    const text = await read();
    expect(text).toContain(
      'Wednesday, January 13, 2027 2 items were handed to the carrier. (done) Your items are with the carrier.',
    );
    expect(text).not.toMatch(/We expect to ship|Day \d/);
  });

  it('invents nothing: an order that nothing has happened to was placed, and no more', async () => {
    await order(null);
    const html = await open();
    expect(html.match(/<li class="done"><span class="when">/g)).toHaveLength(1);
    expect(textOf(html)).not.toMatch(/confirmed your order|set aside for you\. \(done\)/);
  });
});

describe('the history of the date', () => {
  it('shows every date with the day it was told, and the reason', async () => {
    await order('2027-01-15');
    await movePromise(shop.db, orderId, {
      ...{ on: null, reason: 'The <supplier> is silent' },
      at: '2026-12-05T15:00:00.000Z',
    });
    const html = await open();
    expect(textOf(html)).toContain(
      'The ship date, and how it changed Monday, November 23, 2026 When you ordered, the ship date was Friday, January 15, 2027. Saturday, December 5, 2026 We could no longer give you a ship date. Reason: The',
    );
    expect(html).toContain('<bdi>The &lt;supplier&gt; is silent</bdi>');
  });

  it('says a reason of ours in the language of the customer', async () => {
    await order('2027-01-15');
    await shop.db.sql`update orders set locale = 'en-XA' where order_id = ${orderId}`;
    for (const [on, reason] of [
      ['2027-01-16', standingReasons.supply],
      ['2027-01-17', standingReasons.waitsAgain],
    ] as const) {
      await movePromise(shop.db, orderId, { on, reason, at: `${on}T15:00:00.000Z` });
    }
    const text = await read();
    expect(text).toContain('Thé îtémš àré éxpéçtéd tö àrrîvé');
    expect(text).toContain('hàd tö gö bàçk tö wàîtîñg');
    expect(text).not.toMatch(/The supply has changed|It waits again/);
  });

  it('leaves out a date that the backorder never stood by', async () => {
    await order('2027-01-15');
    await shop.db.sql`
      insert into promises (order_id, promise_id, ordinal, "on", reason, stated_at)
      values (${orderId}, 'open', 2, '2027-03-01', 'not yet', '2026-12-05T15:00:00Z')`;
    const text = await read();
    expect(text).not.toContain('March 1, 2027');
    expect(text).not.toContain('how it changed');
  });
});
