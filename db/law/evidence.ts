import { asc, eq } from 'drizzle-orm';
import type { EvidenceHead, EvidenceNote } from '../../workflows/domain/law/evidence.ts';
import { builder } from '../builder.ts';
import type { Sql } from '../client.ts';
import { evidence } from '../schema/law/evidence.ts';
import { chained, type EvidenceEntry } from './chain.ts';
import { particularsOf, type Subject } from './particulars.ts';

/**
 * Adds what the notes say to the order's chain, in the transaction of `sql`, one transaction after
 * the other. A note whose key is known changes nothing, nor does one of an unknown order.
 */
export const appendEvidence = async (
  sql: Sql,
  orderId: string,
  notes: readonly EvidenceNote[],
): Promise<void> => {
  if (notes.length === 0) return;
  await sql`select pg_advisory_xact_lock(hashtextextended(${`evidence/${orderId}`}, 0))`;
  const [order] = await sql<Subject[]>`
    select order_id, name, email, currency from orders where order_id = ${orderId}`;
  if (order === undefined) return;
  const known = await listKnown(sql, orderId, notes);
  let head = await findHead(sql, orderId, null);
  for (const note of notes) {
    if (known.has(note.key)) continue;
    known.add(note.key);
    const particulars = await particularsOf(sql, order, note);
    head = await insert(
      sql,
      { orderId, key: note.key },
      chained(head, { ...particulars, type: note.type }),
    );
  }
};

/**
 * The last entry of the order's chain; null if it has none, or if it does not contain `since` any
 * more: then it was rewritten, and whoever knows better keeps what they know.
 */
export const findHead = async (
  sql: Sql,
  orderId: string,
  since: EvidenceHead | null,
): Promise<EvidenceHead | null> => {
  const { seq = null, hash = null } = since ?? {};
  const [head] = await sql<EvidenceHead[]>`
    select seq, hash from evidence where order_id = ${orderId}
      and (${hash}::text is null or exists (
        select from evidence
        where order_id = ${orderId} and seq = ${seq}::int and hash = ${hash}::text))
    order by seq desc limit 1`;
  return head ?? null;
};

/** The chain of one order, oldest first; no order has anywhere near the ten thousand it reads. */
export const listEvidence = (sql: Sql, orderId: string): Promise<EvidenceEntry[]> => {
  const { seq, at, type, data, previous, hash } = evidence;
  return builder(sql)
    .select({ seq, at, type, data, previous, hash })
    .from(evidence)
    .where(eq(evidence.orderId, orderId))
    .orderBy(asc(seq))
    .limit(10_000);
};

const listKnown = async (
  sql: Sql,
  orderId: string,
  notes: readonly EvidenceNote[],
): Promise<Set<string>> => {
  const keys = notes.map(({ key }) => key);
  const rows = await sql<{ key: string }[]>`
    select key from evidence where order_id = ${orderId} and key = any(${keys}::text[])`;
  return new Set(rows.map(({ key }) => key));
};

const insert = async (
  sql: Sql,
  named: { orderId: string; key: string },
  entry: EvidenceEntry,
): Promise<EvidenceHead> => {
  await builder(sql)
    .insert(evidence)
    .values({ ...named, ...entry });
  const { seq, hash } = entry;
  return { seq, hash };
};
