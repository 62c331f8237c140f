import { dayMs, type Instant } from '../time.ts';

/** Some units of one line. */
export type Part = { lineId: string; quantity: number };

/** The ledger's counts of one line. Leased and firm units stand in the leases. */
export type LineCounts = {
  lineId: string;
  waiting: number;
  /** Set aside until the order is whole, without a deadline and without a hold. */
  kept: number;
  shipped: number;
  cancelled: number;
};

/** The time in which payment must become ready. */
export const leaseMs = 3 * dayMs;

export const leaseStates = ['leased', 'firm'] as const;

/**
 * Units set aside together for one order: `leased` until `endsAt`, or, once the payment is ready,
 * `firm` until shipment. Units that shipped or were cancelled are no longer listed.
 */
export type Lease = {
  leaseId: string;
  state: (typeof leaseStates)[number];
  /** In order time. */
  endsAt: Instant;
  units: Part[];
};

/**
 * All that the ledger holds of one order at one moment. A higher `ledgerRevision` is newer. Leases
 * are listed oldest first.
 */
export type Snapshot = {
  ledgerRevision: number;
  lines: LineCounts[];
  leases: Lease[];
  /** How often the ledger took back units that were leased or firm. */
  revocations: number;
  /** Why the queue leaves the order out for now. The order keeps its place. */
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

/** The first that applies: shipped, cancelled, ready to ship, awaiting payment, awaiting stock. */
export const phaseOf = ({ lines, leases }: Pick<Snapshot, 'lines' | 'leases'>): Phase => {
  if (leases.length === 0 && lines.every((line) => line.waiting + line.kept === 0)) {
    return lines.some((line) => line.shipped > 0) ? 'shipped' : 'cancelled';
  }
  if (leases.some((lease) => lease.state === 'firm')) return 'ready_to_ship';
  return leases.length > 0 ? 'awaiting_payment' : 'awaiting_stock';
};

/** Whether any unit still waits for stock. */
export const isWaiting = ({ lines }: Snapshot): boolean => lines.some(({ waiting }) => waiting > 0);

export const isTerminal = (phase: Phase): boolean => phase === 'shipped' || phase === 'cancelled';

/** How many units of one line are in leases of the given state; without a state, in any lease. */
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
