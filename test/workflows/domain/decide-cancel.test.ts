import { describe, expect, test } from 'vitest';
import type { Fact } from '../../../workflows/domain/backorder/fact.ts';
import type { CancelBackorder } from '../../../workflows/domain/backorder/request.ts';
import type { Part, Snapshot } from '../../../workflows/domain/backorder/snapshot.ts';
import type { Instant } from '../../../workflows/domain/time.ts';
import { bensMugs, cleosRoom, day, dayZero } from '../../support/cast.ts';
import { firm, leased, snapshot, stockChanged, units } from '../../support/facts.ts';
import { given, givenOrder } from '../../support/given.ts';

const at = dayZero;

const cancel = (lines: Part[] | null = null, cancelId = 'c1'): CancelBackorder => ({
  type: 'CancelBackorder',
  cancelId,
  by: 'customer',
  lines,
});

const accepted = (lines: Part[] | null = null, actId = 'c1'): Fact => ({
  type: 'CancellationAccepted',
  at,
  act: { type: 'cancel', actId, by: 'customer', lines },
});

const applied = (stock: Snapshot, lines: Part[], actId = 'c1'): Fact => ({
  type: 'StockActApplied',
  at,
  actId,
  snapshot: stock,
  lines,
  short: false,
});

const shipmentAccepted: Fact = {
  type: 'ShipmentAccepted',
  at,
  act: { type: 'ship', actId: 's1', lines: units(1) },
};

describe('a cancellation is accepted', () => {
  test.each([
    { phase: 'waits for stock', stock: snapshot(2, { waiting: 1 }) },
    { phase: 'has kept units', stock: snapshot(2, { kept: 1 }) },
    { phase: 'waits for its payment', stock: snapshot(2, {}, leased('L1', 1)) },
    { phase: 'is ready to ship', stock: snapshot(2, {}, firm('L1', 1)) },
  ])('while the order $phase', ({ stock }) => {
    given(stockChanged(stock)).when(cancel()).then(accepted());
  });

  test('while the order is suspended', () => {
    given({ type: 'BackorderSuspended', at }).when(cancel()).then(accepted());
  });

  test('for what is left after a part shipped', () => {
    const stock = snapshot(2, { waiting: 1, shipped: 2 });
    givenOrder(bensMugs, stockChanged(stock)).when(cancel()).then(accepted());
  });

  test('for some units of a line', () => {
    const stock = snapshot(2, { waiting: 1 }, firm('L1', 2));
    givenOrder(bensMugs, stockChanged(stock))
      .when(cancel(units(2)))
      .then(accepted(units(2)));
  });

  test('for one line and another', () => {
    const both = [
      { lineId: '1', quantity: 1 },
      { lineId: '2', quantity: 1 },
    ];
    givenOrder(cleosRoom).when(cancel(both)).then(accepted(both));
  });

  test('beside an earlier one, as far as units are left', () => {
    const facts = [accepted(units(2))];
    givenOrder(bensMugs, ...facts)
      .when(cancel(units(1), 'c2'))
      .then(accepted(units(1), 'c2'));
    givenOrder(bensMugs, ...facts)
      .when(cancel(units(2), 'c2'))
      .refuses('nothing_to_cancel');
  });

  test('beside an earlier one that a snapshot shows before its own answer', () => {
    const shown = stockChanged(snapshot(2, { waiting: 1, cancelled: 2 }));
    givenOrder(bensMugs, accepted(units(2)), shown)
      .when(cancel(units(1), 'c2'))
      .then(accepted(units(1), 'c2'));
  });
});

describe('a cancellation that was seen before', () => {
  test('changes nothing while it is on its way', () => {
    given(accepted()).when(cancel()).then();
  });

  test('changes nothing when the order has ended by it', () => {
    given(accepted(), applied(snapshot(2, { cancelled: 1 }), units(1)))
      .when(cancel())
      .then();
  });
});

describe('a cancellation is refused', () => {
  test('when everything shipped', () => {
    given(stockChanged(snapshot(2, { shipped: 1 })))
      .when(cancel())
      .refuses('already_shipped');
  });

  test('when everything was cancelled', () => {
    given(stockChanged(snapshot(2, { cancelled: 1 })))
      .when(cancel())
      .refuses('nothing_to_cancel');
  });

  test('as shipped when a shipment was accepted at the same instant before it', () => {
    given(stockChanged(snapshot(2, {}, firm('L1', 1))), shipmentAccepted)
      .when(cancel())
      .refuses('already_shipped');
  });

  test('for more units than are open, and none of them is cancelled', () => {
    const stock = snapshot(2, { waiting: 2, shipped: 1 });
    givenOrder(bensMugs)
      .when(cancel(units(4)))
      .refuses('nothing_to_cancel');
    givenOrder(bensMugs, stockChanged(stock))
      .when(cancel(units(3)))
      .refuses('already_shipped');
  });

  test('for a line that does not exist', () => {
    const unknown = [{ lineId: '9', quantity: 1 }];
    given().when(cancel(unknown)).refuses('nothing_to_cancel');
  });

  test('as a whole when one of its lines is not open', () => {
    const stock = snapshot(2, [{ waiting: 2 }, { shipped: 1 }]);
    const both = [
      { lineId: '1', quantity: 1 },
      { lineId: '2', quantity: 1 },
    ];
    givenOrder(cleosRoom, stockChanged(stock)).when(cancel(both)).refuses('already_shipped');
  });
});

test('a cancellation may bear the name of a shipment without being taken for it', () => {
  const firmMugs = stockChanged(snapshot(2, { waiting: 1 }, firm('L1', 2)));
  const { state } = givenOrder(bensMugs, firmMugs, { ...shipmentAccepted }, accepted(null, 's1'));
  expect(state.acts.map(({ type }) => type)).toEqual(['ship', 'cancel']);
  const after = givenOrder(
    bensMugs,
    firmMugs,
    shipmentAccepted,
    accepted(null, 's1'),
    applied(snapshot(3, { waiting: 1, shipped: 1 }, firm('L1', 1)), units(1), 's1'),
  );
  expect(after.state.acts.map(({ type }) => type)).toEqual(['cancel']);
  expect(after.state.mail.owed.map(({ key }) => key)).toContain('shipped:s1');
});

describe("a customer's word counts from when it was received", () => {
  const said = (receivedAt: Instant): CancelBackorder => ({ ...cancel(), receivedAt });
  const lapsed = (lapsedAt: Instant): Fact[] => [
    {
      ...{ type: 'CancellationAccepted', at: lapsedAt },
      act: { type: 'cancel', actId: 'grace', by: 'system', lines: null },
    },
    { ...applied(snapshot(2, { cancelled: 1 }), units(1), 'grace'), at: lapsedAt },
  ];

  test('and is accepted as of then', () => {
    given()
      .when(said(day(1)), { at: day(3) })
      .then({ ...accepted(), at: day(1) });
  });

  test('but never later than it arrives', () => {
    given()
      .when(said(day(5)), { at: day(3) })
      .then({ ...accepted(), at: day(3) });
  });

  test('so that it is as good as done where the time to pay ran out after it', () => {
    given(...lapsed(day(2)))
      .when(said(day(1)), { at: day(3) })
      .then();
  });

  test('and is refused where the time to pay had run out before it', () => {
    given(...lapsed(day(1)))
      .when(said(day(2)), { at: day(3) })
      .refuses('nothing_to_cancel');
  });

  test('and is refused where everything had shipped when it arrived', () => {
    given(stockChanged(snapshot(2, { shipped: 1 })))
      .when(said(day(-1)), { at: day(3) })
      .refuses('already_shipped');
  });
});
