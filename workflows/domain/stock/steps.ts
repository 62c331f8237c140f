import type { Backorder } from '../backorder/backorder.ts';
import type { StockEffect } from '../backorder/effect.ts';
import type { Lease } from '../backorder/snapshot.ts';
import type { StockAct } from '../backorder/stock-act.ts';
import { isAwaitingOthers, leasesToJoin } from '../payment/dunning/joining.ts';
import { askEndsAt, graceEndsAt, isBlocked, isForfeit } from '../payment/dunning/trouble.ts';
import { isCovered } from '../payment/sums/holds.ts';
import type { Instant } from '../time.ts';

/**
 * The steps to take in the ledger, most urgent first: accepted acts in their order; the
 * cancellation that ends a grace, or a wait for card and consent; leases, joined before they are
 * paid for, made firm then, and ended if their time is over; then an order that can pay again
 * rejoins the queue.
 */
export const stockSteps = (state: Backorder, at: Instant): StockEffect[] => {
  const act = state.acts[0] ?? giveUpAsking(state, at) ?? lapse(state, at);
  if (act) return [{ lane: 'stock', ...nameOfAct(act), act }];
  return [
    ...join(leasesToJoin(state, at)),
    ...state.stock.leases.flatMap((lease) => leaseStep(state, lease, at)),
    ...(mayRejoin(state) ? [rejoin(state)] : []),
  ];
};

/** Others name cancellations and shipments, and may give the same name to one of each. */
export const nameOfAct = ({ type, actId }: StockAct) =>
  ({ type: 'applyStockAct', subject: actId, turn: type }) as const;

/** Card and consent did not come: we cancel the whole order. */
const giveUpAsking = (state: Backorder, at: Instant): StockAct | undefined => {
  const endsAt = askEndsAt(state);
  if (endsAt === null || endsAt > at) return undefined;
  const actId = `ask/${endsAt}/${state.stock.ledgerRevision}`;
  return { type: 'cancel', actId, by: 'system', cause: 'card', lines: null };
};

/** The grace is over: we cancel waiting and kept units. Leased and firm units stay as they are. */
const lapse = (state: Backorder, at: Instant): StockAct | undefined => {
  const endsAt = graceEndsAt(state);
  if (state.isRevived || endsAt === null || endsAt > at) return undefined;
  const lines = state.stock.lines
    .map(({ lineId, waiting, kept }) => ({ lineId, quantity: waiting + kept }))
    .filter(({ quantity }) => quantity > 0);
  const actId = `payment/${state.graceFrom}/${state.stock.ledgerRevision}`;
  return lines.length > 0 ? { type: 'cancel', actId, by: 'system', lines } : undefined;
};

const join = ([first, ...others]: Lease[]): StockEffect[] => {
  if (first === undefined) return [];
  const leaseIds = [first, ...others].map(({ leaseId }) => leaseId);
  const named = { subject: first.leaseId, turn: leaseIds.slice(1).join(' ') };
  return [{ lane: 'stock', type: 'joinLeases', ...named, leaseIds }];
};

const leaseStep = (state: Backorder, lease: Lease, at: Instant): StockEffect[] => {
  const { leaseId } = lease;
  const isReady = lease.state === 'leased' && !isAwaitingOthers(state, lease, at);
  if (isReady && isCovered(state, lease, at)) {
    return [{ ...onLease(leaseId), type: 'makeUnitsFirm' }];
  }
  const isOver = lease.state === 'leased' ? lease.endsAt <= at : isForfeit(state, lease, at);
  if (!isOver) return [];
  const bar = isBlocked(state) ? 'payment' : null;
  return [{ ...onLease(leaseId), type: 'endLease', bar }];
};

const onLease = (leaseId: string) =>
  ({ lane: 'stock', leaseId, subject: leaseId, turn: '' }) as const;

/** Its turn is the ledger's revision, because an order may be barred more than once. */
const rejoin = ({ stock }: Backorder): StockEffect => ({
  lane: 'stock',
  type: 'rejoinQueue',
  subject: '',
  turn: `${stock.ledgerRevision}`,
});

const mayRejoin = (state: Backorder): boolean =>
  state.stock.barred === 'payment' && !isBlocked(state);
