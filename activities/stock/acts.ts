import type { Db } from '../../db/client.ts';
import { listPromiseMoves } from '../../db/promise/changes.ts';
import { applyCancellation } from '../../db/stock/cancel.ts';
import { makeFirm, releaseLease } from '../../db/stock/lease/lease.ts';
import { rejoinQueue } from '../../db/stock/lease/rejoin.ts';
import { readSnapshot } from '../../db/stock/ledger/snapshot.ts';
import { runWalks } from '../../db/stock/queue/walks.ts';
import { applyShipment } from '../../db/stock/ship.ts';
import { isWaiting } from '../../workflows/domain/backorder/snapshot.ts';
import type { Activities } from '../call.ts';

/** Freed units are offered to the next in line at once. A sweep goes on where this budget ends. */
const walkBudgetMs = 2_000;

/** Enters an accepted cancellation or shipment in the ledger. Repeating it changes nothing. */
export const applyStockAct =
  (db: Db): Activities['applyStockAct'] =>
  async ({ orderId, at, effect: { act } }) => {
    const { actId, lines } = act;
    if (act.type === 'cancel') {
      const done = await applyCancellation(db, { orderId, cancelId: actId, by: act.by, lines, at });
      await runWalks(db, done.walkIds, { budgetMs: walkBudgetMs });
      const { snapshot } = done;
      return [{ type: 'StockActApplied', actId, snapshot, lines: done.lines, short: false }];
    }
    const done = await applyShipment(db, { orderId, shipmentId: actId, lines: act.lines, at });
    await runWalks(db, done.walkIds, { budgetMs: walkBudgetMs });
    const { snapshot, short } = done;
    return [{ type: 'StockActApplied', actId, snapshot, lines: done.lines, short }];
  };

/** Makes a lease firm unless its units went to others. Repeating it gives the same answer. */
export const makeUnitsFirm =
  (db: Db): Activities['makeUnitsFirm'] =>
  async ({ orderId, at, effect: { leaseId } }) => {
    const { snapshot } = await makeFirm(db, { orderId, leaseId, at });
    return [{ type: 'StockChanged', snapshot }];
  };

/** Gives the units of a lease back. Repeating it changes nothing. */
export const releaseUnits =
  (db: Db): Activities['releaseLease'] =>
  async ({ orderId, at, effect: { leaseId, bar } }) => {
    const lease = { orderId, leaseId, bar, at, evenFirm: true };
    const { snapshot, walkIds } = await releaseLease(db, lease);
    await runWalks(db, walkIds, { budgetMs: walkBudgetMs });
    return [{ type: 'StockChanged', snapshot }];
  };

/**
 * Lets an order that was barred take part in the queue again. Its next mail names the promised
 * date, so promises that supply has changed come along. Repeating it changes nothing.
 */
export const rejoin =
  (db: Db): Activities['rejoinQueue'] =>
  async ({ orderId }) => {
    const { walkIds } = await rejoinQueue(db, orderId);
    await runWalks(db, walkIds, { budgetMs: walkBudgetMs });
    const snapshot = await readSnapshot(db, orderId);
    const moves = isWaiting(snapshot) ? await listPromiseMoves(db, orderId) : [];
    return [
      { type: 'StockChanged', snapshot },
      ...moves.map((move) => ({ type: 'PromiseChanged' as const, ...move, isSupply: true })),
    ];
  };
