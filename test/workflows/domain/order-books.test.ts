import { describe, expect, it } from 'vitest';
import { valueOfOrder } from '../../../workflows/domain/order-books.ts';
import { windowFor } from '../../../workflows/domain/reconciliation.ts';
import { addMs, dayMs, type Instant, minuteMs } from '../../../workflows/domain/time.ts';
import { dayZero } from '../../support/cast.ts';

const startedAt = dayZero;
const ago = (days: number, minutes = 0): Instant =>
  addMs(startedAt, -days * dayMs - minutes * minuteMs);
describe('the window', () => {
  it.each([
    ['is 35 days without any money', null, ago(35)],
    ['is 35 days when all money is younger', ago(10), ago(35)],
    ['begins a day before the oldest money', ago(60), ago(61)],
    ['is never longer than 200 days', ago(500), ago(200)],
  ])('%s', (_title, oldest, since) => {
    expect(windowFor(startedAt, oldest)).toEqual({ startedAt, since });
  });
});

describe('the value of what was shipped', () => {
  it('shares shipping as the backorder itself does, so that parts add up', () => {
    const line = (lineId: string, shipped: number) => ({
      lineId,
      quantity: 3,
      total: 1_000,
      shipped,
    });
    const of = (...parts: number[]) =>
      valueOfOrder(
        100,
        parts.map((shipped, index) => line(`${index + 1}`, shipped)),
      );
    expect(of(0, 0)).toBe(0);
    expect(of(1, 0)).toBe(350);
    expect(of(3, 0)).toBe(1_050);
    expect(of(3, 3)).toBe(2_100);
  });
});
