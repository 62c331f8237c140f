/** Work that goes on until it is closed. */
export type Loop = {
  /** Work now instead of after the pause; during work, once more right after it. */
  kick(): void;
  /** Finishes what is under way. */
  close(): Promise<void>;
};

/** Repeats `work`, which says for how many milliseconds to pause. It must not throw. */
export const createLoop = (work: () => Promise<number>): Loop => {
  let isOpen = true;
  let isKicked = false;
  let wake = (): void => {};

  const pause = (ms: number): Promise<void> =>
    new Promise((resolve) => {
      const timer = setTimeout(resolve, isKicked || !isOpen ? 0 : ms);
      wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });

  const run = async (): Promise<void> => {
    while (isOpen) {
      isKicked = false;
      await pause(await work());
    }
  };
  const running = run();

  const kick = (): void => {
    isKicked = true;
    wake();
  };
  return {
    kick,
    close: async () => {
      isOpen = false;
      kick();
      await running;
    },
  };
};
