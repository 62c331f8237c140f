import type { Db } from './client.ts';

/** Whether the pools of a process still give out connections. */
export type Pulse = {
  /** The names of those that are stuck; told at once, from memory. */
  stuck(): string[];
  /** Asks no more. */
  close(): void;
};

type Options = { everyMs?: number; stuckMs?: number; onStuck?: (pool: string) => void };

/**
 * Asks each pool again and again for the least that it can do. One that has neither answered nor
 * failed for `stuckMs` is stuck, and only a new process helps. An outage is none of it: its errors
 * are answers, and a restart would mend nothing. Keeps no process alive.
 */
export const createPulse = (
  pools: Record<string, Pick<Db, 'sql'>>,
  { everyMs = 5_000, stuckMs = 60_000, onStuck = () => {} }: Options = {},
): Pulse => {
  const askedAt = new Map<string, number>();
  const told = new Set<string>();
  const isStuck = (name: string): boolean =>
    performance.now() - (askedAt.get(name) ?? performance.now()) >= stuckMs;
  const ask = (name: string, { sql }: Pick<Db, 'sql'>): void => {
    if (!askedAt.has(name)) {
      askedAt.set(name, performance.now());
      const heard = (): void => {
        askedAt.delete(name);
        told.delete(name);
      };
      sql`select 1`.then(heard, heard);
    } else if (isStuck(name) && !told.has(name)) {
      told.add(name);
      onStuck(name);
    }
  };
  const askAll = (): void => {
    for (const [name, pool] of Object.entries(pools)) ask(name, pool);
  };
  askAll();
  const timer = setInterval(askAll, everyMs).unref();
  return {
    stuck: () => Object.keys(pools).filter(isStuck),
    close: () => clearInterval(timer),
  };
};
