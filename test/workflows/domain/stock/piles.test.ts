import { describe, expect, test } from 'vitest';
import type { Lease } from '../../../../workflows/domain/backorder/snapshot.ts';
import {
  type Pile,
  pilesOf,
  pilesToGiveUp,
  takeFrom,
} from '../../../../workflows/domain/stock/piles.ts';

const lease = (leaseId: string, state: Lease['state'], ...quantities: number[]) => ({
  leaseId,
  state,
  units: quantities.map((quantity, index) => ({ lineId: `${index + 1}`, quantity })),
});

/** Listed oldest first, as the ledger does. */
const leases = [
  lease('L1', 'firm', 1, 9),
  lease('L2', 'leased', 2),
  lease('L3', 'firm', 3),
  lease('L4', 'leased', 4),
];

const line = { lineId: '1', waiting: 5, kept: 6 };

/** `L1×2` for units in a lease, `waiting×2` for others. */
const said = (piles: readonly Pile[]): string =>
  piles
    .map((pile) => `${'leaseId' in pile ? pile.leaseId : pile.state}×${pile.quantity}`)
    .join(' ');

describe('units are given up', () => {
  test.each([
    [1, 'waiting×1'],
    [5, 'waiting×5'],
    [6, 'waiting×5 kept×1'],
    [11, 'waiting×5 kept×6'],
    [12, 'waiting×5 kept×6 L4×1'],
    [16, 'waiting×5 kept×6 L4×4 L2×1'],
    [18, 'waiting×5 kept×6 L4×4 L2×2 L3×1'],
    [21, 'waiting×5 kept×6 L4×4 L2×2 L3×3 L1×1'],
    [99, 'waiting×5 kept×6 L4×4 L2×2 L3×3 L1×1'],
    [0, ''],
  ])('%i: %s', (quantity, given) => {
    expect(said(takeFrom(pilesToGiveUp({ leases }, line), quantity))).toBe(given);
  });

  test('of a line that nothing waits for, from its own units alone', () => {
    const other = { lineId: '2', waiting: 0, kept: 0 };
    expect(said(takeFrom(pilesToGiveUp({ leases }, other), 99))).toBe('L1×9');
  });
});

test('piles are listed by the states asked for, the oldest lease first', () => {
  expect(said(pilesOf({ leases }, line, ['firm', 'leased', 'kept']))).toBe(
    'L1×1 L3×3 L2×2 L4×4 kept×6',
  );
});
