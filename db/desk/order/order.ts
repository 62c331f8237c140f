import { and, asc, eq, inArray, sql as raw } from 'drizzle-orm';
import type { Decision } from '../../../workflows/domain/backorder/message-kind.ts';
import type { Instant } from '../../../workflows/domain/time.ts';
import { builder } from '../../builder.ts';
import type { Sql } from '../../client.ts';
import { cancellations } from '../../schema/backorder/cancellations.ts';
import type { lines } from '../../schema/backorder/lines.ts';
import type { orders } from '../../schema/backorder/orders.ts';
import type { views } from '../../schema/backorder/views.ts';
import { operators } from '../../schema/desk/operators.ts';
import type { promises } from '../../schema/promise/promises.ts';
import { shipments } from '../../schema/stock/shipments.ts';
import { boughtAs } from '../../sql.ts';

/** What is kept of an order besides what the API answers. It names nobody. */
export type KeptOrder = Pick<
  typeof orders.$inferSelect,
  | 'imported'
  | 'essential'
  | 'sellerCredit'
  | 'shipping'
  | 'currency'
  | 'upfrontIntentId'
  | 'paidUpfront'
  | 'mandate'
  | 'skippedMs'
  | 'excitementGroup'
> & {
  accumulates: boolean | null;
  erasedAt: Instant | null;
  /** What its workflow is made of; null before it showed itself, and once the order is erased. */
  state: (typeof views.$inferSelect)['state'];
  lines: KeptLine[];
};

type Counts = 'lineId' | 'waiting' | 'kept' | 'leased' | 'firm' | 'barred';

/** Where each unit of a line stands, and what it was sold as. */
export type KeptLine = Pick<typeof lines.$inferSelect, Counts> & { title: string };

export const findKeptOrder = async (sql: Sql, orderId: string): Promise<KeptOrder | undefined> => {
  const [found] = await sql<KeptOrder[]>`
    select o.imported, o.essential, o.seller_credit, o.shipping, o.currency, o.upfront_intent_id,
      o.paid_upfront, o.mandate, o.skipped_ms, o.excitement_group, o.accumulates, o.erased_at,
      v.state, (
        select json_agg(json_build_object(
          'lineId', l.line_id, 'waiting', l.waiting, 'kept', l.kept, 'leased', l.leased,
          'firm', l.firm, 'barred', l.barred, 'title', ${boughtAs(sql)}
        ) order by l.ordinal)
        from lines l left join products p on p.sku = l.sku where l.order_id = o.order_id
      ) as lines
    from orders o left join views v on v.order_id = o.order_id
    where o.order_id = ${orderId}`;
  return found;
};

/** A promise of the history, and the notice that told of it, if one did. */
export type KeptPromise = Omit<typeof promises.$inferSelect, 'orderId' | 'ordinal'> & {
  notice: { id: string; decision: Decision; at: Instant } | null;
  /** Who gave it by hand, if a person did. */
  by: string | null;
};

/** Oldest first; no order has anywhere near as many as it reads. */
export const listKeptPromises = (sql: Sql, orderId: string): Promise<KeptPromise[]> =>
  sql<KeptPromise[]>`
    select p.promise_id, p."on", p.basis, p.reason, p.stated_at, p.accepted_at, p.withdrawn_at,
      p.withdrawn_because, (
        select json_build_object('id', m.id, 'decision', m.decision, 'at', m.at) from messages m
        where m.order_id = p.order_id and m.kind = 'delay-notice'
          and m.about #>> '{about,promiseId}' = p.promise_id
        order by m.at limit 1
      ) as notice, (
        select t.detail ->> 'by' from timeline t
        where t.order_id = p.order_id and t.key = 'operator/promise/' || p.promise_id
      ) as by
    from promises p where p.order_id = ${orderId} order by p.ordinal limit 200`;

/** What left, and what was reported and refused, oldest first. */
export const listReportedShipments = (sql: Sql, orderId: string) =>
  builder(sql)
    .select({
      ...{ shipmentId: shipments.shipmentId, carrier: shipments.carrier },
      ...{ tracking: shipments.tracking, scannedAt: shipments.scannedAt },
      ...{ lines: shipments.lines, status: shipments.status, code: shipments.code },
    })
    .from(shipments)
    .where(eq(shipments.orderId, orderId))
    .orderBy(asc(shipments.scannedAt), asc(shipments.shipmentId))
    .limit(200);

/** What was cancelled and by whom, oldest first. */
export const listCancellations = (sql: Sql, orderId: string) =>
  builder(sql)
    .select({
      ...{ cancelId: cancellations.cancelId, by: cancellations.by, reason: cancellations.reason },
      ...{ lines: cancellations.lines, requestedAt: cancellations.requestedAt },
    })
    .from(cancellations)
    .where(and(eq(cancellations.orderId, orderId), raw`${cancellations.lines} is not null`))
    .orderBy(asc(cancellations.requestedAt))
    .limit(200);

/** The names of operators, by the names that the timeline has of them: `operator/<id>`. */
export const nameOperators = async (
  sql: Sql,
  named: readonly string[],
): Promise<Map<string, string>> => {
  const ids = named.flatMap((name) => (name.startsWith('operator/') ? [name.slice(9)] : []));
  if (ids.length === 0) return new Map();
  const { operatorId, name } = operators;
  const rows = await builder(sql)
    .select({ operatorId, name })
    .from(operators)
    .where(inArray(operatorId, [...new Set(ids)]));
  return new Map(rows.map((row) => [`operator/${row.operatorId}`, row.name]));
};
