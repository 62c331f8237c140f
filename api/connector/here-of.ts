import type { BackorderRow } from '../../db/backorder/read.ts';
import type { listActsOf } from '../../db/connector/acts.ts';
import type { Parcel, ShopOrderRow } from '../../db/connector/orders.ts';
import type { Here } from '../../workflows/domain/connector/acts.ts';
import { there } from './there.ts';

type Known = {
  row: BackorderRow;
  link: ShopOrderRow;
  parcels: readonly Parcel[];
  acts: Awaited<ReturnType<typeof listActsOf>>;
  isCancelledThere: boolean;
};

/** What its shop must hear of an order of ours. */
export const hereOf = ({ row, link, parcels, acts, isCancelledThere }: Known): Here => {
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
