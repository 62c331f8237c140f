import { expect, test } from 'vitest';
import { dayAt, lastDayOf } from '../../../../api/page/parts/order-page.ts';
import { createLexicon } from '../../../../emails/words/lexicon.ts';

/** Sent to California for somebody in London. */
const page = {
  words: createLexicon()('en-US'),
  order: { country: 'US', region: 'CA', postalCode: null, timeZone: 'Europe/London' },
  now: '2026-11-25T10:00:00.000Z',
} as unknown as Parameters<typeof dayAt>[0];

test('says each day as it is where the order goes, as the mails of the order do', () => {
  expect(dayAt(page, '2026-11-27T05:00:00.000Z')).toBe('Thursday, November 26, 2026');
  // Thursday ends there before that hour, so Thursday is the last day to count on.
  expect(lastDayOf(page, '2026-11-27T09:00:00.000Z')).toBe('Thursday, November 26, 2026');
  expect(lastDayOf(page, '2026-11-28T02:00:00.000Z')).toBe('Thursday, November 26, 2026');
});
