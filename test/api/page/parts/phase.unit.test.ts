import { expect, test } from 'vitest';
import { phaseOf } from '../../../../api/page/parts/order-page.ts';
import type { Phase } from '../../../../workflows/domain/backorder/snapshot.ts';

type Counts = { waiting?: number; allocated?: number; shipped?: number; cancelled?: number };

const pageOf = (told: Phase | null, counts: Counts) => {
  const line = { waiting: 0, allocated: 0, shipped: 0, cancelled: 0, ...counts };
  return { order: { view: told && { phase: told }, lines: [line] } } as Parameters<
    typeof phaseOf
  >[0];
};

test.each([
  [null, { waiting: 3 }, 'awaiting_stock'],
  ['awaiting_stock', { waiting: 1, allocated: 2 }, 'awaiting_stock'],
  ['awaiting_stock', { allocated: 3 }, 'awaiting_payment'],
  ['awaiting_payment', { waiting: 1, allocated: 2 }, 'awaiting_payment'],
  ['awaiting_payment', { waiting: 3 }, 'awaiting_stock'],
  ['ready_to_ship', { allocated: 1, shipped: 2 }, 'ready_to_ship'],
  ['ready_to_ship', { waiting: 2, shipped: 1 }, 'awaiting_stock'],
  ['ready_to_ship', { shipped: 3 }, 'shipped'],
  ['awaiting_payment', { shipped: 1, cancelled: 2 }, 'shipped'],
  ['awaiting_stock', { cancelled: 3 }, 'cancelled'],
] as const)('an order last heard of as %s shows %j as %s', (told, counts, phase) => {
  expect(phaseOf(pageOf(told, counts))).toBe(phase);
});
