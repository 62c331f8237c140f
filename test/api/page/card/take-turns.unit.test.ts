import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { takeTurns } from '../../../../api/page/card/take-turns.ts';

beforeEach(() => {
  vi.useFakeTimers({ now: 0 });
});
afterEach(() => vi.useRealTimers());

/** Says when each order was looked at. */
const looking = () => {
  const looks: string[] = [];
  const look = takeTurns(async (orderId) => {
    looks.push(`${orderId} ${Date.now()}`);
  }, 3_000);
  return { look, looks };
};

test('the first look is made at once, and a second waits for its turn', async () => {
  const { look, looks } = looking();
  const first = look('a');
  await vi.advanceTimersByTimeAsync(500);
  await first;
  const second = look('a');
  await vi.advanceTimersByTimeAsync(2_499);
  expect(looks).toEqual(['a 0']);
  await vi.advanceTimersByTimeAsync(1);
  await second;
  expect(looks).toEqual(['a 0', 'a 3000']);
});

test('whoever comes before a look has begun shares it', async () => {
  const { look, looks } = looking();
  await Promise.all([look('a'), look('a'), vi.advanceTimersByTimeAsync(10)]);
  const later = Array.from({ length: 50 }, () => look('a'));
  await vi.advanceTimersByTimeAsync(60_000);
  await Promise.all(later);
  expect(looks).toEqual(['a 0', 'a 3000']);
});

test('one that began before somebody came is not theirs: they may have done more since', async () => {
  let end = (): void => {};
  const began: number[] = [];
  const look = takeTurns(async () => {
    began.push(Date.now());
    await new Promise<void>((resolve) => {
      end = resolve;
    });
  }, 3_000);
  void look('a');
  await vi.advanceTimersByTimeAsync(100);
  void look('a');
  await vi.advanceTimersByTimeAsync(3_000);
  expect(began).toEqual([0, 3_000]);
  end();
});

test('orders do not wait for each other', async () => {
  const { look, looks } = looking();
  await Promise.all([look('a'), look('b'), vi.advanceTimersByTimeAsync(10)]);
  expect(looks).toEqual(['a 0', 'b 0']);
});

test('a look that fails is told to those who wait for it, and the next is made in its turn', async () => {
  let failures = 1;
  const look = takeTurns(async () => {
    if (failures-- > 0) throw new Error('away');
  }, 3_000);
  const both = Promise.allSettled([look('a'), look('a')]);
  await vi.advanceTimersByTimeAsync(10);
  expect((await both).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  const next = look('a');
  await vi.advanceTimersByTimeAsync(3_000);
  await expect(next).resolves.toBeUndefined();
});
