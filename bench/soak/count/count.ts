import type { Known } from '../load/known.ts';
import type { Stand } from '../stand/stand.ts';

/** What was counted after the soak, and every case in which it is not as it must be. */
export type Count = { what: string; number: number; wrong: string[] };

/** Where it is counted. */
export type Aftermath = { stand: Stand; known: Known };

const mostShown = 5;

/** One count, of which the first wrong ones are shown. */
export const counted = (what: string, number: number, wrong: readonly string[]): Count => {
  const more = wrong.length - mostShown;
  const shown = wrong.slice(0, mostShown);
  return { what, number, wrong: more > 0 ? [...shown, `and ${more} more`] : shown };
};

/** Those that are in one list and not in the other, told as the caller says. */
export const differences = (
  [ours, theirs]: readonly [ReadonlySet<string>, ReadonlySet<string>],
  [onlyOurs, onlyTheirs]: readonly [string, string],
): string[] => [
  ...[...ours].filter((each) => !theirs.has(each)).map((each) => `${each} ${onlyOurs}`),
  ...[...theirs].filter((each) => !ours.has(each)).map((each) => `${each} ${onlyTheirs}`),
];

/** Those that are there more than once. */
export const repeated = (names: readonly string[]): string[] => {
  const seen = new Set<string>();
  return names.filter((name) => seen.size === seen.add(name).size);
};
