import { allocate } from '../../../workflows/domain/stock/allocation.ts';
import type { Sql } from '../../client.ts';
import { writeAllocations } from '../ledger/allocations.ts';
import { listWaiting } from '../queue/queue.ts';

/**
 * An order that gave up what it still waited for may be whole with the units kept for it: they
 * become one lease. The caller has locked its shelves. Changes nothing otherwise.
 */
export const leaseKept = async (sql: Sql, orderId: string): Promise<void> => {
  const waiting = await listWaiting(sql, [orderId]);
  const decisions = allocate(waiting, []);
  await writeAllocations(
    sql,
    decisions.flatMap((decision) => (decision.outcome === 'filled' ? [decision] : [])),
  );
};
