import type { HTTPException } from 'hono/http-exception';
import { type BackorderRow, findBackorder } from '../../../db/backorder/read.ts';
import { listActsOf } from '../../../db/connector/acts.ts';
import {
  listCancelling,
  listParcels,
  type ShopOrderRow,
  saveSeen,
  saveShopOrder,
  wantLook,
} from '../../../db/connector/orders.ts';
import { noteError } from '../../../db/connector/shops.ts';
import { raiseAttention } from '../../../db/record/attention.ts';
import { appendTimeline } from '../../../db/record/timeline.ts';
import { forgetCancellation } from '../../../db/stock/cancel.ts';
import {
  type Change,
  type Kept,
  nextStep,
  type Seen,
  type Step,
  seenOf,
} from '../../../workflows/domain/connector/judge-order.ts';
import { addMs, minuteMs } from '../../../workflows/domain/time.ts';
import { customerChange } from '../../backorder/acts-schema.ts';
import { cancelForShop } from '../../backorder/cancel.ts';
import { changeAs } from '../../backorder/customer.ts';
import { answerItem } from '../../backorder/resolve.ts';
import { bodyHash } from '../../http/body-hash.ts';
import { nowOf } from '../../http/order-time.ts';
import { takeReport } from '../../stock/shipments.ts';
import type { OpenShop } from '../open-shop.ts';
import type { ShopOrder } from '../port.ts';
import { there } from '../there.ts';
import { shipToOf } from './checkout-of.ts';
import type { LookDeps, Place } from './place.ts';
import { isRefusal } from './refusal.ts';

/** More steps than any order has ever wanted at once. */
const mostSteps = 50;

/** A parcel may be seen before the payment for it is ready here. */
const unreadyForMs = 10 * minuteMs;
const unreadyAgainMs = 20_000;

/** A refund that was asked for is looked for as long as it is not seen. */
const refundAgainMs = 5 * minuteMs;

/**
 * Brings an order of ours to what its shop shows, one step after another, each by the same act as
 * a caller's. What is refused here is left to a person. Safe to repeat.
 */
export const followOrder = async (
  deps: LookDeps,
  shop: OpenShop,
  { orderId, order, link }: Place,
): Promise<void> => {
  const { db } = deps;
  let seen = seenOf(order, link?.seen ?? null);
  const { number, url } = order;
  const at = { orderId, shop: shop.id, platformId: order.id, number, url };
  await saveShopOrder(db.sql, { ...at, seen, trouble: null, lookAt: null });
  for (let left = mostSteps; left > 0; left--) {
    const row = await findBackorder(db.sql, orderId);
    if (!row) return;
    const kept = await keptOf(deps, row);
    const step = nextStep(order, kept, seen);
    if (step?.step === 'ship' && isTooEarly(row, step)) {
      await lookAgain(deps, orderId, unreadyAgainMs);
      return;
    }
    if (!step) {
      if (kept.refundWanted !== null && kept.isHeldByShop) {
        await lookAgain(deps, orderId, refundAgainMs);
      }
      return;
    }
    try {
      seen = await carryOut(deps, row, { step, seen, order });
    } catch (error) {
      if (!isRefusal(error)) throw error;
      await leaveToPerson(deps, shop, { at, seen, step, error });
      return;
    }
  }
};

const lookAgain = ({ db }: LookDeps, orderId: string, delayMs: number): Promise<void> =>
  wantLook(db.sql, orderId, addMs(new Date().toISOString(), delayMs));

const isTooEarly = (row: BackorderRow, { shipment }: Extract<Step, { step: 'ship' }>): boolean =>
  row.view?.phase !== 'ready_to_ship' &&
  shipment.shippedAt > addMs(new Date().toISOString(), -unreadyForMs);

const keptOf = async ({ db }: LookDeps, row: BackorderRow): Promise<Kept> => {
  const [parcels, acts, cancelling] = await Promise.all([
    listParcels(db.sql, row.orderId),
    listActsOf(db.sql, row.orderId),
    listCancelling(db.sql, row.orderId, { prefix: there }),
  ]);
  const shipping = acts.filter(({ act }) => act.kind === 'shipped');
  const wanted = row.view?.attention.find(({ code }) => code === 'refund_wanted');
  return {
    lines: row.lines.map(({ waiting, allocated, ...line }) => ({
      ...line,
      open: waiting + allocated,
    })),
    knownShipments: [
      ...parcels.flatMap(({ shipmentId, status }) =>
        status === 'accepted' && shipmentId.startsWith(there)
          ? [shipmentId.slice(there.length)]
          : [],
      ),
      // One report may have become a parcel for each address.
      ...shipping.flatMap(({ reference }) => reference?.split(',') ?? []),
    ],
    isShipping: shipping.some(({ outcome, tries }) => outcome === null && tries > 0),
    isHeldByShop: row.heldBy === 'shop',
    givenBack: row.view?.payment.givenBack ?? 0,
    refundWanted: wanted ? { at: wanted.at, amount: wanted.amount ?? 0 } : null,
    cancelling,
  };
};

/** Does the step, and tells what is known of the order afterwards. */
const carryOut = async (
  deps: LookDeps,
  row: BackorderRow,
  { step, seen, order }: { step: Step; seen: Seen; order: ShopOrder },
): Promise<Seen> => {
  const { orderId } = row;
  if (step.step === 'ship') {
    const { id, carrier, tracking, shippedAt: scannedAt } = step.shipment;
    const report = { carrier, tracking, scannedAt, lines: step.lines, bodyHash: id };
    await takeReport(deps, row, { shipmentId: `${there}${id}`, ...report });
    return seen;
  }
  if (step.step === 'cancel') {
    await cancelAsThere(deps, row, step);
    return seen;
  }
  if (step.step === 'move') return move(deps, row, { order, shipTo: step.shipTo, seen });
  if (step.step === 'settle-refund') {
    const { at } = step;
    const answer = { code: 'refund_wanted' as const, note: 'The shop shows the refund', at };
    const actId = `${there}${orderId}/refund/${at}`;
    await answerItem(deps, { orderId, view: row.view, answer, actId, by: 'The shop' });
    return seen;
  }
  return note(deps, row, { step, seen });
};

/** What is refused is forgotten: what was asked for before is then judged anew. */
const cancelAsThere = async (
  deps: LookDeps,
  row: BackorderRow,
  { lines, cancelId: before }: Extract<Step, { step: 'cancel' }>,
): Promise<void> => {
  const { orderId } = row;
  const target = lines === null ? 'all' : bodyHash(targetsOf(row, lines));
  const cancelId = before ?? `${there}${target}`;
  try {
    await cancelForShop(deps, row, { cancelId, reason: 'Cancelled in the shop', lines });
  } catch (error) {
    if (!isRefusal(error)) throw error;
    await forgetCancellation(deps.db.sql, { orderId, cancelId });
    if (before === undefined) throw error;
  }
};

/** How many units of each line are cancelled afterwards: the same target is the same cancellation. */
const targetsOf = (row: BackorderRow, parts: readonly { lineId: string; quantity: number }[]) =>
  parts.map(({ lineId, quantity }) => {
    const line = row.lines.find((each) => each.lineId === lineId);
    return { lineId, cancelled: (line?.cancelled ?? 0) + quantity };
  });

/** Named by its moment, since the address itself would be kept in the name. */
const move = async (
  deps: LookDeps,
  row: BackorderRow,
  { order, shipTo, seen: before }: { order: ShopOrder; shipTo: ShopOrder['shipTo']; seen: Seen },
): Promise<Seen> => {
  const { orderId } = row;
  const seen = { ...before, shipTo };
  const change = customerChange.safeParse({ shipTo: shipToOf(order) });
  if (!change.success) {
    return note(deps, row, { step: { step: 'note-change', what: 'nowhere' }, seen });
  }
  const actId = `${there}ship-to/${order.changedAt}`;
  await changeAs(deps, row, { change: change.data, actId });
  const summary = 'The shop sends the order to another address';
  await appendTimeline(deps.db.sql, [{ orderId, key: actId, type: 'SeenAtShop', summary }]);
  await saveSeen(deps.db.sql, orderId, seen);
  return seen;
};

type Note = Extract<Step, { step: `note-${string}` }>;

const note = async (
  { db }: LookDeps,
  row: BackorderRow,
  { step, seen }: { step: Note; seen: Seen },
): Promise<Seen> => {
  const { orderId, currency } = row;
  const { code, summary, noted } = noteOf(step, seen);
  const detail = step.step === 'note-refund' ? { amount: { amount: step.amount, currency } } : {};
  const which = step.step === 'note-change' ? step.what : noted.refundNoted;
  const key = `${there}${step.step}/${which}`;
  await appendTimeline(db.sql, [{ orderId, key, type: 'SeenAtShop', summary, detail }]);
  await raiseAttention(db.sql, { orderId, code, at: nowOf(row) });
  await saveSeen(db.sql, orderId, noted);
  return noted;
};

const noteOf = (step: Note, seen: Seen) => {
  if (step.step === 'note-refund') {
    const summary = 'The shop has given money back by itself';
    const noted = { ...seen, refundNoted: seen.refundNoted + step.amount };
    return { code: 'refunded_elsewhere' as const, summary, noted };
  }
  const code = 'shop_differs' as const;
  if (step.step === 'note-more') {
    const summary = 'The order at the shop has more units than ours';
    return { code, summary, noted: { ...seen, isMoreNoted: true } };
  }
  const changesNoted = [...(seen.changesNoted ?? []), step.what];
  return { code, summary: changes[step.what], noted: { ...seen, changesNoted } };
};

const changes: Record<Change, string> = {
  reopened: 'The shop has opened the order again, which is cancelled here',
  paid: 'The shop has been paid for the order, which is charged here',
  unpaid: 'The shop does not have the money for the order any more',
  nowhere: 'The shop sends the order to an address that is none here',
  credit: 'Units were cancelled that store credit or a gift certificate has paid for',
};

/** The shop did what cannot be done here any more. */
const leaveToPerson = async (
  { db }: LookDeps,
  shop: OpenShop,
  {
    at,
    seen,
    step,
    error,
  }: {
    at: Pick<ShopOrderRow, 'orderId' | 'shop' | 'platformId' | 'number' | 'url'>;
    seen: Seen;
    step: Step;
    error: HTTPException;
  },
): Promise<void> => {
  const { orderId, number } = at;
  const trouble = `${step.step}: ${error.message}`;
  await saveShopOrder(db.sql, { ...at, seen, trouble, lookAt: null });
  await noteError(db.sql, shop.id, `Order ${number} could not be followed: ${trouble}`);
  const row = await findBackorder(db.sql, orderId);
  if (row) await raiseAttention(db.sql, { orderId, code: 'shop_differs', at: nowOf(row) });
};
