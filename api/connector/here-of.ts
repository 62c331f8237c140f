import { type BackorderRow, findBackorder } from '../../db/backorder/read.ts';
import type { Sql } from '../../db/client.ts';
import { listActsOf } from '../../db/connector/acts.ts';
import {
  findCancellationSince,
  findShopOrder,
  isCancelledThere,
  listParcels,
  type Parcel,
  type ShopOrderRow,
} from '../../db/connector/orders.ts';
import type { Here } from '../../workflows/domain/connector/acts.ts';
import { there } from './there.ts';

type Known = {
  row: BackorderRow;
  link: ShopOrderRow;
  parcels: readonly Parcel[];
  acts: Awaited<ReturnType<typeof listActsOf>>;
  isCancelledThere: boolean;
  refundWanted: Here['refundWanted'];
};

/** What is known of an order of a shop, and what of that its shop must hear. */
export const readHere = async (sql: Sql, orderId: string) => {
  const row = await findBackorder(sql, orderId);
  const link = await findShopOrder(sql, orderId);
  if (!row || !link) return undefined;
  const parcels = await listParcels(sql, orderId);
  const known = { row, link, parcels, acts: await listActsOf(sql, orderId) };
  const isCancelled = await isCancelledThere(sql, orderId, { prefix: there });
  const refundWanted = await refundWantedOf(sql, row);
  const here = hereOf({ ...known, isCancelledThere: isCancelled, refundWanted });
  return { row, link, parcels, here };
};

const refundWantedOf = async (
  sql: Sql,
  { orderId, view }: BackorderRow,
): Promise<Here['refundWanted']> => {
  const wanted = view?.attention.find(({ code }) => code === 'refund_wanted');
  if (!wanted) return null;
  const { at, amount = 0 } = wanted;
  const found = await findCancellationSince(sql, { orderId, at });
  const isThere = found?.cancelId.startsWith(there) === true;
  return { at, amount, of: found ? { isThere, lines: found.lines } : null };
};

const hereOf = (known: Known): Here => {
  const { row, link, parcels, acts, isCancelledThere, refundWanted } = known;
  const { view } = row;
  return {
    shop: link.shop,
    platformId: link.platformId,
    currency: row.currency,
    lines: row.lines.map(({ lineId, waiting, allocated, shipped, cancelled }) => ({
      ...{ lineId, shipped, cancelled },
      open: waiting + allocated,
    })),
    promise: view?.promise ?? null,
    shipments: parcels.flatMap(({ shipmentId, status, lines, carrier, tracking }) =>
      status === 'accepted' && lines !== null && lines.length > 0 && !shipmentId.startsWith(there)
        ? [{ shipmentId, lines, carrier: carrier ?? '', tracking: tracking ?? '' }]
        : [],
    ),
    refundWanted,
    askedBack: acts.flatMap(({ act }) =>
      act.kind === 'refunded'
        ? act.lines.map(({ id, quantity }) => ({ lineId: id, quantity }))
        : [],
    ),
    reason: row.cancellation?.reason ?? null,
    isCancelledThere,
  };
};
