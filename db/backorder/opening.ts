import type { Opening } from '../../workflows/domain/backorder/backorder.ts';
import type { Db } from '../client.ts';
import { readSnapshot } from '../stock/ledger/snapshot.ts';

/** What a backorder's workflow starts from, and the SKUs that operators can search for. */
export const getOpening = async (
  db: Db,
  orderId: string,
): Promise<{ opening: Opening; skus: string[] }> => {
  const [order] = await db.sql<OrderRow[]>`
    select o.placed_at, o.currency, o.shipping, o.imported, o.payment_method_id, o.paid_upfront,
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
  const { placedAt, currency, shipping, imported, promisedOn, statedAt, paidUpfront } = order;
  const stock = await readSnapshot(db, orderId);
  return {
    skus: order.lines.map(({ sku }) => sku),
    opening: {
      orderId,
      placedAt,
      currency,
      shipping,
      isImported: imported,
      lines: order.lines.map(({ sku: _, ...line }) => line),
      promise: statedAt === null ? null : { promiseId: 'checkout', on: promisedOn, statedAt },
      stock,
      payment: {
        methodId: order.paymentMethodId,
        upfront: paidUpfront === null ? null : { amount: paidUpfront },
      },
    },
  };
};

type OrderRow = {
  placedAt: string;
  currency: string;
  shipping: number;
  imported: boolean;
  paymentMethodId: string | null;
  paidUpfront: number | null;
  promisedOn: string | null;
  statedAt: string | null;
  lines: { lineId: string; quantity: number; total: number; sku: string }[];
};
