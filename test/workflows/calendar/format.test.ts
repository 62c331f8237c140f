import { afterEach, describe, expect, it, vi } from 'vitest';
import {
  day,
  dayIn,
  languageOf,
  money,
  shortDayIn,
  timeIn,
} from '../../../workflows/calendar/format.ts';

const plain = (text: string) => text.replaceAll(/[\u00a0\u202f]/g, ' ');

describe('money', () => {
  it.each([
    ['USD', 12900, 'en-US', '$129.00'],
    ['USD', 5, 'en-US', '$0.05'],
    ['EUR', 123456, 'de-DE', '1.234,56 €'],
    ['JPY', 12900, 'en-US', '¥12,900'],
    ['KWD', 12900, 'en-US', 'KWD 12.900'],
    ['CLF', 12900, 'en-US', 'CLF 1.2900'],
  ])('writes the minor units of %s: %i in %s', (currency, amount, locale, written) => {
    expect(plain(money({ amount, currency }, locale))).toBe(written);
  });

  it('keeps the minor units of a currency whose coins are out of use', () => {
    expect(plain(money({ amount: 129000, currency: 'HUF' }, 'en-US'))).toBe('HUF 1,290.00');
  });

  it('writes Latin digits, as the text around them does', () => {
    expect(money({ amount: 12900, currency: 'EGP' }, 'ar-EG')).toContain('129.00');
  });
});

describe('a day', () => {
  afterEach(() => vi.unstubAllEnvs());

  it.each([
    ['2026-12-01', 'mardi 1er décembre 2026', '1er déc.'],
    ['2026-12-11', 'vendredi 11 décembre 2026', '11 déc.'],
  ])('%s is written as the French do', (on, written, short) => {
    expect([dayIn(on, 'fr-FR'), shortDayIn(on, 'fr-FR')]).toEqual([written, short]);
    expect(timeIn(`${on}T00:01:00.000Z`, 'Etc/UTC', 'fr-FR')).toBe(`${written} à 00:01`);
  });

  it.each([
    ['en-US', 'Friday, January 15, 2027'],
    ['en-GB', 'Friday, 15 January 2027'],
    ['de-DE', 'Friday, 15 January 2027'],
    ['th-TH', 'Friday, January 15, 2027'],
  ])('is the same day, in English, for %s', (locale, written) => {
    expect(day('2027-01-15', locale)).toBe(written);
  });

  it.each([
    ['Pacific/Kiritimati', -14, 'en-NZ'],
    ['Pacific/Pago_Pago', 11, 'en-ZA'],
  ])('is not moved by the zone the process runs in, %s', (zone, hours, locale) => {
    vi.stubEnv('TZ', zone);
    expect(new Date('2027-01-15T00:00:00Z').getTimezoneOffset()).toBe(hours * 60);
    expect(day('2027-01-15', locale)).toBe('Friday, 15 January 2027');
  });
});

describe('a locale', () => {
  it('that nobody knows is read as en-US', () => {
    for (const locale of ['', 'nonsense locale', 'x', '---', 'en_US', 'zz-ZZ']) {
      expect(day('2027-01-15', locale)).toBe('Friday, January 15, 2027');
      expect(money({ amount: 12900, currency: 'USD' }, locale)).toBe('$129.00');
      expect(languageOf(locale)).toBe('en-US');
    }
  });

  it('gives the language of the text, which is English', () => {
    expect(languageOf('en-GB')).toBe('en-GB');
    expect(languageOf('de-DE')).toBe('en-DE');
    expect(languageOf('fr')).toBe('en');
  });
});
