import { say } from '../report/progress.ts';
import { countCharges } from './count/charges.ts';
import type { Count } from './count/count.ts';
import { countMails } from './count/mails.ts';
import { countOrders } from './count/orders.ts';
import { countUnits } from './count/units.ts';
import type { Fault } from './faults/fault.ts';
import { runFaults } from './faults/run.ts';
import { type Report, reportOf } from './judge/report.ts';
import { createTally, type Tally } from './judge/tally.ts';
import type { Window } from './judge/windows.ts';
import { createClient } from './load/client.ts';
import { createKnown, type Known } from './load/known.ts';
import { runShop } from './load/shop.ts';
import { createStrangers } from './load/strangers.ts';
import { createShipping, runWarehouse } from './load/warehouse.ts';
import { settle } from './settle.ts';
import { type Stand, startStand } from './stand/stand.ts';

export type SoakOptions = {
  seconds: number;
  seed: number;
  /** Checkouts a second. */
  rate: number;
  faults: Readonly<Record<string, Fault>>;
};

/** Ends all of it at once. */
type Ending = { signal: AbortSignal };

/** Soaks a stand of its own, lets it settle, and counts. Everything it started ends with it. */
export const soak = async (options: SoakOptions, { signal }: Ending): Promise<Report> => {
  say('starting PostgreSQL, Temporal, two APIs and two workers');
  const unasked: string[] = [];
  const onLost = (what: string): void => {
    say(what);
    unasked.push(what);
  };
  const stand = await startStand({ onLost, signal });
  const tally = createTally();
  const known = createKnown();
  const windows: Window[] = [];
  try {
    await trouble(options, { stand, tally, known, windows, signal, unasked });
    const counts = await count({ stand, known });
    return reportOf({ ...options, tally, windows, unasked, counts });
  } finally {
    await stand.close();
  }
};

type Scene = Ending & {
  stand: Stand;
  tally: Tally;
  known: Known;
  windows: Window[];
  unasked: string[];
};

const trouble = async (options: SoakOptions, scene: Scene): Promise<void> => {
  const { stand, tally, known, windows, signal, unasked } = scene;
  const { seed, rate } = options;
  const ending = new AbortController();
  const until = AbortSignal.any([ending.signal, signal]);
  const client = createClient({ origins: stand.origins, tally, signal });
  const strangers = createStrangers({ client, known, seed });
  const ship = createShipping({ client, known });
  const progress = setInterval(() => say(progressOf(scene)), 10_000);
  try {
    const load = Promise.all([
      runShop({ client, known, stripe: stand.outside.stripe, seed, rate }, until),
      runWarehouse({ client, known, seed, rate, ship }, until),
      strangers.stroll(until),
    ]);
    await Promise.race([load, runFaults({ ...options, stand, known, strangers, signal }, windows)]);
    ending.abort();
    say('no more faults; waiting for what is under way');
    await load;
    const open = await settle({ stand, known, client, ship, signal });
    unasked.push(...open.map((each) => `still under way after minutes: ${each}`));
  } finally {
    ending.abort();
    clearInterval(progress);
  }
};

const progressOf = ({ tally, known }: Scene): string => {
  const { placed, shipped, cancelled } = known;
  const orders = `${placed.size} orders, ${shipped.size} shipped, ${cancelled.size} cancelled`;
  return `${tally.samples.length} requests; ${orders}`;
};

const count = async (aftermath: Parameters<typeof countOrders>[0]): Promise<Count[]> => {
  say('counting');
  const counts: Count[] = [];
  for (const each of [countOrders, countUnits, countMails, countCharges]) {
    counts.push(...(await each(aftermath)));
  }
  return counts;
};
