import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { verifyEvidence } from '../../../api/law/verify.ts';
import { chained, hashOf } from '../../../db/law/chain.ts';
import { exported } from './exported.ts';

const verify = (value: unknown) => verifyEvidence(JSON.stringify(value));

const said = (value: unknown) => {
  const { is, says } = verify(value);
  return `${is}: ${says.join(' ')}`;
};

const five = exported(5);
const hashAt = (index: number) => five.entries[index]?.hash ?? '';

describe('evidence that nobody has changed', () => {
  test.each([
    [
      exported(0),
      'right: Order "1001": 0 entries, each as it was hashed. No workflow vouches for them.',
    ],
    [
      five,
      'right: Order "1001": 5 entries, each as it was hashed. The workflow vouches for entries 1 to 5, which is all.',
    ],
    [
      { ...five, witnessedHead: null },
      'right: Order "1001": 5 entries, each as it was hashed. No workflow vouches for them.',
    ],
    [
      { ...five, witnessedHead: hashAt(2) },
      'right: Order "1001": 5 entries, each as it was hashed. The workflow vouches for entries 1 to 3; what follows was written without it.',
    ],
  ])('is right, and it says how far the workflow vouches for it', (evidence, words) => {
    expect(said(evidence)).toBe(words);
  });

  test('is right however it is spaced, and whatever the order of its fields', () => {
    expect(verifyEvidence(JSON.stringify(five, null, 2)).is).toBe('right');
    const turned = five.entries.map((entry) => Object.fromEntries(Object.entries(entry).reverse()));
    expect(verify({ ...five, entries: turned }).is).toBe('right');
  });
});

describe('a change is found', () => {
  const text = JSON.stringify(five);
  const begin = text.indexOf('"entries":') + '"entries":'.length;
  const end = text.indexOf(',"head":');

  test('of any byte of any entry', () => {
    const bytes = Buffer.from(text);
    const span = { min: begin, max: Buffer.byteLength(text.slice(0, end)) - 1 };
    fc.assert(
      fc.property(fc.integer(span), fc.integer({ min: 0, max: 255 }), (index, byte) => {
        fc.pre(bytes[index] !== byte);
        const changed = Buffer.from(bytes);
        changed[index] = byte;
        expect(verifyEvidence(changed.toString('utf8')).is).not.toBe('right');
      }),
      { numRuns: 3_000 },
    );
  });

  const indices = fc.uniqueArray(fc.nat(4), { minLength: 2, maxLength: 2 });
  const moved = (change: (entries: typeof five.entries, a: number, b: number) => void) =>
    fc.assert(
      fc.property(indices, ([a = 0, b = 0]) => {
        const entries = structuredClone(five.entries);
        change(entries, a, b);
        expect(verify({ ...five, entries }).is).toBe('wrong');
      }),
    );

  test('when an entry is taken out', () => moved((entries, a) => entries.splice(a, 1)));

  test('when two entries change places', () =>
    moved((entries, a, b) => {
      const [first, second] = [entries[a], entries[b]];
      if (first && second) [entries[a], entries[b]] = [second, first];
    }));

  test('when an entry is put in, even one that is hashed well', () =>
    moved((entries, a, b) => {
      const [before, like] = [entries[a], entries[b]];
      if (!before || !like) return;
      const { at, type, data } = like;
      entries.splice(a + 1, 0, chained(before, { at, type, data }));
    }));

  test('when all that follows is hashed anew, by what the workflow holds', () => {
    const entries = structuredClone(five.entries);
    for (const [index, entry] of entries.entries()) {
      if (index === 1) entry.data.amount = { amount: 999, currency: 'USD' };
      entry.previous = entries[index - 1]?.hash ?? null;
      entry.hash = hashOf(entry);
    }
    const head = entries.at(-1)?.hash ?? null;
    expect(said({ ...five, entries, head })).toContain('wrong: The workflow holds a hash that no');
    expect(verify({ ...five, entries, head, witnessedHead: head }).is).toBe('right');
  });

  test.each([
    ['the head', { ...five, head: hashAt(3) }, 'The head is not'],
    ['the order', { ...five, orderId: '1002' }, 'Entry 1: it is of another order.'],
    ['the last entry', { ...five, entries: five.entries.slice(0, 4) }, 'The head is not'],
    ['an entry', { ...five, entries: [null] }, 'Entry 1: it is no entry.'],
    ['its fields', { ...five, entries: [{ ...five.entries[0], note: 1 }] }, 'it has other fields'],
  ])('of %s', (_, evidence, words) => {
    expect(said(evidence)).toContain(words);
  });

  test.each([
    ['"amount":{"amount":1,', '"amount":{"amount":9,"amount":1,', 'A name stands twice'],
    ['"amount":{"amount":1,', '"amount":{"amount":1.0000000000000000001,', undefined],
    ['"amount":{"amount":1,', '"amount":{"amount":-0,', 'not exact'],
    ['"amount":{"amount":1,', '"amount":{"amount":9007199254740993,', 'not exact'],
    ['"text":"Hello', '"text":"\\ud800Hello', 'its hash is another one'],
  ])('or at least what it means: %s as %s', (was, is, words) => {
    const { is: verdict, says } = verifyEvidence(text.replace(was, is));
    // More digits than a number can hold are the same number.
    expect(verdict).toBe(words === undefined ? 'right' : 'wrong');
    if (words !== undefined) expect(says.join(' ')).toContain(words);
  });
});

describe('a file that is none', () => {
  test.each(['', 'null', '[]', '{}', '{"entries":[]}', '\u0000', '<html>', '{"orderId":"1"'])(
    'cannot be read: %j',
    (text) => {
      expect(verifyEvidence(text).is).toBe('unreadable');
    },
  );

  test('is survived, however deep it is', () => {
    const deep = `${'{"a":'.repeat(200_000)}1${'}'.repeat(200_000)}`;
    const [entry] = exported(1).entries;
    const whole = JSON.stringify({ ...exported(1), entries: [{ ...entry, data: 'DEEP' }] });
    expect(verifyEvidence(deep).is).toBe('unreadable');
    expect(verifyEvidence(whole.replace('"DEEP"', deep)).is).not.toBe('right');
  });

  test('is told of in plain letters', () => {
    const orderId = '\u001b]0;owned\u0007\u202e1001\u009b2J';
    for (const is of [said(exported(2, orderId)), said({ ...five, orderId })]) {
      expect(is).toMatch(/^[\x20-\x7e]*$/);
    }
  });
});
