import { createDatabase, type Db } from '../../db/client.ts';
import { putSupply, runSupplyChange } from '../../db/promise/supply-changes.ts';
import { previewSupply } from '../../db/promise/supply-preview.ts';
import { addDays, type CivilDate } from '../../workflows/domain/time.ts';
import { seedFleet, supplyOf } from '../load/fleet.ts';
import { atMost, type Figure } from '../report/figure.ts';
import { compare } from '../report/measure.ts';
import type { Parts } from '../servers/parts.ts';
import { slipLive } from './slip-live.ts';

/** Fewer take less time. */
const count = Number(process.env.SLIP ?? 10_000);

const unhurried = { budgetMs: Number.POSITIVE_INFINITY };

/** A supply that slips, and with it every promise of a fleet: foreseen, carried out, and told. */
export const slip = async (parts: Parts): Promise<Figure[]> => {
  if (!Number.isInteger(count) || count < 1) throw new Error('SLIP: a number of orders');
  const db = createDatabase(await parts.database(), { max: 2 });
  const today = new Date().toISOString().slice(0, 10);
  await seedFleet(db, { count, promisedOn: addDays(today, 60) });
  const figures = [await foreseen(db, today), await carriedOut(db, today)];
  await db.close();
  return [...figures, ...(await slipLive(parts, { count }))];
};

const announce = async (db: Db, expectedOn: CivilDate): Promise<void> => {
  const { revision } = await putSupply(db, supplyOf(count, expectedOn));
  const change = { supplyId: 'PO-1', revision };
  await runSupplyChange(db, change, { ...unhurried, now: new Date().toISOString() });
};

const foreseen = async (db: Db, today: CivilDate): Promise<Figure> => {
  const what = `preview of a supply that slips for ${count} orders`;
  await announce(db, addDays(today, 50));
  const change = supplyOf(count, addDays(today, 80));
  const within = { ...unhurried, now: new Date().toISOString() };
  const measured = await compare(what, {
    subject: () =>
      seconds(async () => {
        const report = await previewSupply(db.sql, { supplyId: 'PO-1', change }, within);
        const told = report?.toll.notices.first_within_30;
        if (told !== count) throw new Error(`${told} of ${count} promises break`);
      }),
    floor: () => writeRows(db),
    floorIs,
  });
  return { what, unit: 's', ...measured, bar: atMost(5) };
};

const carriedOut = async (db: Db, today: CivilDate): Promise<Figure> => {
  const what = `walk that gives ${count} orders another promise`;
  let slips = 0;
  const measured = await compare(what, {
    // Later each time, so that every promise breaks again.
    subject: () => seconds(() => announce(db, addDays(today, 80 + slips++))),
    floor: () => writeRows(db),
    floorIs,
  });
  return { what, unit: 's', ...measured, bar: atMost(5) };
};

const floorIs = 'the new promises and the news of them, written by unnest';

/** The rows of a slip, which are taken away again after they were measured. */
const writeRows = async ({ sql }: Db): Promise<number> => {
  const ids = Array.from({ length: count }, (_, nth) => `O${nth + 1}`);
  const took = await seconds(() =>
    sql.begin(async (tx) => {
      await tx`
        insert into promises (order_id, promise_id, ordinal, "on", basis, reason, stated_at)
        select id, 'floor', 2, '2099-01-01', 'supplier mail', 'The supply has changed', now()
        from unnest(${ids}::text[]) id`;
      await tx`
        insert into promise_moves (order_id, promise_id)
        select id, 'floor' from unnest(${ids}::text[]) id`;
      await tx`
        insert into news (order_id) select id from unnest(${ids}::text[]) id
        on conflict (order_id) do update set seq = news.seq + 1, not_before = now()`;
    }),
  );
  await sql`delete from promise_moves where promise_id = 'floor'`;
  await sql`delete from promises where promise_id = 'floor'`;
  return took;
};

const seconds = async (work: () => Promise<unknown>): Promise<number> => {
  const begin = performance.now();
  await work();
  return (performance.now() - begin) / 1_000;
};
