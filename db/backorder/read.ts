import type { Attention } from '../../workflows/domain/backorder/attention.ts';
import type { Fulfilment } from '../../workflows/domain/stock/allocation.ts';
import type { CivilDate, Instant } from '../../workflows/domain/time.ts';
import type { View } from '../../workflows/domain/view.ts';
import type { Db } from '../client.ts';
import type { Terms } from '../schema/backorder/orders.ts';

/** Everything that is shown of one backorder, as of one moment. */
export type BackorderRow = {
  orderId: string;
  placedAt: Instant;
  fulfilment: Fulfilment;
  priority: number;
  email: string;
  name: string | null;
  locale: string;
  timeZone: string;
  country: string;
  region: string | null;
  postalCode: string | null;
  currency: string;
  terms: Terms;
  /** Minor units of the deposit or prepayment, as the checkout said; null without one. */
  paidUpfront: number | null;
  token: string;
  skippedMs: number;
  suspensionReason: string | null;
  suspendedAt: Instant | null;
  erasedAt: Instant | null;
  lines: BackorderLine[];
  /** What its workflow last said of itself; both null before it did. */
  revision: number | null;
  view: View | null;
  /** What was raised about it from outside. `at` is order time. */
  raised: Attention[];
  /** The promise that the view names; before there is one, that of the checkout. */
  promisedOn: CivilDate | null;
  promiseBasis: string | null;
  promiseStatedAt: Instant | null;
};

export type BackorderLine = {
  lineId: string;
  sku: string;
  location: string;
  quantity: number;
  waiting: number;
  /** Kept, leased and firm units. */
  allocated: number;
  shipped: number;
  cancelled: number;
  unitPrice: number;
  total: number;
};

export type BackorderFilter = {
  phase?: string;
  sku?: string;
  /** Whether something waits for a person. */
  attention?: boolean;
  email?: string;
  promisedBefore?: CivilDate;
  updatedSince?: Instant;
};

export const findBackorder = async (db: Db, orderId: string): Promise<BackorderRow | undefined> => {
  const { sql } = db;
  const [found] = await sql<BackorderRow[]>`${backorders(db)} where o.order_id = ${orderId}`;
  return found;
};

/** By the secret in the link to its status page. */
export const findBackorderByToken = async (
  db: Db,
  token: string,
): Promise<BackorderRow | undefined> => {
  const { sql } = db;
  const [found] = await sql<BackorderRow[]>`${backorders(db)} where o.token = ${token}`;
  return found;
};

/** Newest first; `after` is the last one of the page before. */
export const listBackorders = async (
  db: Db,
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
  const { sql } = db;
  const { phase, sku, attention, email, promisedBefore, updatedSince } = filter;
  return sql<BackorderRow[]>`
    ${backorders(db)} where true
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

const backorders = ({ sql }: Db) => sql`
  select
    o.order_id, o.placed_at, o.fulfilment, o.priority, o.email, o.name, o.locale, o.time_zone,
    o.country, o.region, o.postal_code, o.currency, o.terms, o.paid_upfront, o.token, o.skipped_ms,
    o.suspension_reason, o.suspended_at, o.erased_at, v.revision, v.body as view, p."on" as promised_on,
    p.basis as promise_basis, p.stated_at as promise_stated_at,
    (
      select coalesce(json_agg(json_strip_nulls(json_build_object(
        'code', a.code, 'at', to_char(a.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
        'dueAt', to_char(a.due_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')
      )) order by a.at, a.code), '[]')
      from attention a where a.order_id = o.order_id and a.resolved_at is null
    ) as raised,
    (
      select json_agg(json_build_object(
        'lineId', l.line_id, 'sku', l.sku, 'location', l.location, 'quantity', l.quantity,
        'waiting', l.waiting, 'allocated', l.kept + l.leased + l.firm, 'shipped', l.shipped,
        'cancelled', l.cancelled, 'unitPrice', l.unit_price, 'total', l.total
      ) order by l.ordinal) from lines l where l.order_id = o.order_id
    ) as lines
  from orders o
  left join views v on v.order_id = o.order_id
  left join promises p on p.order_id = o.order_id and p.promise_id =
    case when v.order_id is null then 'checkout' else v.body ->> 'promiseId' end`;
