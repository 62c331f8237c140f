import { describe, expect, it } from 'vitest';
import { windowFor } from '../../../../workflows/domain/books/compare.ts';
import {
  ownPart,
  type TheirIntent,
  valueOfOrder,
} from '../../../../workflows/domain/books/order-books.ts';
import { addMs, dayMs, type Instant, minuteMs } from '../../../../workflows/domain/time.ts';
import { dayZero } from '../../../support/cast.ts';

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
        { shipping: 100, currency: 'USD' },
        parts.map((shipped, index) => line(`${index + 1}`, shipped)),
      );
    expect(of(0, 0)).toBe(0);
    expect(of(1, 0)).toBe(350);
    expect(of(3, 0)).toBe(1_050);
    expect(of(3, 3)).toBe(2_100);
  });

  it('is a sum that cards are charged in, as what the backorder charges', () => {
    const line = { lineId: '1', quantity: 3, total: 75_640, shipped: 2 };
    expect(valueOfOrder({ shipping: 0, currency: 'KWD' }, [line])).toBe(50_420);
    expect(valueOfOrder({ shipping: 0, currency: 'USD' }, [line])).toBe(50_426);
  });
});

describe('what of a payment at checkout is the order’s', () => {
  const intent: TheirIntent = {
    ...{ intentId: 'pi_1', createdAt: startedAt, isKnown: true, status: 'captured' },
    ...{ currency: 'USD', amount: 20_000, capturable: 0, captured: 20_000, refunded: 0 },
  };

  it.each([
    ['all that it was to pay', { ours: 0 }, 0, [12_900, 0, 7_100]],
    ['all that we gave back', { ours: 12_900 }, 12_900, [12_900, 12_900, 7_100]],
    ['nothing of what went back for other goods', { ours: 0 }, 7_000, [12_900, 0, 100]],
    ['what went back by hand beyond the other goods', { ours: 0 }, 8_000, [12_900, 900, 0]],
    ['both', { ours: 900 }, 8_900, [12_900, 1_800, 0]],
    ['nothing of what came back to us', { ours: 12_900 }, 0, [12_900, 0, 7_100]],
    ['nothing where it does not count', { ours: 0, foreign: 20_000 }, 0, [0, 0, 20_000]],
  ])('is %s', (_title, known, refunded, [captured, back, foreign]) => {
    const part = ownPart({ ...intent, refunded }, { amount: 12_900, ...known });
    expect(part).toMatchObject({ captured, refunded: back, foreign });
  });
});
