import { describe, expect, it } from 'vitest';
import { createLexicon } from '../../../emails/words/lexicon.ts';

const lexicon = createLexicon();

describe('the words for a locale', () => {
  it.each([
    ['en-US', 'en-US', 'ltr', '1 day to go'],
    ['en-XA', 'en-XA', 'ltr', '1 dàý tö gö'],
    ['ar-XB', 'ar-XB', 'rtl', '1 דאר ףמ זמ'],
    ['xx', 'en', 'ltr', '1 day to go'],
    ['toString', 'en', 'ltr', '1 day to go'],
  ])('%s is said as %s, from %s', (locale, lang, dir, said) => {
    const words = lexicon(locale);
    expect([words.lang, words.dir, words.say.countdown.toGo({ days: 1 })]).toEqual([
      ...[lang, dir, said],
    ]);
  });

  it('prefers what the shop says for the region, then for the language', () => {
    const own = (toGo: string) => ({ countdown: { toGo } });
    const shops = createLexicon({ en: own('{days} more'), 'en-GB': own('{days} left') });
    expect(shops('en-GB').say.countdown.toGo({ days: 2 })).toBe('2 left');
    expect(shops('en-US').say.countdown.toGo({ days: 2 })).toBe('2 more');
  });

  it('writes dates as the region does, with the digits that an order id has', () => {
    expect(lexicon('en-GB').day('2027-01-15')).toBe('Friday, 15 January 2027');
    expect(lexicon('ar-XB').day('2027-01-15')).toContain('15');
  });
});
