import { describe, expect, test } from 'vitest';
import {
  allocate,
  type Candidate,
  type Decision,
  type FreeUnits,
  type Fulfilment,
  takenAtOnce,
} from '../../../../workflows/domain/stock/allocation.ts';

/** `LAMP:2` is a line of two lamps; its id is its place in the list. */
const order = (orderId: string, fulfilment: Fulfilment, ...wanted: string[]): Candidate => ({
  orderId,
  fulfilment,
  lines: wanted.map((text, index) => {
    const [sku = '', quantity] = text.split(':');
    return { lineId: `${index + 1}`, sku, location: 'main', quantity: Number(quantity) };
  }),
});

const free = (...shelves: string[]): FreeUnits[] =>
  shelves.map((text) => {
    const [sku = '', quantity] = text.split(':');
    return { sku, location: 'main', quantity: Number(quantity) };
  });

/** `A 1×2 3×1` for units given to lines, `keeps 1×2` for those that stay until the rest comes, `A needs_more_units` for a skip. */
const said = (decision: Decision): string => {
  if (decision.outcome === 'skipped') return `${decision.orderId} ${decision.reason}`;
  const { orderId, units, fromKept, kept } = decision;
  const named = (parts: typeof units) => parts.map((part) => `${part.lineId}×${part.quantity}`);
  return [
    orderId,
    ...named(units),
    ...(fromKept.length > 0 ? ['with kept', ...named(fromKept)] : []),
    ...(kept.length > 0 ? ['keeps', ...named(kept)] : []),
  ].join(' ');
};

/** The same order, which accumulates and keeps as many units of its lines already. */
const patient = (candidate: Candidate, ...kept: number[]): Candidate => ({
  ...candidate,
  accumulates: true,
  lines: candidate.lines.map((line, index) => ({ ...line, kept: kept[index] ?? 0 })),
});

type Case = { promise: string; queue: Candidate[]; free: FreeUnits[]; decided: string[] };

const cases: Case[] = [
  {
    promise: 'gives the first in the queue its units before the next',
    queue: [order('A', 'whole-order', 'LAMP:1'), order('B', 'whole-order', 'LAMP:1')],
    free: free('LAMP:1'),
    decided: ['A 1×1', 'B nothing_free'],
  },
  {
    promise: 'gives a ship-available order what there is',
    queue: [order('A', 'ship-available', 'LAMP:5', 'RUG:2')],
    free: free('LAMP:3'),
    decided: ['A 1×3'],
  },
  {
    promise: 'gives a whole-line order only lines that are whole',
    queue: [order('A', 'whole-line', 'LAMP:5', 'RUG:2')],
    free: free('LAMP:3', 'RUG:4'),
    decided: ['A 2×2'],
  },
  {
    promise: 'skips a whole-line order that no line of can be whole',
    queue: [order('A', 'whole-line', 'LAMP:5'), order('B', 'whole-line', 'LAMP:3')],
    free: free('LAMP:3'),
    decided: ['A needs_more_units', 'B 1×3'],
  },
  {
    promise: 'gives a whole-order order everything or nothing',
    queue: [order('A', 'whole-order', 'LAMP:1', 'RUG:1'), order('B', 'whole-order', 'LAMP:1')],
    free: free('LAMP:1'),
    decided: ['A needs_other_lines', 'B 1×1'],
  },
  {
    promise: 'fills a whole-order order once every line is there',
    queue: [order('A', 'whole-order', 'LAMP:1', 'RUG:2')],
    free: free('LAMP:1', 'RUG:2'),
    decided: ['A 1×1 2×2'],
  },
  {
    promise: 'tells a whole-order order of one line that it needs more units',
    queue: [order('A', 'whole-order', 'LAMP:2')],
    free: free('LAMP:1'),
    decided: ['A needs_more_units'],
  },
  {
    promise: 'counts two lines of one SKU together',
    queue: [
      order('A', 'whole-order', 'LAMP:2', 'LAMP:2'),
      order('B', 'whole-line', 'LAMP:2', 'LAMP:2'),
      order('C', 'ship-available', 'LAMP:1', 'LAMP:1'),
    ],
    free: free('LAMP:3'),
    decided: ['A needs_other_lines', 'B 1×2', 'C 1×1'],
  },
  {
    promise: 'leaves what a skipped order cannot use to those behind it',
    queue: [
      order('A', 'whole-order', 'LAMP:10'),
      order('B', 'ship-available', 'LAMP:2'),
      order('C', 'whole-line', 'LAMP:2'),
    ],
    free: free('LAMP:4'),
    decided: ['A needs_more_units', 'B 1×2', 'C 1×2'],
  },
  {
    promise: 'keeps units of another SKU for those who wait for it',
    queue: [order('A', 'ship-available', 'RUG:1'), order('B', 'ship-available', 'LAMP:1')],
    free: free('LAMP:1'),
    decided: ['A nothing_free', 'B 1×1'],
  },
];

const patientCases: Case[] = [
  {
    promise: 'keeps what is too little for a whole order that accumulates',
    queue: [
      patient(order('A', 'whole-order', 'LAMP:5', 'RUG:1')),
      order('B', 'whole-order', 'LAMP:1'),
    ],
    free: free('LAMP:3'),
    decided: ['A keeps 1×3', 'B nothing_free'],
  },
  {
    promise: 'lets everything go at once when the last unit comes',
    queue: [patient(order('A', 'whole-order', 'LAMP:2', 'RUG:0'), 3, 1)],
    free: free('LAMP:2'),
    decided: ['A 1×2 with kept 1×3 2×1'],
  },
  {
    promise: 'takes no more than it waits for',
    queue: [
      patient(order('A', 'whole-order', 'LAMP:2', 'RUG:1')),
      order('B', 'ship-available', 'LAMP:1'),
    ],
    free: free('LAMP:3'),
    decided: ['A keeps 1×2', 'B 1×1'],
  },
  {
    promise: 'lets whole lines go and keeps for the others',
    queue: [patient(order('A', 'whole-line', 'LAMP:5', 'LAMP:2', 'RUG:1'))],
    free: free('LAMP:4', 'RUG:1'),
    decided: ['A 2×2 3×1 keeps 1×2'],
  },
  {
    promise: 'lets a line go with what was kept for it, and no other line',
    queue: [patient(order('A', 'whole-line', 'LAMP:1', 'RUG:2'), 4, 1)],
    free: free('LAMP:1'),
    decided: ['A 1×1 with kept 1×4'],
  },
  {
    promise: 'never keeps for an order that takes what there is',
    queue: [patient(order('A', 'ship-available', 'LAMP:5', 'RUG:1'))],
    free: free('LAMP:3'),
    decided: ['A 1×3'],
  },
  {
    promise: 'lets kept units go once nothing is waited for any more',
    queue: [patient(order('A', 'whole-order', 'LAMP:0', 'RUG:0'), 2, 0)],
    free: [],
    decided: ['A with kept 1×2'],
  },
  {
    promise: 'skips an order that accumulates when nothing is free for it',
    queue: [patient(order('A', 'whole-order', 'LAMP:2'), 1)],
    free: free('RUG:1'),
    decided: ['A nothing_free'],
  },
];

describe('accumulation', () => {
  test.each(patientCases)('$promise', ({ queue, free, decided }) => {
    expect(allocate(queue, free).map(said)).toEqual(decided);
  });
});

describe('allocation', () => {
  test.each(cases)('$promise', ({ queue, free, decided }) => {
    expect(allocate(queue, free).map(said)).toEqual(decided);
  });

  test('keeps the shelves of two locations apart', () => {
    const north: FreeUnits = { sku: 'LAMP', location: 'north', quantity: 5 };
    expect(allocate([order('A', 'ship-available', 'LAMP:1')], [north]).map(said)).toEqual([
      'A nothing_free',
    ]);
  });

  test('changes neither the queue nor the free units it was given', () => {
    const queue = [order('A', 'whole-order', 'LAMP:1')];
    const shelves = free('LAMP:1');
    const before = structuredClone({ queue, shelves });
    allocate(queue, shelves);
    expect({ queue, shelves }).toEqual(before);
  });
});

describe('a new order takes at once', () => {
  test.each<[string, Fulfilment, string[], FreeUnits[], Record<string, number>]>([
    ['what there is', 'ship-available', ['LAMP:5', 'RUG:2'], free('LAMP:3'), { LAMP: 3 }],
    ['whole lines', 'whole-line', ['LAMP:5', 'RUG:2'], free('LAMP:3', 'RUG:2'), { RUG: 2 }],
    ['nothing short of the whole', 'whole-order', ['LAMP:5', 'RUG:2'], free('LAMP:3', 'RUG:2'), {}],
    ['the whole', 'whole-order', ['LAMP:3', 'RUG:2'], free('LAMP:3', 'RUG:2'), { LAMP: 3, RUG: 2 }],
    ['two lines of a SKU', 'whole-line', ['LAMP:2', 'LAMP:1'], free('LAMP:3'), { LAMP: 3 }],
    ['no unit twice', 'whole-line', ['LAMP:2', 'LAMP:2'], free('LAMP:3'), { LAMP: 2 }],
    ['nothing where nothing is free', 'ship-available', ['LAMP:1'], [], {}],
  ])('%s: %s', (_, fulfilment, wanted, shelves, taken) => {
    const asked = order('A', fulfilment, ...wanted);
    const given = takenAtOnce(asked, shelves);
    const bySku: Record<string, number> = {};
    for (const { lineId, sku } of asked.lines) {
      const units = given.get(lineId) ?? 0;
      if (units > 0) bySku[sku] = (bySku[sku] ?? 0) + units;
    }
    expect(bySku).toEqual(taken);
  });
});
