import type { Db } from '../client.ts';
import { rehearse } from '../transaction.ts';
import { findPassOfReceipt, type PassReport, runPass } from './queue/passes.ts';
import { type Receipt, receiveStock } from './receipts.ts';

/**
 * What the receipt would do at this moment: it is received and given out as ever, and then all of
 * that is undone. `more` when the budget did not suffice for the whole queue.
 */
export const previewReceipt = (
  db: Db,
  receipt: Receipt,
  { budgetMs }: { budgetMs: number },
): Promise<PassReport> =>
  rehearse(db, async (rehearsal) => {
    const received = await receiveStock(rehearsal, receipt);
    if (received.outcome === 'conflict') throw new Error('a preview has an id of its own');
    await runPass(rehearsal, received.passId, { budgetMs });
    const report = await findPassOfReceipt(rehearsal, receipt.restockId);
    if (!report) throw new Error('a receipt has a pass');
    return report;
  });
