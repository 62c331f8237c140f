import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Backorder } from 'meanwhile-client';
import { checkoutBody, minorUnits, type PlacedOrder, vendureUnits } from '../src/checkout-body.ts';
import { type Movement, meaningOf } from '../src/movement.ts';
import { settingsOf } from '../src/options.ts';
import { listOwed, type ShopOrder, whyNotShip } from '../src/owed.ts';

const usd = (amount: number) => ({ amount, currency: 'USD' });

type Line = { waiting?: number; allocated?: number; shipped?: number; cancelled?: number };
type Changes = { payment?: object; lines?: Line[]; [key: string]: unknown };

/** Three units that wait, unless told otherwise. */
const there = ({ payment = {}, lines = [{ waiting: 3 }], ...rest }: Changes = {}): Backorder => {
  const whole = lines.map((line, index) => {
    const units = { waiting: 0, allocated: 0, shipped: 0, cancelled: 0, ...line };
    const quantity = units.waiting + units.allocated + units.shipped + units.cancelled;
    return { id: String(index + 1), quantity, ...units };
  });
  return {
    ...{ phase: 'awaiting_stock', fulfilment: 'whole-order', hold: null, attention: [] },
    lines: whole,
    payment: { state: 'vaulted', captured: usd(0), refunded: usd(0), ...payment },
    ...rest,
  } as unknown as Backorder;
};

const here = (changes: Partial<ShopOrder> = {}): ShopOrder => ({
  lines: [{ id: '1', quantity: 3 }],
  payment: { state: 'Authorized', amount: 300, refunded: 0 },
  refundedElsewhere: 0,
  ...changes,
});

const charged = { state: 'captured', captured: usd(300) };
const settled = { state: 'Settled', amount: 300, refunded: 0 };

describe('what one side owes the other', () => {
  const cases: [string, ShopOrder, Backorder, unknown[]][] = [
    ['nothing while both are the same', here(), there(), []],
    [
      'a cancellation there, of what the shop has cancelled',
      here({ lines: [{ id: '1', quantity: 1 }] }),
      there(),
      [{ kind: 'cancel-there', lines: [{ id: '1', quantity: 2 }] }],
    ],
    [
      'nothing once that is seen there',
      here({ lines: [{ id: '1', quantity: 1 }] }),
      there({ lines: [{ waiting: 1, cancelled: 2 }] }),
      [],
    ],
    [
      'nothing for what has come back after it shipped',
      here({ lines: [{ id: '1', quantity: 1 }], payment: settled }),
      there({ phase: 'shipped', lines: [{ shipped: 3 }], payment: charged }),
      [],
    ],
    [
      'a cancellation here, and the card let go, of what Meanwhile has cancelled',
      here(),
      there({ phase: 'cancelled', lines: [{ cancelled: 3 }] }),
      [
        { kind: 'cancel-here', lines: [{ id: '1', quantity: 3 }], isAll: true },
        { kind: 'release' },
      ],
    ],
    [
      'a part of it, without the shipping',
      here(),
      there({ lines: [{ waiting: 2, cancelled: 1 }] }),
      [{ kind: 'cancel-here', lines: [{ id: '1', quantity: 1 }], isAll: false }],
    ],
    [
      'no more units there for more units here',
      here({ lines: [{ id: '1', quantity: 5 }] }),
      there(),
      [],
    ],
    [
      'a settlement once the card is charged',
      here(),
      there({ phase: 'shipped', lines: [{ shipped: 3 }], payment: charged }),
      [{ kind: 'settle' }],
    ],
    [
      'none while a part of it is to be charged yet',
      here(),
      there({
        lines: [{ shipped: 1, waiting: 2 }],
        payment: { state: 'captured', captured: usd(100) },
      }),
      [],
    ],
    [
      'a note of a refund, less what is noted',
      here({ payment: { ...settled, refunded: 100 } }),
      there({
        phase: 'shipped',
        lines: [{ shipped: 3 }],
        payment: { ...charged, refunded: usd(250) },
      }),
      [{ kind: 'note-refund', amount: 150 }],
    ],
    [
      'a word that the shop has sent back what it held',
      here({ payment: undefined, refundedElsewhere: 300, lines: [{ id: '1', quantity: 0 }] }),
      there({
        phase: 'cancelled',
        lines: [{ cancelled: 3 }],
        attention: [{ code: 'refund_wanted', at: '', amount: usd(300) }],
      }),
      [{ kind: 'confirm-refund' }],
    ],
    [
      'none as long as it has sent less',
      here({ payment: undefined, refundedElsewhere: 299, lines: [{ id: '1', quantity: 0 }] }),
      there({
        phase: 'cancelled',
        lines: [{ cancelled: 3 }],
        attention: [{ code: 'refund_wanted', at: '', amount: usd(300) }],
      }),
      [],
    ],
  ];
  for (const [name, shop, backorder, acts] of cases) {
    it(`is ${name}`, () => assert.deepEqual(listOwed(shop, backorder), acts));
  }
});

describe('a parcel', () => {
  const parts = [{ id: '1', quantity: 3 }];
  const ready = { phase: 'ready_to_ship', lines: [{ allocated: 3 }] };
  const held = { ...ready, payment: { state: 'authorized' } };

  it('may leave when its units are here and the money is held', () => {
    assert.equal(whyNotShip(there(held), parts), undefined);
  });

  const cases: [string, Changes, RegExp][] = [
    ['units are missing', { payment: { state: 'authorized' } }, /not all/],
    ['the money is not held', { ...ready, payment: { state: 'failed' } }, /payment/],
    ['the shop holds the order', { ...held, hold: { at: null, reason: 'fraud?' } }, /fraud\?/],
    ['the rest of a whole order waits', { ...held, phase: 'awaiting_stock' }, /not all/],
  ];
  for (const [name, changes, why] of cases) {
    it(`stays when ${name}`, () => assert.match(whyNotShip(there(changes), parts) ?? '', why));
  }
});

describe('a movement of stock', () => {
  const order = { isKept: false, shipped: 0, isAllocatedAgain: false };
  const ours = { ...order, isKept: true };
  const cases: [string, Movement, unknown][] = [
    [
      'upwards is a receipt',
      { type: 'ADJUSTMENT', quantity: 4, order: undefined },
      { kind: 'restock', quantity: 4 },
    ],
    [
      'downwards is a correction',
      { type: 'ADJUSTMENT', quantity: -2, order: undefined },
      { kind: 'adjust', delta: -2, reason: 'other' },
    ],
    [
      'to another order is a sale',
      { type: 'ALLOCATION', quantity: 3, order },
      { kind: 'adjust', delta: -3, reason: 'sold' },
    ],
    ['out with another order is told already', { type: 'SALE', quantity: -3, order }, undefined],
    [
      'back from another order is a receipt',
      { type: 'RELEASE', quantity: 3, order },
      { kind: 'restock', quantity: 3 },
    ],
    [
      'to our order is told by the order',
      { type: 'ALLOCATION', quantity: 3, order: ours },
      undefined,
    ],
    [
      'out with our order is told by its parcel',
      { type: 'SALE', quantity: -3, order: ours },
      undefined,
    ],
    [
      'back from our order is told by the order',
      { type: 'RELEASE', quantity: 3, order: ours },
      undefined,
    ],
    [
      'back from a parcel of ours is a receipt',
      { type: 'CANCELLATION', quantity: 1, order: { ...ours, shipped: 3 } },
      { kind: 'restock', quantity: 1 },
    ],
    [
      'back from what never left was never taken',
      { type: 'CANCELLATION', quantity: 3, order: ours },
      undefined,
    ],
    [
      'back and taken again is none',
      { type: 'CANCELLATION', quantity: 3, order: { ...ours, shipped: 3, isAllocatedAgain: true } },
      undefined,
    ],
  ];
  for (const [name, movement, act] of cases) {
    it(name, () => assert.deepEqual(meaningOf(movement), act));
  }
});

describe('an order as Meanwhile takes it', () => {
  const now = new Date('2026-11-27T10:00:00Z');
  const card = { customerId: 'cus_1', paymentMethodId: 'pm_1', acceptedAt: '2026-11-27T09:59:50Z' };
  const mandate = { text: 'Charge it', version: '1' };
  const order: PlacedOrder = {
    ...{ orderId: 'vendure:A1', placedAt: new Date('2026-11-27T09:59:59Z'), locale: 'de' },
    customer: { email: 'ada@example.org', name: 'Ada' },
    shipTo: { countryCode: 'US', province: 'NY', postalCode: '10001' },
    ...{ currency: 'USD', precision: 2, total: 47_340 },
    lines: [
      { id: '7', sku: 'LAMP', title: 'A lamp', quantity: 3, unitPrice: 15_480, total: 46_440 },
    ],
    payment: { by: 'later', card, mandate },
  };
  const body = (changes: Partial<PlacedOrder> = {}) =>
    checkoutBody({ ...order, ...changes }, { location: 'main', fulfilment: 'whole-order', now });

  it('costs what the customer pays, all of it covered by the mandate', () => {
    const { lines, shipping, payment } = body();
    assert.deepEqual(lines[0]?.total, usd(46_440));
    assert.deepEqual(shipping, usd(900));
    assert.deepEqual(payment, {
      ...{ terms: 'on_shipment', customerId: 'cus_1', paymentMethodId: 'pm_1' },
      mandate: { ...mandate, maximum: usd(47_340), acceptedAt: card.acceptedAt },
    });
  });

  it('is asked for a card when it has none', () => {
    assert.deepEqual(body({ payment: { by: 'later', card: undefined, mandate } }).payment, {
      ...{ terms: 'on_shipment', ask: { mandate: { ...mandate, maximum: usd(47_340) } } },
    });
  });

  it('is prepaid when the shop has the money, and free when it costs nothing', () => {
    const reference = 'stripe pi_1';
    assert.deepEqual(body({ payment: { by: 'elsewhere', reference } }).payment, {
      ...{ terms: 'prepaid', heldBy: 'shop', reference },
    });
    assert.deepEqual(body({ lines: [], total: 0 }).payment, { terms: 'none' });
  });

  it('keeps its place when it comes late', () => {
    const placedAt = new Date('2026-11-27T08:00:00Z');
    assert.equal(body().import, undefined);
    assert.equal(body({ placedAt }).import, true);
    assert.equal(body({ placedAt }).placedAt, '2026-11-27T08:00:00.000Z');
  });

  it('counts in the units of its currency', () => {
    assert.deepEqual(minorUnits(100_000, { currency: 'JPY', precision: 2 }).amount, 1_000);
    assert.deepEqual(minorUnits(1_234, { currency: 'USD', precision: 2 }).amount, 1_234);
    assert.deepEqual(minorUnits(123_400, { currency: 'USD', precision: 4 }).amount, 1_234);
    assert.equal(vendureUnits({ amount: 1_000, currency: 'JPY' }, 2), 100_000);
  });
});

describe('the settings', () => {
  const right = { baseUrl: 'http://meanwhile.test', apiKey: 'key', webhookSecret: 'whsec_x' };
  it('have a shop and a location', () => {
    const { shop, location } = settingsOf(right);
    assert.deepEqual({ shop, location }, { shop: 'vendure', location: 'main' });
  });
  for (const wrong of [{ baseUrl: '' }, { apiKey: '' }, { webhookSecret: '' }, { shop: 'a b' }]) {
    it(`are refused with ${JSON.stringify(wrong)}`, () => {
      assert.throws(() => settingsOf({ ...right, ...wrong }), /MeanwhilePlugin/);
    });
  }
});
