import { LRUCache } from 'lru-cache';

/** `beganAt`: when the last one began. `next` has not begun yet. */
type Turn = { beganAt: number; next: Promise<void> | undefined };

const keptTurns = 10_000;

/**
 * Does the work for an order at most once in `gapMs`, the first time at once. Whoever comes before
 * the next time shares it, so that it always begins after what they have just done.
 */
export const takeTurns = (
  work: (orderId: string) => Promise<void>,
  gapMs: number,
): ((orderId: string) => Promise<void>) => {
  const turns = new LRUCache<string, Turn>({ max: keptTurns });
  const takeNext = async (orderId: string, turn: Turn): Promise<void> => {
    const waitMs = Math.max(0, turn.beganAt + gapMs - performance.now());
    await new Promise((resolve) => setTimeout(resolve, waitMs));
    Object.assign(turn, { beganAt: performance.now(), next: undefined });
    await work(orderId);
  };
  return (orderId) => {
    const turn = turns.get(orderId) ?? { beganAt: Number.NEGATIVE_INFINITY, next: undefined };
    turns.set(orderId, turn);
    turn.next ??= takeNext(orderId, turn);
    return turn.next;
  };
};
