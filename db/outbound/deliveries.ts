import { and, desc, eq, lt, sql as raw } from 'drizzle-orm';
import { builder } from '../builder.ts';
import type { Sql } from '../client.ts';
import { clock } from '../clock.ts';
import { webhookDeliveries } from '../schema/outbound/deliveries.ts';

type Stored = typeof webhookDeliveries.$inferSelect;

/** What is known of an event for an endpoint, without what it says. */
export type DeliveryRow = Omit<Stored, 'data' | 'body' | 'redactions' | 'key'>;

const shown = {
  ...{ endpointId: webhookDeliveries.endpointId, seq: webhookDeliveries.seq },
  ...{ deliveryId: webhookDeliveries.deliveryId, type: webhookDeliveries.type },
  ...{ orderId: webhookDeliveries.orderId, subject: webhookDeliveries.subject },
  ...{ state: webhookDeliveries.state, attempts: webhookDeliveries.attempts },
  ...{ dueAt: webhookDeliveries.dueAt, lastAttemptAt: webhookDeliveries.lastAttemptAt },
  ...{ lastStatus: webhookDeliveries.lastStatus, lastError: webhookDeliveries.lastError },
  ...{ deliveredAt: webhookDeliveries.deliveredAt, createdAt: webhookDeliveries.createdAt },
};

/** The log of an endpoint, newest first; `before` is the last `seq` of the page before. */
export const listDeliveries = (
  sql: Sql,
  filter: {
    endpointId: string;
    state?: Stored['state'] | undefined;
    before: number | null;
    limit: number;
  },
): Promise<DeliveryRow[]> =>
  builder(sql)
    .select(shown)
    .from(webhookDeliveries)
    .where(
      and(
        eq(webhookDeliveries.endpointId, filter.endpointId),
        filter.state && eq(webhookDeliveries.state, filter.state),
        filter.before === null ? undefined : lt(webhookDeliveries.seq, filter.before),
      ),
    )
    .orderBy(desc(webhookDeliveries.seq))
    .limit(filter.limit);

/** Delivers it once more, from the beginning of the schedule, with the same id and bytes. */
export const replayDelivery = async (
  sql: Sql,
  { endpointId, deliveryId }: Pick<Stored, 'endpointId' | 'deliveryId'>,
): Promise<DeliveryRow | undefined> => {
  const isThis = and(
    eq(webhookDeliveries.deliveryId, deliveryId),
    eq(webhookDeliveries.endpointId, endpointId),
  );
  const [row] = await builder(sql)
    .update(webhookDeliveries)
    .set({ state: 'pending', attempts: 0, dueAt: raw`now()` })
    .where(isThis)
    .returning(shown);
  return row;
};

/** An event that is due, with the bytes that went out before, if any did. */
export type DueDelivery = Pick<
  Stored,
  | 'seq'
  | 'deliveryId'
  | 'type'
  | 'orderId'
  | 'subject'
  | 'data'
  | 'body'
  | 'redactions'
  | 'attempts'
  | 'createdAt'
> & {
  /** What is made of its order from now on names nobody. */
  isErased: boolean;
};

/** Those that wait for longest first. */
export const listDue = (
  sql: Sql,
  { endpointId, limit }: { endpointId: string; limit: number },
): Promise<DueDelivery[]> => sql<DueDelivery[]>`
  select seq, delivery_id, type, order_id, subject, data, body, redactions, attempts, created_at,
    exists (
      select from orders o where o.order_id = d.order_id and o.erased_at is not null
    ) as is_erased
  from webhook_deliveries d
  where endpoint_id = ${endpointId} and state = 'pending' and due_at <= ${clock(sql)}
  order by due_at, seq limit ${limit}`;

/**
 * Keeps the bytes before they first go out. Answers which may go out: not those from which personal
 * data was taken since they were read, or may no longer be in: these are to be made anew. An erasure
 * that is under way is waited for: it does not see an event that was written after it began.
 */
export const storeBodies = async (
  sql: Sql,
  { endpointId, personalData }: { endpointId: string; personalData: boolean },
  bodies: readonly Pick<DueDelivery, 'seq' | 'orderId' | 'redactions' | 'isErased' | 'body'>[],
): Promise<Set<number>> => {
  if (bodies.length === 0) return new Set();
  const rows = await sql<{ seq: number }[]>`
    with b as (
      select * from unnest(
        ${bodies.map(({ seq }) => seq)}::bigint[],
        ${bodies.map(({ orderId }) => orderId)}::text[],
        ${bodies.map(({ redactions }) => redactions)}::int[],
        ${bodies.map(({ isErased }) => `${isErased}`)}::text[]::boolean[],
        ${bodies.map(({ body }) => body)}::text[]
      ) as b (seq, order_id, redactions, is_erased, body)
    ), endpoint as materialized (
      select personal_data from webhook_endpoints where endpoint_id = ${endpointId} for key share
    ), held as materialized (
      select order_id, erased_at is not null as is_erased from orders
      where order_id in (select order_id from b) order by order_id for key share
    )
    update webhook_deliveries d set body = b.body
    from b left join held h on h.order_id = b.order_id
    where d.endpoint_id = ${endpointId} and d.seq = b.seq and d.redactions = b.redactions
      and coalesce(h.is_erased, false) = b.is_erased
      and exists (select from endpoint e where e.personal_data = ${personalData}::boolean)
    returning d.seq`;
  return new Set(rows.map(({ seq }) => seq));
};

/**
 * Forgets what was said of an order, in the transaction that takes its personal data away. What is
 * still to be told of it is made anew from what is left.
 */
export const forgetBodies = async (sql: Sql, orderId: string): Promise<void> => {
  await sql`
    update webhook_deliveries set body = null, redactions = redactions + 1
    where order_id = ${orderId}`;
};

/** Deletes what is older, delivered or not. Answers how many. */
export const deleteOldDeliveries = async (
  sql: Sql,
  { olderThanDays }: { olderThanDays: number },
): Promise<number> => {
  const before = raw`now() - ${olderThanDays} * interval '1 day'`;
  const deleted = await builder(sql)
    .delete(webhookDeliveries)
    .where(lt(webhookDeliveries.createdAt, before));
  return deleted.count;
};
