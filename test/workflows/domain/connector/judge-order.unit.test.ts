import { describe, expect, it } from 'vitest';
import {
  type Kept,
  nextStep,
  type Step,
  seenOf,
} from '../../../../workflows/domain/connector/judge-order.ts';
import type { ShopOrder } from '../../../../workflows/domain/connector/shop-order.ts';
import { dayZero } from '../../../support/cast.ts';
import { aLine, anOrder, aParcel, kept, usd } from './shop-orders.ts';

type Case = [string, Partial<ShopOrder>, Kept, Step | undefined];

const shipped = (id: string, quantity: number): Step => ({
  step: 'ship',
  shipment: aParcel(id, quantity),
  lines: [{ lineId: '1', quantity }],
});
const cancelled = (quantity: number): Step => ({
  step: 'cancel',
  lines: [{ lineId: '1', quantity }],
});
const asked = (cancelId: string, quantity: number) => ({
  ...{ cancelId, lines: [{ lineId: '1', quantity }] },
});
const wanted = { refundWanted: { at: dayZero, amount: 5_000 } };

const cases: Case[] = [
  ['the same on both sides asks for nothing', {}, kept(), undefined],
  ['a parcel there is one here', { shipments: [aParcel('p', 2)] }, kept(), shipped('p', 2)],
  [
    'a parcel that is known is none',
    { shipments: [aParcel('p', 2)] },
    kept({ knownShipments: ['p'] }),
    undefined,
  ],
  [
    'the echo of what was shipped here is none',
    { shipments: [aParcel('p', 2)] },
    kept({}, { open: 1, shipped: 2 }),
    undefined,
  ],
  [
    'while ours is on its way to the shop nothing is known of parcels there',
    { shipments: [aParcel('p', 2)] },
    kept({ isShipping: true }),
    undefined,
  ],
  [
    'of a parcel beside ours only what is more has left',
    { shipments: [aParcel('ours', 1), aParcel('p', 2)] },
    kept({ knownShipments: ['ours'] }, { open: 2, shipped: 1 }),
    shipped('p', 2),
  ],
  [
    'an order that is called shipped has left as a whole',
    { standing: 'shipped' },
    kept(),
    {
      step: 'ship',
      shipment: { ...aParcel('all', 3) },
      lines: [{ lineId: '1', quantity: 3 }],
    },
  ],
  [
    'a parcel comes before the cancellation of the rest',
    { standing: 'cancelled', shipments: [aParcel('p', 1)] },
    kept(),
    shipped('p', 1),
  ],
  [
    'a cancelled order is cancelled',
    { standing: 'cancelled' },
    kept(),
    { step: 'cancel', lines: null },
  ],
  [
    'what was cancelled here already is not cancelled again',
    { standing: 'cancelled' },
    kept({}, { open: 0, cancelled: 3 }),
    undefined,
  ],
  ['units taken off are cancelled', { lines: [aLine({ quantity: 1 })] }, kept(), cancelled(2)],
  ['a line taken off is cancelled', { lines: [] }, kept(), cancelled(3)],
  [
    'a shop that follows our own cancellation cancels nothing more',
    { lines: [aLine({ quantity: 2 })] },
    kept({}, { open: 2, cancelled: 1 }),
    undefined,
  ],
  [
    'what has left is not cancelled',
    { lines: [aLine({ quantity: 1 })], shipments: [aParcel('p', 3)] },
    kept({ knownShipments: ['p'] }, { open: 0, shipped: 3 }),
    undefined,
  ],
  [
    'what was asked for, and may have been heard, is asked again before more is',
    { lines: [aLine({ quantity: 1 })] },
    kept({ cancelling: [asked('one off', 1)] }),
    { step: 'cancel', lines: [{ lineId: '1', quantity: 1 }], cancelId: 'one off' },
  ],
  [
    'of what was asked for no more is asked again than the shop still wants',
    { lines: [aLine({ quantity: 2 })] },
    kept({ cancelling: [asked('two off', 2)] }),
    { step: 'cancel', lines: [{ lineId: '1', quantity: 1 }], cancelId: 'two off' },
  ],
  [
    'what was asked for is not any more once the shop has the units again',
    {},
    kept({ cancelling: [asked('one off', 1)] }),
    undefined,
  ],
  [
    'units of one line do not wait for what was asked for of another',
    { lines: [aLine({ quantity: 2 })] },
    kept({ cancelling: [{ cancelId: 'other', lines: [{ lineId: '2', quantity: 1 }] }] }),
    cancelled(1),
  ],
  [
    'a cancellation of everything waits for nothing that was asked for',
    { standing: 'cancelled' },
    kept({ cancelling: [asked('one off', 1)] }),
    { step: 'cancel', lines: null },
  ],
  ['more units ask a person', { lines: [aLine({ quantity: 4 })] }, kept(), { step: 'note-more' }],
  [
    'another line asks a person',
    { lines: [aLine(), aLine({ id: '2' })] },
    kept(),
    { step: 'note-more' },
  ],
  [
    'an order that is paid at the shop and charged here asks a person',
    {},
    kept({ isHeldByShop: false }),
    { step: 'note-change', what: 'paid' },
  ],
  [
    'an order whose payment the shop has lost asks a person',
    { standing: 'unpaid' },
    kept(),
    { step: 'note-change', what: 'unpaid' },
  ],
  [
    'units cancelled of an order that was paid by credit ask a person, who gives it back',
    { paidOtherwise: usd(1_000) },
    kept({}, { open: 2, cancelled: 1 }),
    { step: 'note-change', what: 'credit' },
  ],
  [
    'a refund that was wanted and is shown is settled',
    { refunded: usd(5_000) },
    kept(wanted),
    { step: 'settle-refund', at: dayZero },
  ],
  ['a part of it is not enough', { refunded: usd(4_999) }, kept(wanted), undefined],
  [
    'what was given back before does not count for it',
    { refunded: usd(5_000) },
    kept({ ...wanted, givenBack: 5_000 }),
    undefined,
  ],
  [
    'money that goes back unasked asks a person',
    { refunded: usd(700) },
    kept(),
    { step: 'note-refund', amount: 700 },
  ],
  [
    'of money that lies elsewhere its provider tells',
    { refunded: usd(700), payment: { by: 'nobody' } },
    kept({ isHeldByShop: false }),
    undefined,
  ],
];

describe('what an order at its shop asks for here', () => {
  it.each(cases)('%s', (_, changes, here, step) => {
    const order = anOrder(changes);
    expect(nextStep(order, here, seenOf(order, null))).toEqual(step);
  });

  it('asks a person where the shop opens an order again that is cancelled here', () => {
    const here = kept({}, { open: 0, cancelled: 3 });
    const cancelledThere = seenOf(anOrder({ standing: 'cancelled' }), null);
    const again = anOrder();
    const step: Step = { step: 'note-change', what: 'reopened' };
    expect(nextStep(again, here, seenOf(again, cancelledThere))).toEqual(step);
    const told = { ...seenOf(again, cancelledThere), changesNoted: ['reopened' as const] };
    expect(nextStep(again, here, seenOf(again, told))).toBeUndefined();
    // Our own cancellation, of which the shop does not know yet.
    expect(nextStep(again, here, seenOf(again, null))).toBeUndefined();
  });

  it('moves with the order when the shop moves it, and not when it was moved here', () => {
    const berlin = { country: 'DE', region: null, postalCode: '10115' };
    const before = seenOf(anOrder(), null);
    const moved = anOrder({ shipTo: berlin });
    const seen = seenOf(moved, before);
    const step: Step = { step: 'move', shipTo: berlin };
    expect(nextStep(moved, kept(), seen)).toEqual(step);
    expect(nextStep(moved, kept(), { ...seen, shipTo: berlin })).toBeUndefined();
    expect(nextStep(moved, kept({}, { open: 0, shipped: 3 }), seen)).toBeUndefined();
    // Ours is compared with nothing: it may have been corrected here.
    expect(nextStep(anOrder(), kept(), seenOf(anOrder(), before))).toBeUndefined();
  });

  it('tells a person of the same thing once', () => {
    const order = anOrder({ lines: [aLine({ quantity: 4 })], refunded: usd(700) });
    const seen = { ...seenOf(order, null), refundNoted: 700, isMoreNoted: true };
    expect(nextStep(order, kept(), seenOf(order, seen))).toBeUndefined();
  });
});
