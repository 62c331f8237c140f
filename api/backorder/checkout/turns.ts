import { problem } from '../../http/problem.ts';

/** Lets in who has something to do at these shelves; throws 503 once one is held. */
export type Turns = <T>(shelves: Iterable<string>, work: () => Promise<T>) => Promise<T>;

/** As long as the first at a shelf has been there for less, things go on there. */
const flowsMs = 50;

/** Whoever finds a shelf full, and the first at it there for so long, is not kept waiting. */
const heldMs = 1_000;

/**
 * Lets so many at a time be at one shelf once things stand still there. While somebody holds its
 * row, all of them wait for it, each with a connection; without a limit there would soon be none
 * left for other shelves. While things flow nobody is held back: statements share connections then.
 */
export const createTurns = (most: number): Turns => {
  const inside = new Map<string, number[]>();
  const queues = new Map<string, Set<() => void>>();

  /** A shelf that is full now; undefined when there is room at all of them. */
  const fullOf = (shelves: readonly string[]): string | undefined =>
    shelves.find((shelf) => {
      const begins = inside.get(shelf) ?? [];
      return begins.length >= most && performance.now() - (begins[0] ?? 0) >= flowsMs;
    });
  /** Waits until somebody leaves the shelf, or it counts as held; throws 503 once it does. */
  const untilRoom = (shelf: string): Promise<void> => {
    const leftMs = (inside.get(shelf)?.[0] ?? 0) + heldMs - performance.now();
    if (leftMs <= 0) throw problem('unavailable');
    const queue = queues.get(shelf) ?? new Set();
    queues.set(shelf, queue);
    return new Promise((resolve) => {
      const call = (): void => {
        clearTimeout(timer);
        queue.delete(call);
        if (queue.size === 0) queues.delete(shelf);
        resolve();
      };
      const timer = setTimeout(call, leftMs);
      queue.add(call);
    });
  };
  const callNext = (shelf: string): void => queues.get(shelf)?.values().next().value?.();

  /** Looks and enters in one go, so that nobody else enters between. */
  const enter = async (shelves: readonly string[]): Promise<number> => {
    for (let full = fullOf(shelves); full !== undefined; full = fullOf(shelves)) {
      await untilRoom(full);
      // Whoever is called and still finds no room elsewhere lets the next one have the turn.
      if (fullOf([full]) === undefined && fullOf(shelves) !== undefined) callNext(full);
    }
    const beganAt = performance.now();
    for (const shelf of shelves) inside.set(shelf, [...(inside.get(shelf) ?? []), beganAt]);
    return beganAt;
  };
  const leave = (shelves: readonly string[], beganAt: number): void => {
    for (const shelf of shelves) {
      const begins = inside.get(shelf) ?? [];
      begins.splice(begins.indexOf(beganAt), 1);
      if (begins.length === 0) inside.delete(shelf);
      callNext(shelf);
    }
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
