import type { Attention } from '../../workflows/domain/backorder/attention.ts';
import type { CivilDate, Instant } from '../../workflows/domain/time.ts';
import type { Sql } from '../client.ts';
import type { cancellations } from '../schema/backorder/cancellations.ts';
import type { lines } from '../schema/backorder/lines.ts';
import type { orders } from '../schema/backorder/orders.ts';
import type { views } from '../schema/backorder/views.ts';
import type { messages } from '../schema/mail/messages.ts';
import type { promises } from '../schema/promise/promises.ts';
import { iso } from '../sql.ts';

/** Everything that is shown of one backorder, as of one moment. */
export type BackorderRow = Pick<
  typeof orders.$inferSelect,
  | 'orderId'
  | 'placedAt'
  | 'fulfilment'
  | 'priority'
  | 'email'
  | 'name'
  | 'locale'
  | 'timeZone'
  | 'country'
  | 'region'
  | 'postalCode'
  | 'currency'
  | 'terms'
  | 'paidUpfront'
  | 'heldBy'
  | 'heldReference'
  | 'askDays'
  | 'sellerCredit'
  | 'excitementGroup'
  | 'linkVersion'
  | 'skippedMs'
  | 'suspensionReason'
  | 'suspendedAt'
  | 'erasedAt'
> & {
  lines: BackorderLine[];
  /** What its workflow last said of itself; both null before it did. */
  revision: Seen['revision'] | null;
  view: Seen['body'] | null;
  /** What was raised about it from outside. `at` is order time. */
  raised: Attention[];
  /** The promise that the view names; before there is one, that of the checkout. */
  promisedOn: Promised['on'];
  promiseBasis: Promised['basis'];
  promiseStatedAt: Promised['statedAt'] | null;
  /** The message by which the notice that the view names went out. */
  noticeId: (typeof messages.$inferSelect)['id'] | null;
  /** Of what was cancelled last. `at` is order time. */
  cancellation: LastCancellation | null;
  /** Where it is at a shop on a hosted platform; null for one that the API took. */
  shop: { id: string; order: string; url: string | null } | null;
};

type LastCancellation = Pick<typeof cancellations.$inferSelect, 'by' | 'reason'> & { at: Instant };

type Seen = typeof views.$inferSelect;
type Promised = typeof promises.$inferSelect;

export type BackorderLine = Pick<
  typeof lines.$inferSelect,
  | 'lineId'
  | 'sku'
  | 'location'
  | 'quantity'
  | 'waiting'
  | 'shipped'
  | 'cancelled'
  | 'unitPrice'
  | 'total'
> & {
  /** Kept, leased and firm units. */
  allocated: number;
};

export type BackorderFilter = {
  phase?: Seen['phase'];
  sku?: string;
  /** Whether something waits for a person. */
  attention?: boolean;
  email?: string;
  promisedBefore?: CivilDate;
  updatedSince?: Instant;
};

export const findBackorder = async (
  sql: Sql,
  orderId: string,
): Promise<BackorderRow | undefined> => {
  const [found] = await sql<BackorderRow[]>`${backorders(sql)} where o.order_id = ${orderId}`;
  return found;
};

/** Those of these orders that there are, in any order. */
export const listBackordersById = async (
  sql: Sql,
  orderIds: readonly string[],
): Promise<BackorderRow[]> =>
  orderIds.length === 0
    ? []
    : sql<BackorderRow[]>`${backorders(sql)} where o.order_id = any(${orderIds}::text[])`;

/** Newest first; `after` is the last one of the page before. */
export const listBackorders = async (
  sql: Sql,
  {
    filter,
    after,
    limit,
  }: {
    filter: BackorderFilter;
    after: { placedAt: Instant; orderId: string } | null;
    limit: number;
  },
): Promise<BackorderRow[]> => {
  const { phase, sku, attention, email, promisedBefore, updatedSince } = filter;
  return sql<BackorderRow[]>`
    ${backorders(sql)} where true
    ${phase === undefined ? sql`` : sql`and coalesce(v.phase, 'awaiting_stock') = ${phase}`}
    ${
      sku === undefined
        ? sql``
        : sql`and exists (
            select from lines l where l.sku = ${sku} and l.order_id = o.order_id)`
    }
    ${
      attention === undefined
        ? sql``
        : sql`and (coalesce(v.attention, '{}') <> '{}' or exists (
            select from attention a where a.order_id = o.order_id and a.resolved_at is null
          )) = ${attention}::boolean`
    }
    ${email === undefined ? sql`` : sql`and lower(o.email) = lower(${email})`}
    ${promisedBefore === undefined ? sql`` : sql`and p."on" < ${promisedBefore}::date`}
    ${
      updatedSince === undefined
        ? sql``
        : sql`and greatest(v.updated_at, o.created_at, (
            select max(greatest(a.raised_at, a.resolved_at)) from attention a
            where a.order_id = o.order_id
          )) >= ${updatedSince}`
    }
    ${after ? sql`and (o.placed_at, o.order_id) < (${after.placedAt}, ${after.orderId})` : sql``}
    order by o.placed_at desc, o.order_id desc limit ${limit}`;
};

const backorders = (sql: Sql) => sql`
  select
    o.order_id, o.placed_at, o.fulfilment, o.priority, o.email, o.name, o.locale, o.time_zone,
    o.country, o.region, o.postal_code, o.currency, o.terms, o.paid_upfront, o.link_version, o.skipped_ms,
    o.held_by, o.held_reference, o.ask_days, o.seller_credit, o.excitement_group,
    o.suspension_reason, o.suspended_at, o.erased_at, v.revision, v.body as view, p."on" as promised_on,
    p.basis as promise_basis, p.stated_at as promise_stated_at,
    (
      select m.id from messages m
      where m.order_id = o.order_id and m.key = v.body #>> '{law,notice,key}'
    ) as notice_id,
    (
      select json_build_object(
        'by', c.by, 'reason', c.reason, 'at', ${iso(sql, sql`c.requested_at`)}
      ) from cancellations c
      where c.order_id = o.order_id and jsonb_array_length(c.lines) > 0
      order by c.requested_at desc, c.created_at desc limit 1
    ) as cancellation,
    (
      select coalesce(json_agg(json_strip_nulls(json_build_object(
        'code', a.code, 'at', ${iso(sql, sql`a.at`)}, 'dueAt', ${iso(sql, sql`a.due_at`)}
      )) order by a.at, a.code), '[]')
      from attention a where a.order_id = o.order_id and a.resolved_at is null
    ) as raised,
    (
      select json_agg(json_build_object(
        'lineId', l.line_id, 'sku', l.sku, 'location', l.location, 'quantity', l.quantity,
        'waiting', l.waiting, 'allocated', l.kept + l.leased + l.firm, 'shipped', l.shipped,
        'cancelled', l.cancelled, 'unitPrice', l.unit_price, 'total', l.total
      ) order by l.ordinal) from lines l where l.order_id = o.order_id
    ) as lines,
    (
      select json_build_object('id', so.shop, 'order', so.number, 'url', so.url)
      from shop_orders so where so.order_id = o.order_id
    ) as shop
  from orders o
  left join views v on v.order_id = o.order_id
  left join promises p on p.order_id = o.order_id and p.withdrawn_at is null and p.promise_id =
    case when v.order_id is null then 'checkout' else v.body #>> '{promise,promiseId}' end`;
