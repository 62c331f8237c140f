import type { Instant } from '../../workflows/domain/time.ts';

const letters = '234567abcdefghijklmnopqrstuvwxyz';

/**
 * A timestamp identifier of AT Protocol (atproto.com/specs/tid), which is how posts are named
 * there: 53 bits of microseconds, 10 of a clock. `seq` tells apart what one millisecond brings.
 */
export const recordKeyOf = (at: Instant, seq: number): string => {
  const micros = BigInt(Date.parse(at)) * 1_000n + BigInt(seq % 1_000);
  const clock = BigInt(Math.floor(seq / 1_000) % 1_024);
  let bits = (micros << 10n) | clock;
  let key = '';
  for (let place = 0; place < 13; place++) {
    key = `${letters[Number(bits & 31n)]}${key}`;
    bits >>= 5n;
  }
  return key;
};
