import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import { describe, expect, test } from 'vitest';
import { chained, hashOf } from '../../../db/law/chain.ts';
import { dayZero } from '../../support/cast.ts';
import vectors from '../../vectors/law/canonical-json.json' with { type: 'json' };

/** The double that these bits are, as Appendix B writes them. */
const doubleOf = (bits: string): number => Buffer.from(bits, 'hex').readDoubleBE();

describe('the canonical form', () => {
  test.each(vectors.values)('is that of RFC 8785: $what', ({ json, canonical }) => {
    expect(canonicalize(JSON.parse(json))).toBe(canonical);
  });

  test.each(vectors.numbers as [string, string][])('writes the number %s as %s', (bits, text) => {
    expect(canonicalize(doubleOf(bits))).toBe(text);
  });

  test.each(vectors.refused)('is refused to what has none: %s', (json) => {
    expect(() => canonicalize(JSON.parse(json))).toThrow();
  });

  test.each([Number.NaN, Number.POSITIVE_INFINITY])('is refused to %s', (value) => {
    expect(() => canonicalize([value])).toThrow();
  });
});

describe('a chain', () => {
  const entry = { at: dayZero, type: 'promise' as const, data: { b: 1, a: 'é' } };

  test('begins with no hash before it, and names each one before', () => {
    const first = chained(null, entry);
    expect(first).toEqual({ ...entry, seq: 1, previous: null, hash: hashOf(first) });
    const second = chained(first, entry);
    expect(second).toMatchObject({ seq: 2, previous: first.hash });
    expect(second.hash).not.toBe(first.hash);
  });

  test('is hashed over the canonical form of an entry without its hash', () => {
    const written = `{"at":"${dayZero}","data":{"a":"é","b":1},"previous":null,"seq":1,"type":"promise"}`;
    expect(chained(null, entry).hash).toBe(
      createHash('sha256').update(written, 'utf8').digest('hex'),
    );
  });
});
