import type { WorkflowHandle } from '@temporalio/client';
import type { Db } from '../../db/client.ts';
import { dropPromiseMoves, listPromiseMoves } from '../../db/promise/changes.ts';
import { isWaiting, type Snapshot } from '../../workflows/domain/backorder/snapshot.ts';
import { promiseMoved, stockChanged } from '../../workflows/messages.ts';

/**
 * Tells a workflow which promises supply has changed, and its newest ledger with them. Who waits
 * for nothing any more is not told. Safe to repeat, until the workflow's view shows that it has
 * accepted them: the workflow knows what it has heard.
 */
export const tellOfMoves = async (
  db: Db,
  handle: Pick<WorkflowHandle, 'signal'>,
  { orderId, snapshot }: { orderId: string; snapshot: Snapshot },
): Promise<void> => {
  if (!isWaiting(snapshot)) {
    await handle.signal(stockChanged, snapshot);
    await dropPromiseMoves(db, orderId);
    return;
  }
  const moves = await listPromiseMoves(db.sql, orderId);
  await handle.signal(promiseMoved, { moves, snapshot });
};
