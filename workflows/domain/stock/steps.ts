import type { Backorder } from '../backorder/backorder.ts';
import type { StockEffect } from '../backorder/effect.ts';
import type { Lease } from '../backorder/snapshot.ts';
import type { StockAct } from '../backorder/stock-act.ts';
import { graceEndsAt, isBlocked, isForfeit } from '../payment/dunning/trouble.ts';
import { isCovered } from '../payment/sums/holds.ts';
import type { Instant } from '../time.ts';

/**
 * What is to be done in the ledger, most urgent first: accepted cancellations and shipments in
 * their order, then the cancellation that ends a grace, then leases that are paid for become firm,
 * and those that ended are given back; whoever can pay again takes part in the queue again.
 */
export const stockSteps = (state: Backorder, at: Instant): StockEffect[] => {
  const act = state.acts[0] ?? lapse(state, at);
  if (act) return [{ lane: 'stock', ...nameOfAct(act), act }];
  return [
    ...state.stock.leases.flatMap((lease) => leaseStep(state, lease, at)),
    ...(mayRejoin(state) ? [rejoin(state)] : []),
  ];
};

/** Cancellations and shipments are named by others, who may use the same name for one of each. */
export const nameOfAct = ({ type, actId }: StockAct) =>
  ({ type: 'applyStockAct', subject: actId, turn: type }) as const;

/** The grace is over: what waits is cancelled. What is set aside or firm is left as it is. */
const lapse = (state: Backorder, at: Instant): StockAct | undefined => {
  const endsAt = graceEndsAt(state);
  if (endsAt === null || endsAt > at) return undefined;
  const lines = state.stock.lines
    .map(({ lineId, waiting, kept }) => ({ lineId, quantity: waiting + kept }))
    .filter(({ quantity }) => quantity > 0);
  const actId = `payment/${state.graceFrom}/${state.stock.ledgerRevision}`;
  return lines.length > 0 ? { type: 'cancel', actId, by: 'system', lines } : undefined;
};

const leaseStep = (state: Backorder, lease: Lease, at: Instant): StockEffect[] => {
  const { leaseId } = lease;
  if (lease.state === 'leased' && isCovered(state, lease, at)) {
    return [{ ...onLease(leaseId), type: 'makeUnitsFirm' }];
  }
  const isOver = lease.state === 'leased' ? lease.endsAt <= at : isForfeit(state, lease, at);
  if (!isOver) return [];
  const bar = isBlocked(state) ? 'payment' : null;
  return [{ ...onLease(leaseId), type: 'endLease', bar }];
};

const onLease = (leaseId: string) =>
  ({ lane: 'stock', leaseId, subject: leaseId, turn: '' }) as const;

/** Each time anew: an order may be passed over more than once. */
const rejoin = ({ stock }: Backorder): StockEffect => ({
  lane: 'stock',
  type: 'rejoinQueue',
  subject: '',
  turn: `${stock.ledgerRevision}`,
});

const mayRejoin = (state: Backorder): boolean =>
  state.stock.barred === 'payment' && !isBlocked(state);
