import type { Part } from '../backorder/snapshot.ts';

/** Which parts of an order may leave without the rest. */
export const fulfilments = ['ship-available', 'whole-line', 'whole-order'] as const;

export type Fulfilment = (typeof fulfilments)[number];

/** The place where units of one SKU lie. */
export type Shelf = { sku: string; location: string };

/** `quantity`: units that wait. `kept`: units set aside already until the order is whole (0). */
export type WaitingLine = Shelf & { lineId: string; quantity: number; kept?: number };

/** An order with all its waiting units. */
export type Candidate = {
  orderId: string;
  fulfilment: Fulfilment;
  /** Units that are too few for the order are kept until it is whole, so that it cannot starve. */
  accumulates?: boolean;
  lines: readonly WaitingLine[];
};

/** `needs_other_lines`: a line could go, but the order goes only as a whole. */
export type SkipReason = 'nothing_free' | 'needs_more_units' | 'needs_other_lines';

/**
 * What one order gets. `units` go at once, together with those in `fromKept` that were kept for it
 * before. `kept` is set aside until the rest comes. A skipped order keeps its place.
 */
export type Decision = { orderId: string } & (
  | { outcome: 'filled'; units: Part[]; fromKept: Part[]; kept: Part[] }
  | { outcome: 'skipped'; reason: SkipReason }
);

export type FreeUnits = Shelf & { quantity: number };

/** An order that waits this long past its first promise accumulates. */
export const accumulatesAfterPromiseDays = 14;

/** An order without any promise accumulates this long after it was placed. */
export const accumulatesAfterPlacedDays = 30;

/**
 * Gives free units to candidates in the order of the queue, one decision for each. No order takes
 * units that it cannot use, so a skipped order leaves them to the next.
 */
export const allocate = (
  candidates: readonly Candidate[],
  free: readonly FreeUnits[],
): Decision[] => {
  const left = new Map(free.map((shelf) => [shelfKey(shelf), shelf.quantity]));
  return candidates.map((candidate) => {
    const { orderId, fulfilment, lines } = candidate;
    const decision = decideOn(candidate, left);
    if (!decision)
      return { orderId, outcome: 'skipped', reason: reasonOf(fulfilment, lines, left) };
    const shelfOf = new Map(lines.map((line) => [line.lineId, shelfKey(line)]));
    for (const { lineId, quantity } of [...decision.units, ...decision.kept]) {
      take(left, shelfOf.get(lineId) ?? '', quantity);
    }
    return { orderId, outcome: 'filled', ...decision };
  });
};

/** How many units of each line an order that is new gets at once of what is free. */
export const takenAtOnce = (
  order: Pick<Candidate, 'fulfilment' | 'lines'>,
  free: readonly FreeUnits[],
): Map<string, number> => {
  const [decision] = allocate([{ orderId: '', ...order }], free);
  const given = decision?.outcome === 'filled' ? decision.units : [];
  return new Map(given.map(({ lineId, quantity }) => [lineId, quantity]));
};

/** A name for the shelf; no SKU or location holds a control character. */
export const shelfKey = ({ sku, location }: Shelf): string => `${sku}\n${location}`;

type Left = ReadonlyMap<string, number>;

type Share = { units: Part[]; fromKept: Part[]; kept: Part[] };

const decideOn = (candidate: Candidate, left: Left): Share | undefined => {
  const { fulfilment, lines, accumulates } = candidate;
  const waiting = lines.filter(({ quantity }) => quantity > 0);
  const units = choose[fulfilment](waiting, left);
  const kept = accumulates ? gather(waiting, left, units) : [];
  const going = new Set(units.map(({ lineId }) => lineId));
  const isWhole = units.length === waiting.length && kept.length === 0;
  const fromKept = lines
    .filter(
      ({ lineId, quantity }) => isWhole || going.has(lineId) || goesAlone(fulfilment, quantity),
    )
    .flatMap(({ lineId, kept = 0 }) => (kept > 0 ? [{ lineId, quantity: kept }] : []));
  return units.length + kept.length + fromKept.length > 0 ? { units, fromKept, kept } : undefined;
};

/** Where lines may go alone, a line that has all its units need not wait for the others. */
const goesAlone = (fulfilment: Fulfilment, waiting: number): boolean =>
  fulfilment === 'ship-available' || (fulfilment === 'whole-line' && waiting === 0);

/** The free units to keep for lines that cannot go yet. */
const gather = (waiting: readonly WaitingLine[], left: Left, units: readonly Part[]): Part[] => {
  const rest = new Map(left);
  const going = new Map(units.map(({ lineId, quantity }) => [lineId, quantity]));
  for (const line of waiting) take(rest, shelfKey(line), going.get(line.lineId) ?? 0);
  return fill(
    waiting.filter(({ lineId }) => !going.has(lineId)),
    rest,
    Math.min,
  );
};

const choose: Record<Fulfilment, (lines: readonly WaitingLine[], left: Left) => Part[]> = {
  'ship-available': (lines, left) => fill(lines, left, Math.min),
  'whole-line': (lines, left) => fill(lines, left, allOrNothing),
  'whole-order': (lines, left) => {
    const units = fill(lines, left, allOrNothing);
    return units.length === lines.length ? units : [];
  },
};

const allOrNothing = (wanted: number, free: number): number => (wanted <= free ? wanted : 0);

const fill = (
  lines: readonly WaitingLine[],
  left: Left,
  share: (wanted: number, free: number) => number,
): Part[] => {
  const rest = new Map(left);
  const units: Part[] = [];
  for (const line of lines) {
    const quantity = share(line.quantity, rest.get(shelfKey(line)) ?? 0);
    if (quantity === 0) continue;
    take(rest, shelfKey(line), quantity);
    units.push({ lineId: line.lineId, quantity });
  }
  return units;
};

const take = (left: Map<string, number>, key: string, quantity: number): void => {
  left.set(key, (left.get(key) ?? 0) - quantity);
};

const reasonOf = (
  fulfilment: Fulfilment,
  lines: readonly WaitingLine[],
  left: Left,
): SkipReason => {
  if (fill(lines, left, Math.min).length === 0) return 'nothing_free';
  const someWhole = fill(lines, left, allOrNothing).length > 0;
  return fulfilment === 'whole-order' && someWhole ? 'needs_other_lines' : 'needs_more_units';
};
