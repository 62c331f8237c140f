import { firstLawClock, type LawRules, usualLawRules } from '../../workflows/calendar/law-clock.ts';
import { dayAtShipTo } from '../../workflows/calendar/ship-to-day.ts';
import type { Opening } from '../../workflows/domain/backorder/backorder.ts';
import type { Instant } from '../../workflows/domain/time.ts';
import type { Sql } from '../client.ts';
import type { lines } from '../schema/backorder/lines.ts';
import type { orders } from '../schema/backorder/orders.ts';
import type { promises } from '../schema/promise/promises.ts';
import { iso } from '../sql.ts';
import { readSnapshot } from '../stock/ledger/snapshot.ts';

/** What a backorder's workflow starts from, and the SKUs that operators can search for. */
export const getOpening = async (
  sql: Sql,
  orderId: string,
  { joinLeasesMs, law = usualLawRules }: { joinLeasesMs: number; law?: LawRules },
): Promise<{ opening: Opening; skus: string[] }> => {
  const [order] = await sql<OrderRow[]>`
    select o.placed_at, o.currency, o.shipping, o.imported, o.payment_method_id, o.paid_upfront,
      o.fulfilment, o.held_by, o.ask_days, o.country, o.region, o.postal_code, o.seller_credit,
      o.essential, ${iso(sql, sql`now()`)} as now,
      p."on" as promised_on, p.stated_at,
      (
        select json_agg(json_build_object(
          'lineId', line_id, 'quantity', quantity, 'total', total, 'sku', sku
        ) order by ordinal) from lines l where l.order_id = o.order_id
      ) as lines
    from orders o
    left join promises p on p.order_id = o.order_id and p.promise_id = 'checkout'
      and p.accepted_at is not null
    where o.order_id = ${orderId}`;
  if (order === undefined) throw new Error('no such order');
  const { placedAt, currency, shipping, imported, promisedOn, statedAt } = order;
  const stock = await readSnapshot(sql, orderId);
  return {
    skus: order.lines.map(({ sku }) => sku),
    opening: {
      orderId,
      placedAt,
      currency,
      shipping,
      // A whole order comes as one lease.
      joinMs: order.fulfilment === 'whole-order' ? 0 : joinLeasesMs,
      isImported: imported,
      lines: order.lines.map(({ sku: _, ...line }) => line),
      promise: statedAt === null ? null : { promiseId: 'checkout', on: promisedOn, statedAt },
      stock,
      payment: paymentOf(order),
      law: lawAtStart(order, law),
    },
  };
};

/** Until card and consent are there, no clock runs. An import says nothing of days gone by. */
const lawAtStart = (order: OrderRow, { leadDays, mayTell }: LawRules): Opening['law'] => {
  const { placedAt, promisedOn, now, sellerCredit: hasCredit, essential: isEssential } = order;
  const startedAt = order.askDays === null ? placedAt : null;
  const clock = firstLawClock(
    { startedAt, statedOn: promisedOn, hasCredit, isEssential },
    { shipTo: order, now, leadDays, mayTell },
  );
  const isOver = promisedOn !== null && promisedOn < dayAtShipTo(order, now);
  return { hasCredit, isEssential, clock, silentOn: order.imported && isOver ? promisedOn : null };
};

/** Whoever is asked for a card has their days from now on: only now do they hear of it. */
const paymentOf = ({ paymentMethodId, paidUpfront, heldBy, askDays, now }: OrderRow) => ({
  methodId: paymentMethodId,
  upfront: paidUpfront === null ? null : { amount: paidUpfront, ...(heldBy && { heldBy }) },
  ...(askDays !== null && { ask: { from: now, days: askDays } }),
});

type Line = typeof lines.$inferSelect;
type Promised = typeof promises.$inferSelect;

type OrderRow = Pick<
  typeof orders.$inferSelect,
  | 'placedAt'
  | 'currency'
  | 'shipping'
  | 'imported'
  | 'fulfilment'
  | 'paymentMethodId'
  | 'paidUpfront'
  | 'heldBy'
  | 'askDays'
  | 'country'
  | 'region'
  | 'postalCode'
  | 'sellerCredit'
  | 'essential'
> & {
  now: Instant;
  promisedOn: Promised['on'];
  /** Null when nothing was promised. */
  statedAt: Promised['statedAt'] | null;
  lines: Pick<Line, 'lineId' | 'quantity' | 'total' | 'sku'>[];
};
