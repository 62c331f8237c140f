import type { Snapshot } from '../../../workflows/domain/backorder/snapshot.ts';
import type { Instant } from '../../../workflows/domain/time.ts';
import type { Db } from '../../client.ts';
import { projectAgain } from '../../promise/project-order.ts';
import { appendTimeline } from '../../record/timeline.ts';
import type { Bar } from '../../schema/backorder/orders.ts';
import type { leases } from '../../schema/stock/leases.ts';
import { inTransaction } from '../../transaction.ts';
import { applyMoves, freedShelves, type Move } from '../ledger/moves.ts';
import { openLedger } from '../ledger/order-ledger.ts';
import { readSnapshot } from '../ledger/snapshot.ts';
import { openWalks } from '../queue/walks.ts';

/** `at` is order time; without it the act happens at the order's now. */
export type LeaseRef = Pick<Lease, 'orderId' | 'leaseId'> & { at?: Instant };

type Lease = typeof leases.$inferSelect;

/**
 * Makes a lease firm if it is still there: compare-and-set. `firm: false` when its units went to
 * others meanwhile. Repeating it gives the same answer.
 */
export const makeFirm = (
  db: Db,
  { orderId, leaseId, at }: LeaseRef,
): Promise<{ firm: boolean; snapshot: Snapshot }> =>
  inTransaction(db, async (sql) => {
    await sql`select from orders where order_id = ${orderId} for no key update`;
    const [lease] = await sql<Pick<Lease, 'state'>[]>`
      select state from leases where lease_id = ${leaseId} and order_id = ${orderId}`;
    if (lease?.state === 'leased') {
      await sql`update leases set state = 'firm' where lease_id = ${leaseId}`;
      await sql`
        update lines l set leased = leased - u.quantity, firm = firm + u.quantity from lease_units u
        where u.lease_id = ${leaseId} and l.order_id = ${orderId} and l.line_id = u.line_id`;
      await sql`
        update orders set ledger_revision = ledger_revision + 1 where order_id = ${orderId}`;
      await appendTimeline(sql, [
        {
          orderId,
          key: `firm/${leaseId}`,
          ...(at && { at }),
          type: 'LeaseMadeFirm',
          summary: 'Firm until shipment',
          detail: { leaseId },
        },
      ]);
    }
    return { firm: lease !== undefined, snapshot: await readSnapshot(sql, orderId) };
  });

/**
 * Ends a lease: its units go back to the shelf, and the walks it opens give them to the next in
 * line. With `bar` the order keeps its place but is given nothing until it rejoins, and no date
 * from supply either; without, it is projected anew. A lease
 * that is gone is left alone, and a firm one unless its payment is lost: `evenFirm`. Repeating it
 * changes nothing.
 */
export const endLease = (
  db: Db,
  {
    orderId,
    leaseId,
    bar,
    at,
    evenFirm = false,
  }: LeaseRef & { bar: Bar | null; evenFirm?: boolean },
): Promise<{ snapshot: Snapshot; walkIds: number[] }> =>
  inTransaction(db, async (sql) => {
    const ledger = await openLedger(sql, orderId);
    const lease = ledger?.leases.find((other) => other.leaseId === leaseId);
    if (!ledger || !lease || (lease.state === 'firm' && !evenFirm)) {
      return { snapshot: await readSnapshot(sql, orderId), walkIds: [] };
    }
    const moves = lease.units.map(
      (part): Move => ({
        ...part,
        state: lease.state,
        leaseId,
        to: 'waiting',
      }),
    );
    await applyMoves(sql, ledger, moves);
    if (bar) {
      await sql`update orders set barred = ${bar} where order_id = ${orderId}`;
      await sql`update lines set barred = ${bar} where order_id = ${orderId}`;
    }
    await appendTimeline(sql, [
      {
        orderId,
        key: `ended/${leaseId}`,
        ...(at && { at }),
        type: 'LeaseEnded',
        summary: bar === 'payment' ? 'Given back, barred until the payment changes' : 'Given back',
        detail: { leaseId, lines: lease.units },
      },
    ]);
    const walkIds = await openWalks(sql, freedShelves(ledger, moves));
    await projectAgain(sql, orderId);
    return { snapshot: await readSnapshot(sql, orderId), walkIds };
  });
