import type { Backorder, StockAct } from './backorder.ts';
import type { StockEffect } from './effect.ts';
import { isBlocked, isCovered } from './payment.ts';
import type { Instant } from './time.ts';

/**
 * What is to be done in the ledger, most urgent first: accepted cancellations and shipments in
 * their order, then leases that are paid for become firm, and those that ended are given back.
 */
export const stockSteps = (state: Backorder, at: Instant): StockEffect[] => {
  const [act] = state.acts;
  if (act) return [{ lane: 'stock', type: 'apply', key: stockActKey(act), act }];
  return state.stock.leases
    .filter((lease) => lease.state === 'leased')
    .flatMap((lease): StockEffect[] => {
      const { leaseId, endsAt } = lease;
      if (isCovered(state, lease, at)) {
        return [{ lane: 'stock', type: 'firm', key: `firm:${leaseId}`, leaseId }];
      }
      if (endsAt > at) return [];
      const passOver = isBlocked(state, leaseId) ? 'payment' : null;
      return [{ lane: 'stock', type: 'release', key: `release:${leaseId}`, leaseId, passOver }];
    });
};

/** Cancellations and shipments are named by others, who may use the same name for one of each. */
export const stockActKey = ({ type, actId }: StockAct): string => `apply:${type}:${actId}`;

/** Whether the effect is about one lease, whose id ends its key. */
export const isLeaseKey = (key: string): boolean => /^(firm|release):/.test(key);
