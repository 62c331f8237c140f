import type { Sample } from './tally.ts';

/**
 * How far a fault reaches to checkouts, the nearest last: to none, to what is not theirs, to one of
 * the two APIs, to the shelf that they are for, to PostgreSQL, which says so, to PostgreSQL, which
 * says nothing, to all APIs.
 */
export const reaches = [
  'none',
  'elsewhere',
  'one-api',
  'shelf',
  'refused',
  'silent',
  'no-api',
] as const;

export type Reach = (typeof reaches)[number];

/** From the first moment of a fault to when all was well again. Wall time in milliseconds. */
export type Window = {
  fault: string;
  reach: Reach;
  begin: number;
  end: number;
  /** The SKU whose shelf is held, if it is one: whatever is about it is reached more closely. */
  sku?: string;
};

/** What was begun right after a fault still meets those who repeat what it has cut off. */
const echoMs = 2_000;

/** The faults that a request has met on its way. */
export const metBy = ({ begin, end }: Sample, windows: readonly Window[]): Window[] =>
  windows.filter((window) => begin <= window.end + echoMs && end >= window.begin);

/** How far they reach to that request, the farthest first. */
export const reachesOf = (sample: Sample, met: readonly Window[]): [Reach, ...Reach[]] => {
  const found = met.map(({ reach, sku }) =>
    sku !== undefined && sku === sample.sku ? 'shelf' : reach,
  );
  const [first = 'none', ...others] = found.toSorted(
    (a, b) => reaches.indexOf(b) - reaches.indexOf(a),
  );
  return [first, ...others];
};
