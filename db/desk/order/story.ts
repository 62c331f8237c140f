import { and, asc, eq, inArray, sql as raw } from 'drizzle-orm';
import { builder } from '../../builder.ts';
import type { Sql } from '../../client.ts';
import { timeline } from '../../schema/record/timeline.ts';

/** An entry of an order's timeline. `at` is order time; `id` grows with what was written later. */
export type StoryEntry = Pick<
  typeof timeline.$inferSelect,
  'id' | 'key' | 'at' | 'type' | 'summary' | 'detail'
>;

type Asked = {
  orderId: string;
  /** Of these types alone; null: all. */
  types: readonly string[] | null;
  /** The id of the last entry of the page before. */
  after: number | null;
  limit: number;
};

/** The timeline by its own order, oldest first. */
export const listStory = (
  sql: Sql,
  { orderId, types, after, limit }: Asked,
): Promise<StoryEntry[]> => {
  const { id, key, at, type, summary, detail } = timeline;
  return builder(sql)
    .select({ id, key, at, type, summary, detail })
    .from(timeline)
    .where(
      and(
        eq(timeline.orderId, orderId),
        types === null ? undefined : inArray(type, [...types]),
        after === null ? undefined : isAfter(orderId, after),
      ),
    )
    .orderBy(asc(at), asc(id))
    .limit(limit);
};

/** The moment is read where it is kept: an answer has it to the millisecond alone. */
const isAfter = (orderId: string, after: number) => raw`
  (${timeline.at}, ${timeline.id}) > (
    select last.at, last.id from timeline last
    where last.order_id = ${orderId} and last.id = ${after}::bigint)`;
