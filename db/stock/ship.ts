import type { Part, Snapshot } from '../../workflows/domain/backorder/snapshot.ts';
import { type FreeUnits, type Shelf, shelfKey } from '../../workflows/domain/stock/allocation.ts';
import { pilesOf } from '../../workflows/domain/stock/piles.ts';
import type { Instant } from '../../workflows/domain/time.ts';
import type { Db, Sql } from '../client.ts';
import { projectAllAgain } from '../promise/project-order.ts';
import { appendTimeline } from '../record/timeline.ts';
import type { shipments } from '../schema/stock/shipments.ts';
import { inTransaction } from '../transaction.ts';
import { endLastLeases } from './lease/end-last.ts';
import { leaseKept } from './lease/lease-kept.ts';
import { applyMoves, type Move, moveFrom, unitsOf } from './ledger/moves.ts';
import { type OrderLedger, openLedger } from './ledger/order-ledger.ts';
import { lockShelves } from './ledger/shelves.ts';
import { readSnapshot } from './ledger/snapshot.ts';
import { openWalkFor, openWalks } from './queue/walks.ts';

/** `at` is order time. */
export type Shipment = Pick<Stored, 'orderId' | 'shipmentId'> & { lines: Part[]; at: Instant };

type Stored = typeof shipments.$inferSelect;

export type Shipped = {
  snapshot: Snapshot;
  lines: Part[];
  /** Units left that the ledger could not account for: a person has to look. */
  short: boolean;
  walkIds: number[];
};

/**
 * Takes units that left out of the ledger: the order's firm ones, oldest lease first. A shipment
 * once accepted stands: where units were taken back at the same moment, its leased and kept ones
 * go, then free ones, then those of the lease that is last in the queue. Repeating it returns the
 * same lines.
 */
export const applyShipment = async (db: Db, shipment: Shipment): Promise<Shipped> => {
  let besides: Shelf[] = [];
  for (;;) {
    const result = await inTransaction(db, (sql) => ship(sql, shipment, besides));
    if ('shipped' in result) return result.shipped;
    besides = [...besides, ...result.alsoLock];
  }
};

type Result = { shipped: Shipped } | { alsoLock: Shelf[] };

const ship = async (sql: Sql, shipment: Shipment, besides: Shelf[]): Promise<Result> => {
  const { orderId, shipmentId, lines: requested } = shipment;
  const ledger = await openLedger(sql, orderId, { besides });
  if (!ledger) throw new Error(`No order ${orderId} in the ledger`);
  const done = await findShipped(sql, orderId, shipmentId);
  if (done) {
    const snapshot = await readSnapshot(sql, orderId);
    return {
      shipped: { snapshot, lines: done, short: sum(done) < sum(requested), walkIds: [] },
    };
  }
  const ended = await endLastLeases(sql, ledger, {
    missing: missingUnits(ledger, requested),
    besides,
  });
  if ('alsoLock' in ended) return ended;

  const moves = choose(ledger, requested, await lockShelves(sql, ledger.lines));
  const lines = unitsOf(moves);
  await applyMoves(sql, ledger, moves);
  await record(sql, shipment, lines);
  const walkIds = await openWalks(sql, ended.freed);
  // A smaller order may be whole with what was too little for it before.
  if (moves.some((move) => move.state === 'waiting')) {
    await leaseKept(sql, orderId);
    walkIds.push(...(await openWalkFor(sql, orderId)));
  }
  await projectAllAgain(sql, ended.orderIds);
  const snapshot = await readSnapshot(sql, orderId);
  return { shipped: { snapshot, lines, short: sum(lines) < sum(requested), walkIds } };
};

/** Units of the shipment that the order waits for, so that they must come from elsewhere. */
const missingUnits = (ledger: OrderLedger, requested: readonly Part[]): FreeUnits[] =>
  ledger.lines.flatMap((line) => {
    const set = sum(pilesOf(ledger, line, ['firm', 'leased', 'kept']));
    const quantity = Math.min(line.waiting, wanted(requested, line.lineId) - set);
    return quantity > 0 ? [{ sku: line.sku, location: line.location, quantity }] : [];
  });

const choose = (
  ledger: OrderLedger,
  requested: readonly Part[],
  free: readonly FreeUnits[],
): Move[] => {
  const left = new Map(free.map((shelf) => [shelfKey(shelf), shelf.quantity]));
  return ledger.lines.flatMap((line) => {
    const quantity = wanted(requested, line.lineId);
    const own = moveFrom(pilesOf(ledger, line, ['firm', 'leased', 'kept']), quantity, 'shipped');
    const key = shelfKey(line);
    const missing = Math.min(quantity - sum(own), left.get(key) ?? 0);
    const others = moveFrom(pilesOf(ledger, line, ['waiting']), missing, 'shipped');
    left.set(key, (left.get(key) ?? 0) - sum(others));
    return [...own, ...others];
  });
};

const record = async (sql: Sql, shipment: Shipment, lines: Part[]): Promise<void> => {
  const { orderId, shipmentId, at } = shipment;
  await sql`
    insert into shipments (order_id, shipment_id, lines, scanned_at, body_hash, status)
    values (${orderId}, ${shipmentId}, ${sql.json(lines)}, ${at}, '', 'accepted')
    on conflict (order_id, shipment_id) do update set lines = excluded.lines`;
  await appendTimeline(sql, [
    {
      orderId,
      key: `shipped/${shipmentId}`,
      at,
      type: 'UnitsShipped',
      summary: `Shipped: ${sum(lines)}`,
      detail: { shipmentId, lines },
    },
  ]);
};

const findShipped = async (
  sql: Sql,
  orderId: string,
  shipmentId: string,
): Promise<Part[] | null> => {
  const [row] = await sql<Pick<Stored, 'lines'>[]>`
    select lines from shipments where order_id = ${orderId} and shipment_id = ${shipmentId}`;
  return row?.lines ?? null;
};

const wanted = (requested: readonly Part[], lineId: string): number =>
  sum(requested.filter((part) => part.lineId === lineId));

const sum = (parts: readonly { quantity: number }[]): number =>
  parts.reduce((all, part) => all + part.quantity, 0);
