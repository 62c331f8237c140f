import type { Demand } from '../../db/stock/demand.ts';
import { type Cell, toCsv } from '../http/csv.ts';

/**
 * Demand as one table: a row for each SKU and location, a column for each currency, each promised
 * week and each week of wait that occurs, so that every column adds up. Money in minor units.
 */
export type DemandTable = {
  /** Takes rows in their order, and keeps of each only what its line says. */
  add(rows: readonly Demand[]): void;
  /** The whole table in pieces; the columns are known once all rows are. */
  pieces(): Generator<string>;
};

/** What a row says besides its first columns; a column that it does not name is 0. */
type Row = { fixed: Cell[]; amounts: Map<string, number> };

const linesAPiece = 500;

export const createDemandTable = (): DemandTable => {
  const rows: Row[] = [];
  const currencies = new Set<string>();
  const weeks = new Set<string>();
  let lastWeek = 0;
  return {
    add: (added) => {
      for (const row of added) {
        if (row.location === null) continue;
        for (const { currency } of row.revenue) currencies.add(currency);
        for (const { week } of row.promised) weeks.add(week ?? '');
        for (const { week } of row.cancelled) lastWeek = Math.max(lastWeek, week);
        rows.push({ fixed: fixed.map(({ cell }) => cell(row)), amounts: amountsOf(row) });
      }
    },
    pieces: function* () {
      const named = [
        ...[...currencies].sort().flatMap((currency) => parts.map((part) => `${part}_${currency}`)),
        ...[...weeks].sort().map(promisedColumn),
        ...Array.from({ length: lastWeek }, (_, index) => cancelledColumn(index + 1)),
      ];
      yield toCsv([[...fixed.map(({ name }) => name), ...named]]);
      for (let at = 0; at < rows.length; at += linesAPiece) {
        const lines = rows.slice(at, at + linesAPiece);
        yield toCsv(
          lines.map(({ fixed, amounts }) => [
            ...fixed,
            ...named.map((name) => amounts.get(name) ?? 0),
          ]),
        );
      }
    },
  };
};

const fixed: { name: string; cell: (row: Demand) => Cell }[] = [
  { name: 'sku', cell: ({ sku }) => sku },
  { name: 'location', cell: ({ location }) => location },
  { name: 'waiting', cell: ({ waiting }) => waiting },
  { name: 'orders', cell: ({ orders }) => orders },
  { name: 'oldest_days', cell: ({ oldestDays }) => toOneDecimal(oldestDays) },
  { name: 'median_days', cell: ({ medianDays }) => toOneDecimal(medianDays) },
];

const parts = ['waiting', 'allocated', 'shipped', 'cancelled'] as const;

const promisedColumn = (week: string): string =>
  week === '' ? 'promised_no_date' : `promised_${week}`;

const cancelledColumn = (week: number): string => `cancelled_in_week_${week}`;

const amountsOf = ({ revenue, promised, cancelled }: Demand): Map<string, number> => {
  const amounts = new Map<string, number>();
  for (const sum of revenue)
    for (const part of parts) if (sum[part]) amounts.set(`${part}_${sum.currency}`, sum[part]);
  for (const { week, units } of promised) amounts.set(promisedColumn(week ?? ''), units);
  for (const { week, units } of cancelled) amounts.set(cancelledColumn(week), units);
  return amounts;
};

export const toOneDecimal = (days: number | null): number | null =>
  days === null ? null : Math.round(days * 10) / 10;
