import { raise } from '../backorder/attention.ts';
import type { Backorder } from '../backorder/backorder.ts';
import { clearDelays, isSameEffect } from '../backorder/delays.ts';
import type { EffectName } from '../backorder/effect.ts';
import type { Fact } from '../backorder/fact.ts';
import { owe } from '../backorder/owe.ts';
import {
  isTerminal,
  type Lease,
  type Part,
  phaseOf,
  type Snapshot,
} from '../backorder/snapshot.ts';
import type { StockAct } from '../backorder/stock-act.ts';

import { retryAt } from '../payment/dunning/rules.ts';
import { beginGrace, tellProblem } from '../payment/dunning/tell.ts';
import {
  chargeOfShipped,
  remainingValue,
  valueOfCancelled,
  valueOfShipped,
} from '../payment/sums/value.ts';
import { earliest, type Instant } from '../time.ts';
import { nameOfAct } from './steps.ts';

/**
 * The ledger has carried out an act that we accepted: we owe the customer a mail. If we do not know
 * the act, only its snapshot counts.
 */
export const applyAct = (state: Backorder, fact: Applied): Backorder => {
  const act = state.acts.find(({ actId }) => actId === fact.actId);
  const acts = state.acts.filter((each) => each !== act);
  if (act === undefined) return withStock(state, fact.snapshot, fact.at);
  const shown = withStock({ ...state, acts: [] }, fact.snapshot, fact.at);
  const applied = { ...shown, acts, isActShown: false };
  const name = nameOfAct(act);
  const next = clearDelays(applied, (delay) => isSameEffect(delay, name));
  const told = fact.lines.length > 0 ? oweAct(next, act, fact) : next;
  return fact.short ? raise(told, 'shipment_short', fact.at) : told;
};

type Applied = Extract<Fact, { type: 'StockActApplied' }>;

const oweAct = (state: Backorder, act: StockAct, { lines, at }: Applied): Backorder =>
  act.type === 'ship'
    ? oweShipped(state, act.actId, { lines, at })
    : oweCancelled(state, act, { lines, at });

type What = Pick<Applied, 'lines' | 'at'>;

const oweShipped = (state: Backorder, shipmentId: string, { lines, at }: What): Backorder => {
  const charge = chargeOfShipped(state, lines);
  const isCovered = charge === 0 && valueOfShipped(state, lines) > 0 && state.waived === 0;
  const about = { shipmentId, charge, isCovered, waived: 0 };
  return owe(state, { key: `shipped:${shipmentId}`, kind: 'shipped', dueAt: at, about });
};

/** Takes the sums now: a later cancellation is no part of this mail, however late it goes out. */
const oweCancelled = (
  state: Backorder,
  { actId: cancelId, by, cause = 'payment' }: Extract<StockAct, { type: 'cancel' }>,
  { lines, at }: What,
): Backorder => {
  const about = {
    ...{ cancelId, cause: by === 'system' || by === 'law' ? cause : null },
    ...{ worth: valueOfCancelled(state, lines), left: remainingValue(state) },
  };
  return owe(state, { key: `cancelled:${cancelId}`, kind: 'cancelled', dueAt: at, about });
};

/** Snapshots may come late, twice, merged or out of order: only a newer one counts. */
export const withStock = (state: Backorder, snapshot: Snapshot, at: Instant): Backorder => {
  if (snapshot.ledgerRevision <= state.stock.ledgerRevision) return state;
  const stock = { ...snapshot, leases: snapshot.leases.map((lease) => dated(state, lease)) };
  const ready = stock.leases
    .filter((lease) => lease.state === 'firm' && !wasFirm(state, lease.leaseId))
    .reduce((next, lease) => oweReady(next, lease, at), state);
  const isActShown = state.isActShown || (state.acts.length > 0 && hasMoved(state.stock, stock));
  const told = { ...oweRevocation(ready, stock, at), stock, isActShown };
  const next = clearDelays(
    tellOfPayment(told, state.stock, at),
    (delay) =>
      delay.type === 'rejoinQueue' || delay.type === 'joinLeases' || isOnLostLease(stock, delay),
  );
  return isTerminal(phaseOf(stock)) ? ended(next) : next;
};

/**
 * If the card is known not to pay, we tell the customer of new units at once. If units went to
 * others for that reason, the grace begins when the first of their leases ended.
 */
const tellOfPayment = (state: Backorder, before: Snapshot, at: Instant): Backorder => {
  const { stock, card } = state;
  const isNew = ({ leaseId }: Lease) => before.leases.every((each) => each.leaseId !== leaseId);
  const isStuck = card.trouble !== null && retryAt(card.trouble) === null;
  const stuck = isStuck ? stock.leases.filter((l) => l.state === 'leased' && isNew(l)) : [];
  const told = stuck.reduce((next, lease) => tellProblem(next, lease, at), state);
  const endWaiting = before.leases
    .filter(({ leaseId }) => stock.leases.every((each) => each.leaseId !== leaseId))
    .map(({ endsAt }) => (endsAt < at ? endsAt : at));
  return beginGrace(told, earliest(...endWaiting) ?? at);
};

/** A rise means that our act is in the ledger: only our own acts ship or cancel, one at a time. */
const hasMoved = (before: Snapshot, after: Snapshot): boolean => moved(after) > moved(before);

const moved = ({ lines }: Snapshot): number =>
  lines.reduce((sum, { shipped, cancelled }) => sum + shipped + cancelled, 0);

const isOnLostLease = ({ leases }: Snapshot, { type, subject }: EffectName): boolean =>
  (type === 'makeUnitsFirm' || type === 'endLease') &&
  !leases.some(({ leaseId, state }) => state === 'leased' && subject === leaseId);

/** Keeps the end that we know of a lease: a later reading of another clock must not move it. */
const dated = ({ stock }: Backorder, lease: Lease): Lease => {
  const known = stock.leases.find(({ leaseId }) => leaseId === lease.leaseId);
  return known ? { ...lease, endsAt: known.endsAt } : lease;
};

const wasFirm = ({ stock }: Backorder, leaseId: string): boolean =>
  stock.leases.some((lease) => lease.leaseId === leaseId && lease.state === 'firm');

const oweReady = (state: Backorder, { leaseId, units }: Lease, at: Instant): Backorder =>
  owe(state, {
    key: `ready-to-ship:${leaseId}`,
    kind: 'ready-to-ship',
    dueAt: at,
    about: { leaseId, units },
  });

/** We tell of each time units were taken back, once. What one snapshot shows is told together. */
const oweRevocation = (state: Backorder, stock: Snapshot, at: Instant): Backorder => {
  const { revocations } = stock;
  if (revocations <= state.stock.revocations) return state;
  const key = `delay-notice:revoked-${revocations}`;
  const about = { units: waitingAgain(state.stock, stock), promiseId: null, change: null };
  return owe(state, { key, kind: 'delay-notice', dueAt: at, about });
};

const waitingAgain = (before: Snapshot, after: Snapshot): Part[] =>
  after.lines.flatMap(({ lineId, waiting, kept }) => {
    const line = before.lines.find((each) => each.lineId === lineId);
    const quantity = waiting + kept - (line ? line.waiting + line.kept : 0);
    return quantity > 0 ? [{ lineId, quantity }] : [];
  });

/** Nothing waits any longer, so we drop what was still to be said about waiting. */
const ended = (state: Backorder): Backorder => ({
  ...state,
  mail: { ...state.mail, timetable: [], planNumber: state.mail.planNumber + 1 },
});
