/** What a figure must keep to, by itself or as a ratio of its floor. */
export type Bar = { of: 'figure' | 'ratio'; is: 'at least' | 'at most'; limit: number };

/** One line of the table. Every sample is kept, so that a reader can judge the spread. */
export type Figure = {
  what: string;
  unit: string;
  figure: number;
  samples: number[];
  /** The same work done with as little as possible, in the same run. */
  floor: { what: string; figure: number; samples: number[] } | null;
  /** The median over pairs measured one after the other, so not quite figure by floor. */
  ratio: number | null;
  /** Null for a figure that only informs. */
  bar: Bar | null;
  /** What a reader must know to compare it with other figures. */
  note?: string;
};

export const atLeast = (limit: number, of: Bar['of'] = 'ratio'): Bar => ({
  of,
  is: 'at least',
  limit,
});

export const atMost = (limit: number, of: Bar['of'] = 'ratio'): Bar => ({
  of,
  is: 'at most',
  limit,
});

/** Null when there is no bar. */
export const isMet = ({ bar, figure, ratio }: Figure): boolean | null => {
  if (bar === null) return null;
  const value = bar.of === 'ratio' ? ratio : figure;
  if (value === null) return false;
  return bar.is === 'at least' ? value >= bar.limit : value <= bar.limit;
};
