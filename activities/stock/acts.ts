import { getShipTo } from '../../db/backorder/customer.ts';
import type { Db } from '../../db/client.ts';
import { listPromiseMoves } from '../../db/promise/changes.ts';
import { applyCancellation, findCancelledAt } from '../../db/stock/cancel.ts';
import { joinLeases } from '../../db/stock/lease/join.ts';
import { endLease, makeFirm } from '../../db/stock/lease/lease.ts';
import { rejoinQueue } from '../../db/stock/lease/rejoin.ts';
import { readSnapshot } from '../../db/stock/ledger/snapshot.ts';
import { giveOutAfter } from '../../db/stock/queue/walks.ts';
import { applyShipment } from '../../db/stock/ship.ts';
import { refundByAt } from '../../workflows/calendar/legal-days.ts';
import { isWaiting } from '../../workflows/domain/backorder/snapshot.ts';
import type { StockAct } from '../../workflows/domain/backorder/stock-act.ts';
import type { Instant } from '../../workflows/domain/time.ts';
import type { Activities } from '../call.ts';

/** How long an act waits for what it set free to be given out. */
const within = { budgetMs: 2_000 };

/** Enters an accepted cancellation or shipment in the ledger. Repeating it changes nothing. */
export const applyStockAct =
  (db: Db): Activities['applyStockAct'] =>
  async ({ orderId, at, effect: { act } }) => {
    const { actId, lines } = act;
    if (act.type === 'cancel') {
      const cancellation = { orderId, cancelId: actId, by: act.by, lines, at };
      const done = await giveOutAfter(db, applyCancellation(db, cancellation), within);
      const { snapshot } = done;
      const applied = { actId, snapshot, lines: done.lines, short: false };
      const refundBy = await refundByOf(db, { orderId, act, at });
      return [{ type: 'StockActApplied', ...applied, refundBy }];
    }
    const shipment = { orderId, shipmentId: actId, lines: act.lines, at };
    const done = await giveOutAfter(db, applyShipment(db, shipment), within);
    const { snapshot, short } = done;
    return [{ type: 'StockActApplied', actId, snapshot, lines: done.lines, short }];
  };

type Cancel = Extract<StockAct, { type: 'cancel' }>;

/** By when the law wants sent what it gives back. The same each time it is asked. */
const refundByOf = async (
  { sql }: Db,
  { orderId, act, at }: { orderId: string; act: Cancel; at: Instant },
): Promise<Instant> => {
  const askedAt = await findCancelledAt(sql, { orderId, cancelId: act.actId });
  return refundByAt(await getShipTo(sql, orderId), { at: askedAt ?? at, endedOn: act.endedOn });
};

/** Makes a lease firm unless its units went to others. Repeating it gives the same answer. */
export const makeUnitsFirm =
  (db: Db): Activities['makeUnitsFirm'] =>
  async ({ orderId, at, effect: { leaseId } }) => {
    const { snapshot } = await makeFirm(db, { orderId, leaseId, at });
    return [{ type: 'StockChanged', snapshot }];
  };

/** Makes several leases one, unless they ended or were paid for. Repeating it changes nothing. */
export const joinUnits =
  (db: Db): Activities['joinLeases'] =>
  async ({ orderId, at, effect: { leaseIds } }) => [
    { type: 'StockChanged', snapshot: await joinLeases(db, { orderId, leaseIds, at }) },
  ];

/** Gives the units of a lease back. Repeating it changes nothing. */
export const giveUnitsBack =
  (db: Db): Activities['endLease'] =>
  async ({ orderId, at, effect: { leaseId, bar } }) => {
    const lease = { orderId, leaseId, bar, at, evenFirm: true };
    const { snapshot } = await giveOutAfter(db, endLease(db, lease), within);
    return [{ type: 'StockChanged', snapshot }];
  };

/**
 * Lets an order that was barred take part in the queue again. Its next mail names the promised
 * date, so promises that supply has changed come along. Repeating it changes nothing.
 */
export const rejoin =
  (db: Db): Activities['rejoinQueue'] =>
  async ({ orderId }) => {
    await giveOutAfter(db, rejoinQueue(db, orderId), within);
    const snapshot = await readSnapshot(db.sql, orderId);
    const moves = isWaiting(snapshot) ? await listPromiseMoves(db.sql, orderId) : [];
    return [
      { type: 'StockChanged', snapshot },
      ...moves.map((move) => ({ type: 'PromiseChanged' as const, ...move, isSupply: true })),
    ];
  };
