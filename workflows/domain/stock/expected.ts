import type { Backorder } from '../backorder/backorder.ts';
import {
  type Lease,
  type LineCounts,
  type Part,
  type Snapshot,
  unitsIn,
} from '../backorder/snapshot.ts';
import type { StockAct } from '../backorder/stock-act.ts';

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

const ship = (stock: Snapshot, { lineId, quantity }: Part): Snapshot => ({
  ...stock,
  lines: changeLine(stock, lineId, (line) => ({ ...line, shipped: line.shipped + quantity })),
  leases: takeFrom(stock.leases, lineId, quantity, (lease) => lease.state === 'firm'),
});

/** Gives up waiting units first, then kept, leased and firm ones, the newest leases first. */
const cancel = (stock: Snapshot, { lineId, quantity }: Part): Snapshot => {
  const line = stock.lines.find((each) => each.lineId === lineId);
  const waiting = Math.min(line?.waiting ?? 0, quantity);
  const kept = Math.min(line?.kept ?? 0, quantity - waiting);
  const leasedHere = unitsIn(stock.leases, lineId, 'leased');
  const leased = Math.min(leasedHere, quantity - waiting - kept);
  const firm = quantity - waiting - kept - leased;
  const newest = stock.leases.toReversed();
  const afterLeased = takeFrom(newest, lineId, leased, (lease) => lease.state === 'leased');
  const afterFirm = takeFrom(afterLeased, lineId, firm, (lease) => lease.state === 'firm');
  return {
    ...stock,
    lines: changeLine(stock, lineId, (each) => ({
      ...each,
      waiting: each.waiting - waiting,
      kept: each.kept - kept,
      cancelled: each.cancelled + quantity,
    })),
    leases: afterFirm.toReversed(),
  };
};

const changeLine = (
  { lines }: Snapshot,
  lineId: string,
  change: (line: LineCounts) => LineCounts,
): LineCounts[] => lines.map((line) => (line.lineId === lineId ? change(line) : line));

const takeFrom = (
  leases: readonly Lease[],
  lineId: string,
  quantity: number,
  from: (lease: Lease) => boolean,
): Lease[] => {
  let left = quantity;
  return leases.flatMap((lease) => {
    if (left === 0 || !from(lease)) return [lease];
    const units = lease.units.flatMap((part) => {
      if (part.lineId !== lineId) return [part];
      const taken = Math.min(left, part.quantity);
      left -= taken;
      return taken === part.quantity ? [] : [{ ...part, quantity: part.quantity - taken }];
    });
    return units.length === 0 ? [] : [{ ...lease, units }];
  });
};
