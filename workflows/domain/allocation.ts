import type { Units } from './ledger.ts';

/** Which parts of an order may leave without the rest. */
export type Fulfilment = 'ship-available' | 'whole-line' | 'whole-order';

/** The place where units of one SKU lie. */
export type Shelf = { sku: string; location: string };

export type WaitingLine = Shelf & { lineId: string; quantity: number };

/** An order with all its waiting units. */
export type Candidate = { orderId: string; fulfilment: Fulfilment; lines: readonly WaitingLine[] };

/** `needs_other_lines`: a line could go, but the order goes only as a whole. */
export type SkipReason = 'nothing_free' | 'needs_more_units' | 'needs_other_lines';

/** What one order gets. The units are never empty; a skipped order keeps its place. */
export type Decision = { orderId: string } & (
  | { outcome: 'filled'; units: Units[] }
  | { outcome: 'skipped'; reason: SkipReason }
);

export type FreeUnits = Shelf & { units: number };

/**
 * Gives free units to candidates in the order of the queue, one decision for each. Nobody takes
 * what they cannot use, so an order that is skipped leaves its units to the next.
 */
export const allocate = (
  candidates: readonly Candidate[],
  free: readonly FreeUnits[],
): Decision[] => {
  const left = new Map(free.map((shelf) => [shelfKey(shelf), shelf.units]));
  return candidates.map(({ orderId, fulfilment, lines }) => {
    const units = choose[fulfilment](lines, left);
    if (units.length === 0) {
      return { orderId, outcome: 'skipped', reason: reasonOf(fulfilment, lines, left) };
    }
    const shelfOf = new Map(lines.map((line) => [line.lineId, shelfKey(line)]));
    for (const { lineId, quantity } of units) take(left, shelfOf.get(lineId) ?? '', quantity);
    return { orderId, outcome: 'filled', units };
  });
};

/** A name for the shelf; no SKU or location holds a control character. */
export const shelfKey = ({ sku, location }: Shelf): string => `${sku}\n${location}`;

type Left = ReadonlyMap<string, number>;

const choose: Record<Fulfilment, (lines: readonly WaitingLine[], left: Left) => Units[]> = {
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
): Units[] => {
  const rest = new Map(left);
  const units: Units[] = [];
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
