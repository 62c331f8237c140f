import type { StockEffect } from '../../../workflows/domain/backorder/effect.ts';
import type { Outcome } from '../../../workflows/domain/backorder/fact.ts';
import type {
  Lease,
  LineCounts,
  Part,
  Snapshot,
} from '../../../workflows/domain/backorder/snapshot.ts';
import type { StockAct } from '../../../workflows/domain/backorder/stock-act.ts';
import { addMs, dayMs, type Instant } from '../../../workflows/domain/time.ts';

/** The books of one order, as the real ledger keeps them, without anyone else in the queue. */
export type Ledger = Snapshot & {
  /** Units on the shelf that nobody has a claim to, by line. */
  free: Record<string, number>;
  isBarred: boolean;
  leasesMade: number;
  applied: Record<string, Part[]>;
};

export const createLedger = (stock: Snapshot): Ledger => ({
  ...structuredClone(stock),
  free: {},
  isBarred: stock.barred === 'payment',
  leasesMade: 0,
  applied: {},
});

export const snapshotOf = (ledger: Ledger): Snapshot => {
  const { ledgerRevision, lines, leases, revocations, isBarred } = ledger;
  const barred = isBarred ? 'payment' : null;
  return structuredClone({ ledgerRevision, lines, leases, revocations, barred });
};

/** Sets units aside that arrived, as one lease of three days; what is too many stays free. */
export const arrive = (ledger: Ledger, { lineId, quantity }: Part, at: Instant): void => {
  const line = lineOf(ledger, lineId);
  const set = ledger.isBarred ? 0 : Math.min(line.waiting, quantity);
  ledger.free[lineId] = (ledger.free[lineId] ?? 0) + quantity - set;
  if (set === 0) return;
  line.waiting -= set;
  ledger.leasesMade += 1;
  ledger.leases.push({
    leaseId: `L${ledger.leasesMade}`,
    state: 'leased',
    endsAt: addMs(at, 3 * dayMs),
    units: [{ lineId, quantity: set }],
  });
  ledger.ledgerRevision += 1;
};

/** A miscount or damage: the newest lease's units are not there, and its order waits again. */
export const takeBack = (ledger: Ledger): void => {
  const lease = ledger.leases.pop();
  if (lease === undefined) return;
  for (const { lineId, quantity } of lease.units) lineOf(ledger, lineId).waiting += quantity;
  ledger.ledgerRevision += 1;
};

/** Does what the effect asks for. Repeating it changes nothing and gives the same answer. */
export const actInLedger = (ledger: Ledger, effect: StockEffect, at: Instant): Outcome[] => {
  switch (effect.type) {
    case 'applyStockAct':
      return [apply(ledger, effect.act)];
    case 'makeUnitsFirm':
      changeLease(ledger, effect.leaseId, (lease) => {
        lease.state = 'firm';
      });
      return [{ type: 'StockChanged', snapshot: snapshotOf(ledger) }];
    case 'joinLeases':
      join(ledger, effect.leaseIds);
      return [{ type: 'StockChanged', snapshot: snapshotOf(ledger) }];
    case 'endLease':
      changeLease(ledger, effect.leaseId, (lease) => {
        for (const { lineId, quantity } of effect.bar ? lease.units : []) {
          ledger.free[lineId] = (ledger.free[lineId] ?? 0) + quantity;
        }
        ledger.leases = ledger.leases.filter((other) => other !== lease);
        for (const { lineId, quantity } of lease.units) lineOf(ledger, lineId).waiting += quantity;
        if (effect.bar) ledger.isBarred = true;
      });
      return [{ type: 'StockChanged', snapshot: snapshotOf(ledger) }];
    case 'rejoinQueue':
      if (ledger.isBarred) rejoin(ledger, at);
      return [{ type: 'StockChanged', snapshot: snapshotOf(ledger) }];
  }
};

/** What is free goes to the order at once, since nobody else is in the queue. */
const rejoin = (ledger: Ledger, at: Instant): void => {
  ledger.isBarred = false;
  ledger.ledgerRevision += 1;
  for (const { lineId } of ledger.lines) {
    const quantity = ledger.free[lineId] ?? 0;
    ledger.free[lineId] = 0;
    if (quantity > 0) arrive(ledger, { lineId, quantity }, at);
  }
};

const join = (ledger: Ledger, leaseIds: readonly string[]): void => {
  const [first, ...others] = ledger.leases.filter(
    ({ leaseId, state }) => state === 'leased' && leaseIds.includes(leaseId),
  );
  if (first === undefined || others.length === 0) return;
  for (const { lineId, quantity } of others.flatMap((lease) => lease.units)) {
    const known = first.units.find((part) => part.lineId === lineId);
    if (known) known.quantity += quantity;
    else first.units.push({ lineId, quantity });
  }
  ledger.leases = ledger.leases.filter((lease) => !others.includes(lease));
  ledger.ledgerRevision += 1;
};

const changeLease = (ledger: Ledger, leaseId: string, change: (lease: Lease) => void): void => {
  const lease = ledger.leases.find((each) => each.leaseId === leaseId);
  if (lease === undefined) return;
  change(lease);
  ledger.ledgerRevision += 1;
};

const apply = (ledger: Ledger, act: StockAct): Outcome => {
  const key = `${act.type}:${act.actId}`;
  const lines = ledger.applied[key] ?? move(ledger, act);
  ledger.applied[key] = lines;
  const asked = act.lines ?? lines;
  const short = act.type === 'ship' && sum(lines) < sum(asked);
  return {
    type: 'StockActApplied',
    actId: act.actId,
    snapshot: snapshotOf(ledger),
    lines: structuredClone(lines),
    short,
  };
};

const move = (ledger: Ledger, act: StockAct): Part[] => {
  ledger.ledgerRevision += 1;
  const wanted = act.lines ?? ledger.lines.map(({ lineId }) => ({ lineId, quantity: 1_000_000 }));
  return wanted
    .map(({ lineId, quantity }) => ({
      lineId,
      quantity: (act.type === 'ship' ? ship : cancel)(ledger, lineId, quantity),
    }))
    .filter(({ quantity }) => quantity > 0);
};

/** Firm units, the oldest first; where they were taken back, leased, kept and then free ones. */
const ship = (ledger: Ledger, lineId: string, quantity: number): number => {
  const line = lineOf(ledger, lineId);
  const firm = takeLeased(ledger, { lineId, quantity }, 'firm');
  const leased = takeLeased(ledger, { lineId, quantity: quantity - firm }, 'leased');
  const kept = Math.min(line.kept, quantity - firm - leased);
  const free = ledger.free[lineId] ?? 0;
  const found = Math.min(line.waiting, free, quantity - firm - leased - kept);
  line.kept -= kept;
  line.waiting -= found;
  ledger.free[lineId] = free - found;
  line.shipped += firm + leased + kept + found;
  return firm + leased + kept + found;
};

const cancel = (ledger: Ledger, lineId: string, quantity: number): number => {
  const line = lineOf(ledger, lineId);
  const waiting = Math.min(line.waiting, quantity);
  const kept = Math.min(line.kept, quantity - waiting);
  line.waiting -= waiting;
  line.kept -= kept;
  let taken = waiting + kept;
  ledger.leases.reverse();
  for (const state of ['leased', 'firm'] as const) {
    taken += takeLeased(ledger, { lineId, quantity: quantity - taken }, state);
  }
  ledger.leases.reverse();
  line.cancelled += taken;
  return taken;
};

const takeLeased = (ledger: Ledger, { lineId, quantity }: Part, state: Lease['state']): number => {
  let taken = 0;
  for (const lease of ledger.leases.filter((each) => each.state === state)) {
    for (const part of lease.units.filter((each) => each.lineId === lineId)) {
      const some = Math.min(part.quantity, quantity - taken);
      part.quantity -= some;
      taken += some;
    }
    lease.units = lease.units.filter((part) => part.quantity > 0);
  }
  ledger.leases = ledger.leases.filter((lease) => lease.units.length > 0);
  return taken;
};

const lineOf = ({ lines }: Ledger, lineId: string): LineCounts => {
  const line = lines.find((each) => each.lineId === lineId);
  if (line === undefined) throw new Error(`No line ${lineId}`);
  return line;
};

const sum = (parts: readonly Part[]): number =>
  parts.reduce((all, { quantity }) => all + quantity, 0);
