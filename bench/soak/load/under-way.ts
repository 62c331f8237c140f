/** Work that nobody waits for yet. */
export type UnderWay = {
  add(work: Promise<void>): void;
  /** Waits for all of it; throws what the first that failed has thrown. */
  end(): Promise<void>;
};

export const createUnderWay = (): UnderWay => {
  const open = new Set<Promise<void>>();
  const failures: unknown[] = [];
  return {
    add: (work) => {
      const watched = work
        .catch((error) => {
          failures.push(error);
        })
        .then(() => {
          open.delete(watched);
        });
      open.add(watched);
    },
    end: async () => {
      await Promise.all(open);
      if (failures.length > 0) throw failures[0];
    },
  };
};
