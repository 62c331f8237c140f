import type { Snapshot } from '../../../workflows/domain/backorder/snapshot.ts';
import type { Instant } from '../../../workflows/domain/time.ts';
import type { Db } from '../../client.ts';
import { appendTimeline } from '../../record/timeline.ts';
import type { leases } from '../../schema/stock/leases.ts';
import { inTransaction } from '../../transaction.ts';
import { readSnapshot } from '../ledger/snapshot.ts';

/** `at` is order time. */
type Join = { orderId: string; leaseIds: readonly string[]; at: Instant };

/**
 * Makes one lease of several: the oldest gets the units of the others, and keeps its own end. Only
 * those that are still leased are joined. Repeating it changes nothing.
 */
export const joinLeases = (db: Db, { orderId, leaseIds, at }: Join): Promise<Snapshot> =>
  inTransaction(db, async (sql) => {
    await sql`select from orders where order_id = ${orderId} for no key update`;
    const [first, ...others] = await sql<Pick<typeof leases.$inferSelect, 'leaseId'>[]>`
      select lease_id from leases
      where order_id = ${orderId} and lease_id = any(${[...leaseIds]}::text[])
        and state = 'leased' order by revision`;
    if (first && others.length > 0) {
      const { leaseId } = first;
      const joined = others.map((lease) => lease.leaseId);
      await sql`
        insert into lease_units (lease_id, line_id, quantity)
        select ${leaseId}, line_id, sum(quantity) from lease_units
        where lease_id = any(${[leaseId, ...joined]}::text[]) group by line_id
        on conflict (lease_id, line_id) do update set quantity = excluded.quantity`;
      await sql`delete from leases where lease_id = any(${joined}::text[])`;
      await sql`
        update orders set ledger_revision = ledger_revision + 1 where order_id = ${orderId}`;
      await appendTimeline(sql, [
        {
          orderId,
          key: `joined/${joined.join('/')}`,
          at,
          type: 'LeasesJoined',
          summary: 'One payment and one mail for all that was set aside',
          detail: { leaseId, joined },
        },
      ]);
    }
    return readSnapshot(sql, orderId);
  });
