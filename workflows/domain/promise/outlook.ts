import { addDays, type CivilDate } from '../time.ts';

/** Stock still to come. `expectedOn`: null when nobody knows the day. */
export type Supply = {
  supplyId: string;
  quantity: number;
  expectedOn: CivilDate | null;
  basis: string;
};

/**
 * One shelf: its free units, and its supplies. `handlingDays`: calendar days from arrival to
 * shipment.
 */
export type Outlook = { free: number; supplies: readonly Supply[]; handlingDays: number };

/** The day from which units can ship, and the supply they come from; null: they are on hand. */
export type Projected = { on: CivilDate; supply: Supply | null };

/**
 * When the unit at this place of the shelf's queue, counted from 1, can ship: from free units, else
 * from the supply that reaches its place. Undefined without such a supply, or when it has no date:
 * we never invent one.
 */
export const projectUnit = (
  { free, supplies, handlingDays }: Outlook,
  { place, today }: { place: number; today: CivilDate },
): Projected | undefined => {
  if (place <= free) return { on: addDays(today, handlingDays), supply: null };
  let reached = free;
  for (const supply of byArrival(supplies, today)) {
    reached += supply.quantity;
    if (place > reached) continue;
    const on = dateOf(supply, today);
    return on === null ? undefined : { on: addDays(on, handlingDays), supply };
  }
  return undefined;
};

/** An order ships whole, by the latest of its parts. Undefined if one part has no date. */
export const latest = (parts: readonly (Projected | undefined)[]): Projected | undefined => {
  let last: Projected | undefined;
  for (const part of parts) {
    if (part === undefined) return undefined;
    if (last === undefined || part.on > last.on) last = part;
  }
  return last;
};

/** Whether a change breaks the promise: it leaves no date, or one later than promised. */
export const isBroken = (
  promisedOn: CivilDate | null,
  { before, after }: { before: CivilDate | null; after: CivilDate | null },
): boolean => promisedOn !== null && after !== before && (after === null || after > promisedOn);

/** The evidence for a projected date, in words. */
export const basisOf = ({ supply }: Projected): string =>
  supply === null
    ? 'on hand'
    : `supply ${supply.supplyId}, expected on ${supply.expectedOn}: ${supply.basis}`;

/** Units of the shelf that those who wait get before any of that supply. */
export const unitsBefore = (
  { free, supplies }: Pick<Outlook, 'free' | 'supplies'>,
  { supplyId, today }: { supplyId: string; today: CivilDate },
): number => {
  let units = Math.max(0, free);
  for (const supply of byArrival(supplies, today)) {
    if (supply.supplyId === supplyId) break;
    units += supply.quantity;
  }
  return units;
};

/** Earliest first. A day that has passed is no longer a date: such a supply counts as undated. */
const byArrival = (supplies: readonly Supply[], today: CivilDate): Supply[] =>
  supplies.toSorted(
    (a, b) =>
      compare(dateOf(a, today) ?? 'never', dateOf(b, today) ?? 'never') ||
      compare(a.supplyId, b.supplyId),
  );

const dateOf = ({ expectedOn }: Supply, today: CivilDate): CivilDate | null =>
  expectedOn !== null && expectedOn >= today ? expectedOn : null;

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
