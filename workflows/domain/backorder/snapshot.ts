import type { Instant } from '../time.ts';

/** Some units of one line. */
export type Part = { lineId: string; quantity: number };

/** What the ledger holds of one line; leased and firm units are in the leases. */
export type LineCounts = {
  lineId: string;
  waiting: number;
  /** Set aside without clock or hold, until the order is whole. */
  kept: number;
  shipped: number;
  cancelled: number;
};

export const leaseStates = ['leased', 'firm'] as const;

/**
 * Units set aside together for one order. `leased` until the payment is ready or `endsAt` comes,
 * then `firm` until shipment. Units that shipped or were cancelled are no longer listed.
 */
export type Lease = {
  leaseId: string;
  state: (typeof leaseStates)[number];
  /** In order time. */
  endsAt: Instant;
  units: Part[];
};

/**
 * Everything the ledger holds of one order at one moment. A higher `ledgerRevision` is newer.
 * Leases are listed oldest first.
 */
export type Snapshot = {
  ledgerRevision: number;
  lines: LineCounts[];
  leases: Lease[];
  /** How often units that were leased or firm were taken back. */
  revocations: number;
  /** Why it is left out of the queue for now; its place is kept. */
  barred: 'payment' | 'parked' | null;
};

export const phases = [
  'awaiting_stock',
  'awaiting_payment',
  'ready_to_ship',
  'shipped',
  'cancelled',
] as const;

export type Phase = (typeof phases)[number];

/** The first that applies, in this order: shipped, cancelled, ready, awaiting payment, stock. */
export const phaseOf = ({ lines, leases }: Pick<Snapshot, 'lines' | 'leases'>): Phase => {
  if (leases.length === 0 && lines.every((line) => line.waiting + line.kept === 0)) {
    return lines.some((line) => line.shipped > 0) ? 'shipped' : 'cancelled';
  }
  if (leases.some((lease) => lease.state === 'firm')) return 'ready_to_ship';
  return leases.length > 0 ? 'awaiting_payment' : 'awaiting_stock';
};

/** Whether any unit is still to arrive. */
export const isWaiting = ({ lines }: Snapshot): boolean => lines.some(({ waiting }) => waiting > 0);

export const isTerminal = (phase: Phase): boolean => phase === 'shipped' || phase === 'cancelled';

/** Units of one line in leases of the given state, or in any lease. */
export const unitsIn = (
  leases: readonly Lease[],
  lineId: string,
  state?: Lease['state'],
): number => {
  let sum = 0;
  for (const lease of leases) {
    if (state !== undefined && lease.state !== state) continue;
    for (const part of lease.units) if (part.lineId === lineId) sum += part.quantity;
  }
  return sum;
};
