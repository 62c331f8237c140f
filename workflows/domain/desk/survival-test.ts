import { type Tally, withAtRisk } from './survival.ts';

/** Of the first of two groups: how many events it had, and would have had if both were alike. */
export type LogRank = { observed: number; expected: number; chiSquare: number; p: number };

/**
 * Whether two groups go on alike: the log-rank test of Mantel (1966) and Peto and Peto (1972), with
 * one degree of freedom. Undefined where there is nothing to compare: no event while both groups
 * had somebody at risk.
 */
export const logRank = (first: readonly Tally[], second: readonly Tally[]): LogRank | undefined => {
  const [own, others] = [withAtRisk(first), withAtRisk(second)];
  const times = new Set([...own, ...others].map(({ time }) => time));
  let [observed, expected, variance] = [0, 0, 0];
  for (const time of times) {
    const [a, b] = [at(own, time), at(others, time)];
    const [events, atRisk] = [a.events + b.events, a.atRisk + b.atRisk];
    if (events === 0) continue;
    observed += a.events;
    expected += (events * a.atRisk) / atRisk;
    if (atRisk === 1) continue;
    const spread = (a.atRisk * b.atRisk) / atRisk ** 2;
    variance += (spread * events * (atRisk - events)) / (atRisk - 1);
  }
  if (variance === 0) return undefined;
  const chiSquare = (observed - expected) ** 2 / variance;
  return { observed, expected, chiSquare, p: erfc(Math.sqrt(chiSquare / 2)) };
};

type Row = ReturnType<typeof withAtRisk>[number];

const at = (rows: readonly Row[], time: number): Pick<Row, 'events' | 'atRisk'> => {
  const row = rows.find((each) => each.time >= time);
  if (row === undefined) return { events: 0, atRisk: 0 };
  return { events: row.time === time ? row.events : 0, atRisk: row.atRisk };
};

/**
 * The complementary error function of a number from 0 up, to about twelve digits: the series and
 * the continued fraction of Abramowitz and Stegun, 7.1.6 and 7.1.14.
 */
export const erfc = (x: number): number => {
  const scale = Math.exp(-x * x) / Math.sqrt(Math.PI);
  if (x < 2.5) {
    let [sum, term] = [x, x];
    for (let n = 1; term > sum * 1e-17; n += 1) {
      term *= (2 * x * x) / (2 * n + 1);
      sum += term;
    }
    return 1 - 2 * scale * sum;
  }
  let fraction = x;
  for (let n = 80; n > 0; n -= 1) fraction = x + n / 2 / fraction;
  return scale / fraction;
};
