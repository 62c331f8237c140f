import type { Instant } from '../../workflows/domain/time.ts';
import type { Sql } from '../client.ts';
import { tellOrders } from '../record/news.ts';
import type { orders } from '../schema/backorder/orders.ts';
import type { views } from '../schema/backorder/views.ts';
import { setStarted } from './place.ts';

type View = typeof views.$inferSelect;

/** An order that has not ended, as far as PostgreSQL knows. */
export type Unended = Pick<typeof orders.$inferSelect, 'orderId' | 'skippedMs'> & {
  isStarted: boolean;
  /** The revision of its last view; null when it never showed one. */
  revision: View['revision'] | null;
  /** The state that this view was made of; null when it never kept one. */
  state: View['state'];
};

/** A page of the orders that have not ended, by their ids. */
export const listUnended = async (
  sql: Sql,
  { after, limit }: { after: string; limit: number },
): Promise<Unended[]> => sql<Unended[]>`
  select o.order_id, o.skipped_ms, o.started_at is not null as is_started, v.revision, v.state
  from orders o left join views v on v.order_id = o.order_id
  where o.order_id > ${after} and v.ended_at is null
  order by o.order_id limit ${limit}`;

/** Notes that the order is about to start anew, before it does. */
export const noteRevival = async (
  sql: Sql,
  { orderId, restoredFrom }: { orderId: string; restoredFrom: Instant | null },
): Promise<void> => {
  await sql`
    update orders set revived_at = now(), restored_from = ${restoredFrom}
    where order_id = ${orderId}`;
};

/** Has the relay tell the new run of the newest ledger, and of promises that it has not heard of. */
export const greetRevived = async (sql: Sql, orderId: string): Promise<void> => {
  await setStarted(sql, orderId);
  await tellOrders(sql, [orderId]);
};
