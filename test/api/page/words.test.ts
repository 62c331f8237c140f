import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AttentionCode } from '../../../workflows/domain/backorder/attention.ts';
import type { View } from '../../../workflows/domain/view.ts';
import { place, receive } from '../../db/cast.ts';
import { textOf } from '../../support/page/page-text.ts';
import { startTestApp } from '../test-app.ts';
import {
  askToConfirm,
  cancel,
  goTo,
  lantern,
  nothingPaid,
  pathOf,
  payUpfront,
  say,
  ship,
  troubled,
} from './cast.ts';

let shop: Awaited<ReturnType<typeof startTestApp>>;
let count = 0;
let orderId: string;

beforeAll(async () => {
  const stripe = { webhookSecrets: [], publishableKey: 'pk_test_1', jsUrl: 'http://p.test/s.js' };
  shop = await startTestApp({ shop: lantern, stripe });
});
afterAll(() => shop.close());

/** So many lamps at 129, and 9 for shipping; all but those that wait are set aside. */
const order = async (quantity: number, { waiting = 0 } = {}): Promise<void> => {
  orderId = `order-${++count}`;
  const fulfilment = { fulfilment: 'ship-available' as const };
  await place(shop.db, { [orderId]: [`LAMP-${count}:${quantity}`] }, fulfilment);
  await shop.db.sql`update orders set mandate = null where order_id = ${orderId}`;
  if (quantity > waiting) await receive(shop.db, `LAMP-${count}:${quantity - waiting}`);
};

const read = async (at = '') => {
  const path = await pathOf(shop.db, orderId);
  return textOf((await shop.call('GET', `${path}${at}`, { as: null })).body);
};

const tell = (payment: Partial<View['payment']> = {}, view: Partial<View> = {}) =>
  say(shop.db, orderId, { ...view, payment: { ...nothingPaid, ...payment } });

const asking = (code: AttentionCode) => ({
  attention: [{ code, at: '2026-11-24T15:00:00.000Z' }],
});

describe('a payment that the provider has not confirmed', () => {
  it('is not called paid, whatever is set aside for it', async () => {
    await order(1);
    await payUpfront(shop.db, orderId, { terms: 'prepaid', amount: 13_800 });
    await tell({}, asking('unpaid'));
    const text = await read();
    expect(text).toContain('Your order is set aside for you. The payment is not settled yet.');
    expect(text).toContain('once the payment is settled.');
    expect(text).toContain('We are looking into the payment for your order.');
    expect(text).toContain('We cannot see the payment for your order yet. We are looking into it.');
    expect(text).not.toMatch(/already paid|in a moment|paid in full|has been charged/);
    const question = await read('/cancel');
    expect(question).toContain('If you have paid for it, please email us');
    expect(question).not.toContain('will be refunded');
  });

  it('is named where it is a deposit, and only as much of it as is there', async () => {
    await order(2);
    await payUpfront(shop.db, orderId, { terms: 'deposit', amount: 5_000 });
    await tell({}, asking('unpaid'));
    expect(await read()).toContain('We cannot see the deposit for your order yet.');
    await tell({ captured: 3_000 }, asking('unpaid'));
    const text = await read();
    expect(text).toContain(
      'Of what you paid when you ordered, we can see $30.00. We cannot see the full deposit for your order yet.',
    );
    expect(text).toContain('We will charge the rest to your card only when your items ship.');
    expect(text).not.toMatch(/asking your bank|was charged/);
  });

  it('is seen to by us when the provider did not take it, not announced as the next step', async () => {
    await order(1);
    await tell({ state: 'failed' }, asking('payment_refused'));
    const text = await read();
    expect(text).toContain('The payment is not settled yet.');
    expect(text).toContain('We are looking into the payment for your order.');
    expect(text).not.toMatch(/asking your bank|comes next/);
    expect(text).toContain('Pay with a different card');
  });

  it('is not denied once the order is cancelled', async () => {
    await order(1, { waiting: 1 });
    await payUpfront(shop.db, orderId, { terms: 'prepaid', amount: 13_800 });
    await cancel(shop.db, orderId);
    await tell({}, { ...asking('unpaid'), outcome: 'cancelled' });
    const text = await read();
    expect(text).toContain(
      'We could not see the payment for your order. If you have paid it, please email us at help@shop.example.org.',
    );
    expect(text).not.toMatch(/Nothing was charged|nothing you need to do/);
  });
});

describe('what is held', () => {
  it('is charged only as far as it has shipped', async () => {
    await order(2);
    await ship(shop.db, orderId, 1);
    await tell({ state: 'authorized', authorized: 26_700 });
    expect(await read()).toContain(
      '$267.00 is held on your card. $133.50 of it is being charged now. Of the rest, you will be charged only for what ships.',
    );
    expect(await read('/cancel')).toContain(
      '$133.50 of what is held on your card will be released, and not charged.',
    );
    await cancel(shop.db, orderId);
    await tell({ state: 'authorized', authorized: 26_700 });
    const text = await read();
    expect(text).toContain('Your order has shipped, except for what was canceled.');
    expect(text).toContain('$133.50 of it is being charged now. The rest will be released.');
    await tell({ state: 'authorized', authorized: 13_350, captured: 13_350 });
    expect(await read()).toContain('The $133.50 held on your card is being released.');
  });

  it('is no promise of a charge once a part is cancelled', async () => {
    await order(2);
    await shop.db.sql`
      update orders set mandate = '{"maximum": {"amount": 26700, "currency": "USD"}}'
      where order_id = ${orderId}`;
    await cancel(shop.db, orderId, 1);
    await tell({ state: 'authorized', authorized: 26_700 });
    expect(await read()).toContain(
      '$267.00 is held on your card. You will be charged only for what ships. We will charge your card only when your items ship. We will never charge more than $133.50 in total.',
    );
  });

  it('is not called released while something is held', async () => {
    await order(2);
    await tell({ state: 'released', authorized: 13_350 });
    expect(await read()).not.toContain('has been released');
    await tell({ state: 'released', captured: 13_350 });
    expect(await read()).toContain('Everything else held on your card has been released.');
  });
});

describe('what was paid before it ships', () => {
  it('is not charged then', async () => {
    await order(1);
    await tell({ state: 'captured', captured: 13_800 }, { phase: 'ready_to_ship' });
    const text = await read();
    expect(text).toContain('$138.00 was charged to your card. Your order is paid in full.');
    expect(text).toContain('We will hand your items to the carrier and send you an email.');
    expect(text).not.toMatch(/will be charged then|We will charge|different card/);
    expect(await read('/cancel')).toContain('What you have paid for it will be refunded');
  });

  it('covers the first units, and leaves the others to be charged', async () => {
    await order(2, { waiting: 1 });
    await payUpfront(shop.db, orderId, { terms: 'deposit', amount: 20_000 });
    await tell({ captured: 20_000 });
    expect(await read()).toContain(
      'It is already paid for. Your items will be ready to ship in a moment.',
    );
    await receive(shop.db, `LAMP-${count}:1`);
    await tell({ captured: 20_000 });
    expect(await read()).toContain('We are asking your bank to approve the amount.');
  });

  it('goes back as far as it is too much, and is then not called whole', async () => {
    await order(2, { waiting: 2 });
    await payUpfront(shop.db, orderId, { terms: 'prepaid', amount: 26_700 });
    await cancel(shop.db, orderId, 1);
    await tell({ captured: 26_700 });
    expect(await read()).toContain('We are refunding $133.50');
    await tell({ captured: 26_700, givenBack: 13_350 });
    expect(await read()).toContain('Your order is paid in full. Nothing more will be charged.');
    await tell({ captured: 26_700, givenBack: 26_700 });
    expect(await read()).not.toContain('paid in full');
  });
});

describe('an order that is looked into', () => {
  it.each(['disputed', 'fraud_warning'] as const)(
    '%s goes on only while it is open',
    async (code) => {
      await order(1);
      await tell({}, { ...asking(code), isSuspended: true });
      expect(await read()).toContain('We are looking into your order before it moves forward.');
      await ship(shop.db, orderId, 1);
      await tell({ captured: 13_800 }, { ...asking(code), isSuspended: true, outcome: 'shipped' });
      const shipped = await read();
      expect(shipped).toContain('Your items are with the carrier.');
      expect(shipped).not.toContain('moves forward');
      await order(1);
      await cancel(shop.db, orderId);
      await tell({}, { ...asking(code), isSuspended: true, outcome: 'cancelled' });
      const cancelled = await read();
      expect(cancelled).toContain('There is nothing you need to do.');
      expect(cancelled).not.toContain('moves forward');
    },
  );
});

describe('goods that left without their money', () => {
  const atOnce = 'Your items have shipped, so it will be charged right away.';

  it('are charged at once by whatever card pays for them', async () => {
    await order(2);
    await ship(shop.db, orderId, 1);
    const stuck = troubled({ amount: 13_350, payBy: null, cancelsAt: null });
    await tell(stuck, asking('shipped_unpaid'));
    expect(await read()).toContain('Part of it is for items that have already shipped.');
    expect(await read('/card')).toContain('What has shipped will be charged right away');
    for (const at of ['', '/card']) {
      expect(await read(at)).not.toContain('It will be charged only when');
    }
    await cancel(shop.db, orderId);
    await tell(stuck, asking('shipped_unpaid'));
    expect(await read('/card')).toContain(atOnce);
    const page = await read();
    expect(page).toContain(
      'As soon as you give us a different card, it will be charged to that one.',
    );
    expect(page).not.toMatch(/only when|right away/);
    expect(page).toContain('Your payment of $133.50 did not go through.');
    expect(page).toContain('Use a different card');
    expect(page).not.toMatch(/(is|are) set aside|will cancel|been canceled|in line/);
  });

  it('are charged as soon as the customer has confirmed it', async () => {
    await order(1);
    await ship(shop.db, orderId, 1);
    await askToConfirm(shop.db, orderId);
    const left = { payBy: null, cancelsAt: null };
    await tell(troubled({ ...left, reason: 'authentication' }), asking('shipped_unpaid'));
    expect(await read()).toContain('will be charged as soon as you confirm it.');
    expect(await read('/pay')).toContain(atOnce);
  });

  it('are not passed over in silence when no card said no', async () => {
    await order(1);
    await ship(shop.db, orderId, 1);
    await tell({}, asking('shipped_unpaid'));
    expect(await read()).toContain(
      'Not everything that has shipped is paid for yet. We are looking into it.',
    );
  });
});

describe('another card', () => {
  it('is asked once there are units to pay for, and not before', async () => {
    await order(1, { waiting: 1 });
    await tell(troubled({ reason: 'removed', payBy: null, cancelsAt: null }));
    expect(await read('/card')).toContain(
      'We will ask its bank to approve the amount once items are set aside for you.',
    );
    await receive(shop.db, `LAMP-${count}:1`);
    await tell(troubled());
    const text = await read('/card');
    expect(text).toContain('As soon as we have it, we will ask its bank to approve the amount.');
    expect(text).toContain('It will be charged only when your items ship.');
  });
});

describe('a promise that has passed', () => {
  it('is said to be late, from the day after it in the customer’s own calendar', async () => {
    await order(1, { waiting: 1 });
    await tell({}, { promise: { promiseId: 'checkout', on: '2026-12-03' } });
    await shop.db.sql`update promises set "on" = '2026-12-03' where order_id = ${orderId}`;
    // Still the evening of the 3rd in New York.
    await goTo(shop.db, orderId, '2026-12-04T04:00:00.000Z');
    expect(await read()).toContain('Expected to ship by Thursday, December 3, 2026. If that');
    await goTo(shop.db, orderId, '2026-12-04T06:00:00.000Z');
    const text = await read();
    expect(text).toContain(
      'It was expected to ship by Thursday, December 3, 2026, and it is late. We are sorry. We will give you a new date as soon as we have one.',
    );
    expect(text).not.toContain('Expected to ship');
    await tell(troubled());
    expect(await read()).toContain('That day has passed, and the payment is not settled yet.');
  });
});
