import { createRandom, type Random } from '../random.ts';
import type { Ask, Client } from './client.ts';
import { type Known, skus } from './known.ts';
import { keepDoing } from './warehouse.ts';

/** People and robots without a key. */
export type Strangers = {
  /** A few requests a second, as there always are. */
  stroll(until: AbortSignal): Promise<void>;
  /** As fast as so many at once are answered. */
  hammer(clients: number, until: AbortSignal): Promise<void>;
};

type Options = { client: Client; known: Known; seed: number };

const strollEveryMs = 250;
/** One address asks too often, the others are many. */
const greedyShare = 0.2;

export const createStrangers = ({ client, known, seed }: Options): Strangers => {
  const random = createRandom(seed, 'strangers');
  const askAny = async (): Promise<void> => {
    const ask = random.pick(asks)(random, known);
    const headers = { 'X-Forwarded-For': addressOf(random), ...ask.headers };
    await client.ask({ ...ask, headers });
  };
  return {
    stroll: (until) => keepDoing(askAny, { everyMs: strollEveryMs, until }),
    hammer: async (clients, until) => {
      const one = async (): Promise<void> => {
        while (!until.aborted) await askAny();
      };
      await Promise.all(Array.from({ length: clients }, one));
    },
  };
};

type Make = (random: Random, known: Known) => Ask;

const get = (route: string, path: string, headers: Ask['headers'] = {}): Ask => ({
  ...{ route, method: 'GET', path, headers },
});

const asks: [Make, ...Make[]] = [
  (random) => {
    const quantity = 1 + random.below(1_000);
    return get('availability', `/v1/availability/${random.pick(skus)}?quantity=${quantity}`);
  },
  (random) => {
    const key = { Authorization: `Bearer wrong-${random.below(1_000_000)}` };
    return get('wrong key', '/v1/backorders', key);
  },
  (random, known) => {
    const pages = [...known.placed.values()].map(({ page }) => page);
    return get('page', random.pick(['/b/no-such-page', ...pages]));
  },
  () => get('readyz', '/readyz'),
];

const addressOf = (random: Random): string =>
  random.next() < greedyShare
    ? '198.51.100.1'
    : `10.${random.below(256)}.${random.below(256)}.${1 + random.below(254)}`;
