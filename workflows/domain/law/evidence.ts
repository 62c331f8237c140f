import type { Until } from '../backorder/law.ts';
import type { MessageKind } from '../backorder/message-kind.ts';
import type { Part } from '../backorder/snapshot.ts';
import type { CancelCause, StockAct } from '../backorder/stock-act.ts';
import type { CivilDate, Instant } from '../time.ts';

/** What is evidence of how an order was kept: what was told, what was said, and what was done. */
export const evidenceTypes = [
  'promise',
  'notice',
  'receipt',
  'answer',
  'shipment',
  'cancellation',
  'refund',
] as const;

export type EvidenceType = (typeof evidenceTypes)[number];

/** The last entry of an order's chain, by which whoever keeps it knows every entry before. */
export type EvidenceHead = { seq: number; hash: string };

/** What a customer said of their order, in law. */
export const answers = ['accepted', 'refused', 'withdrawn', 'further_period'] as const;

export type Answer = (typeof answers)[number];

/**
 * What becomes an entry: ids, sums, dates and codes. Whoever writes the entry looks up what they
 * name. The same key becomes one entry. `at`: order time.
 */
export type EvidenceNote = { key: string; at: Instant } & (
  | { type: 'promise'; promiseId: string; on: CivilDate | null; statedAt: Instant }
  /** The mail of that key is out. */
  | { type: 'notice'; mail: string }
  /** What the provider of the mail said of it. `toldAt`: wall time. */
  | { type: 'receipt'; mail: string; event: string; status: string; toldAt: Instant }
  /** `notice`: the mail that it answers. */
  | {
      type: 'answer';
      answer: Answer;
      until: Until | null;
      channel: string;
      receivedAt: Instant;
      notice: string | null;
    }
  | { type: 'shipment'; shipmentId: string; lines: Part[] }
  | {
      type: 'cancellation';
      cancelId: string;
      by: Extract<StockAct, { type: 'cancel' }>['by'];
      cause: CancelCause | null;
      /** The last day of the deadline that ended the order by law. */
      endedOn: CivilDate | null;
      lines: Part[];
      /** By when what it gives back must be sent. */
      refundBy: Instant | null;
    }
  /** `amount` in minor units. `by`: who gave it back. */
  | { type: 'refund'; intentId: string; amount: number; by: 'us' | 'shop' | 'hand' | 'bank' }
);

/** Mails that the law cares about. */
const legalKinds: ReadonlySet<MessageKind> = new Set<MessageKind>([
  'delay-notice',
  'delay-answer',
  'withdrawal',
  'cancelled',
  'refunded',
]);

export const isLegalMail = (kind: MessageKind): boolean => legalKinds.has(kind);
