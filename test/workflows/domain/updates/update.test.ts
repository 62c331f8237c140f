import { describe, expect, test } from 'vitest';
import {
  judgeBackorder,
  judgeMove,
  type MovedSupply,
  type PageOffer,
  type Verdict,
} from '../../../../workflows/domain/updates/update.ts';

const today = '2026-11-23';

const supply: MovedSupply = {
  before: '2027-01-10',
  expectedOn: '2027-02-01',
  isOver: false,
  isTold: true,
  handlingDays: 0,
};

describe('a supply that moves is news', () => {
  const cases: [string, Partial<MovedSupply>, Verdict][] = [
    ['with both days', {}, { say: 'now', before: '2027-01-10', on: '2027-02-01' }],
    [
      'with the days that goods ship, not those that they arrive',
      { handlingDays: 3 },
      { say: 'now', before: '2027-01-13', on: '2027-02-04' },
    ],
    ['that waits for the customers concerned', { isTold: false }, { say: 'later' }],
    ['to no day', { expectedOn: null }, { say: 'now', before: '2027-01-10', on: null }],
    ['from no day', { before: null }, { say: 'now', before: null, on: '2027-02-01' }],
    [
      'to no day, where the new one has passed',
      { expectedOn: '2026-11-22' },
      { say: 'now', before: '2027-01-10', on: null },
    ],
    ['until today', { expectedOn: today }, { say: 'now', before: '2027-01-10', on: today }],
    ['never, once it is back', { expectedOn: '2027-01-10' }, { say: 'never', because: 'unmoved' }],
    [
      'never, from no day to none',
      { before: null, expectedOn: null },
      { say: 'never', because: 'unmoved' },
    ],
    ['never, once nothing of it is to come', { isOver: true }, { say: 'never', because: 'over' }],
    [
      'never, once it is over, told or not',
      { isOver: true, isTold: false },
      { say: 'never', because: 'over' },
    ],
  ];
  test.each(cases)('%s', (_title, change, verdict) => {
    expect(judgeMove({ ...supply, ...change }, today)).toEqual(verdict);
  });
});

describe('an SKU on backorder is news', () => {
  const cases: [string, PageOffer, Verdict][] = [
    [
      'with the date of the product page',
      { state: 'backorder', shipsOn: '2027-01-10' },
      { say: 'now', before: null, on: '2027-01-10' },
    ],
    [
      'without a date where the page has none',
      { state: 'backorder', shipsOn: null },
      { say: 'now', before: null, on: null },
    ],
    ['not while nobody can order it', { state: 'out_of_stock', shipsOn: null }, { say: 'later' }],
    [
      'never, once it is in stock',
      { state: 'in_stock', shipsOn: today },
      { say: 'never', because: 'in_stock' },
    ],
  ];
  test.each(cases)('%s', (_title, offer, verdict) => {
    expect(judgeBackorder(offer)).toEqual(verdict);
  });
});
