import type { Snapshot } from '../../../workflows/domain/backorder/snapshot.ts';
import type { Sql } from '../../client.ts';
import { iso, ms } from '../../sql.ts';

/**
 * Everything the ledger holds of an order, as one statement saw it. Leases end in order time.
 * Throws when there is no such order.
 */
export const readSnapshot = async (sql: Sql, orderId: string): Promise<Snapshot> => {
  const snapshot = (await readSnapshots(sql, [orderId])).get(orderId);
  if (!snapshot) throw new Error(`No order ${orderId} in the ledger`);
  return snapshot;
};

/** The same of several orders, by their ids; unknown ones are left out. */
export const readSnapshots = async (
  sql: Sql,
  orderIds: readonly string[],
): Promise<Map<string, Snapshot>> => {
  const rows = await sql<(Snapshot & { orderId: string })[]>`
    select order_id, ledger_revision, revocations, barred, (
      select jsonb_agg(jsonb_build_object('lineId', line_id, 'waiting', waiting, 'kept', kept,
        'shipped', shipped, 'cancelled', cancelled) order by ordinal)
      from lines l where l.order_id = o.order_id
    ) as lines, coalesce((
      select jsonb_agg(jsonb_build_object('leaseId', lease_id, 'state', state,
        'endsAt', ${iso(sql, sql`ends_at + ${ms(sql, sql`o.skipped_ms`)}`)}, 'units', (
          select jsonb_agg(jsonb_build_object('lineId', line_id, 'quantity', quantity)
            order by line_id)
          from lease_units u where u.lease_id = s.lease_id
        )) order by revision)
      from leases s where s.order_id = o.order_id
    ), '[]') as leases
    from orders o where order_id = any(${[...orderIds]}::text[])`;
  return new Map(rows.map(({ orderId, ...snapshot }) => [orderId, snapshot]));
};
