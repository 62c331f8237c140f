import { expect, it } from 'vitest';
import { askedLanguage } from '../../../../api/page/preferences/asked-language.ts';

it.each([
  [undefined, 'en'],
  ['', 'en'],
  ['*', 'en'],
  ['xx-YY, zz;q=0.9', 'en'],
  ['xx, en-GB;q=0.8, en;q=0.7', 'en-GB'],
  ['en;q=0.1, ar-XB;q=0.9', 'ar-XB'],
  ['ar-XB;q=0, en-US', 'en-US'],
  ['constructor, toString', 'en'],
  [',;=,q=;'.repeat(1_000), 'en'],
] as const)('%j is answered in %s', (header, language) => {
  expect(askedLanguage(header)).toBe(language);
});
