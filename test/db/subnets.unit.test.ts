import { expect, test } from 'vitest';
import { parseSubnets } from '../../db/subnets.ts';

test.each(['10.0.0.0/', '10.0.0.0/33', 'proxy.example.org', '1.2.3', '10.0.0.0/x'])(
  '%j names no addresses',
  (text) => {
    expect(parseSubnets(text)).toBeUndefined();
  },
);

test('nothing names none', () => {
  expect(parseSubnets('')?.('127.0.0.1')).toBe(false);
});
