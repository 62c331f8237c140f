import type { Demand } from '../../db/stock/demand.ts';
import { type Cell, toCsv } from '../http/csv.ts';

/**
 * Demand as one table: a row for each SKU and location, a column for each currency, each promised
 * week and each week of wait that occurs, so that every column adds up. Money in minor units.
 */
export const toDemandCsv = (demand: readonly Demand[]): string => {
  const rows = demand.filter(({ location }) => location !== null);
  const columns = [...fixed, ...moneyColumns(rows), ...promisedColumns(rows), ...lostColumns(rows)];
  return toCsv([
    columns.map(({ name }) => name),
    ...rows.map((row) => columns.map(({ cell }) => cell(row))),
  ]);
};

type Column = { name: string; cell: (row: Demand) => Cell };

const fixed: Column[] = [
  { name: 'sku', cell: ({ sku }) => sku },
  { name: 'location', cell: ({ location }) => location },
  { name: 'waiting', cell: ({ waiting }) => waiting },
  { name: 'orders', cell: ({ orders }) => orders },
  { name: 'oldest_days', cell: ({ oldestDays }) => toOneDecimal(oldestDays) },
  { name: 'median_days', cell: ({ medianDays }) => toOneDecimal(medianDays) },
];

const moneyColumns = (rows: readonly Demand[]): Column[] => {
  const currencies = distinct(rows.flatMap(({ revenue }) => revenue.map((sum) => sum.currency)));
  return currencies.flatMap((currency) =>
    (['waiting', 'allocated', 'shipped', 'cancelled'] as const).map((part) => ({
      name: `${part}_${currency}`,
      cell: ({ revenue }: Demand) => revenue.find((sum) => sum.currency === currency)?.[part] ?? 0,
    })),
  );
};

const promisedColumns = (rows: readonly Demand[]): Column[] => {
  const weeks = distinct(rows.flatMap(({ promised }) => promised.map(({ week }) => week ?? '')));
  return weeks.map((week) => ({
    name: week === '' ? 'promised_no_date' : `promised_${week}`,
    cell: ({ promised }) => promised.find((part) => (part.week ?? '') === week)?.units ?? 0,
  }));
};

const lostColumns = (rows: readonly Demand[]): Column[] => {
  const last = Math.max(0, ...rows.flatMap(({ cancelled }) => cancelled.map(({ week }) => week)));
  return Array.from({ length: last }, (_, index) => ({
    name: `cancelled_in_week_${index + 1}`,
    cell: ({ cancelled }) => cancelled.find(({ week }) => week === index + 1)?.units ?? 0,
  }));
};

const distinct = (names: readonly string[]): string[] => [...new Set(names)].sort();

export const toOneDecimal = (days: number | null): number | null =>
  days === null ? null : Math.round(days * 10) / 10;
