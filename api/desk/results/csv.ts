import type { Followed } from '../../../db/desk/results/mail.ts';
import type { Revenue } from '../../../db/desk/results/revenue.ts';
import type { Wait } from '../../../db/desk/results/waits.ts';
import { minorDigits } from '../../../workflows/domain/currency.ts';
import { survivalOf } from '../../../workflows/domain/desk/survival.ts';
import type { CivilDate } from '../../../workflows/domain/time.ts';
import { type Cell, toCsv } from '../../http/csv.ts';
import { talliesOf, weeksOfWait } from './tallies.ts';

/** Amounts in whole units of the currency, with its decimals. */
export const revenueCsv = (rows: readonly Revenue[], weeks: readonly CivilDate[]): string =>
  toCsv([
    [
      ...['week_from', 'sku', 'currency', 'units', 'kept', 'waiting'],
      ...['lost_by_customer', 'lost_by_law', 'lost_by_shop', 'lost_by_system'],
    ],
    ...rows.map((row): Cell[] => [
      weeks[row.week ?? 0] ?? null,
      ...[row.sku, row.currency, row.units],
      ...[row.kept, row.waiting, row.lostByCustomer].map(amountIn(row.currency)),
      ...[row.lostByLaw, row.lostByShop, row.lostBySystem].map(amountIn(row.currency)),
    ]),
  ]);

const amountIn = (currency: string) => {
  const digits = minorDigits(currency);
  return (amount: number): string => (amount / 10 ** digits).toFixed(digits);
};

export const waitsCsv = (waits: readonly Wait[]): string =>
  toCsv([
    ['week_of_wait', 'open_at_its_start', 'cancelled_by_customer'],
    ...weeksOfWait(waits).map(({ week, open, cancelled }) => [week, open, cancelled]),
  ]);

export const mailCsv = (followed: readonly Followed[]): string =>
  toCsv([
    ['mail', 'sent', 'cancelled_soon_after'],
    ...followed.map((row) => [row.kind, row.sent, row.followed]),
  ]);

/** Both curves, a row for each step. */
export const experimentCsv = (waits: readonly Wait[]): string =>
  toCsv([
    ['group', 'days', 'at_risk', 'cancelled', 'not_cancelled', 'standard_error', 'lower', 'upper'],
    ...(['told', 'control'] as const).flatMap((group) =>
      survivalOf(talliesOf(waits, group)).map((step): Cell[] => [
        ...[group, step.time, step.atRisk, step.events, step.survival, step.standardError],
        ...(step.interval ?? [null, null]),
      ]),
    ),
  ]);
