import { stopsShipment } from './backorder/attention.ts';
import type { Backorder } from './backorder/backorder.ts';
import { isFinal } from './backorder/card.ts';
import type { Fact } from './backorder/fact.ts';
import { isHeldByShop } from './backorder/intent.ts';
import type {
  CancelBackorder,
  ChangePromise,
  RefusalCode,
  ReportShipment,
  Request,
  ResolveAttention,
} from './backorder/request.ts';
import { isTerminal, isWaiting, type Part, phaseOf, type Snapshot } from './backorder/snapshot.ts';
import { answerNotice, factsOfCrossing, setFurtherPeriod, withdrawContract } from './law/decide.ts';
import { isOfferAsked } from './payment/card-steps.ts';
import { hintsOfCustomer } from './payment/hint.ts';
import { carriedSum, freeHolds } from './payment/sums/holds.ts';
import { collected, isFree, shippedValue, uncollected } from './payment/sums/value.ts';
import { isKnownPromise } from './promise/known.ts';
import { expectedStock, firmUnits, openUnits } from './stock/expected.ts';
import type { Instant } from './time.ts';

/** An expected no. `facts` are what is remembered all the same, such as a report that is kept. */
type Refusal = { refused: RefusalCode; facts: Fact[] };

/**
 * The facts that follow from a request, or a refusal. A request seen before gives no facts. If a
 * cancellation and a shipment compete, the one that arrives here first wins.
 */
export const decide = (state: Backorder, request: Request, at: Instant): Fact[] | Refusal => {
  switch (request.type) {
    case 'CancelBackorder':
      return cancel(state, request, at);
    case 'ReportShipment':
      return ship(state, request, at);
    case 'ChangePromise':
      return changePromise(state, request, at);
    case 'ChangeCustomer':
      return [{ type: 'CustomerChanged', at, hasNewAddress: request.hasNewAddress ?? false }];
    case 'AnswerNotice':
      return answerNotice(state, request, { expected: expectedStock(state), at });
    case 'WithdrawContract':
      return withdrawContract(state, request, { expected: expectedStock(state), at });
    case 'SetFurtherPeriod':
      return setFurtherPeriod(state, request, { expected: expectedStock(state), at });
    case 'SuspendBackorder':
      return state.isSuspended ? [] : [{ type: 'BackorderSuspended', at }];
    case 'ResumeBackorder':
      return state.isSuspended ? [{ type: 'BackorderResumed', at }] : refuse('nothing_to_release');
    case 'ResolveAttention':
      return resolve(state, request, at);
    case 'ChangePaymentMethod':
      return refuseIfPaid(state) ?? changeMethod(state, request.methodId, at);
    case 'OfferCard':
      return refuseIfPaid(state) ?? offerCard(state, request.offerId, at);
    case 'AcceptMandate':
      return refuseIfPaid(state) ?? accept(state, at);
    case 'LookAtPayment':
      return hintsOfCustomer(state, at);
  }
};

export const isRefusal = (decision: Fact[] | Refusal): decision is Refusal =>
  !Array.isArray(decision);

const refuse = (refused: RefusalCode, ...facts: Fact[]): Refusal => ({ refused, facts });

/** It counts from when it was received. What ran out after that has only done what it asks for. */
const cancel = (state: Backorder, request: CancelBackorder, now: Instant): Fact[] | Refusal => {
  if (state.cancelIds.includes(request.cancelId)) return [];
  const { receivedAt = now } = request;
  const at = receivedAt < now ? receivedAt : now;
  const stock = expectedStock(state);
  const open = openUnits(stock);
  const wanted = request.lines ?? open;
  const possible = wanted.every(({ lineId, quantity }) => quantity <= quantityOf(open, lineId));
  if (!possible || wanted.every(({ quantity }) => quantity === 0)) {
    const shipped = wanted.some(({ lineId }) => shippedOf(stock, lineId) > 0);
    if (shipped) {
      const word = { ...request, wordId: request.cancelId };
      return refuse('already_shipped', ...factsOfCrossing(state, word, now));
    }
    const isDone = state.lapsedAt !== null && state.lapsedAt > at;
    return isDone ? [] : refuse('nothing_to_cancel');
  }
  const { cancelId: actId, by, lines } = request;
  return [{ type: 'CancellationAccepted', at, act: { type: 'cancel', actId, by, lines } }];
};

const ship = (state: Backorder, request: ReportShipment, at: Instant): Fact[] | Refusal => {
  const { shipmentId } = request;
  if (state.shipmentIds.includes(shipmentId)) return [];
  const code = reasonNotToShip(state, request, at);
  if (code) return refuse(code, { type: 'ShipmentRefused', at, shipmentId, code });
  const lines = request.lines ?? firmUnits(expectedStock(state));
  return [{ type: 'ShipmentAccepted', at, act: { type: 'ship', actId: shipmentId, lines } }];
};

/**
 * Goods may leave only if their units are firm and paid for: by a live hold that is free for them,
 * by money we have, or later, if they are too little to be charged alone.
 */
const reasonNotToShip = (
  state: Backorder,
  { lines }: ReportShipment,
  at: Instant,
): RefusalCode | undefined => {
  const stock = expectedStock(state);
  const firm = firmUnits(stock);
  const wanted = lines ?? firm;
  if (phaseOf(stock) === 'cancelled' || wanted.some((units) => wasCancelled(stock, units))) {
    return 'cancelled';
  }
  const ready = wanted.every(({ lineId, quantity }) => quantity <= quantityOf(firm, lineId));
  if (!ready || wanted.length === 0) return 'not_ready_to_ship';
  if (state.isSuspended || stopsShipment(state)) return 'on_hold';
  const after = wanted.reduce(withShipped, stock);
  const paid = Math.max(collected(state) + state.waived, shippedValue(state, stock));
  const due = shippedValue(state, after) - paid;
  const expected = { ...state, stock };
  const covered = freeHolds(expected, at) + carriedSum(expected, at);
  return due > covered ? 'not_ready_to_ship' : undefined;
};

const withShipped = (stock: Snapshot, { lineId, quantity }: Part): Snapshot => ({
  ...stock,
  lines: stock.lines.map((line) =>
    line.lineId === lineId ? { ...line, shipped: line.shipped + quantity } : line,
  ),
});

const changePromise = (state: Backorder, request: ChangePromise, at: Instant): Fact[] | Refusal => {
  if (isKnownPromise(state, request)) return [];
  const phase = phaseOf(expectedStock(state));
  if (phase === 'shipped') return refuse('already_shipped');
  if (phase === 'cancelled') return refuse('cancelled');
  const { promiseId, on, statedAt, isSupply } = request;
  if (isSupply && !isWaiting(state.stock)) return [];
  return [{ type: 'PromiseChanged', at, promiseId, on, statedAt, isSupply }];
};

const resolve = (
  { attention }: Backorder,
  { code, raisedAt }: ResolveAttention,
  at: Instant,
): Fact[] | Refusal =>
  attention.some((item) => item.code === code && (raisedAt ?? item.at) === item.at)
    ? [{ type: 'AttentionResolved', at, code }]
    : refuse('nothing_to_resolve');

/**
 * Refuses if nothing is left to pay: everything has ended, and no goods left unpaid; or no card ever
 * pays, because the order costs nothing or the shop holds its money.
 */
const refuseIfPaid = (state: Backorder): Refusal | undefined => {
  const phase = phaseOf(expectedStock(state));
  if (!isTerminal(phase) && (isFree(state) || state.intents.some(isHeldByShop))) {
    return refuse('nothing_to_pay');
  }
  if (!isTerminal(phase) || uncollected(state) > 0) return undefined;
  return refuse(phase === 'shipped' ? 'already_shipped' : 'cancelled');
};

/** The same card again means another try, unless its bank has said never again. */
const changeMethod = ({ card }: Backorder, methodId: string, at: Instant): Fact[] => {
  const { trouble } = card;
  const isInVain = trouble === null || isFinal(trouble.kind);
  if (methodId === card.methodId && isInVain) return [];
  return [{ type: 'PaymentMethodChanged', at, methodId }];
};

/** Two requests at once are one: the form that is being asked for is for both. */
const offerCard = (state: Backorder, offerId: string, at: Instant): Fact[] =>
  state.offerIds.includes(offerId) || isOfferAsked(state)
    ? []
    : [{ type: 'CardOfferWanted', at, offerId }];

/** Accepted twice, it was accepted the first time. */
const accept = ({ ask }: Backorder, at: Instant): Fact[] =>
  ask === undefined || ask.isAgreed ? [] : [{ type: 'MandateAccepted', at }];

const quantityOf = (units: readonly Part[], lineId: string): number =>
  units.find((each) => each.lineId === lineId)?.quantity ?? 0;

const shippedOf = (stock: Snapshot, lineId: string): number =>
  stock.lines.find((line) => line.lineId === lineId)?.shipped ?? 0;

/** Whether nothing of the line is left to ship, because of a cancellation. */
const wasCancelled = (stock: Snapshot, { lineId }: Part): boolean =>
  quantityOf(openUnits(stock), lineId) === 0 &&
  stock.lines.some((line) => line.lineId === lineId && line.cancelled > 0);
