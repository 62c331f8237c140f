import { problem } from '../../http/problem.ts';

/** Lets in who has something to do at these shelves; throws 503 once one is held. */
export type Turns = <T>(shelves: Iterable<string>, work: () => Promise<T>) => Promise<T>;

/** Whoever finds a shelf full, and the first at it there for so long, is not kept waiting. */
const heldMs = 1_000;

/**
 * Lets so many at a time be at one shelf. While somebody holds its row, all of them wait for it,
 * each with a connection; without a limit there would soon be none left for other shelves.
 */
export const createTurns = (most: number): Turns => {
  const inside = new Map<string, number[]>();
  let waiting: (() => void)[] = [];

  /** Milliseconds until the shelf counts as held; without end while there is room. */
  const untilHeld = (shelf: string): number => {
    const begins = inside.get(shelf) ?? [];
    if (begins.length < most) return Number.POSITIVE_INFINITY;
    return (begins[0] ?? 0) + heldMs - performance.now();
  };
  /** Looks and enters in one go, so that nobody else enters between. */
  const tryToEnter = (shelves: readonly string[]): { beganAt: number } | { leftMs: number } => {
    const leftMs = Math.min(...shelves.map(untilHeld));
    if (leftMs !== Number.POSITIVE_INFINITY) return { leftMs };
    const beganAt = performance.now();
    for (const shelf of shelves) inside.set(shelf, [...(inside.get(shelf) ?? []), beganAt]);
    return { beganAt };
  };
  const enter = async (shelves: readonly string[]): Promise<number> => {
    for (;;) {
      const tried = tryToEnter(shelves);
      if ('beganAt' in tried) return tried.beganAt;
      if (tried.leftMs <= 0) throw problem('unavailable');
      await new Promise<void>((resolve) => {
        waiting.push(resolve);
        setTimeout(resolve, tried.leftMs).unref();
      });
    }
  };
  const leave = (shelves: readonly string[], beganAt: number): void => {
    for (const shelf of shelves) {
      const begins = inside.get(shelf) ?? [];
      begins.splice(begins.indexOf(beganAt), 1);
      if (begins.length === 0) inside.delete(shelf);
    }
    const called = waiting;
    waiting = [];
    for (const call of called) call();
  };

  return async (wanted, work) => {
    const shelves = [...new Set(wanted)];
    const beganAt = await enter(shelves);
    try {
      return await work();
    } finally {
      leave(shelves, beganAt);
    }
  };
};
