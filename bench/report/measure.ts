import type { Figure } from './figure.ts';
import { say } from './progress.ts';

/** Measures once; answers in the unit of the figure. */
export type Measure = () => Promise<number>;

type Measured = Pick<Figure, 'figure' | 'samples' | 'floor' | 'ratio'>;

export const rounds = 5;

/**
 * Measures subject and floor in turns, so that whatever else the machine does hits both; who goes
 * first changes every round. One round before that warms up and is not counted.
 */
export const compare = async (
  what: string,
  { subject, floor, floorIs }: { subject: Measure; floor: Measure; floorIs: string },
): Promise<Measured> => {
  const subjects: number[] = [];
  const floors: number[] = [];
  for (let round = 0; round <= rounds; round++) {
    const isSubjectFirst = round % 2 === 0;
    const first = await (isSubjectFirst ? subject : floor)();
    const second = await (isSubjectFirst ? floor : subject)();
    const [mine, its] = isSubjectFirst ? [first, second] : [second, first];
    say(`${what}: ${nameOf(round)}: ${short(mine)}, floor ${short(its)}`);
    if (round === 0) continue;
    subjects.push(mine);
    floors.push(its);
  }
  return {
    figure: median(subjects),
    samples: subjects,
    floor: { what: floorIs, figure: median(floors), samples: floors },
    ratio: median(subjects.map((sample, index) => sample / (floors[index] ?? Number.NaN))),
  };
};

/** Measures what has no floor, as often, after one round that warms up. */
export const repeat = async (what: string, measure: Measure): Promise<Measured> => {
  const samples: number[] = [];
  for (let round = 0; round <= rounds; round++) {
    const sample = await measure();
    say(`${what}: ${nameOf(round)}: ${short(sample)}`);
    if (round > 0) samples.push(sample);
  }
  return { figure: median(samples), samples, floor: null, ratio: null };
};

/** What was counted, and is the same however often one looks. */
export const counted = (figure: number): Measured => ({
  figure,
  samples: [figure],
  floor: null,
  ratio: null,
});

export const median = (samples: readonly number[]): number => {
  const sorted = samples.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  const upper = sorted[Math.floor(middle)] ?? Number.NaN;
  if (!Number.isInteger(middle)) return upper;
  return ((sorted[middle - 1] ?? Number.NaN) + upper) / 2;
};

/** Three significant digits, without exponents. */
export const short = (value: number): string =>
  value >= 1_000
    ? Math.round(value).toLocaleString('en-US').replaceAll(',', ' ')
    : String(Number(value.toPrecision(3)));

const nameOf = (round: number): string =>
  round === 0 ? 'warming up' : `round ${round} of ${rounds}`;
