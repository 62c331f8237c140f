import { describe, expect, test } from 'vitest';
import type { Fact } from '../../../workflows/domain/backorder/fact.ts';
import type { RefusalCode, ReportShipment } from '../../../workflows/domain/backorder/request.ts';
import type { Part, Snapshot } from '../../../workflows/domain/backorder/snapshot.ts';
import { evolve } from '../../../workflows/domain/evolve.ts';
import { bensMugs, day, dayZero } from '../../support/cast.ts';
import {
  authorized,
  declined,
  firm,
  leased,
  snapshot,
  stockChanged,
  units,
} from '../../support/facts.ts';
import { given, givenOrder } from '../../support/given.ts';

const at = dayZero;

const ship = (lines: Part[] | null = null, shipmentId = 's1'): ReportShipment => ({
  type: 'ReportShipment',
  shipmentId,
  lines,
});

const accepted = (lines: Part[], actId = 's1'): Fact => ({
  type: 'ShipmentAccepted',
  at,
  act: { type: 'ship', actId, lines },
});

const kept = (code: RefusalCode, when = at): Fact => ({
  type: 'ShipmentRefused',
  at: when,
  shipmentId: 's1',
  code,
});

const applied = (stock: Snapshot, lines: Part[]): Fact => ({
  type: 'StockActApplied',
  at,
  actId: 's1',
  snapshot: stock,
  lines,
  short: false,
});

const readyLamp = [
  stockChanged(snapshot(2, {}, firm('L1', 1))),
  ...authorized('i1', { leaseId: 'L1', amount: 13_800 }),
];

/** Two mugs of three are ready, held for 66. */
const readyMugs = [
  stockChanged(snapshot(2, { waiting: 1 }, firm('L1', 2))),
  ...authorized('i1', { leaseId: 'L1', amount: 66 }),
];

const cancelled: Fact = {
  type: 'CancellationAccepted',
  at,
  act: { type: 'cancel', actId: 'c1', by: 'customer', lines: null },
};

describe('a shipment is accepted', () => {
  test('of every firm unit when no lines are given', () => {
    given(...readyLamp)
      .when(ship())
      .then(accepted(units(1)));
    givenOrder(bensMugs, ...readyMugs)
      .when(ship())
      .then(accepted(units(2)));
  });

  test('of some firm units', () => {
    givenOrder(bensMugs, ...readyMugs)
      .when(ship(units(1)))
      .then(accepted(units(1)));
  });

  test('without a hold when the goods are free', () => {
    const free = { ...bensMugs, lines: [{ lineId: '1', quantity: 3, total: 0 }] };
    const stock = stockChanged(snapshot(2, {}, firm('L1', 3)));
    givenOrder(free, stock)
      .when(ship())
      .then(accepted(units(3)));
  });

  test('until the very end of its hold', () => {
    given(...readyLamp)
      .when(ship(), { at: '2026-11-30T09:59:59.999Z' })
      .accepts();
  });

  test('once, however often it is reported', () => {
    given(...readyLamp, accepted(units(1)))
      .when(ship())
      .then();
    const facts = [
      ...readyLamp,
      accepted(units(1)),
      applied(snapshot(3, { shipped: 1 }), units(1)),
    ];
    given(...facts)
      .when(ship())
      .then();
  });
});

describe('a shipment is refused as not ready, and its report kept', () => {
  const code = 'not_ready_to_ship';

  test.each([
    { when: 'everything waits', stock: snapshot(2, { waiting: 1 }) },
    { when: 'units are kept', stock: snapshot(2, { kept: 1 }) },
    { when: 'units are only leased', stock: snapshot(2, {}, leased('L1', 1)) },
    { when: 'everything has shipped', stock: snapshot(2, { shipped: 1 }) },
  ])('when $when', ({ stock }) => {
    given(stockChanged(stock)).when(ship()).refuses(code, kept(code));
    given(stockChanged(stock))
      .when(ship(units(1)))
      .refuses(code, kept(code));
  });

  test('when it is of more units than are firm', () => {
    givenOrder(bensMugs, ...readyMugs)
      .when(ship(units(3)))
      .refuses(code, kept(code));
  });

  test('when it names a line that does not exist', () => {
    const unknown = [{ lineId: '9', quantity: 1 }];
    given(...readyLamp)
      .when(ship(unknown))
      .refuses(code, kept(code));
  });

  test('when nothing is held for the units', () => {
    const stock = stockChanged(snapshot(2, {}, firm('L1', 1)));
    given(stock).when(ship()).refuses(code, kept(code));
    const no = declined('i1', { leaseId: 'L1', amount: 13_800 });
    given(stock, ...no)
      .when(ship())
      .refuses(code, kept(code));
  });

  test('when the hold has lapsed', () => {
    given(...readyLamp)
      .when(ship(), { at: day(7) })
      .refuses(code, kept(code, day(7)));
  });

  test('when the hold is too small', () => {
    const small = authorized('i1', { leaseId: 'L1', amount: 13_799 });
    given(stockChanged(snapshot(2, {}, firm('L1', 1))), ...small)
      .when(ship())
      .refuses(code, kept(code));
  });

  test('while another shipment is going to be captured from the same hold', () => {
    const first = [...readyMugs, accepted(units(1))];
    givenOrder(bensMugs, ...first)
      .when(ship(units(1), 's2'))
      .refuses(code, {
        ...kept(code),
        shipmentId: 's2',
      } as Fact);
    const shipped = applied(snapshot(3, { waiting: 1, shipped: 1 }, firm('L1', 1)), units(1));
    givenOrder(bensMugs, ...first, shipped)
      .when(ship(units(1), 's2'))
      .refuses(code, {
        ...kept(code),
        shipmentId: 's2',
      } as Fact);
  });

  test('but not while another shipment is captured from a hold of its own', () => {
    const both = [
      stockChanged(snapshot(2, { waiting: 1 }, firm('L1', 1), firm('L2', 1))),
      ...authorized('i1', { leaseId: 'L1', amount: 33 }),
      ...authorized('i2', { leaseId: 'L2', amount: 33 }),
    ];
    givenOrder(bensMugs, ...both, accepted(units(1)))
      .when(ship(units(1), 's2'))
      .then(accepted(units(1), 's2'));
  });
});

describe('a shipment of a suspended order', () => {
  const held: Fact = { type: 'BackorderSuspended', at };

  test('is refused, and its report kept', () => {
    given(...readyLamp, held)
      .when(ship())
      .refuses('on_hold', kept('on_hold'));
  });

  test('is accepted once the order is resumed', () => {
    given(...readyLamp, held, { type: 'BackorderResumed', at })
      .when(ship())
      .accepts();
  });

  test('is refused as not ready if it is not ready either', () => {
    given(held).when(ship()).refuses('not_ready_to_ship', kept('not_ready_to_ship'));
  });
});

describe('a shipment after a cancellation', () => {
  test('is refused, and its report kept, even at the same instant', () => {
    given(...readyLamp, cancelled)
      .when(ship())
      .refuses('cancelled', kept('cancelled'));
  });

  test('is refused when the cancellation has reached the ledger', () => {
    given(...readyLamp, cancelled, stockChanged(snapshot(3, { cancelled: 1 })))
      .when(ship(units(1)))
      .refuses('cancelled', kept('cancelled'));
  });

  test('is refused of a line whose rest was cancelled', () => {
    const stock = snapshot(2, { shipped: 2, cancelled: 1 });
    givenOrder(bensMugs, stockChanged(stock))
      .when(ship(units(1)))
      .refuses('cancelled', kept('cancelled'));
  });

  test('is accepted of the units that were not cancelled', () => {
    const part: Fact = {
      type: 'CancellationAccepted',
      at,
      act: { type: 'cancel', actId: 'c1', by: 'customer', lines: units(2) },
    };
    givenOrder(bensMugs, ...readyMugs, part)
      .when(ship())
      .then(accepted(units(1)));
  });
});

describe('a report that was refused', () => {
  test.each<{ code: RefusalCode; attention: string }>([
    { code: 'not_ready_to_ship', attention: 'unexpected_shipment' },
    { code: 'on_hold', attention: 'unexpected_shipment' },
    { code: 'cancelled', attention: 'shipped_after_cancel' },
  ])('asks a person to look: $code', ({ code, attention }) => {
    const { state } = given(kept(code), kept(code, day(1)));
    expect(state.attention).toEqual([{ code: attention, at }]);
    expect(state.acts).toEqual([]);
  });

  test('may be accepted when it is reported again and all is ready', () => {
    given(kept('not_ready_to_ship'), ...readyLamp)
      .when(ship())
      .accepts();
  });
});

test('units that were taken back while they left raise attention', () => {
  const { state } = given(...readyLamp, accepted(units(1)));
  const short: Fact = {
    type: 'StockActApplied',
    at,
    actId: 's1',
    snapshot: snapshot(3, { waiting: 1 }),
    lines: [],
    short: true,
  };
  const next = evolve(state, short);
  expect(next.attention.map(({ code }) => code)).toEqual(['shipment_short']);
  expect(next.mail.owed.map(({ kind }) => kind)).not.toContain('shipped');
});
