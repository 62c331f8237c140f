import { createDatabase, type Db } from '../../db/client.ts';
import {
  type AllocationRows,
  allocationRows,
  arrive,
  countAllocationRows,
  insertAllocationRows,
} from '../load/arrivals.ts';
import { seedWaiting, settle } from '../load/waiting.ts';
import { atMost, type Figure } from '../report/figure.ts';
import { compare, median, short } from '../report/measure.ts';
import { say } from '../report/progress.ts';
import type { Parts } from '../servers/parts.ts';

/** Giving units to those who wait: to all of a long queue, and to the first few of any. */
export const allocation = async (parts: Parts): Promise<Figure[]> => [
  ...(await atTheTip(parts)),
  await throughTheQueue(parts),
];

const many = 100_000;
const budgetMs = 120_000;
const mostRounds = 5;
const whole = `allocate ${short(many)} units to ${short(many)} waiting lines`;

/** As often as the budget allows, each time in a database of its own. */
const throughTheQueue = async (parts: Parts): Promise<Figure> => {
  const rows = allocationRows(many);
  const samples: number[] = [];
  const floors: number[] = [];
  const begin = performance.now();
  const hasTime = () => (performance.now() - begin) * (1 + 1 / samples.length) < budgetMs;
  while (samples.length < mostRounds && (samples.length === 0 || hasTime())) {
    const measures = [() => allocateAll(parts), () => insertAll(parts, rows)];
    const isSubjectFirst = samples.length % 2 === 0;
    const taken = [];
    for (const measure of isSubjectFirst ? measures : measures.reverse()) {
      taken.push(await measure());
    }
    const [mine, its] = (isSubjectFirst ? taken : taken.reverse()) as [Taken, Taken];
    if (mine.rows !== its.rows) throw new Error(`Allocating wrote ${mine.rows}, not ${its.rows}`);
    samples.push(mine.seconds);
    floors.push(its.seconds);
    say(`${whole}: ${short(mine.seconds)} s, floor ${short(its.seconds)} s`);
  }
  return {
    what: whole,
    unit: 's',
    figure: median(samples),
    samples,
    floor: {
      what: 'their leases, lease units, news and timeline inserted through unnest at once',
      figure: median(floors),
      samples: floors,
    },
    ratio: median(samples.map((sample, index) => sample / (floors[index] ?? Number.NaN))),
    bar: atMost(2.5),
    note: `${samples.length} alternations. ${why}`,
  };
};

const why =
  'Beyond the floor: an update of each order, which is HOT, and of each line, which is not, since ' +
  'the queue is an index of what waits; reading the queue; and the round trips of 200 ' +
  'transactions, short so that no checkout waits long';

type Taken = { seconds: number; rows: string };

const allocateAll = (parts: Parts) => inFreshQueue(parts, (db) => arrive(db, many));

const insertAll = (parts: Parts, rows: AllocationRows) =>
  inFreshQueue(parts, (db) => insertAllocationRows(db, rows));

const inFreshQueue = async (parts: Parts, measure: (db: Db) => Promise<number>): Promise<Taken> => {
  const db = createDatabase(await parts.database(), { max: 1 });
  await seedWaiting(db, { count: many });
  await settle(db);
  const seconds = (await measure(db)) / 1_000;
  const rows = await countAllocationRows(db);
  await db.close();
  return { seconds, rows };
};

const units = 10;
const arrivals = 20;

/** The length of the queue is restored after each sample. */
const atTheTip = async (parts: Parts): Promise<Figure[]> => {
  const few = await openQueue(parts, 1_000);
  const figures: Figure[] = [];
  for (const waiting of [many, 10_000]) {
    const long = await openQueue(parts, waiting);
    const what = `${units} units arrive for ${short(waiting)} waiting lines`;
    const measured = await compare(what, {
      subject: long.measure,
      floor: few.measure,
      floorIs: `for ${short(1_000)} waiting lines`,
    });
    await long.close();
    const bar = waiting === many ? atMost(1.5) : null;
    figures.push({ what, unit: 'ms', ...measured, bar });
  }
  await few.close();
  return figures;
};

const openQueue = async (parts: Parts, waiting: number) => {
  const db = createDatabase(await parts.database(), { max: 1 });
  await seedWaiting(db, { count: waiting });
  await settle(db);
  let placed = waiting;
  return {
    measure: async () => {
      const took: number[] = [];
      for (let nth = 0; nth < arrivals; nth++) took.push(await arrive(db, units));
      await seedWaiting(db, { from: placed, count: arrivals * units });
      placed += arrivals * units;
      return median(took);
    },
    close: db.close,
  };
};
