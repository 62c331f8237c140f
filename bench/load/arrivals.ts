import { randomUUID } from 'node:crypto';
import type { Db } from '../../db/client.ts';
import { runWalk } from '../../db/stock/queue/walks.ts';
import { receiveStock } from '../../db/stock/receipts.ts';
import { lamp } from './orders.ts';

/** Units arrive and go to those who wait, as the API has it. Returns the milliseconds it took. */
export const arrive = async (db: Db, quantity: number): Promise<number> => {
  const begin = performance.now();
  const received = await receiveStock(db, {
    restockId: randomUUID(),
    ...lamp,
    quantity,
    supplyId: null,
    receivedAt: new Date().toISOString(),
    bodyHash: 'body',
  });
  if (received.outcome === 'conflict') throw new Error('The receipt was refused');
  await runWalk(db, received.walkId);
  return performance.now() - begin;
};

/** The rows that giving one unit to each of the orders `O1` to `O…` adds. */
export type AllocationRows = ReturnType<typeof allocationRows>;

export const allocationRows = (count: number) => {
  const orderIds = Array.from({ length: count }, (_, index) => `O${index + 1}`);
  const leaseIds = orderIds.map((orderId) => `${orderId}/2`);
  const keys = leaseIds.map((leaseId) => `allocated/${leaseId}`);
  const details = leaseIds.map((leaseId) =>
    JSON.stringify({ leaseId, lines: [{ lineId: '1', quantity: 1 }] }),
  );
  return { orderIds, leaseIds, keys, details };
};

/**
 * Adds those rows in one transaction with one statement a table. Nothing is looked up or decided,
 * and no line, order or shelf is updated. Returns the milliseconds it took.
 */
export const insertAllocationRows = async (db: Db, rows: AllocationRows): Promise<number> => {
  const { orderIds, leaseIds, keys, details } = rows;
  const begin = performance.now();
  await db.sql.begin((sql) => [
    sql`
      insert into leases (lease_id, order_id, revision, state, ends_at)
      select lease_id, order_id, 2, 'leased', now() + interval '3 days'
      from unnest(${leaseIds}::text[], ${orderIds}::text[]) as l (lease_id, order_id)`,
    sql`
      insert into lease_units (lease_id, line_id, quantity)
      select lease_id, '1', 1 from unnest(${leaseIds}::text[]) as l (lease_id)`,
    sql`insert into news (order_id) select unnest(${orderIds}::text[])`,
    sql`
      insert into timeline (order_id, key, at, type, summary, detail)
      select order_id, key, now(), 'StockAllocated', 'Set aside: 1', detail::jsonb
      from unnest(${orderIds}::text[], ${keys}::text[], ${details}::text[])
        as t (order_id, key, detail)`,
  ]);
  return performance.now() - begin;
};

/** How many rows those tables have, to see that two ways of filling them did the same. */
export const countAllocationRows = async ({ sql }: Db): Promise<string> => {
  const [counts] = await sql`
    select (select count(*) from leases) as leases, (select count(*) from lease_units) as units,
      (select count(*) from news) as news, (select count(*) from timeline) as timeline`;
  return JSON.stringify(counts);
};
