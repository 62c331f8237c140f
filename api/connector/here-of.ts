import { type BackorderRow, findBackorder } from '../../db/backorder/read.ts';
import type { Sql } from '../../db/client.ts';
import { listActsOf } from '../../db/connector/acts.ts';
import {
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
};

/** What is known of an order of a shop, and what of that its shop must hear. */
export const readHere = async (sql: Sql, orderId: string) => {
  const row = await findBackorder(sql, orderId);
  const link = await findShopOrder(sql, orderId);
  if (!row || !link) return undefined;
  const parcels = await listParcels(sql, orderId);
  const known = { row, link, parcels, acts: await listActsOf(sql, orderId) };
  const isCancelled = await isCancelledThere(sql, orderId, { prefix: there });
  return { row, link, parcels, here: hereOf({ ...known, isCancelledThere: isCancelled }) };
};

const hereOf = ({ row, link, parcels, acts, isCancelledThere }: Known): Here => {
  const { view } = row;
  const wanted = view?.attention.find(({ code }) => code === 'refund_wanted');
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
    refundWanted: wanted ? { at: wanted.at, amount: wanted.amount ?? 0 } : null,
    askedBack: acts.flatMap(({ act }) =>
      act.kind === 'refunded'
        ? act.lines.map(({ id, quantity }) => ({ lineId: id, quantity }))
        : [],
    ),
    reason: row.cancellation?.reason ?? null,
    isCancelledThere,
  };
};
