import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Db } from '../../../../db/client.ts';
import { runUnfinishedWalks } from '../../../../db/stock/queue/walks.ts';
import { empty } from '../../cast.ts';
import { freshDatabase } from '../../fresh.ts';
import { expectLedgerToAddUp } from './adds-up.ts';
import { type Act, anything, crowd, orderly, perform } from './model-acts.ts';
import { apply, emptyModel, tell } from './model-state.ts';

const connections = 8;

let db: Db;
beforeAll(async () => {
  db = await freshDatabase({ max: connections });
});
afterAll(() => db.close());

const clear = async (): Promise<void> => {
  await empty(db);
  await db.sql`truncate adjustments, counts`;
};

/** What the model tells, as the database has it. */
const told = async (): Promise<string[]> => {
  const shelves = await db.sql<{ line: string }[]>`
    select sku || ' free ' || (on_hand - allocated) as line from stock
    where on_hand > allocated order by sku`;
  const lines = await db.sql<{ line: string }[]>`
    select order_id || '/' || line_id || ' ' || concat_ws(' ', waiting, leased, firm, shipped,
      cancelled) as line
    from lines order by 1`;
  return [...shelves.map(({ line }) => line), ...lines.map(({ line }) => line).sort()];
};

/** Every act twice, as a network does it, on as many connections as there are. */
const performAtOnce = async (acts: readonly Act[]): Promise<void> => {
  const queue = acts.flatMap((act) => [act, act]);
  const work = async (): Promise<void> => {
    for (let act = queue.shift(); act; act = queue.shift()) await perform(db, act);
  };
  await Promise.all(Array.from({ length: connections }, work));
  await runUnfinishedWalks(db, { budgetMs: 10_000 });
};

/** Units that the shelves hold or have shipped are those that came, each under its own id. */
const expectEveryUnitOnce = async (acts: readonly Act[]): Promise<void> => {
  const received = acts.flatMap((act) => (act.type === 'receive' ? [act.quantity] : []));
  const [sum] = await db.sql<{ held: number; came: number; reported: number }[]>`
    select (select coalesce(sum(on_hand + shipped), 0)::int from stock) as held,
      (select coalesce(sum(received + found - written_off), 0)::int from stock) as came,
      (select coalesce(sum(quantity), 0)::int from receipts where restock_id like 'receive-%')
        as reported`;
  expect(sum?.held).toBe(sum?.came);
  expect(sum?.reported).toBe(received.reduce((all, quantity) => all + quantity, 0));
};

const runs = { seed: 4, endOnFailure: true };

describe('the ledger', () => {
  test('does one thing after the other as a pencil would', async () => {
    await fc.assert(
      fc.asyncProperty(orderly, async (acts) => {
        await clear();
        const model = emptyModel();
        for (const act of acts) {
          await perform(db, act);
          apply(model, act);
          expect(await told(), `after ${JSON.stringify(act)}`).toEqual(tell(model));
        }
        await expectLedgerToAddUp(db);
      }),
      { ...runs, numRuns: 20 },
    );
  });

  test('keeps its counts whatever happens at once', async () => {
    await fc.assert(
      fc.asyncProperty(anything, async (acts) => {
        await clear();
        await performAtOnce(acts);
        await expectLedgerToAddUp(db);
        await expectEveryUnitOnce(acts);
      }),
      { ...runs, numRuns: 20 },
    );
  });

  test('serves the queue in its order, whoever comes first', async () => {
    await fc.assert(
      fc.asyncProperty(crowd, async ({ checkouts, receipts }) => {
        await clear();
        const arrivals: Act[] = receipts.map((quantity, index) => ({
          n: 100 + index,
          type: 'receive',
          sku: 'LAMP',
          quantity,
        }));
        await performAtOnce(checkouts);
        await performAtOnce(arrivals);
        const model = emptyModel();
        for (const act of [...checkouts, ...arrivals]) apply(model, act);
        expect(await told()).toEqual(tell(model));
      }),
      { ...runs, numRuns: 15 },
    );
  });
});
