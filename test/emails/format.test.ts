import { describe, expect, it } from 'vitest';
import { example, lamp } from '../../emails/parts/example.ts';
import { cut, flat, webUrl } from '../../emails/parts/format.ts';
import type { LinePart } from '../../emails/parts/props.ts';
import { itemsOf } from '../../emails/parts/wording.ts';

const items = (...lines: LinePart[]) => itemsOf(lines, example.words);

describe('words', () => {
  it('name the first item and how many more', () => {
    expect(items()).toBe('your order');
    expect(items(lamp)).toBe('Brass lamp');
    expect(items(lamp, lamp, lamp)).toBe('Brass lamp and 2 more');
    expect(items({ ...lamp, title: 'lamp '.repeat(40) }).length).toBeLessThanOrEqual(60);
  });

  it('are cut between characters, not inside one', () => {
    expect(cut('💡💡💡💡', 3)).toBe('💡💡…');
    const family = '👩‍👩‍👧';
    expect(cut(family.repeat(3), 2)).toBe(`${family}…`);
    expect(cut('e\u0301e\u0301e\u0301', 2)).toBe('e\u0301…');
    expect(cut('e\u0301e\u0301', 2)).toBe('e\u0301e\u0301');
  });

  it('stay on one line and in one direction', () => {
    expect(flat(' a\r\nb\u2028c\u0000d \u202egnp.exe ')).toBe('a b c d gnp.exe');
    expect(flat('\u2069\nنورة')).toBe('\u2068نورة\u2069');
    expect(items({ ...lamp, title: 'مصباح' }, lamp)).toBe('\u2068مصباح\u2069 and 1 more');
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
