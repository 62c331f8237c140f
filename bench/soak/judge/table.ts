import type { Report } from './report.ts';

type Cells = readonly (string | number)[];

/** The report for people. */
export const tableOf = (report: Report): string => {
  const { checkouts, routes, faults, counts, broken, patienceMs } = report;
  const sections = [
    `Patience: ${ms(patienceMs)}, a second, or twice the calm p99, at most five`,
    table(
      ['checkouts while a fault reaches', 'count', 'p99', 'bound', 'worst', 'bound', 'answers', ''],
      checkouts
        .filter(({ count }) => count > 0)
        .map(({ reach, count, p99Ms, worstMs, bound, statuses, broken: own }) => [
          ...[reach, count, ms(p99Ms), bound.p99Ms === null ? '' : ms(bound.p99Ms)],
          ...[
            ms(worstMs),
            ms(bound.worstMs),
            answers(statuses),
            own.length > 0 ? 'BROKEN' : 'held',
          ],
        ]),
    ),
    table(
      ['route', 'count', 'p50', 'p99', 'worst', 'answers'],
      routes.map(({ route, count, p50Ms, p99Ms, worstMs, statuses }) => [
        ...[route, count, ms(p50Ms), ms(p99Ms), ms(worstMs), answers(statuses)],
      ]),
    ),
    table(
      ['fault', 'times', 'until well', 'checkouts', 'p99', 'worst'],
      faults.map(
        ({ fault, times, untilWellMs, checkouts: met, checkoutP99Ms, checkoutWorstMs }) => [
          ...[fault, times, ms(untilWellMs), met, ms(checkoutP99Ms), ms(checkoutWorstMs)],
        ],
      ),
    ),
    table(
      ['counted afterwards', 'number', ''],
      counts.map(({ what, number, wrong }) => [what, number, wrong.length > 0 ? 'WRONG' : 'right']),
    ),
    broken.length === 0
      ? 'Every bound and every count holds.'
      : `BROKEN:\n  ${broken.join('\n  ')}`,
  ];
  return sections.join('\n\n');
};

const table = (header: Cells, rows: readonly Cells[]): string => {
  const all = [header, ...rows];
  const widths = header.map((_, column) =>
    Math.max(...all.map((row) => String(row[column] ?? '').length)),
  );
  const lines = all.map((row) =>
    row.map((cell, column) => pad(cell, widths[column] ?? 0)).join('  '),
  );
  const [first = '', ...rest] = lines.map((line) => line.trimEnd());
  return [first, '-'.repeat(Math.max(...lines.map(({ length }) => length))), ...rest].join('\n');
};

const pad = (cell: string | number, width: number): string =>
  /^\d/.test(String(cell)) ? String(cell).padStart(width) : String(cell).padEnd(width);

const ms = (value: number): string =>
  value < 1_000 ? `${Math.round(value)} ms` : `${(value / 1_000).toFixed(1)} s`;

const names: Record<string, string> = { '0': 'cut', '-1': 'none' };

const answers = (statuses: Record<string, number>): string =>
  Object.entries(statuses)
    .map(([status, count]) => `${names[status] ?? status}×${count}`)
    .join(' ');
