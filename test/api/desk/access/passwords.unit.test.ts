import { hash } from '@node-rs/argon2';
import { describe, expect, it } from 'vitest';
import {
  faultOf,
  hashPassword,
  isOldHash,
  isRight,
} from '../../../../api/desk/access/passwords.ts';

const ada = { operatorId: 'ada', name: 'Ada Byron' };

describe('a password', () => {
  it('is hashed by argon2id, never the same way twice', async () => {
    const [one, two] = [
      await hashPassword('twelve brass lamps'),
      await hashPassword('twelve brass lamps'),
    ];
    expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(one).not.toBe(two);
    expect([
      await isRight(one, 'twelve brass lamps'),
      await isRight(one, 'twelve brass lamp'),
    ]).toEqual([true, false]);
    expect(isOldHash(one)).toBe(false);
  });

  it('is known again however a keyboard makes its letters', async () => {
    expect(
      await isRight(await hashPassword('zwölf Lampen\u00e9'), 'zwo\u0308lf Lampene\u0301'),
    ).toBe(true);
  });

  it('opens nothing where there is none, not even the one that is compared then', async () => {
    expect(await isRight(null, 'nobody has this password')).toBe(false);
  });

  it('is hashed anew once it was hashed in another way', async () => {
    expect(isOldHash(await hash('twelve brass lamps', { memoryCost: 8_192 }))).toBe(true);
  });

  it.each([
    'twelve brass lamps',
    'ada likes brass lamps',
    'ßßß öäü lampe',
    'xK9!xK9?aaaa',
    '🔥🌧🪔🌊🏔🌙🍞🐟🦉🎷🧭🌵',
  ])('may be %s', (password) => {
    expect(faultOf(password, ada)).toBeUndefined();
  });

  it.each([
    ['eleven char', /at least 12/],
    ['x'.repeat(257), /at most 256/],
    ['aaaaaaaaaaaa', /tried first/],
    ['abcabcabcabc', /tried first/],
    ['123456789012', /tried first/],
    ['qwertyuiopas', /tried first/],
    ['lkjhgfdsapoi', /tried first/],
    ['Password2026!', /tried first/],
    ['P@ssw0rd2026', /tried first/],
    ['correct horse battery staple', /tried first/],
    ['Ada Byron 1815', /tried first/],
    ['ada!!!!!!!!!!', /tried first/],
    ['241215092026', /tried first/],
  ])('is not %s', (password, fault) => {
    expect(faultOf(password, ada)).toMatch(fault);
  });
});
