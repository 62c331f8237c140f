import { describe, expect, test } from 'vitest';
import type { Fact } from '../../../../workflows/domain/backorder/fact.ts';
import type { Snapshot } from '../../../../workflows/domain/backorder/snapshot.ts';
import {
  expectedStock,
  firmUnits,
  openUnits,
} from '../../../../workflows/domain/stock/expected.ts';
import { bensMugs, dayZero } from '../../../support/cast.ts';
import { firm, leased, snapshot, stockChanged, units } from '../../../support/facts.ts';
import { stateAfter } from '../../../support/given.ts';

const cancelled = (quantity: number | null, actId = 'c1'): Fact => ({
  type: 'CancellationAccepted',
  at: dayZero,
  act: { type: 'cancel', actId, by: 'shop', lines: quantity === null ? null : units(quantity) },
});

const shipped = (quantity: number, actId = 's1'): Fact => ({
  type: 'ShipmentAccepted',
  at: dayZero,
  act: { type: 'ship', actId, lines: units(quantity) },
});

const expectedOf = (stock: Snapshot, ...acts: Fact[]) =>
  expectedStock(stateAfter(bensMugs, [stockChanged(stock), ...acts]));

describe('a cancellation on its way to the ledger', () => {
  test.each([
    {
      takes: 'waiting units first',
      quantity: 1,
      waiting: 0,
      leases: [leased('L1', 1), firm('L2', 1)],
    },
    { takes: 'leased units next', quantity: 2, waiting: 0, leases: [firm('L2', 1)] },
    { takes: 'firm units last', quantity: 3, waiting: 0, leases: [] },
  ])('takes $takes', ({ quantity, waiting, leases }) => {
    const stock = snapshot(2, { waiting: 1 }, leased('L1', 1), firm('L2', 1));
    expect(expectedOf(stock, cancelled(quantity))).toEqual(
      snapshot(2, { waiting, cancelled: quantity }, ...leases),
    );
  });

  test('takes the newest lease before an older one, as the ledger does', () => {
    const stock = snapshot(2, { waiting: 0 }, firm('L1', 1), firm('L2', 2));
    expect(expectedOf(stock, cancelled(1)).leases).toEqual([firm('L1', 1), firm('L2', 1)]);
    expect(expectedOf(stock, cancelled(2)).leases).toEqual([firm('L1', 1)]);
  });

  test('takes kept units before allocated ones', () => {
    const stock = snapshot(2, { kept: 2 }, leased('L1', 1));
    expect(expectedOf(stock, cancelled(2)).leases).toEqual([leased('L1', 1)]);
  });

  test('of everything leaves what has shipped', () => {
    const stock = snapshot(2, { waiting: 1, shipped: 1 }, firm('L1', 1));
    expect(expectedOf(stock, cancelled(null))).toEqual(snapshot(2, { shipped: 1, cancelled: 2 }));
  });
});

describe('a shipment on its way to the ledger', () => {
  test('takes the oldest firm lease and never a leased one', () => {
    const stock = snapshot(2, {}, leased('L1', 1), firm('L2', 1), firm('L3', 1));
    expect(expectedOf(stock, shipped(1))).toEqual(
      snapshot(2, { shipped: 1 }, leased('L1', 1), firm('L3', 1)),
    );
  });
});

describe('acts in a row', () => {
  test('count one after the other', () => {
    const stock = snapshot(2, { waiting: 1 }, firm('L1', 2));
    expect(expectedOf(stock, shipped(1), cancelled(2))).toEqual(
      snapshot(2, { shipped: 1, cancelled: 2 }),
    );
  });

  test('count once when a snapshot shows the first before its own answer comes', () => {
    const before = snapshot(2, { waiting: 3 });
    const news = stockChanged(snapshot(3, { waiting: 2, cancelled: 1 }));
    expect(expectedOf(before, cancelled(1), news)).toEqual(
      snapshot(3, { waiting: 2, cancelled: 1 }),
    );
    expect(expectedOf(before, cancelled(1), news, cancelled(1, 'c2'))).toEqual(
      snapshot(3, { waiting: 1, cancelled: 2 }),
    );
  });

  test('still count when a snapshot shows something else', () => {
    const news = stockChanged(snapshot(3, { waiting: 2 }, leased('L1', 1)));
    expect(expectedOf(snapshot(2, { waiting: 3 }), cancelled(1), news)).toEqual(
      snapshot(3, { waiting: 1, cancelled: 1 }, leased('L1', 1)),
    );
  });
});

test('open are units that neither shipped nor were cancelled; firm those ready to leave', () => {
  const stock = snapshot(
    2,
    [{ waiting: 1, kept: 2, shipped: 3, cancelled: 4 }, { shipped: 1 }],
    leased('L1', 5),
    firm('L2', 6),
  );
  expect(openUnits(stock)).toEqual([
    { lineId: '1', quantity: 14 },
    { lineId: '2', quantity: 0 },
  ]);
  expect(firmUnits(stock)).toEqual([{ lineId: '1', quantity: 6 }]);
});
