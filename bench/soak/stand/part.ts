import { setTimeout as sleep } from 'node:timers/promises';

type Process = { exited: Promise<number>; kill(): Promise<number>; stop(): Promise<void> };

/** A process that is killed and started again. */
export type Part = {
  kill(): Promise<void>;
  /** Resolves when it does its work. */
  start(): Promise<void>;
};

export type PartOptions = {
  name: string;
  launch: () => Promise<Process>;
  /** Takes what happened that nobody asked for. */
  onLost: (what: string) => void;
  signal: AbortSignal;
};

/** One that ends by itself is told of, and started again as whatever runs it in production does. */
export const createPart = ({ name, launch, onLost, signal }: PartOptions): Part => {
  let current: Process | undefined;
  const start = async (): Promise<void> => {
    const started = await launch();
    current = started;
    started.exited.then((code) => {
      if (current !== started || signal.aborted) return;
      onLost(`${name} ended by itself with ${code}`);
      return startAgain();
    });
  };
  const startAgain = async (): Promise<void> => {
    while (!signal.aborted) {
      await sleep(1_000);
      try {
        return await start();
      } catch (error) {
        onLost(`${name} did not start again: ${error instanceof Error ? error.message : error}`);
      }
    }
  };
  return {
    start,
    kill: async () => {
      const killed = current;
      current = undefined;
      await killed?.kill();
    },
  };
};
