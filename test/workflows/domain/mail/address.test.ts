import { describe, expect, it } from 'vitest';
import { mailAddress } from '../../../../workflows/domain/mail/address.ts';
import vectors from '../../../vectors/mail-addresses.json' with { type: 'json' };

describe('a mail address', () => {
  it.each(vectors.reachable)('may be %s: %s', (address) => {
    expect(mailAddress.test(address)).toBe(true);
  });

  it.each(vectors.unreachable)('may not be %j: %s', (address) => {
    expect(mailAddress.test(address)).toBe(false);
  });

  it('has no more than 254 characters', () => {
    const of = (length: number) => `ada@${'abcdefghi.'.repeat(30).slice(0, length - 8)}.org`;
    expect(mailAddress.test(of(254).replace('..', 'a.'))).toBe(true);
    expect(mailAddress.test(of(255).replace('..', 'a.'))).toBe(false);
  });

  it('is decided at once, whatever is sent', () => {
    const began = performance.now();
    for (const part of ['a', 'a.', '-', 'a-', 'a@']) mailAddress.test(`a@${part.repeat(100_000)}`);
    expect(performance.now() - began).toBeLessThan(200);
  });
});
