import { describe, expect, test } from 'vitest';
import { restMs, retriesAfterMs, retryMs } from '../../../api/outbound/schedule.ts';
import { verdictOf } from '../../../api/outbound/verdict.ts';

const middle = 0.5;

describe('the schedule', () => {
  test('begins after five seconds, ends after a day, and is over then', () => {
    expect(retryMs(1, middle)).toBe(5_000);
    expect(retryMs(retriesAfterMs.length, middle)).toBe(24 * 3_600_000);
    expect(retryMs(retriesAfterMs.length + 1, middle)).toBeNull();
  });

  test('spreads what failed at once by a tenth either way', () => {
    expect(retryMs(1, 0)).toBe(4_500);
    expect(retryMs(1, 1)).toBe(5_500);
  });

  test('lets an endpoint that cannot be reached rest for longer and longer, up to five minutes', () => {
    expect([1, 2, 3, 20].map((failures) => restMs(failures, middle))).toEqual([
      5_000, 10_000, 20_000, 300_000,
    ]);
  });
});

describe('an answer', () => {
  test.each([
    [200, true, false, null],
    [204, true, false, null],
    [301, false, false, 'redirect'],
    [304, false, false, 'redirect'],
    [400, false, false, 'status'],
    [410, false, false, 'gone'],
    [429, false, true, 'status'],
    [500, false, false, 'status'],
    [503, false, true, 'status'],
  ])('%d is delivered: %s, unreachable: %s', (status, isDelivered, isUnreachable, error) => {
    expect(verdictOf({ status, error: null }, 1, middle)).toMatchObject({
      ...{ status, isDelivered, isUnreachable, error, isGone: status === 410 },
    });
  });

  test('that never came says why, and is tried again until the schedule ends', () => {
    const none = { status: null, error: 'timeout' } as const;
    expect(verdictOf(none, 1, middle)).toMatchObject({ retryMs: 5_000, isUnreachable: true });
    expect(verdictOf(none, 10, middle)).toMatchObject({ retryMs: null, error: 'timeout' });
  });
});
