/** `client` counts from 0, `nth` counts all calls of all clients. */
export type Call = (turn: { client: number; nth: number }) => Promise<unknown>;

/**
 * So many clients, each calling again as soon as it is answered, for so long. Returns the calls
 * answered a second. An error of any call ends it.
 */
export const callsPerSecond = async (
  { clients, ms }: { clients: number; ms: number },
  call: Call,
): Promise<number> => {
  let nth = 0;
  let answered = 0;
  const begin = performance.now();
  const endsAt = begin + ms;
  const client = async (index: number) => {
    while (performance.now() < endsAt) {
      await call({ client: index, nth: nth++ });
      answered += 1;
    }
  };
  await Promise.all(Array.from({ length: clients }, (_, index) => client(index)));
  return (answered / (performance.now() - begin)) * 1_000;
};

/** Does each of `count` things once, so many at a time. Returns how many were done a second. */
export const donePerSecond = async (
  { clients, count }: { clients: number; count: number },
  call: Call,
): Promise<number> => {
  let nth = 0;
  const begin = performance.now();
  const client = async (index: number) => {
    while (nth < count) await call({ client: index, nth: nth++ });
  };
  await Promise.all(Array.from({ length: clients }, (_, index) => client(index)));
  return (count / (performance.now() - begin)) * 1_000;
};

/**
 * How often `work` can be done in a second of one core, tried for so long. Counts the time in
 * which the processor worked for us, garbage collection included, and not that of others.
 */
export const timesPerCoreSecond = (ms: number, work: () => unknown): number => {
  const endsAt = performance.now() + ms;
  const before = process.cpuUsage();
  let times = 0;
  while (performance.now() < endsAt) {
    for (let index = 0; index < batch; index++) kept = work();
    times += batch;
  }
  const { user, system } = process.cpuUsage(before);
  return (times / (user + system)) * 1_000_000;
};

const batch = 64;

/** Read by nobody; keeps the compiler from leaving out work whose result is thrown away. */
export let kept: unknown;
