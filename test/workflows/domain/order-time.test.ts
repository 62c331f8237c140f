import { describe, expect, test } from 'vitest';
import {
  callerToOrder,
  orderToWall,
  skippedMsOf,
  wallToOrder,
} from '../../../workflows/domain/order-time.ts';
import { addMs, dayMs, hourMs, minuteMs } from '../../../workflows/domain/time.ts';
import { day, dayZero } from '../../support/cast.ts';

describe('the time of an order', () => {
  test.each([
    { skippedMs: 0, wall: dayZero, order: dayZero },
    { skippedMs: 7 * dayMs, wall: dayZero, order: day(7) },
    { skippedMs: 1, wall: '2026-12-31T23:59:59.999Z', order: '2027-01-01T00:00:00.000Z' },
  ])('is $order at $wall after $skippedMs ms were skipped', ({ skippedMs, wall, order }) => {
    expect(wallToOrder(wall, skippedMs)).toBe(order);
    expect(orderToWall(order, skippedMs)).toBe(wall);
  });
});

describe('what a caller says of when it happened', () => {
  test.each([
    { says: 'an hour ago', at: addMs(dayZero, -hourMs), order: addMs(day(7), -hourMs) },
    { says: 'now', at: dayZero, order: day(7) },
    { says: 'a moment ahead', at: addMs(dayZero, 1), order: day(7) },
    { says: 'the instant that the order shows as its now', at: day(7), order: day(7) },
  ])('$says is $order to an order a week ahead', ({ at, order }) => {
    expect(callerToOrder(at, { wallNow: dayZero, skippedMs: 7 * dayMs })).toBe(order);
  });
});

describe('what was skipped', () => {
  test.each([
    { aheadMs: 0, driftMs: 0, skippedMs: 0 },
    { aheadMs: 1, driftMs: 0, skippedMs: 1 },
    { aheadMs: -1, driftMs: 0, skippedMs: 0 },
    { aheadMs: minuteMs, driftMs: minuteMs, skippedMs: 0 },
    { aheadMs: minuteMs + 1, driftMs: minuteMs, skippedMs: minuteMs + 1 },
    { aheadMs: -minuteMs, driftMs: minuteMs, skippedMs: 0 },
  ])('is $skippedMs ms, $aheadMs ahead by clocks that drift $driftMs', (row) => {
    const { aheadMs, driftMs, skippedMs } = row;
    const orderNow = addMs(dayZero, aheadMs);
    expect(skippedMsOf({ orderNow, wallNow: dayZero, driftMs })).toBe(skippedMs);
  });
});
