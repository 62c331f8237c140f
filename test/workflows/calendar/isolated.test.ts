import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isolated } from '../../../workflows/calendar/isolated.ts';

describe('free text amid words of ours', () => {
  it.each([
    { text: 'Brass lamp', shown: 'Brass lamp' },
    { text: 'Zoë Łuczak', shown: 'Zoë Łuczak' },
    { text: '', shown: '' },
    { text: 'نورة', shown: '\u2068نورة\u2069' },
    { text: 'שלום 12', shown: '\u2068שלום 12\u2069' },
    { text: 'a\u200fb', shown: '\u2068a\u200fb\u2069' },
    { text: '\u061c1', shown: '\u2068\u061c1\u2069' },
    { text: '\u202egpj.exe', shown: 'gpj.exe' },
    { text: '\u2069\u202eout of its frame', shown: 'out of its frame' },
    { text: '\u2067نورة', shown: '\u2068نورة\u2069' },
  ])('runs in its own direction: $text', ({ text, shown }) => {
    expect(isolated(text)).toBe(shown);
  });

  it('opens and closes its frame once, and holds no other, whatever it is', () => {
    const marks = fc.constantFrom(...'\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069');
    const text = fc.array(fc.oneof(marks, fc.constantFrom('a', 'ن', '\u200f', ' ')));
    fc.assert(
      fc.property(text, (characters) => {
        const shown = isolated(characters.join(''));
        expect(shown).toMatch(
          /^(?:[^\u202a-\u202e\u2066-\u2069]*|\u2068[^\u202a-\u202e\u2066-\u2069]+\u2069)$/,
        );
      }),
    );
  });

  it('says the same when it is framed again', () => {
    expect(isolated(isolated('نورة'))).toBe(isolated('نورة'));
  });
});
