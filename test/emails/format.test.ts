import { describe, expect, it } from 'vitest';
import { lamp } from '../../emails/parts/example.ts';
import { count, cut, flat, itemsOf, webUrl } from '../../emails/parts/format.ts';

describe('words', () => {
  it('count one thing as one', () => {
    expect([count(0, 'day'), count(1, 'day'), count(2, 'day')]).toEqual([
      '0 days',
      '1 day',
      '2 days',
    ]);
  });

  it('name the first item and how many more', () => {
    expect(itemsOf([])).toBe('your order');
    expect(itemsOf([lamp])).toBe('Brass lamp');
    expect(itemsOf([lamp, lamp, lamp])).toBe('Brass lamp and 2 more');
    expect(itemsOf([{ ...lamp, title: 'lamp '.repeat(40) }]).length).toBeLessThanOrEqual(60);
  });

  it('are cut between characters, not inside one', () => {
    expect(cut('💡💡💡💡', 3)).toBe('💡💡…');
  });

  it('stay on one line and in one direction', () => {
    expect(flat(' a\r\nb\u2028c\u0000d \u202egnp.exe ')).toBe('a b c d gnp.exe');
    expect(flat('\u2069\nنورة')).toBe('\u2068نورة\u2069');
    expect(itemsOf([{ ...lamp, title: 'مصباح' }, lamp])).toBe('\u2068مصباح\u2069 and 1 more');
    expect(cut('م'.repeat(9), 3)).toBe('\u2068مم…\u2069');
  });
});

describe('an address', () => {
  it('is linked only if it leads to a web page', () => {
    expect(webUrl('https://shop.example.org/a')).toBe('https://shop.example.org/a');
    for (const url of [
      'javascript:alert(1)',
      'javascript://a',
      'data:text/html,x',
      ' https://a',
      '/a',
      '',
      null,
    ])
      expect(webUrl(url)).toBeNull();
  });
});
