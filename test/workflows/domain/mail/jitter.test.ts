import { expect, test } from 'vitest';
import { addressKeyOf } from '../../../../db/mail/address-key.ts';
import { jitterOf } from '../../../../workflows/domain/mail/jitter.ts';
import { minuteMs } from '../../../../workflows/domain/time.ts';

const jitters = Array.from({ length: 1000 }, (_, n) => jitterOf(addressKeyOf(`${n}@example.org`)));

test('is the same for an address each time, and within five minutes', () => {
  expect(jitterOf(addressKeyOf('7@example.org'))).toBe(jitters[7]);
  expect(jitterOf(addressKeyOf('7@EXAMPLE.org'))).toBe(jitters[7]);
  expect(jitters.every((ms) => ms >= 0 && ms < 5 * minuteMs)).toBe(true);
});

test('spreads a thousand addresses over the five minutes', () => {
  for (let minute = 0; minute < 5; minute += 1) {
    const within = jitters.filter((ms) => Math.floor(ms / minuteMs) === minute);
    expect(within.length).toBeGreaterThan(150);
  }
});
