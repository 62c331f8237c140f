import { percentile, type Sample } from './tally.ts';
import { metBy, type Reach, reaches, reachesOf, type Window } from './windows.ts';

/** What checkouts must keep to while a fault reaches that far. */
type Bound = {
  /** What they may be answered; 0 is a connection that was cut or refused. */
  statuses: readonly number[];
  /** Most are answered within the patience. */
  isPrompt: boolean;
  /** Every one is answered within the patience and so much more. */
  worstMs: number;
};

const taken = [200, 201];

/**
 * Five seconds are what a request waits for a lock or a connection; one that PostgreSQL owes an
 * answer ends after twenty more. Whoever finds no API is refused at once.
 */
const bounds: Record<Reach, Bound> = {
  none: { statuses: taken, isPrompt: false, worstMs: 5_000 },
  elsewhere: { statuses: taken, isPrompt: true, worstMs: 5_000 },
  shelf: { statuses: [...taken, 503], isPrompt: false, worstMs: 5_000 },
  'one-api': { statuses: [...taken, 0], isPrompt: true, worstMs: 5_000 },
  refused: { statuses: [...taken, 503], isPrompt: false, worstMs: 5_000 },
  silent: { statuses: [...taken, 503], isPrompt: false, worstMs: 25_000 },
  'no-api': { statuses: [...taken, 503, 0], isPrompt: false, worstMs: 25_000 },
};

/** How checkouts fared while faults reached that far; `broken` says which bounds did not hold. */
export type Verdict = {
  reach: Reach;
  count: number;
  p99Ms: number;
  worstMs: number;
  statuses: Record<string, number>;
  /** The bounds in milliseconds; null where only the worst counts. */
  bound: { p99Ms: number | null; worstMs: number };
  broken: string[];
};

const patience = { leastMs: 1_000, mostMs: 5_000, times: 2 };

/** A second; on a busy machine twice what 99 of 100 take without any fault, up to five. */
export const patienceOf = (calmMs: readonly number[]): number =>
  Math.min(patience.mostMs, Math.max(patience.leastMs, patience.times * percentile(calmMs, 0.99)));

/** Judges all checkouts by what they have met. */
export const judge = (
  samples: readonly Sample[],
  windows: readonly Window[],
): { patienceMs: number; verdicts: Verdict[] } => {
  const checkouts = samples
    .filter(({ route }) => route === 'checkout')
    .map((sample): Judged => ({ ...sample, reaches: reachesOf(sample, metBy(sample, windows)) }));
  const calm = checkouts.filter(({ reaches: [reach] }) => reach === 'none');
  const patienceMs = patienceOf(calm.map(lasted));
  const verdicts = reaches.map((reach) =>
    verdictOf(reach, {
      samples: checkouts.filter((each) => each.reaches[0] === reach),
      patienceMs,
    }),
  );
  return { patienceMs, verdicts };
};

type Judged = Sample & { reaches: [Reach, ...Reach[]] };

const verdictOf = (
  reach: Reach,
  { samples, patienceMs }: { samples: readonly Judged[]; patienceMs: number },
): Verdict => {
  const { isPrompt, worstMs } = bounds[reach];
  const times = samples.map(lasted);
  const bound = { p99Ms: isPrompt ? patienceMs : null, worstMs: worstMs + patienceMs };
  const [p99Ms, worst] = [percentile(times, 0.99), percentile(times, 1)];
  const wrong = samples.filter((sample) => !mayBeAnswered(sample));
  return {
    ...{
      reach,
      count: samples.length,
      p99Ms,
      worstMs: worst,
      statuses: countStatuses(samples),
      bound,
    },
    broken: [
      ...(bound.p99Ms !== null && p99Ms > bound.p99Ms ? [`${reach}: p99 ${p99Ms} ms`] : []),
      ...(worst > bound.worstMs ? [`${reach}: ${worst} ms`] : []),
      ...(wrong.length > 0
        ? [`${reach}: answered ${Object.keys(countStatuses(wrong)).join(', ')}`]
        : []),
    ],
  };
};

/** One that meets several faults may be answered as any of them allows. */
const mayBeAnswered = (sample: Judged): boolean =>
  sample.reaches.some((reach) => bounds[reach].statuses.includes(sample.status));

export const lasted = ({ begin, end }: Sample): number => end - begin;

export const countStatuses = (samples: readonly Sample[]): Record<string, number> => {
  const counts: Record<string, number> = {};
  for (const { status } of samples) counts[status] = (counts[status] ?? 0) + 1;
  return counts;
};
