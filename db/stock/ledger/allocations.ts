import { leaseMs, type Part } from '../../../workflows/domain/backorder/snapshot.ts';
import type { Sql } from '../../client.ts';
import { tellOrders } from '../../record/news.ts';
import { appendTimeline, type TimelineRow } from '../../record/timeline.ts';
import type { orders } from '../../schema/backorder/orders.ts';
import { ms } from '../../sql.ts';

/** `units` and what was kept become one lease; `kept` is set aside until the rest comes. */
export type Allocation = { orderId: string; units: Part[]; fromKept: Part[]; kept: Part[] };

/**
 * Sets units aside, one lease for each order, and tells those orders. The caller has locked the
 * shelves and seen that the units are free and wanted; the ledger refuses anything else.
 */
export const writeAllocations = async (sql: Sql, given: readonly Allocation[]): Promise<void> => {
  if (given.length === 0) return;
  const leases = await openLeases(sql, given);
  const parts = leases.flatMap(partsOf);
  await sql`
    with given as materialized (
      select * from unnest(
        ${parts.map((part) => part.orderId)}::text[],
        ${parts.map((part) => part.leaseId)}::text[],
        ${parts.map((part) => part.lineId)}::text[],
        ${parts.map((part) => part.going)}::int[],
        ${parts.map((part) => part.taken)}::int[],
        ${parts.map((part) => part.keeping)}::int[]
      ) as g (order_id, lease_id, line_id, going, taken, keeping)
    ), filled as (
      insert into lease_units (lease_id, line_id, quantity)
      select lease_id, line_id, going from given where going > 0
    ), counted as (
      update lines l set
        waiting = l.waiting - g.taken, kept = l.kept + g.keeping, leased = l.leased + g.going
      from given g where l.order_id = g.order_id and l.line_id = g.line_id
      returning l.sku, l.location, g.taken
    )
    update stock s set allocated = s.allocated + t.quantity
    from (select sku, location, sum(taken) as quantity from counted group by 1, 2) t
    where s.sku = t.sku and s.location = t.location`;
  await tellOrders(
    sql,
    leases.map((lease) => lease.orderId),
  );
  await appendTimeline(sql, leases.flatMap(toEntries));
};

type NewLease = Allocation & { leaseId: string };

type Change = { orderId: string; leaseId: string; lineId: string } & Counts;

/** Units that join the lease, that leave the shelf, and by how much more are kept. */
type Counts = { going: number; taken: number; keeping: number };

const partsOf = ({ orderId, leaseId, units, fromKept, kept }: NewLease): Change[] => {
  const parts = new Map<string, Change>();
  const add = (lineId: string, counts: Counts) => {
    const sum = parts.get(lineId) ?? { orderId, leaseId, lineId, going: 0, taken: 0, keeping: 0 };
    sum.going += counts.going;
    sum.taken += counts.taken;
    sum.keeping += counts.keeping;
    parts.set(lineId, sum);
  };
  for (const { lineId, quantity } of units)
    add(lineId, { going: quantity, taken: quantity, keeping: 0 });
  for (const { lineId, quantity } of fromKept)
    add(lineId, { going: quantity, taken: 0, keeping: -quantity });
  for (const { lineId, quantity } of kept)
    add(lineId, { going: 0, taken: quantity, keeping: quantity });
  return [...parts.values()];
};

const isLeased = ({ units, fromKept }: Allocation): boolean => units.length + fromKept.length > 0;

type Bumped = Pick<typeof orders.$inferSelect, 'orderId' | 'ledgerRevision'>;

/** Locks and bumps the orders first: whoever changes lines of an order holds the order. */
const openLeases = async (sql: Sql, given: readonly Allocation[]): Promise<NewLease[]> => {
  const bumped = await sql<Bumped[]>`
    update orders set ledger_revision = ledger_revision + 1
    where order_id = any(${given.map(({ orderId }) => orderId)}::text[])
    returning order_id, ledger_revision`;
  const revisions = new Map(bumped.map((order) => [order.orderId, order.ledgerRevision]));
  const leases = given.map((allocation) => {
    const revision = revisions.get(allocation.orderId) ?? 0;
    return { ...allocation, revision, leaseId: `${allocation.orderId}/${revision}` };
  });
  const opened = leases.filter(isLeased);
  await sql`
    insert into leases (lease_id, order_id, revision, state, ends_at)
    select lease_id, order_id, revision, 'leased', now() + ${ms(sql, leaseMs)}
    from unnest(
      ${opened.map((lease) => lease.leaseId)}::text[],
      ${opened.map((lease) => lease.orderId)}::text[],
      ${opened.map((lease) => lease.revision)}::bigint[]
    ) as l (lease_id, order_id, revision)`;
  return leases;
};

const toEntries = (lease: NewLease): TimelineRow[] => {
  const { orderId, leaseId, kept } = lease;
  const lines = partsOf(lease)
    .filter(({ going }) => going > 0)
    .map(({ lineId, going }): Part => ({ lineId, quantity: going }));
  return [
    ...(lines.length === 0
      ? []
      : [
          {
            orderId,
            key: `allocated/${leaseId}`,
            type: 'StockAllocated',
            summary: `Set aside: ${sum(lines)}`,
            detail: { leaseId, lines },
          },
        ]),
    ...(kept.length === 0
      ? []
      : [
          {
            orderId,
            key: `kept/${leaseId}`,
            type: 'StockKept',
            summary: `Kept until the rest comes: ${sum(kept)}`,
            detail: { lines: kept },
          },
        ]),
  ];
};

const sum = (parts: readonly Part[]): number =>
  parts.reduce((all, { quantity }) => all + quantity, 0);
