import { describe, expect, it } from 'vitest';
import { createSeal, Unsealable } from '../../../api/access/sealed.ts';

const old = 'an-old-secret-of-thirty-two-letters';
const now = 'the-new-secret-of-thirty-two-letter';

describe('what is kept sealed', () => {
  it('opens again, whatever it says', () => {
    const seal = createSeal([now]);
    for (const text of ['', 'whsec_abc', '{"token":"ü😀"}', 'x'.repeat(100_000)]) {
      expect(seal.open(seal.seal(text, 'shop s1'), 'shop s1')).toBe(text);
    }
  });

  it('looks different each time and gives nothing away', () => {
    const seal = createSeal([now]);
    const sealed = seal.seal('whsec_abc', 'a');
    expect(seal.seal('whsec_abc', 'a')).not.toBe(sealed);
    expect(sealed).not.toContain('whsec');
  });

  it('opens nowhere but where it was kept', () => {
    const seal = createSeal([now]);
    expect(() => seal.open(seal.seal('text', 'shop s1'), 'shop s2')).toThrow(Unsealable);
  });

  it('opens under an older secret while that is believed, and says that it is old', () => {
    const sealed = createSeal([old]).seal('text', 'a');
    const rolled = createSeal([now, old]);
    expect(rolled.open(sealed, 'a')).toBe('text');
    expect(rolled.isOld(sealed)).toBe(true);
    expect(rolled.isOld(rolled.seal('text', 'a'))).toBe(false);
    expect(() => createSeal([now]).open(sealed, 'a')).toThrow(Unsealable);
  });

  it('does not open once a byte of it was changed', () => {
    const seal = createSeal([now]);
    const sealed = seal.seal('text', 'a');
    const [head, id, body = ''] = sealed.split('.');
    for (const place of [0, 14, body.length - 1]) {
      const other = body[place] === 'A' ? 'B' : 'A';
      const changed = `${head}.${id}.${body.slice(0, place)}${other}${body.slice(place + 1)}`;
      if (
        Buffer.from(changed.split('.')[2] ?? '', 'base64url').equals(Buffer.from(body, 'base64url'))
      )
        continue;
      expect(() => seal.open(changed, 'a')).toThrow(Unsealable);
    }
    expect(() => seal.open(`${head}.${id}.`, 'a')).toThrow(Unsealable);
    expect(() => seal.open('', 'a')).toThrow(Unsealable);
  });
});
