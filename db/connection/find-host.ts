import type { Target } from './database-url.ts';
import { coded } from './heard.ts';

/** Asks a server whether it is good for something; rejects when it does not answer in time. */
export type Ask<Host> = (host: Host, withinMs: number) => Promise<Standing>;

/** `isWritable`: it takes changes as it stands, which a primary may be told not to. */
export type Standing = { isPrimary: boolean; isWritable: boolean };

type Deps<Host> = { hosts: readonly Host[]; target: Target; ask: Ask<Host>; withinMs: number };

/** One that did not answer is asked after the others for so long. */
const awayMs = 30_000;

/**
 * Finds the host for a new connection: the first one that answers and fits. All of them together
 * get `withinMs`, each an equal share of what is left. Those who ask at the same time share one
 * look. Rejects with `NO_WRITABLE_HOST` when some answer and none fits, else with what was wrong.
 */
export const createHostFinder = <Host>(deps: Deps<Host>): (() => Promise<Host>) => {
  const awayUntil = new Map<Host, number>();
  let looking: Promise<Host> | undefined;
  return () => {
    looking ??= look(deps, awayUntil).finally(() => {
      looking = undefined;
    });
    return looking;
  };
};

const look = async <Host>(
  { hosts, target, ask, withinMs }: Deps<Host>,
  awayUntil: Map<Host, number>,
): Promise<Host> => {
  const end = performance.now() + withinMs;
  const isAway = (host: Host): boolean => (awayUntil.get(host) ?? 0) > performance.now();
  const order = [...hosts.filter((host) => !isAway(host)), ...hosts.filter(isAway)];
  const failures: unknown[] = [];
  for (const [index, host] of order.entries()) {
    try {
      const share = (end - performance.now()) / (order.length - index);
      const standing = await ask(host, share);
      awayUntil.delete(host);
      if (fits(standing, target)) return host;
      failures.push(coded('NO_WRITABLE_HOST', `none of the hosts is ${target}`));
    } catch (error) {
      awayUntil.set(host, performance.now() + awayMs);
      failures.push(error);
    }
  }
  throw mostTelling(failures);
};

const fits = ({ isPrimary, isWritable }: Standing, target: Target): boolean =>
  target === 'any' || (isPrimary && (target === 'primary' || isWritable));

/** What a server said, before that there was none. */
const mostTelling = (failures: readonly unknown[]): unknown =>
  failures.find((error) => codeOf(error) === 'NO_WRITABLE_HOST') ??
  failures.find((error) => /^\d[0-9A-Z]{4}$/.test(codeOf(error))) ??
  failures.at(-1);

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : '';
