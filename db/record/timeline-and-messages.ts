import type { Instant } from '../../workflows/domain/time.ts';
import type { Db } from '../client.ts';
import type { Message } from '../mail/messages.ts';

/** One entry of an order's record, as it is read. `at` is order time. */
export type RecordedEntry = {
  at: Instant;
  type: string;
  summary: string;
  detail: Record<string, unknown>;
};

/** The record of one order, oldest first; no order has anywhere near the ten thousand it reads. */
export const listTimeline = async ({ sql }: Db, orderId: string): Promise<RecordedEntry[]> =>
  sql<RecordedEntry[]>`
    select at, type, summary, detail from timeline
    where order_id = ${orderId} order by at, id limit 10000`;

/** A message of that order by the id that callers know. */
export const findMessageById = async (
  { sql }: Db,
  { orderId, id }: { orderId: string; id: string },
): Promise<Message | undefined> => {
  const [found] = await sql<Message[]>`
    select * from messages where order_id = ${orderId} and id = ${id}::uuid`;
  return found;
};
