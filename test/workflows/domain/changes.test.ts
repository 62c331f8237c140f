import { describe, expect, test } from 'vitest';
import type { Backorder } from '../../../workflows/domain/backorder/backorder.ts';
import type { Fact } from '../../../workflows/domain/backorder/fact.ts';
import { changesOf } from '../../../workflows/domain/changes.ts';
import { day, dayZero } from '../../support/cast.ts';
import { firm, leased, snapshot, stockChanged } from '../../support/facts.ts';
import { given } from '../../support/given.ts';

/** Ada's lamp, with what is changed of it; one revision later than `from`. */
const lamp = (changes: Partial<Backorder> = {}, from?: Backorder): Backorder => {
  const base = from ?? given().state;
  return { ...base, revision: base.revision + 1, ...changes };
};

const waiting = snapshot(1, { waiting: 2 });
const ship = (actId: string) =>
  ({ type: 'ship', actId, lines: null }) as unknown as Backorder['acts'][number];
const cancel = (actId: string) =>
  ({ type: 'cancel', actId, by: 'customer' }) as unknown as Backorder['acts'][number];
const applied = (actId: string, quantity = 1): Fact => ({
  type: 'StockActApplied',
  at: dayZero,
  actId,
  snapshot: waiting,
  lines: quantity === 0 ? [] : [{ lineId: '1', quantity }],
  short: false,
});
const promised = (on: string | null): Fact => ({
  type: 'PromiseChanged',
  at: dayZero,
  promiseId: 'p',
  on,
  statedAt: dayZero,
  isSupply: true,
});
const unpaid = { code: 'unpaid', at: dayZero } as const;

const cases: [what: string, fact: Fact, before: Backorder, after: Backorder, types: string[]][] = [
  [
    'a shipment, when the ledger says that it was done',
    applied('s1'),
    lamp({ acts: [ship('s1')], stock: snapshot(2, { waiting: 1, shipped: 1 }) }),
    lamp({ acts: [], stock: snapshot(2, { waiting: 1, shipped: 1 }) }),
    ['backorder.shipped'],
  ],
  [
    'no shipment of nothing',
    applied('s1', 0),
    lamp({ acts: [ship('s1')], stock: waiting }),
    lamp({ acts: [], stock: waiting }),
    [],
  ],
  [
    'no shipment yet while the ledger only shows what was asked for',
    stockChanged(snapshot(2, { waiting: 1, shipped: 1 })),
    lamp({ acts: [ship('s1')], stock: waiting }),
    lamp({ acts: [ship('s1')], stock: snapshot(2, { waiting: 1, shipped: 1 }) }),
    [],
  ],
  [
    'a cancellation of some of it',
    applied('c1'),
    lamp({ acts: [cancel('c1')], stock: waiting }),
    lamp({ acts: [], stock: snapshot(2, { waiting: 1, cancelled: 1 }) }),
    ['backorder.cancelled'],
  ],
  [
    'what left although nobody here has asked for it',
    stockChanged(snapshot(2, { shipped: 1, cancelled: 1 })),
    lamp({ acts: [], stock: waiting }),
    lamp({ acts: [], stock: snapshot(2, { shipped: 1, cancelled: 1 }) }),
    ['backorder.shipped', 'backorder.cancelled'],
  ],
  [
    'units that become firm',
    stockChanged(snapshot(3, {}, firm('l1', 1))),
    lamp({ stock: snapshot(2, {}, leased('l1', 1)) }),
    lamp({ stock: snapshot(3, {}, firm('l1', 1)) }),
    ['backorder.ready_to_ship'],
  ],
  [
    'more units that become firm beside others',
    stockChanged(snapshot(3, {}, firm('l1', 1), firm('l2', 1))),
    lamp({ stock: snapshot(2, {}, firm('l1', 1)) }),
    lamp({ stock: snapshot(3, {}, firm('l1', 1), firm('l2', 1)) }),
    ['backorder.ready_to_ship'],
  ],
  [
    'nothing new of units that stay firm',
    stockChanged(snapshot(3, {}, firm('l1', 1))),
    lamp({ stock: snapshot(2, {}, firm('l1', 1)) }),
    lamp({ stock: snapshot(3, {}, firm('l1', 1)) }),
    [],
  ],
  ['another day', promised('2027-03-01'), lamp(), lamp(), ['backorder.promise_changed']],
  ['that there is no day any more', promised(null), lamp(), lamp(), ['backorder.promise_changed']],
  [
    'no other day when it is the same one, for another reason',
    promised('2027-03-01'),
    lamp({ promise: { promiseId: 'o', on: '2027-03-01' } as Backorder['promise'] }),
    lamp(),
    [],
  ],
  [
    'each item that waits for a person',
    applied('s1', 0),
    lamp({ attention: [] }),
    lamp({ attention: [unpaid, { code: 'disputed', at: dayZero }] }),
    ['backorder.attention', 'backorder.attention'],
  ],
  [
    'an item that comes up again',
    applied('s1', 0),
    lamp({ attention: [unpaid] }),
    lamp({ attention: [{ ...unpaid, at: day(3) }] }),
    ['backorder.attention'],
  ],
  [
    'nothing when an item is closed',
    applied('s1', 0),
    lamp({ attention: [unpaid] }),
    lamp({ attention: [] }),
    [],
  ],
];

describe('others are told of', () => {
  test.each(cases)('%s', (_, fact, before, after, types) => {
    expect(changesOf(fact, before, after).map(({ type }) => type)).toEqual(types);
  });

  test('nothing by a fact that changes nothing', () => {
    const state = lamp();
    expect(changesOf(promised('2027-03-01'), state, state)).toEqual([]);
  });

  test('two shipments as two things, and two items under two names', () => {
    const first = lamp({ acts: [ship('s1'), ship('s2')], stock: waiting });
    const second = lamp({ acts: [ship('s2')] }, first);
    const third = lamp({ acts: [] }, second);
    const keys = [
      ...changesOf(applied('s1'), first, second),
      ...changesOf(applied('s2'), second, third),
      ...changesOf(
        applied('s1', 0),
        lamp({ attention: [] }),
        lamp({ attention: [unpaid, { code: 'disputed', at: dayZero }] }),
      ),
    ].map(({ key }) => key);
    expect(keys).toHaveLength(4);
    expect(new Set(keys).size).toBe(4);
  });
});
