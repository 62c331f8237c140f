import type { Backorder } from './backorder.ts';
import type { Lease, Snapshot, Units } from './ledger.ts';
import { valueOfFirst } from './money.ts';

/** Minor units that the shipped units are worth. */
export const shippedValue = (state: Backorder, stock: Snapshot = state.stock): number => {
  let sum = 0;
  for (const line of state.lines) {
    sum += valueOfFirst(line.value, line.quantity, shippedOf(stock, line.lineId));
  }
  return sum;
};

/** Minor units that these units, the last ones of their lines to have shipped, are worth. */
export const valueOfShipped = (state: Backorder, units: readonly Units[]): number =>
  units.reduce((sum, { lineId, quantity }) => {
    const line = state.lines.find((each) => each.lineId === lineId);
    if (line === undefined) return sum;
    const shipped = shippedOf(state.stock, lineId);
    const upTo = (count: number) => valueOfFirst(line.value, line.quantity, count);
    return sum + upTo(shipped) - upTo(Math.max(0, shipped - quantity));
  }, 0);

/**
 * Minor units that each lease's units are worth, in the ledger's order. Units are counted on from
 * those shipped, firm ones first, so that shipped and set aside together add up exactly.
 */
export const leaseValues = (state: Backorder): { lease: Lease; value: number }[] => {
  const counted = new Map(
    state.lines.map((line) => [line.lineId, shippedOf(state.stock, line.lineId)]),
  );
  const { leases } = state.stock;
  const ordered = [
    ...leases.filter((lease) => lease.state === 'firm'),
    ...leases.filter((lease) => lease.state === 'leased'),
  ];
  return ordered.map((lease) => {
    let value = 0;
    for (const { lineId, quantity } of lease.units) {
      const line = state.lines.find((each) => each.lineId === lineId);
      const before = counted.get(lineId) ?? 0;
      counted.set(lineId, before + quantity);
      if (line === undefined) continue;
      const upTo = (count: number) => valueOfFirst(line.value, line.quantity, count);
      value += upTo(before + quantity) - upTo(before);
    }
    return { lease, value };
  });
};

/** Minor units captured and not given back. */
export const collected = ({ intents }: Backorder): number =>
  intents.reduce((sum, intent) => sum + intent.captured - intent.refunded, 0);

/** Minor units of goods that left and are not paid yet; negative when too much was captured. */
export const uncollected = (state: Backorder): number => shippedValue(state) - collected(state);

const shippedOf = (stock: Snapshot, lineId: string): number =>
  stock.lines.find((line) => line.lineId === lineId)?.shipped ?? 0;
