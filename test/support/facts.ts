import type { CardSeen, DeclineKind } from '../../workflows/domain/backorder/card.ts';
import type { Fact } from '../../workflows/domain/backorder/fact.ts';
import type {
  Lease,
  LineCounts,
  Part,
  Snapshot,
} from '../../workflows/domain/backorder/snapshot.ts';

import type { Instant } from '../../workflows/domain/time.ts';
import { day, dayZero } from './cast.ts';

/** Units of line 1, or of the given lines. */
export const units = (...parts: (number | Part)[]): Part[] =>
  parts.map((part) => (typeof part === 'number' ? { lineId: '1', quantity: part } : part));

export const leased = (leaseId: string, ...parts: (number | Part)[]): Lease => ({
  leaseId,
  state: 'leased',
  endsAt: day(3),
  units: units(...parts),
});

export const firm = (leaseId: string, ...parts: (number | Part)[]): Lease => ({
  ...leased(leaseId, ...parts),
  state: 'firm',
});

type Counts = Partial<LineCounts>;

/** Counts that are not given are none; without a line id they are those of line 1. */
export const snapshot = (
  ledgerRevision: number,
  counts: Counts | Counts[],
  ...leases: Lease[]
): Snapshot => ({
  ledgerRevision,
  lines: [counts].flat().map((line, index) => ({
    lineId: `${index + 1}`,
    waiting: 0,
    kept: 0,
    shipped: 0,
    cancelled: 0,
    ...line,
  })),
  leases,
  revocations: 0,
  barred: null,
});

/** Snapshots as the ledger's news brings them. */
export const stockChanged = (changed: Snapshot, at: Instant = dayZero): Fact => ({
  type: 'StockChanged',
  at,
  snapshot: changed,
});

/** An authorisation from its beginning to its approval. */
export const authorized = (
  intentId: string,
  { leaseId, amount, holdUntil = day(7), at = dayZero }: Authorized,
): Fact[] => [
  { type: 'AuthorizationStarted', at, intentId, leaseId, amount, methodId: 'pm_1' },
  { type: 'AuthorizationApproved', at, intentId, holdUntil },
];

type Authorized = { leaseId: string; amount: number; holdUntil?: Instant; at?: Instant };

/** An authorisation from its beginning to the bank's no. */
export const declined = (
  intentId: string,
  { leaseId, amount, kind = 'soft', at = dayZero }: Authorized & { kind?: DeclineKind },
): Fact[] => [
  { type: 'AuthorizationStarted', at, intentId, leaseId, amount, methodId: 'pm_1' },
  { type: 'AuthorizationDeclined', at, intentId, kind },
];

export const sent = (
  key: string,
  kind: Extract<Fact, { type: 'MessageDecided' }>['kind'],
  at: Instant = dayZero,
): Fact => ({ type: 'MessageDecided', at, key, kind, decision: 'sent' });

/** The provider shows a card that is valid for years. */
export const cardSeen = (seen: Partial<CardSeen> = {}, look = 1): Fact => ({
  type: 'CardSeen',
  at: dayZero,
  methodId: 'pm_1',
  expiresOn: '2031-12-31',
  fingerprint: 'f1',
  isUsable: true,
  ...seen,
  look,
});

/** The mails of the opening are out, the card was looked at, nothing is planned for later. */
export const confirmed: Fact[] = [
  cardSeen(),
  sent('confirmation', 'confirmation'),
  { type: 'TimetableMade', at: dayZero, planNumber: 1, entries: [] },
];
