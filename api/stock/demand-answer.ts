import type { Demand } from '../../db/stock/demand.ts';
import { toOneDecimal } from './demand-csv.ts';
import type { DemandAnswer, DemandSummary } from './demand-schema.ts';

/** Rows by SKU, the one over all locations first, as callers see them. */
export const toDemandAnswers = (rows: readonly Demand[]): DemandAnswer[] => {
  const answers: DemandAnswer[] = [];
  for (const { sku, location, ...row } of rows) {
    if (location === null) answers.push({ sku, ...summarize(row), locations: [] });
    else answers.at(-1)?.locations.push({ location, ...summarize(row) });
  }
  return answers;
};

const summarize = (row: Omit<Demand, 'sku' | 'location'>): DemandSummary => ({
  waiting: row.waiting,
  value: row.revenue
    .filter(({ waiting }) => waiting > 0)
    .map(({ currency, waiting }) => ({ amount: waiting, currency })),
  orders: row.orders,
  oldestDays: toOneDecimal(row.oldestDays),
  medianDays: toOneDecimal(row.medianDays),
  revenue: row.revenue.map(({ currency, shipped, cancelled, allocated, waiting }) => ({
    kept: { amount: shipped, currency },
    lost: { amount: cancelled, currency },
    allocated: { amount: allocated, currency },
    waiting: { amount: waiting, currency },
  })),
  promised: row.promised,
  cancelled: row.cancelled,
});
