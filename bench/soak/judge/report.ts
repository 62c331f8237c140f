import type { Count } from '../count/count.ts';
import { judge, lasted, type Verdict } from './bounds.ts';
import { figuresByRoute, type RouteFigures } from './routes.ts';
import { percentile, type Sample, type Tally } from './tally.ts';
import { metBy, type Window } from './windows.ts';

/** Everything that a soak has seen. */
export type Seen = {
  seed: number;
  seconds: number;
  rate: number;
  tally: Tally;
  windows: readonly Window[];
  /** What ended, or was still under way, though nobody asked for it. */
  unasked: readonly string[];
  counts: readonly Count[];
};

export type Report = Pick<Seen, 'seed' | 'seconds' | 'rate'> & {
  isWell: boolean;
  patienceMs: number;
  checkouts: Verdict[];
  routes: RouteFigures[];
  faults: FaultFigures[];
  counts: Count[];
  /** Every bound and count that does not hold, in words. */
  broken: string[];
};

/** How often a fault struck, how long it took until all was well, and how checkouts fared. */
export type FaultFigures = {
  fault: string;
  times: number;
  untilWellMs: number;
  checkouts: number;
  checkoutP99Ms: number;
  checkoutWorstMs: number;
};

export const reportOf = ({
  seed,
  seconds,
  rate,
  tally,
  windows,
  unasked,
  counts,
}: Seen): Report => {
  const { patienceMs, verdicts } = judge(tally.samples, windows);
  const broken = [
    ...verdicts.flatMap((verdict) => verdict.broken.map((each) => `checkouts, ${each}`)),
    ...tally.unpromised,
    ...tally.samples.filter(({ status }) => status < 0).map(({ route }) => `${route}: no answer`),
    ...unasked,
    ...counts.flatMap(({ what, wrong }) => wrong.map((each) => `${what}: ${each}`)),
  ];
  return {
    ...{ seed, seconds, rate, isWell: broken.length === 0, patienceMs, checkouts: verdicts },
    routes: figuresByRoute(tally.samples),
    faults: figuresByFault(tally.samples, windows),
    counts: [...counts],
    broken,
  };
};

const figuresByFault = (samples: readonly Sample[], windows: readonly Window[]): FaultFigures[] =>
  [...new Set(windows.map(({ fault }) => fault))].toSorted().map((fault) => {
    const own = windows.filter((window) => window.fault === fault);
    const met = samples.filter(
      (sample) => sample.route === 'checkout' && metBy(sample, own).length > 0,
    );
    const times = met.map(lasted);
    return {
      ...{ fault, times: own.length },
      untilWellMs: Math.max(...own.map(({ begin, end }) => end - begin)),
      checkouts: met.length,
      checkoutP99Ms: percentile(times, 0.99),
      checkoutWorstMs: percentile(times, 1),
    };
  });
