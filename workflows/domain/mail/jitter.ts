import { minuteMs } from '../time.ts';

const spreadMs = 5 * minuteMs;

/**
 * By how many milliseconds mail to an address goes out after the hour, always the same: thousands
 * that are due at one instant are spread over five minutes. `addressKey`: a hash in hexadecimal.
 */
export const jitterOf = (addressKey: string): number =>
  Number.parseInt(addressKey.slice(0, 8), 16) % spreadMs;
