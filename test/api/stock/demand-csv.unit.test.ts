import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { toCsv } from '../../../api/http/csv.ts';
import { createDemandTable } from '../../../api/stock/demand-csv.ts';
import type { Demand } from '../../../db/stock/demand.ts';

const rowOf = (sku: string, location: string | null): Demand => ({
  sku,
  location,
  waiting: 3,
  orders: 2,
  oldestDays: 10.04,
  medianDays: 5,
  revenue: [{ currency: 'USD', shipped: 0, allocated: 0, waiting: 300, cancelled: 0 }],
  promised: [{ week: '2027-W02', units: 3 }],
  cancelled: [{ week: 1, units: 1 }],
});

/** A page of 500 SKUs, as PostgreSQL answers it. */
const page = (nth: number): Demand[] =>
  Array.from({ length: 500 }, (_, index) => `SKU-${nth * 500 + index}`).flatMap((sku) => [
    rowOf(sku, null),
    rowOf(sku, 'main'),
  ]);

const usedMb = (): number => {
  setFlagsFromString('--expose-gc');
  runInNewContext('gc')();
  return process.memoryUsage().heapUsed / 2 ** 20;
};

describe('a table of demand', () => {
  it('holds ten thousand SKUs in a few megabytes, and comes in pieces', () => {
    const before = usedMb();
    const table = createDemandTable();
    for (let nth = 0; nth < 20; nth++) table.add(page(nth));
    expect(usedMb() - before).toBeLessThan(12);
    const pieces = [...table.pieces()];
    expect(Math.max(...pieces.map(({ length }) => length))).toBeLessThan(64 * 1024);
    const [head, first, ...others] = pieces.join('').trimEnd().split('\r\n');
    expect(head).toMatch(/promised_2027-W02,cancelled_in_week_1$/);
    expect(first).toBe('SKU-0,main,3,2,10,5,300,0,0,0,3,1');
    expect(others).toHaveLength(9_999);
  });
});

describe('a cell', () => {
  it.each([
    { cell: '=1+1', shown: "'=1+1" },
    { cell: '+1', shown: "'+1" },
    { cell: '-1', shown: "'-1" },
    { cell: '@SUM(A1)', shown: "'@SUM(A1)" },
    { cell: '\t=1', shown: "'\t=1" },
    { cell: '＝1', shown: "'＝1" },
    { cell: '=HYPERLINK("x","y")', shown: '"\'=HYPERLINK(""x"",""y"")"' },
    // Where numbers have decimal commas, a spreadsheet begins a cell behind a semicolon.
    { cell: 'Ada;=1+1;', shown: "Ada;'=1+1;" },
    { cell: 'Ada; @SUM(A1)', shown: "Ada; '@SUM(A1)" },
    { cell: 'a=1', shown: 'a=1' },
    { cell: 'a; b-1', shown: 'a; b-1' },
    { cell: -1, shown: '-1' },
    { cell: null, shown: '' },
  ])('is never run as a formula: $cell', ({ cell, shown }) => {
    expect(toCsv([[cell]])).toBe(`${shown}\r\n`);
  });
});
