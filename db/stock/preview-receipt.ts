import type { Shelf } from '../../workflows/domain/stock/allocation.ts';
import type { Db, Sql } from '../client.ts';
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
): Promise<WalkReport | 'busy'> =>
  rehearseOn(db, receipt, async (rehearsal) => {
    const received = await receiveStock(rehearsal, receipt);
    if (received.outcome === 'conflict') throw new Error('a preview has an id of its own');
    await runWalk(rehearsal, received.walkId, { budgetMs });
    const report = await findWalkOfReceipt(rehearsal.sql, receipt.restockId);
    if (!report) throw new Error('a receipt has a walk');
    return report;
  });

/**
 * Does `work` on a shelf and undoes it. Of each shelf one rehearsal runs at a time, in whatever
 * process: another is `busy` at once, and waits for no lock.
 */
export const rehearseOn = <T>(
  db: Db,
  shelf: Shelf,
  work: (db: Db) => Promise<T>,
): Promise<T | 'busy'> =>
  rehearse(db, async (rehearsal) =>
    (await takeTurn(rehearsal.sql, shelf)) ? work(rehearsal) : 'busy',
  );

/** Whether no other preview of the shelf runs. The turn ends with the transaction. */
const takeTurn = async (sql: Sql, { sku, location }: Shelf): Promise<boolean> => {
  const name = JSON.stringify(['preview', sku, location]);
  const [turn] = await sql<{ isMine: boolean }[]>`
    select pg_try_advisory_xact_lock(hashtextextended(${name}, 0)) as is_mine`;
  return turn?.isMine === true;
};
