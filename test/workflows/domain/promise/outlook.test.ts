import { describe, expect, test } from 'vitest';
import {
  basisOf,
  isBroken,
  latest,
  type Outlook,
  projectUnit,
  type Supply,
} from '../../../../workflows/domain/promise/outlook.ts';

const today = '2026-11-23';

const supply = (supplyId: string, quantity: number, expectedOn: string | null): Supply => ({
  supplyId,
  quantity,
  expectedOn,
  basis: 'mail of the factory',
});

const may = supply('may', 10, '2027-05-01');
const june = supply('june', 5, '2027-06-01');
const someDay = supply('a-day', 100, null);
const overdue = supply('overdue', 8, '2026-11-22');

describe('a place in the queue', () => {
  const cases: [string, Partial<Outlook>, number, string | undefined][] = [
    ['ships today from free units', { free: 3 }, 3, today],
    ['adds handling days to free units', { free: 3, handlingDays: 2 }, 1, '2026-11-25'],
    ['has no date without supply', {}, 1, undefined],
    [
      'is served by the first supply up to its last unit',
      { supplies: [june, may] },
      10,
      may.expectedOn ?? '',
    ],
    ['is served by the next supply from there', { supplies: [june, may] }, 11, '2027-06-01'],
    ['has no date beyond all supply', { supplies: [june, may] }, 16, undefined],
    ['counts free units before supply', { free: 2, supplies: [may] }, 12, '2027-05-01'],
    [
      'adds calendar days of handling over the end of a month',
      { supplies: [may], handlingDays: 31 },
      1,
      '2027-06-01',
    ],
    ['takes undated supply last, and for no date', { supplies: [someDay, may] }, 11, undefined],
    [
      'is served by dated supply though undated was announced',
      { supplies: [someDay, may] },
      10,
      '2027-05-01',
    ],
    ['takes overdue supply for undated', { supplies: [overdue, may] }, 8, '2027-05-01'],
    ['counts on supply that is expected today', { supplies: [supply('now', 1, today)] }, 1, today],
  ];
  test.each(cases)('%s', (_, changes, place, on) => {
    const outlook = { free: 0, supplies: [], handlingDays: 0, ...changes };
    expect(projectUnit(outlook, { place, today })?.on).toBe(on);
  });

  test('names the supply it waits for', () => {
    const projected = projectUnit(
      { free: 0, supplies: [may], handlingDays: 3 },
      { place: 1, today },
    );
    expect(projected && basisOf(projected)).toBe(
      'supply may, expected on 2027-05-01: mail of the factory',
    );
  });
});

describe('a whole order', () => {
  const at = (on: string) => ({ on, supply: null });
  test('ships by the latest of its lines', () => {
    expect(latest([at('2027-05-01'), at('2027-06-01'), at('2027-01-01')])).toEqual(
      at('2027-06-01'),
    );
  });
  test('has no date when one of its lines has none', () => {
    expect(latest([at('2027-05-01'), undefined])).toBeUndefined();
  });
});

describe('a promise', () => {
  test.each([
    ['holds when the date comes earlier', '2027-05-01', '2027-05-01', '2027-04-01', false],
    ['holds up to its own day', '2027-05-01', '2027-04-01', '2027-05-01', false],
    ['breaks a day later', '2027-05-01', '2027-05-01', '2027-05-02', true],
    ['breaks when there is no date any more', '2027-05-01', '2027-05-01', null, true],
    ['breaks when the first supply known comes too late', '2027-05-01', null, '2027-06-01', true],
    ['holds when the change does not concern it', '2027-05-01', '2027-06-01', '2027-06-01', false],
    ['of the shop alone holds when no supply reaches it', '2027-05-01', null, null, false],
    ['cannot break when there is none', null, '2027-05-01', null, false],
  ])('%s', (_, promisedOn, before, after, broken) => {
    expect(isBroken(promisedOn, { before, after })).toBe(broken);
  });
});
