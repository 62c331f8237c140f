import type { Backorder } from '../backorder/backorder.ts';
import {
  type Lease,
  type LineCounts,
  type Part,
  type Snapshot,
  unitsIn,
} from '../backorder/snapshot.ts';
import type { StockAct } from '../backorder/stock-act.ts';
import { type Pile, pilesOf, pilesToGiveUp, takeFrom } from './piles.ts';

/** The stock as it will stand once every accepted act is in the ledger. */
export const expectedStock = ({ stock, acts, isActShown }: Backorder): Snapshot =>
  (isActShown ? acts.slice(1) : acts).reduce(afterAct, stock);

/** Units of each line that are neither shipped nor cancelled. */
export const openUnits = (stock: Snapshot): Part[] =>
  stock.lines.map((line) => ({
    lineId: line.lineId,
    quantity: line.waiting + line.kept + unitsIn(stock.leases, line.lineId),
  }));

/** Units of each line that are ready to leave; lines without any are left out. */
export const firmUnits = (stock: Snapshot): Part[] =>
  stock.lines
    .map(({ lineId }) => ({ lineId, quantity: unitsIn(stock.leases, lineId, 'firm') }))
    .filter(({ quantity }) => quantity > 0);

const afterAct = (stock: Snapshot, act: StockAct): Snapshot => {
  const wanted = act.lines ?? openUnits(stock);
  return wanted.reduce((next, units) => (act.type === 'ship' ? ship : cancel)(next, units), stock);
};

const ship = (stock: Snapshot, { lineId, quantity }: Part): Snapshot => {
  const line = stock.lines.find((each) => each.lineId === lineId);
  const left = line ? takeFrom(pilesOf(stock, line, ['firm']), quantity) : [];
  return {
    ...stock,
    lines: changeLine(stock, lineId, (each) => ({ ...each, shipped: each.shipped + quantity })),
    leases: left.reduce(without, stock.leases),
  };
};

/** Gives up waiting units first, then kept, leased and firm ones, the newest leases first. */
const cancel = (stock: Snapshot, { lineId, quantity }: Part): Snapshot => {
  const line = stock.lines.find((each) => each.lineId === lineId);
  const given = line ? takeFrom(pilesToGiveUp(stock, line), quantity) : [];
  return {
    ...stock,
    lines: changeLine(stock, lineId, (each) => ({
      ...each,
      waiting: each.waiting - unitsOf(given, 'waiting'),
      kept: each.kept - unitsOf(given, 'kept'),
      cancelled: each.cancelled + quantity,
    })),
    leases: given.reduce(without, stock.leases),
  };
};

const changeLine = (
  { lines }: Snapshot,
  lineId: string,
  change: (line: LineCounts) => LineCounts,
): LineCounts[] => lines.map((line) => (line.lineId === lineId ? change(line) : line));

const unitsOf = (piles: readonly Pile[], state: Pile['state']): number =>
  piles.reduce((sum, pile) => sum + (pile.state === state ? pile.quantity : 0), 0);

/** The leases without these units; one without any units is no longer there. */
const without = (leases: Lease[], pile: Pile): Lease[] =>
  leases.flatMap((lease) => {
    if (!('leaseId' in pile) || pile.leaseId !== lease.leaseId) return [lease];
    const units = lease.units
      .map((part) =>
        part.lineId === pile.lineId ? { ...part, quantity: part.quantity - pile.quantity } : part,
      )
      .filter((part) => part.quantity > 0);
    return units.length === 0 ? [] : [{ ...lease, units }];
  });
