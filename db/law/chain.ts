import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import type { EvidenceHead, EvidenceType } from '../../workflows/domain/law/evidence.ts';
import type { Instant } from '../../workflows/domain/time.ts';

/** One entry of an order's evidence, as it is exported. `at`: order time. */
export type EvidenceEntry = {
  /** Counts from 1. */
  seq: number;
  at: Instant;
  type: EvidenceType;
  data: Record<string, unknown>;
  /** The hash of the entry before; of the first one null. */
  previous: string | null;
  /** Of all the others, as `hashOf` says. */
  hash: string;
};

/**
 * SHA-256 over the canonical JSON (RFC 8785) of an entry without its hash, in lower-case hex. Throws
 * for what has no canonical form, such as half a surrogate pair.
 */
export const hashOf = (entry: Omit<EvidenceEntry, 'hash'> & { hash?: unknown }): string => {
  const { hash: _, ...hashed } = entry;
  return sha256(canonicalize(hashed) ?? '');
};

/** The entry that comes after the head. */
export const chained = (
  head: EvidenceHead | null,
  entry: Pick<EvidenceEntry, 'at' | 'type' | 'data'>,
): EvidenceEntry => {
  const next = { seq: (head?.seq ?? 0) + 1, ...entry, previous: head?.hash ?? null };
  return { ...next, hash: hashOf(next) };
};

/** SHA-256 of a text, in lower-case hex. */
export const sha256 = (text: string): string =>
  createHash('sha256').update(text, 'utf8').digest('hex');
