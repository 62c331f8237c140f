import { leaseMs, type Part } from '../../../workflows/domain/backorder/snapshot.ts';
import type { Sql } from '../../client.ts';
import { insertNews } from '../../record/news.ts';
import { ms, orderNow } from '../../sql.ts';

/** `units` and what was kept become one lease; `kept` is set aside until the rest comes. */
export type Allocation = { orderId: string; units: Part[]; fromKept: Part[]; kept: Part[] };

/**
 * Sets units aside, one lease for each order, and tells those orders. The caller has locked the
 * shelves and seen that the units are free and wanted; the ledger refuses anything else. Orders are
 * locked and bumped first, because whoever changes lines of an order holds the order.
 */
export const writeAllocations = async (sql: Sql, given: readonly Allocation[]): Promise<void> => {
  const changes = given.flatMap(changesOf);
  if (changes.length === 0) return;
  await sql`
    with given as materialized (
      select * from unnest(
        ${changes.map((change) => change.orderId)}::text[],
        ${changes.map((change) => change.lineId)}::text[],
        ${changes.map((change) => change.going)}::int[],
        ${changes.map((change) => change.taken)}::int[],
        ${changes.map((change) => change.keeping)}::int[]
      ) with ordinality as g (order_id, line_id, going, taken, keeping, n)
    ), bumped as (
      update orders set ledger_revision = ledger_revision + 1
      where order_id in (select order_id from given)
      returning order_id, ledger_revision as revision, ${orderNow(sql)} as at,
        order_id || '/' || ledger_revision as lease_id
    ), changed as materialized (
      select * from given join bumped using (order_id)
    ), opened as (
      insert into leases (lease_id, order_id, revision, state, ends_at)
      select distinct lease_id, order_id, revision, 'leased', now() + ${ms(sql, leaseMs)}
      from changed where going > 0
    ), filled as (
      insert into lease_units (lease_id, line_id, quantity)
      select lease_id, line_id, going from changed where going > 0
    ), counted as (
      update lines l set
        waiting = l.waiting - c.taken, kept = l.kept + c.keeping, leased = l.leased + c.going
      from changed c where l.order_id = c.order_id and l.line_id = c.line_id
      returning l.sku, l.location, c.taken
    ), shelved as (
      update stock s set allocated = s.allocated + t.quantity
      from (select sku, location, sum(taken) as quantity from counted group by 1, 2) t
      where s.sku = t.sku and s.location = t.location
    ), told as (${insertNews(sql, sql`select order_id from bumped`)})
    insert into timeline (order_id, key, at, type, summary, detail)
    select order_id, 'allocated/' || lease_id, at, 'StockAllocated', 'Set aside: ' || sum(going),
      jsonb_build_object('leaseId', lease_id, 'lines', jsonb_agg(
        jsonb_build_object('lineId', line_id, 'quantity', going) order by n))
    from changed where going > 0 group by order_id, lease_id, at
    union all
    select order_id, 'kept/' || lease_id, at, 'StockKept',
      'Kept until the rest comes: ' || sum(keeping),
      jsonb_build_object('lines', jsonb_agg(
        jsonb_build_object('lineId', line_id, 'quantity', keeping) order by n))
    from changed where keeping > 0 group by order_id, lease_id, at
    on conflict do nothing`;
};

/** How a line changes: units that join the lease, that leave the shelf, and that are kept. */
type Change = { orderId: string; lineId: string; going: number; taken: number; keeping: number };

const changesOf = ({ orderId, units, fromKept, kept }: Allocation): Change[] => {
  const changes = new Map<string, Change>();
  const add = ({ lineId, quantity }: Part, signs: Pick<Change, 'going' | 'taken' | 'keeping'>) => {
    const known = changes.get(lineId) ?? { orderId, lineId, going: 0, taken: 0, keeping: 0 };
    known.going += signs.going * quantity;
    known.taken += signs.taken * quantity;
    known.keeping += signs.keeping * quantity;
    changes.set(lineId, known);
  };
  for (const part of units) add(part, { going: 1, taken: 1, keeping: 0 });
  for (const part of fromKept) add(part, { going: 1, taken: 0, keeping: -1 });
  for (const part of kept) add(part, { going: 0, taken: 1, keeping: 1 });
  return [...changes.values()];
};
