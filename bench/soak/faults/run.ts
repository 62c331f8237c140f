import { setTimeout as sleep } from 'node:timers/promises';
import { say } from '../../report/progress.ts';
import type { Window } from '../judge/windows.ts';
import { createRandom } from '../random.ts';
import type { Fault, Scene } from './fault.ts';

type Run = Pick<Scene, 'stand' | 'known' | 'strangers' | 'signal'> & {
  faults: Readonly<Record<string, Fault>>;
  seed: number;
  /** Of the whole soak. */
  seconds: number;
};

/** How long all may take to be well again after a fault. */
const recoveryMs = 120_000;

/**
 * Lets faults strike one after the other, with a pause after each, until the time is over. The
 * order and the lengths follow from the seed. Throws when the stand does not become well again.
 */
export const runFaults = async (run: Run, windows: Window[]): Promise<void> => {
  const { stand, known, strangers, signal, seed, seconds } = run;
  const endsAt = Date.now() + seconds * 1_000;
  const random = createRandom(seed, 'faults');
  const deal = createDeck(Object.entries(run.faults), random);
  while (!signal.aborted) {
    await pause(pauseMs(seconds) * (0.5 + random.next()), signal);
    const [fault, { reach, strike }] = deal();
    const lastsMs = lastingMs(seconds) * (0.5 + random.next());
    if (signal.aborted || Date.now() + lastsMs > endsAt) return;
    const window: Window = { fault, reach, begin: Date.now(), end: Number.POSITIVE_INFINITY };
    windows.push(window);
    say(`${fault}: for ${(lastsMs / 1_000).toFixed(1)} s`);
    await strike({
      ...{ stand, known, strangers, signal, random },
      concern: (sku) => {
        window.sku = sku;
      },
      hold: () => pause(lastsMs, signal),
    });
    await untilWell(run, fault);
    window.end = Date.now();
    say(`${fault}: over after ${((window.end - window.begin) / 1_000).toFixed(1)} s`);
  }
};

/** Long enough for silence to be noticed in a soak of ten minutes, short in one of a minute. */
const lastingMs = (seconds: number): number => Math.min(15_000, Math.max(2_000, seconds * 25));
const pauseMs = (seconds: number): number => Math.min(6_000, Math.max(2_000, seconds * 10));

/** All faults in some order, and again in another. */
const createDeck = (
  cards: [string, Fault][],
  random: ReturnType<typeof createRandom>,
): (() => [string, Fault]) => {
  let deck: [string, Fault][] = [];
  return () => {
    if (deck.length === 0) deck = random.shuffled(cards);
    const [first, ...rest] = deck;
    if (first === undefined) throw new Error('There is no fault to strike');
    deck = rest;
    return first;
  };
};

const untilWell = async ({ stand, signal }: Run, fault: string): Promise<void> => {
  const endsAt = Date.now() + recoveryMs;
  while (!signal.aborted && !(await stand.isWell())) {
    if (Date.now() > endsAt) throw new Error(`Not well again two minutes after ${fault}`);
    await sleep(200);
  }
};

/** Ends early, and quietly, when the soak does. */
const pause = (ms: number, signal: AbortSignal): Promise<void> =>
  sleep(ms, undefined, { signal }).catch(() => undefined);
