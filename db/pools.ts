import { createDatabase, type Db } from './client.ts';
import { forBackground, type Limits } from './connection/limits.ts';

/**
 * The connections of one process in three pools, so that no kind of work waits for those that
 * another kind has used up.
 */
export type Pools = {
  /** Checkouts and every other change that somebody asks for. */
  writes: Db;
  /** Pages, availability, lists, and whose key it is. */
  reads: Db;
  /** What goes on although nobody waits for it. */
  background: Db;
};

export const createPools = (
  url: string,
  { max, limits }: { max: number; limits: Limits },
): Pools => {
  const shares = shareOut(max);
  return {
    writes: createDatabase(url, { max: shares.writes, limits }),
    reads: createDatabase(url, { max: shares.reads, limits }),
    background: createDatabase(url, { max: shares.background, limits: forBackground(limits) }),
  };
};

/** Half for what changes something, a quarter each for the others; none goes without. */
export const shareOut = (max: number): Record<keyof Pools, number> => {
  const quarter = Math.max(1, Math.floor(max / 4));
  return { writes: Math.max(1, max - 2 * quarter), reads: quarter, background: quarter };
};

/** Waits for running statements of all of them. */
export const closePools = async (pools: Pools): Promise<void> => {
  await Promise.all(Object.values(pools).map((pool) => pool.close()));
};
