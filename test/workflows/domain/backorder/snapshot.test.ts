import { expect, test } from 'vitest';
import { phaseOf, unitsIn } from '../../../../workflows/domain/backorder/snapshot.ts';
import { firm, leased, snapshot } from '../../../support/facts.ts';

test.each([
  { phase: 'awaiting_stock', when: 'everything waits', stock: snapshot(1, { waiting: 2 }) },
  { phase: 'awaiting_stock', when: 'units are kept', stock: snapshot(1, { waiting: 1, kept: 1 }) },
  {
    phase: 'awaiting_stock',
    when: 'the rest waits after a part shipped',
    stock: snapshot(1, { waiting: 1, shipped: 1 }),
  },
  {
    phase: 'awaiting_payment',
    when: 'units are leased',
    stock: snapshot(1, { waiting: 1 }, leased('L1', 1)),
  },
  { phase: 'ready_to_ship', when: 'units are firm', stock: snapshot(1, {}, firm('L1', 1)) },
  {
    phase: 'ready_to_ship',
    when: 'a unit is firm beside leased and waiting ones',
    stock: snapshot(1, { waiting: 1 }, leased('L1', 1), firm('L2', 1)),
  },
  {
    phase: 'shipped',
    when: 'nothing is left and something shipped',
    stock: snapshot(1, { shipped: 1, cancelled: 2 }),
  },
  {
    phase: 'shipped',
    when: 'one line shipped and the other was cancelled',
    stock: snapshot(1, [{ shipped: 1 }, { cancelled: 1 }]),
  },
  {
    phase: 'cancelled',
    when: 'nothing is left and nothing shipped',
    stock: snapshot(1, { cancelled: 2 }),
  },
])('is $phase when $when', ({ phase, stock }) => {
  expect(phaseOf(stock)).toBe(phase);
});

test('counts the units of one line over its leases, by state', () => {
  const other = { lineId: '2', quantity: 5 };
  const leases = [leased('L1', 1, other), firm('L2', 2), leased('L3', 4)];
  expect(unitsIn(leases, '1')).toBe(7);
  expect(unitsIn(leases, '1', 'leased')).toBe(5);
  expect(unitsIn(leases, '1', 'firm')).toBe(2);
  expect(unitsIn(leases, '3')).toBe(0);
});
