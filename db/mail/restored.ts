import type { Sql } from '../client.ts';
import type { orders } from '../schema/backorder/orders.ts';

type Revival = Pick<typeof orders.$inferSelect, 'revivedAt' | 'restoredFrom'>;

/** When the order was started anew, and from a copy of which moment; null for what never was. */
export const getRevival = async (sql: Sql, orderId: string): Promise<Revival> => {
  const [revival] = await sql<Revival[]>`
    select revived_at, restored_from from orders where order_id = ${orderId}`;
  return revival ?? { revivedAt: null, restoredFrom: null };
};
