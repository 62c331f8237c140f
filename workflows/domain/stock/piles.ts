import type { Lease, LineCounts, Part } from '../backorder/snapshot.ts';

/** Units of one line that lie together. */
export type Pile = Part &
  ({ state: 'waiting' | 'kept' } | { state: Lease['state']; leaseId: string });

type Leases = { leases: readonly Pick<Lease, 'leaseId' | 'state' | 'units'>[] };

type Line = Pick<LineCounts, 'lineId' | 'waiting' | 'kept'>;

/** The piles of a line in the given states, one state after the other, oldest lease first. */
export const pilesOf = (
  { leases }: Leases,
  { lineId, waiting, kept }: Line,
  states: readonly Pile['state'][],
): Pile[] => {
  const piles: Pile[] = [
    { lineId, quantity: waiting, state: 'waiting' },
    { lineId, quantity: kept, state: 'kept' },
  ];
  for (const { leaseId, state, units } of leases) {
    for (const part of units) if (part.lineId === lineId) piles.push({ ...part, state, leaseId });
  }
  return states.flatMap((state) => piles.filter((pile) => pile.state === state));
};

/**
 * The piles of a line in the order in which a cancellation gives them up: units that wait, then
 * kept ones, then leased, then firm ones, of each the newest lease first.
 */
export const pilesToGiveUp = ({ leases }: Leases, line: Line): Pile[] =>
  pilesOf({ leases: leases.toReversed() }, line, ['waiting', 'kept', 'leased', 'firm']);

/** Up to so many units of the piles, in their order; fewer if there are fewer. */
export const takeFrom = (piles: readonly Pile[], quantity: number): Pile[] => {
  let left = quantity;
  const taken: Pile[] = [];
  for (const pile of piles) {
    const units = Math.min(left, pile.quantity);
    if (units > 0) taken.push({ ...pile, quantity: units });
    left -= units;
  }
  return taken;
};
