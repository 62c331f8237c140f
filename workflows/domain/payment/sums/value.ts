import type { Backorder, Line } from '../../backorder/backorder.ts';
import { type Intent, upfrontId } from '../../backorder/intent.ts';
import type { Lease, LineCounts, Part } from '../../backorder/snapshot.ts';
import { chargeStep } from '../../currency.ts';
import { valueOfFirst } from '../../money.ts';

/** What the lines of a backorder cost. */
type Prices = Pick<Backorder, 'currency' | 'lines'>;

/** How many units of each line came to this. */
type Counts<T extends keyof LineCounts> = { lines: readonly Pick<LineCounts, 'lineId' | T>[] };

/** Minor units that the shipped units are worth. */
export const shippedValue = (
  state: Prices & { stock: Counts<'shipped'> },
  stock: Counts<'shipped'> = state.stock,
): number => {
  let sum = 0;
  for (const line of state.lines) {
    sum += firstOf(state, line, shippedOf(stock, line.lineId));
  }
  return sum;
};

/** The value of these units, the last cancelled ones of their lines, in minor units. */
export const valueOfCancelled = (state: Backorder, units: readonly Part[]): number =>
  units.reduce((sum, { lineId, quantity }) => {
    const line = state.lines.find((each) => each.lineId === lineId);
    const counts = state.stock.lines.find((each) => each.lineId === lineId);
    if (line === undefined) return sum;
    const left = line.quantity - (counts?.cancelled ?? 0);
    return sum + firstOf(state, line, left + quantity) - firstOf(state, line, left);
  }, 0);

/**
 * Minor units charged for these units: their value, less what the payment at checkout or a waiver
 * covers. They must be the last shipped ones of their lines.
 */
export const chargeOfShipped = (state: Backorder, units: readonly Part[]): number => {
  const after = shippedValue(state);
  const before = after - valueOfShipped(state, units);
  const upfront = state.intents.find(({ intentId }) => intentId === upfrontId);
  const paid = (upfront ? upfront.captured - givenBack(upfront) : 0) + waivedOf(state);
  return Math.max(0, after - Math.max(paid, before));
};

/** The waived sum, but no more than is missing: money that we keep may pay for all that is left. */
const waivedOf = (state: Backorder): number =>
  Math.min(state.waived, Math.max(0, remainingValue(state) - collected(state)));

/** The value of these units, the last shipped ones of their lines, in minor units. */
export const valueOfShipped = (state: Backorder, units: readonly Part[]): number =>
  units.reduce((sum, { lineId, quantity }) => {
    const line = state.lines.find((each) => each.lineId === lineId);
    if (line === undefined) return sum;
    const shipped = shippedOf(state.stock, lineId);
    const before = Math.max(0, shipped - quantity);
    return sum + firstOf(state, line, shipped) - firstOf(state, line, before);
  }, 0);

/**
 * The value of each lease's units, in minor units, firm leases first. Counting goes on from the
 * shipped units, so that shipped and set aside add up exactly.
 */
const leaseValues = (state: Backorder): { lease: Lease; value: number }[] => {
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
      value += firstOf(state, line, before + quantity) - firstOf(state, line, before);
    }
    return { lease, value };
  });
};

/** Minor units captured and not given back. */
export const collected = ({ intents }: Backorder): number =>
  intents.reduce((sum, intent) => sum + intent.captured - givenBack(intent), 0);

/** Minor units that are held, as far as we know. */
const heldSum = ({ intents }: Backorder): number =>
  intents.reduce((sum, { state, amount }) => sum + (state === 'held' ? amount : 0), 0);

/** Minor units that went back: by our own refunds, by a person's hand, or by a bank. */
export const givenBack = ({ refundedByUs, returnedElsewhere }: Intent): number =>
  refundedByUs + returnedElsewhere;

/** The part of `givenBack` that a bank took back, in minor units. */
export const chargedBackOf = ({ returnedElsewhere, chargedBack }: Intent): number =>
  Math.min(returnedElsewhere, chargedBack);

/** Minor units of voided holds. A hold that was renewed counts with its renewal alone. */
export const voidedSum = (intents: readonly Intent[]): number =>
  intents.reduce((sum, { leaseId, state, amount }, index) => {
    const isRenewed = intents.slice(index + 1).some((later) => later.leaseId === leaseId);
    return state === 'voided' && !isRenewed ? sum + amount : sum;
  }, 0);

/**
 * Minor units owed for goods that left; negative when we have to give money back, because we
 * collected more than all that is left of the order is worth. Money paid early stays for what
 * comes.
 */
export const uncollected = (state: Backorder): number => {
  const paid = collected(state);
  const owed = shippedValue(state) - paid - state.waived;
  return owed > 0 ? owed : Math.min(0, remainingValue(state) - paid);
};

/**
 * Minor units to be charged now for goods that left. A trifle waits for the next charge, unless a
 * capture is under way that has to be pursued. `owed`: what `uncollected` says.
 */
export const chargeable = (state: Backorder, owed = uncollected(state)): number =>
  Math.max(0, owed - trifle(state, owed));

/** Minor units owed for goods that left, if they are too little to be charged alone; else 0. */
export const trifle = (state: Backorder, owed = uncollected(state)): number =>
  owed > 0 && owed < state.leastCharge && !state.intents.some(isBeingCaptured) ? owed : 0;

const isBeingCaptured = ({ capturing }: Intent): boolean => capturing !== null;

/** Minor units owed for goods that left, as far as no hold covers them. A trifle is no debt. */
export const debtOf = (state: Backorder): number => Math.max(0, chargeable(state) - heldSum(state));

/** Whether the order costs nothing at all, so that no card and no mandate is of any use. */
export const isFree = ({ lines }: Pick<Prices, 'lines'>): boolean =>
  lines.every(({ value }) => value === 0);

/** Minor units that everything is worth that has not been cancelled. */
export const remainingValue = (state: Prices & { stock: Counts<'cancelled'> }): number =>
  state.lines.reduce((sum, line) => {
    const counts = state.stock.lines.find((each) => each.lineId === line.lineId);
    return sum + firstOf(state, line, line.quantity - (counts?.cancelled ?? 0));
  }, 0);

/** `need`: minor units that the lease's units still need. */
export type Need = { lease: Lease; need: number };

/**
 * What each lease still needs, in the order of `leaseValues`: its value, as far as it is neither
 * paid nor waived.
 */
export const leaseNeeds = (state: Backorder): Need[] => {
  if (state.stock.leases.length === 0) return [];
  const paid = collected(state) + state.waived;
  let before = shippedValue(state);
  return leaseValues(state).map(({ lease, value }) => {
    const after = before + value;
    const need = Math.max(0, after - Math.max(paid, before));
    before = after;
    return { lease, need };
  });
};

/** Minor units that so many units of a line are worth, the first of it. */
const firstOf = ({ currency }: Prices, { value, quantity }: Line, count: number): number =>
  valueOfFirst(value, { units: quantity, count, step: chargeStep(currency) });

const shippedOf = (stock: Counts<'shipped'>, lineId: string): number =>
  stock.lines.find((line) => line.lineId === lineId)?.shipped ?? 0;
