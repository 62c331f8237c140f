const windowMs = 2 * 60_000;
const blockMs = 3 * 60_000;
const fewestCalls = 100;
const leastShare = 0.9;

/**
 * Blocks a receiver for three minutes when, within two and after a hundred calls, fewer than nine
 * in ten were answered well.
 */
export const createDomainGuard = ({ speed }: { speed: number }) => {
  const calls = new Map<string, { sinceMs: number; all: number; good: number }>();
  const until = new Map<string, number>();
  const block = (host: string): void => {
    calls.delete(host);
    until.set(host, Date.now() + blockMs / speed);
  };
  return {
    block,
    blockedMs: (host: string): number => Math.max(0, (until.get(host) ?? 0) - Date.now()),
    count: (host: string, isGood: boolean): void => {
      const now = Date.now();
      const last = calls.get(host);
      const isNew = !last || now - last.sinceMs > windowMs / speed;
      const counted = isNew ? { sinceMs: now, all: 0, good: 0 } : last;
      counted.all += 1;
      counted.good += isGood ? 1 : 0;
      calls.set(host, counted);
      if (counted.all >= fewestCalls && counted.good < leastShare * counted.all) block(host);
    },
    list: (): string[] => [...until].filter(([, ms]) => ms > Date.now()).map(([host]) => host),
  };
};
