import type { Part } from '../backorder/snapshot.ts';
import type { Instant } from '../time.ts';
import type { ShopOrder, ShopShipment } from './shop-order.ts';

/** What is kept of an order as it was last seen at its shop. */
export type Seen = {
  standing: ShopOrder['standing'];
  lines: { id: string; quantity: number; shipped: number }[];
  /** Given back, in minor units, and how much of it is known: it was never ours, or told of. */
  refunded: number;
  refundNoted: number;
  /** Somebody was told that the shop's order has more units than ours. */
  isMoreNoted: boolean;
  /** It was cancelled there once. */
  wasCancelled?: boolean;
  /** Of what else somebody was told. */
  changesNoted?: readonly Change[];
  /** Where it went to when ours was last brought there; not of an order that was erased. */
  shipTo?: ShopOrder['shipTo'];
};

/** What the shop has made of an order, and what ours cannot follow. */
export type Change = 'reopened' | 'paid' | 'unpaid' | 'credit' | 'nowhere';

/** What is here of that order. */
export type Kept = {
  lines: { lineId: string; quantity: number; open: number; shipped: number; cancelled: number }[];
  /** The shop's shipments that were accepted here, and its names of those that we reported there. */
  knownShipments: readonly string[];
  /** A shipment of ours is on its way to the shop: one that is seen there may be that one. */
  isShipping: boolean;
  isHeldByShop: boolean;
  givenBack: number;
  refundWanted: { at: Instant; amount: number } | null;
  /** Asked for because the shop took units off, and not seen to be done: it may still be heard. */
  cancelling: readonly Asked[];
};

type Asked = { cancelId: string; lines: Part[] };

/** The next thing that brings ours to what the shop's is. */
export type Step =
  | { step: 'ship'; shipment: ShopShipment; lines: Part[] }
  /** `lines` null: all that is open. `cancelId`: of what was asked for before. */
  | { step: 'cancel'; lines: Part[] | null; cancelId?: string }
  | { step: 'move'; shipTo: ShopOrder['shipTo'] }
  /** The refund that was wanted then has been given. */
  | { step: 'settle-refund'; at: Instant }
  | { step: 'note-refund'; amount: number }
  | { step: 'note-more' }
  | { step: 'note-change'; what: Change };

export const seenOf = (order: ShopOrder, before: Seen | null): Seen => ({
  standing: order.standing,
  lines: order.lines.map(({ id, quantity }) => ({
    id,
    quantity,
    shipped: shippedThere(order, id),
  })),
  refunded: order.refunded.amount,
  refundNoted: before?.refundNoted ?? 0,
  isMoreNoted: before?.isMoreNoted ?? false,
  wasCancelled: order.standing === 'cancelled' || before?.wasCancelled === true,
  // Cancelled anew, it can be opened anew.
  changesNoted: (before?.changesNoted ?? []).filter(
    (what) => what !== 'reopened' || order.standing !== 'cancelled',
  ),
  shipTo: before?.shipTo ?? order.shipTo,
});

/** The shop has cancelled the order and thought better of it. */
export const isReopened = ({ standing, wasCancelled }: Seen): boolean =>
  wasCancelled === true && (standing === 'open' || standing === 'awaiting_payment');

/**
 * What the order at the shop asks for here, the first of it; undefined when both agree. Goods that
 * left are a fact and come first. What is ours already is its echo and asks for nothing, so that
 * whoever looks again after each step comes to an end.
 */
export const nextStep = (order: ShopOrder, kept: Kept, seen: Seen): Step | undefined =>
  shipStep(order, kept) ??
  cancelStep(order, kept) ??
  moveStep(order, kept, seen) ??
  refundStep(order, kept, seen) ??
  (hasMore(order, kept) && !seen.isMoreNoted ? { step: 'note-more' } : undefined) ??
  changeStep(order, kept, seen);

const shipStep = (order: ShopOrder, kept: Kept): Step | undefined => {
  if (kept.isShipping) return undefined;
  for (const shipment of shipmentsOf(order)) {
    if (kept.knownShipments.includes(shipment.id)) continue;
    const lines = kept.lines.flatMap(({ lineId, shipped }) => {
      const excess = shippedThere(order, lineId) - shipped;
      const quantity = Math.min(excess, sumOf(shipment, lineId));
      return quantity > 0 ? [{ lineId, quantity }] : [];
    });
    if (lines.length > 0) return { step: 'ship', shipment, lines };
  }
  return undefined;
};

const cancelStep = ({ standing, lines }: ShopOrder, kept: Kept): Step | undefined => {
  if (standing === 'cancelled') {
    return kept.lines.some(({ open }) => open > 0) ? { step: 'cancel', lines: null } : undefined;
  }
  const parts = kept.lines.flatMap(({ lineId, quantity, cancelled, open }) => {
    const there = lines.find(({ id }) => id === lineId)?.quantity ?? 0;
    const excess = Math.min(open, quantity - cancelled - there);
    return excess > 0 ? [{ lineId, quantity: excess }] : [];
  });
  if (parts.length === 0) return undefined;
  const again = kept.cancelling.flatMap(({ cancelId, lines: asked }) => {
    const both = overlap(asked, parts);
    return both.length > 0 ? [{ cancelId, lines: both }] : [];
  });
  // The ledger does not show it yet: what was asked for without an answer would be cancelled twice.
  return { step: 'cancel', lines: parts, ...again[0] };
};

/** Of what was asked for, what the shop wants still: it may have been put back there meanwhile. */
const overlap = (asked: readonly Part[], wanted: readonly Part[]): Part[] =>
  asked.flatMap(({ lineId, quantity }) => {
    const part = wanted.find((each) => each.lineId === lineId);
    return part ? [{ lineId, quantity: Math.min(quantity, part.quantity) }] : [];
  });

const moveStep = ({ shipTo }: ShopOrder, kept: Kept, seen: Seen): Step | undefined => {
  const { country, region, postalCode } = seen.shipTo ?? shipTo;
  const isSame =
    shipTo.country === country && shipTo.region === region && shipTo.postalCode === postalCode;
  return isSame || kept.lines.every(({ open }) => open === 0)
    ? undefined
    : { step: 'move', shipTo };
};

/** Of money that lies elsewhere its provider tells. */
const refundStep = ({ refunded }: ShopOrder, kept: Kept, seen: Seen): Step | undefined => {
  if (!kept.isHeldByShop) return undefined;
  const { refundWanted, givenBack } = kept;
  const apart = refunded.amount - givenBack - seen.refundNoted;
  if (refundWanted !== null) {
    return apart >= refundWanted.amount
      ? { step: 'settle-refund', at: refundWanted.at }
      : undefined;
  }
  return apart > 0 ? { step: 'note-refund', amount: apart } : undefined;
};

const hasMore = ({ standing, lines }: ShopOrder, kept: Kept): boolean =>
  standing === 'open' &&
  lines.some(({ id, quantity }) => {
    const ours = kept.lines.find(({ lineId }) => lineId === id);
    return quantity > (ours?.quantity ?? 0);
  });

const changeStep = (order: ShopOrder, kept: Kept, seen: Seen): Step | undefined => {
  const what = changesOf(order, kept, seen).find((each) => !seen.changesNoted?.includes(each));
  return what && { step: 'note-change', what };
};

const changesOf = (order: ShopOrder, kept: Kept, seen: Seen): Change[] => {
  const { standing, payment, paidOtherwise } = order;
  const { lines, isHeldByShop } = kept;
  const isWaiting = lines.some(({ open }) => open > 0);
  const isCancelled = lines.some(({ cancelled }) => cancelled > 0);
  const isPaidThere = payment.by === 'shop' && payment.paid.amount > 0;
  const changes: [Change, boolean][] = [
    ['reopened', isCancelled && !isWaiting && isReopened(seen)],
    ['paid', isPaidThere && !isHeldByShop],
    ['unpaid', standing === 'unpaid' && isHeldByShop && isWaiting],
    ['credit', isCancelled && paidOtherwise.amount > 0],
  ];
  return changes.flatMap(([what, isSo]) => (isSo ? [what] : []));
};

/** A platform may call an order shipped without naming a parcel. */
const shipmentsOf = ({ standing, shipments, lines, changedAt }: ShopOrder): ShopShipment[] =>
  standing === 'shipped' && shipments.length === 0
    ? [
        {
          id: 'all',
          shippedAt: changedAt,
          lines: lines.map(({ id, quantity }) => ({ id, quantity })),
          ...{ carrier: null, tracking: null },
        },
      ]
    : [...shipments].sort((a, b) => (a.shippedAt < b.shippedAt ? -1 : 1));

const shippedThere = (order: ShopOrder, lineId: string): number =>
  shipmentsOf(order).reduce((sum, shipment) => sum + sumOf(shipment, lineId), 0);

const sumOf = ({ lines }: ShopShipment, lineId: string): number =>
  lines.reduce((sum, { id, quantity }) => sum + (id === lineId ? quantity : 0), 0);
