import type { Part } from '../backorder/snapshot.ts';
import type { Money } from '../money.ts';
import type { CivilDate, Instant } from '../time.ts';
import { isReopened, type Seen } from './judge-order.ts';

/** What is owed to the platform. `key` names the act for ever; `orderId` is the platform's. */
export type ShopAct = { key: string } & (
  | {
      kind: 'shipped';
      orderId: string;
      lines: { id: string; quantity: number }[];
      carrier: string;
      tracking: string;
    }
  | { kind: 'cancelled'; orderId: string; reason: string }
  | { kind: 'refunded'; orderId: string; lines: { id: string; quantity: number }[]; amount: Money }
  | { kind: 'promised'; orderId: string; on: CivilDate | null }
  | { kind: 'availability'; sku: string; text: string; shipsOn: CivilDate | null }
  | { kind: 'widget'; src: string }
);

/** What was cancelled, and whether the shop itself did it. */
export type Cancelled = { isThere: boolean; lines: Part[] };

/** What an order of a shop is here, as far as the shop must hear of it. */
export type Here = {
  shop: string;
  /** The platform's id. */
  platformId: string;
  currency: string;
  lines: { lineId: string; open: number; shipped: number; cancelled: number }[];
  promise: { promiseId: string; on: CivilDate | null } | null;
  /** Those that were reported to us, and not by the shop. */
  shipments: { shipmentId: string; lines: Part[]; carrier: string; tracking: string }[];
  /** A refund that the shop is to send, and the cancellation that it is of, where that is known. */
  refundWanted: { at: Instant; amount: number; of: Cancelled | null } | null;
  /** Units of which the shop was asked for the money already. */
  askedBack: readonly Part[];
  /** Why it was cancelled last; null as long as nothing was. */
  reason: string | null;
  /** The shop itself cancelled something of it. */
  isCancelledThere: boolean;
};

/**
 * The acts that the shop is owed. Each names a state by its key, so that the same state owes the
 * same act however often it is written, and one that the shop was seen to have already owes none.
 */
export const owedActs = (here: Here, seen: Seen): ShopAct[] => {
  if (seen.standing === 'cancelled') return refundOf(here);
  const cancelled = isReopened(seen) ? [] : cancelledOf(here);
  return [...shippedOf(here, seen), ...promisedOf(here), ...cancelled, ...refundOf(here)];
};

/**
 * Whether an act is owed still, when it is about to be done: while it waited the shop may have done
 * it by itself, or a person may have answered for it.
 */
export const isStillOwed = (act: ShopAct, here: Here, seen: Seen): boolean => {
  if (act.kind === 'refunded') {
    const { refundWanted: wanted } = here;
    return wanted !== null && act.key === keyOf(here, 'refunded', wanted.at);
  }
  if (act.kind !== 'shipped' && act.kind !== 'cancelled') return true;
  return seen.standing === 'cancelled' || owedActs(here, seen).some(({ key }) => key === act.key);
};

const shippedOf = (here: Here, seen: Seen): ShopAct[] => {
  const isKnown = here.lines.every(
    ({ lineId, shipped }) => (seen.lines.find(({ id }) => id === lineId)?.shipped ?? 0) >= shipped,
  );
  if (isKnown) return [];
  return here.shipments.map(({ shipmentId, lines, carrier, tracking }) => ({
    key: keyOf(here, 'shipped', shipmentId),
    ...{ kind: 'shipped', orderId: here.platformId, carrier, tracking },
    lines: lines.map(({ lineId, quantity }) => ({ id: lineId, quantity })),
  }));
};

/** Of an order that still waits for something. */
const promisedOf = ({ promise, ...here }: Here): ShopAct[] =>
  promise !== null && here.lines.some(({ open }) => open > 0)
    ? [
        {
          key: keyOf(here, 'promised', promise.promiseId),
          ...{ kind: 'promised', orderId: here.platformId, on: promise.on },
        },
      ]
    : [];

/** Only of the whole order: platforms know no other cancellation. */
const cancelledOf = (here: Here): ShopAct[] =>
  here.lines.every(({ open, shipped }) => open === 0 && shipped === 0)
    ? [
        {
          key: keyOf(here, 'cancelled'),
          ...{ kind: 'cancelled', orderId: here.platformId, reason: here.reason ?? 'Cancelled' },
        },
      ]
    : [];

/** A shop that cancelled by itself knows of the money; a person sees whether it is given back. */
const refundOf = (here: Here): ShopAct[] => {
  const { refundWanted, isCancelledThere, currency } = here;
  if (refundWanted === null) return [];
  const { isThere, lines } = refundWanted.of ?? {
    ...{ isThere: isCancelledThere, lines: unaskedOf(here) },
  };
  if (isThere) return [];
  return [
    {
      key: keyOf(here, 'refunded', refundWanted.at),
      ...{ kind: 'refunded', orderId: here.platformId },
      lines: lines.map(({ lineId, quantity }) => ({ id: lineId, quantity })),
      amount: { amount: refundWanted.amount, currency },
    },
  ];
};

const unaskedOf = ({ lines, askedBack }: Here): Part[] =>
  lines.flatMap(({ lineId, cancelled }) => {
    const quantity = cancelled - sumOf(askedBack, lineId);
    return quantity > 0 ? [{ lineId, quantity }] : [];
  });

const sumOf = (parts: readonly Part[], lineId: string): number =>
  parts.reduce((sum, part) => sum + (part.lineId === lineId ? part.quantity : 0), 0);

const keyOf = (
  { shop, platformId }: Pick<Here, 'shop' | 'platformId'>,
  ...state: string[]
): string => [shop, platformId, ...state].join('/');
