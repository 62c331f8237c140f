import { expect, test } from 'vitest';
import { maskedAddress } from '../../../../api/page/law/masked-address.ts';

test.each([
  ['ada@example.org', 'a…@example.org'],
  ['a@example.org', 'a…@example.org'],
  ['"a@b"@example.org', '"…@example.org'],
  ['😀da@example.org', '😀…@example.org'],
  ['', '…'],
  ['@example.org', '…'],
])('%s is shown as %s', (email, shown) => {
  expect(maskedAddress(email)).toBe(shown);
});
