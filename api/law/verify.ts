import { type EvidenceEntry, hashOf } from '../../db/law/chain.ts';

/** `unreadable`: the text is no export of evidence at all. */
export type Verdict = { is: 'right' | 'wrong' | 'unreadable'; says: string[] };

type Exported = {
  orderId: string;
  entries: unknown[];
  head: string | null;
  witnessedHead: string | null;
};

/**
 * Works out every hash of exported evidence anew, from its text alone. Says what is right, or the
 * first thing that is wrong. Whatever the text is, nothing of it is printed as it stands.
 */
export const verifyEvidence = (text: string): Verdict => {
  try {
    return verify(text);
  } catch {
    // Such as lists in lists, so deep that nobody can read them.
    return unreadable('It cannot be read.');
  }
};

const verify = (text: string): Verdict => {
  const parsed = parse(text);
  if (!isExport(parsed)) return unreadable('It is no JSON as GET …/evidence answers it.');
  if (countNames(text) !== countKeys(parsed)) return wrong('A name stands twice in one object.');
  const { orderId, entries, head, witnessedHead } = parsed;
  let last: string | null = null;
  for (const [index, entry] of entries.entries()) {
    const fault = faultOf(entry, { orderId, seq: index + 1, previous: last });
    if (fault !== undefined) return wrong(`Entry ${index + 1}: ${fault}`);
    last = (entry as EvidenceEntry).hash;
  }
  if (head !== last) return wrong('The head is not the hash of the last entry.');
  const chain = `Order ${plain(orderId)}: ${entries.length} entries, each as it was hashed.`;
  if (witnessedHead === null) return right(chain, 'No workflow vouches for them.');
  const at = entries.findIndex((entry) => (entry as EvidenceEntry).hash === witnessedHead);
  if (at < 0) return wrong('The workflow holds a hash that no entry has: the chain was rewritten.');
  return right(
    chain,
    `The workflow vouches for entries 1 to ${at + 1}${rest(entries.length, at)}.`,
  );
};

const rest = (count: number, at: number): string =>
  at + 1 === count ? ', which is all' : `; what follows was written without it`;

const right = (...says: string[]): Verdict => ({ is: 'right', says });
const wrong = (...says: string[]): Verdict => ({ is: 'wrong', says });
const unreadable = (...says: string[]): Verdict => ({ is: 'unreadable', says });

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isTextOrNull = (value: unknown): value is string | null =>
  value === null || typeof value === 'string';

const isExport = (value: unknown): value is Exported =>
  isObject(value) &&
  typeof value.orderId === 'string' &&
  Array.isArray(value.entries) &&
  isTextOrNull(value.head) &&
  isTextOrNull(value.witnessedHead);

const fields = ['at', 'data', 'hash', 'previous', 'seq', 'type'];

type Expected = { orderId: string; seq: number; previous: string | null };

/** What is wrong with one entry; undefined if nothing is. */
const faultOf = (entry: unknown, { orderId, seq, previous }: Expected): string | undefined => {
  if (!isObject(entry) || !isObject(entry.data)) return 'it is no entry.';
  if (Object.keys(entry).sort().join() !== fields.join()) return 'it has other fields.';
  if (entry.seq !== seq) return `it stands in the place of entry ${seq}.`;
  if (entry.previous !== previous) return 'it does not follow the entry before it.';
  if (entry.data.orderId !== orderId) return 'it is of another order.';
  if (!hasExactNumbers(entry)) return 'it has a number that is not exact.';
  return hashed(entry as EvidenceEntry) === entry.hash ? undefined : 'its hash is another one.';
};

const hashed = (entry: EvidenceEntry): string | undefined => {
  try {
    return hashOf(entry);
  } catch {
    return undefined;
  }
};

/** Another number of a file may be read as the same one: we write whole ones below 2^53 alone. */
const hasExactNumbers = (value: unknown): boolean => {
  if (typeof value === 'number') return Number.isSafeInteger(value) && !Object.is(value, -0);
  if (typeof value !== 'object' || value === null) return true;
  return Object.values(value).every(hasExactNumbers);
};

/** How many names of fields the text of a valid JSON has. Of two in one object only one is read. */
const countNames = (text: string): number =>
  (text.match(/"(?:[^"\\]|\\.)*"(?:\s*:)?/g) ?? []).filter((token) => token.endsWith(':')).length;

const countKeys = (value: unknown): number =>
  typeof value !== 'object' || value === null
    ? 0
    : (Array.isArray(value) ? 0 : Object.keys(value).length) +
      Object.values(value).reduce<number>((sum, each) => sum + countKeys(each), 0);

/** A terminal shows what it is given, so it is given plain letters. */
const plain = (text: string): string =>
  JSON.stringify(text.slice(0, 100)).replace(
    /[^\x20-\x7e]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
