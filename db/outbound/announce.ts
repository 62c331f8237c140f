import type { EventType } from '../../workflows/domain/event-type.ts';
import type { Sql } from '../client.ts';
import type { Fragment } from '../sql.ts';

/** An event that others may be told of. `key` names it, so that it is written once. */
export type Announcement = {
  key: string;
  type: EventType;
  orderId: string | null;
  /** The order, the message or the SKU. */
  subject: string;
  /** What it says, where that is fixed now. Else it says how things stand when it first goes out. */
  data?: object;
};

/**
 * Owes the events to every endpoint that wants them, in the transaction of `sql`: with the fact, or
 * not at all. Without an endpoint it writes nothing. Repeating it changes nothing.
 */
export const announce = async (sql: Sql, events: readonly Announcement[]): Promise<void> => {
  if (events.length === 0) return;
  await sql`
    insert into webhook_deliveries (endpoint_id, key, type, order_id, subject, data)
    select e.endpoint_id, a.key, a.type, a.order_id, a.subject, a.data::jsonb
    from unnest(
      ${events.map(({ key }) => key)}::text[],
      ${events.map(({ type }) => type)}::text[],
      ${events.map(({ orderId }) => orderId)}::text[],
      ${events.map(({ subject }) => subject)}::text[],
      ${events.map(({ data }) => (data ? JSON.stringify(data) : null))}::text[]
    ) with ordinality as a (key, type, order_id, subject, data, n)
    join webhook_endpoints e on e.state = 'enabled' and a.type = any(e.events)
    order by a.n, e.endpoint_id
    on conflict do nothing`;
};

/** The same as a part of a larger statement. `events` selects key, type, order_id and subject. */
export const announceAll = (sql: Sql, events: Fragment): Fragment => sql`
  insert into webhook_deliveries (endpoint_id, key, type, order_id, subject)
  select e.endpoint_id, a.key, a.type, a.order_id, a.subject
  from (${events}) as a
  join webhook_endpoints e on e.state = 'enabled' and a.type = any(e.events)
  order by e.endpoint_id
  on conflict do nothing`;
