import type { Db } from '../client.ts';
import { rehearse } from '../transaction.ts';
import { findWalkOfReceipt, runWalk, type WalkReport } from './queue/walks.ts';
import { type Receipt, receiveStock } from './receipts.ts';

/**
 * What the receipt would do at this moment: it is received and given out as ever, and then all of
 * that is undone. `more` when the budget did not suffice for the whole queue.
 */
export const previewReceipt = (
  db: Db,
  receipt: Receipt,
  { budgetMs }: { budgetMs: number },
): Promise<WalkReport> =>
  rehearse(db, async (rehearsal) => {
    const received = await receiveStock(rehearsal, receipt);
    if (received.outcome === 'conflict') throw new Error('a preview has an id of its own');
    await runWalk(rehearsal, received.walkId, { budgetMs });
    const report = await findWalkOfReceipt(rehearsal.sql, receipt.restockId);
    if (!report) throw new Error('a receipt has a walk');
    return report;
  });
