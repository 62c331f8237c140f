import { raise, settle } from './attention.ts';
import type { AttentionCode, Backorder, OwedMail } from './backorder.ts';
import { forget, never, putOff } from './delay.ts';
import { evolveMail, owe } from './evolve-mail.ts';
import { evolveMoney } from './evolve-money.ts';
import type { Fact } from './fact.ts';
import { isTerminal, type Lease, phaseOf, type Snapshot, type Units } from './ledger.ts';
import { isLeaseKey, stockActKey } from './stock-lane.ts';
import { addMs, type Instant, minuteMs } from './time.ts';
import { valueOfShipped } from './value.ts';

/** The backorder after a fact. The only place where its state changes; never mutates. */
export const evolve = (state: Backorder, fact: Fact): Backorder => {
  const next = applied(state, fact);
  return { ...next, revision: state.revision + 1 };
};

const applied = (state: Backorder, fact: Fact): Backorder => {
  switch (fact.type) {
    case 'StockChanged':
      return withStock(state, fact.snapshot, fact.at);
    case 'CancellationAccepted':
      return {
        ...state,
        acts: [...state.acts, fact.act],
        cancelIds: [...state.cancelIds, fact.act.actId],
      };
    case 'ShipmentAccepted':
      return {
        ...state,
        acts: [...state.acts, fact.act],
        shipmentIds: [...state.shipmentIds, fact.act.actId],
      };
    case 'ShipmentRefused':
      return raise(
        state,
        fact.code === 'cancelled' ? 'shipped_after_cancel' : 'unexpected_shipment',
        fact.at,
      );
    case 'StockActApplied':
      return actApplied(state, fact);
    case 'PromiseChanged':
      return promiseChanged(state, fact);
    case 'CustomerChanged':
      return replan(state);
    case 'BackorderHeld':
      return { ...state, onHold: true };
    case 'HoldReleased':
      return { ...state, onHold: false };
    case 'AttentionResolved':
      return resolved(state, fact.code);
    case 'EffectDelayed':
      return putOff(state, fact.key, fact.until);
    case 'EffectFailed':
      return raise(putOff(state, fact.key, never), 'dead_end', fact.at);
    case 'TimetableMade':
    case 'MessageSettled':
      return evolveMail(state, fact);
    default:
      return evolveMoney(state, fact);
  }
};

const promiseChanged = (
  state: Backorder,
  { promiseId, on, statedAt, isSupply, at }: Extract<Fact, { type: 'PromiseChanged' }>,
): Backorder => {
  const next = {
    ...replan(state),
    promise: { promiseId, on, statedAt },
    promiseIds: [...state.promiseIds, promiseId],
  };
  const known = state.promise?.on ?? null;
  const isDelay = known !== null && (on === null || on > known);
  if (!isSupply && !isDelay) return next;
  // Who has not heard of the last change yet hears of both at once, from the date known to them.
  const unheard = state.mail.owed.find(({ about }) => about.promiseId !== undefined);
  const promisedOn = unheard ? unheard.about.promisedOn : state.promise?.on;
  const about = { promiseId, promisedOn: promisedOn ?? null };
  return owe(next, { key: `delay-notice:${promiseId}`, kind: 'delay-notice', dueAt: at, about });
};

const resolved = (state: Backorder, code: AttentionCode): Backorder => {
  const next = settle(state, code);
  return code === 'dead_end' ? forget(next, (key) => next.delays[key]?.until === never) : next;
};

const actApplied = (state: Backorder, fact: Extract<Fact, { type: 'StockActApplied' }>) => {
  const act = state.acts.find(({ actId }) => actId === fact.actId);
  const acts = state.acts.filter((each) => each !== act);
  if (act === undefined) return withStock(state, fact.snapshot, fact.at);
  const shown = withStock({ ...state, acts: [] }, fact.snapshot, fact.at);
  const applied = { ...shown, acts, isActShown: false };
  const next = forget(applied, (key) => key === stockActKey(act));
  const kind = act.type === 'ship' ? 'shipped' : 'cancelled';
  const { actId } = act;
  const amount = act.type === 'ship' ? valueOfShipped(next, fact.lines) : 0;
  const about = { actId, ...(amount > 0 ? { amount } : {}) };
  const mail: OwedMail = { key: `${kind}:${actId}`, kind, dueAt: fact.at, about };
  const told = fact.lines.length > 0 ? owe(next, mail) : next;
  return fact.short ? raise(told, 'shipment_short', fact.at) : told;
};

/** Snapshots may come late, twice, merged or out of order: only a newer one counts. */
const withStock = (state: Backorder, snapshot: Snapshot, at: Instant): Backorder => {
  if (snapshot.ledgerRevision <= state.stock.ledgerRevision) return state;
  const stock = { ...snapshot, leases: snapshot.leases.map((lease) => dated(state, lease)) };
  const ready = stock.leases
    .filter((lease) => lease.state === 'firm' && !wasFirm(state, lease.leaseId))
    .reduce((next, lease) => owe(next, readyMail(lease, at)), state);
  const isActShown = state.isActShown || (state.acts.length > 0 && hasMoved(state.stock, stock));
  const told = oweRevocation(ready, stock, at);
  const next = forget({ ...told, stock, isActShown }, (key) => isOfLostLease(stock, key));
  return isTerminal(phaseOf(stock)) ? ended(next) : next;
};

/** Only this backorder's own acts ship and cancel units, one act at a time. */
const hasMoved = (before: Snapshot, after: Snapshot): boolean => moved(after) > moved(before);

const moved = ({ lines }: Snapshot): number =>
  lines.reduce((sum, { shipped, cancelled }) => sum + shipped + cancelled, 0);

const isOfLostLease = ({ leases }: Snapshot, key: string): boolean =>
  isLeaseKey(key) &&
  !leases.some(({ leaseId, state }) => state === 'leased' && key.endsWith(`:${leaseId}`));

/** A lease's end, once known, is not moved by a later reading of another clock. */
const dated = ({ stock }: Backorder, lease: Lease): Lease => {
  const known = stock.leases.find(({ leaseId }) => leaseId === lease.leaseId);
  return known ? { ...lease, endsAt: known.endsAt } : lease;
};

const wasFirm = ({ stock }: Backorder, leaseId: string): boolean =>
  stock.leases.some((lease) => lease.leaseId === leaseId && lease.state === 'firm');

const readyMail = ({ leaseId, units }: Lease, at: Instant): OwedMail => ({
  key: `ready-to-ship:${leaseId}`,
  kind: 'ready-to-ship',
  dueAt: at,
  about: { leaseId, units },
});

/** Each time units were taken back is told once; what came at once is told together. */
const oweRevocation = (state: Backorder, stock: Snapshot, at: Instant): Backorder => {
  const { revocations = 0 } = stock;
  if (revocations <= (state.stock.revocations ?? 0)) return state;
  const key = `delay-notice:revoked-${revocations}`;
  const about = { units: waitingAgain(state.stock, stock) };
  return owe(state, { key, kind: 'delay-notice', dueAt: at, about });
};

const waitingAgain = (before: Snapshot, after: Snapshot): Units[] =>
  after.lines.flatMap(({ lineId, waiting, kept }) => {
    const line = before.lines.find((each) => each.lineId === lineId);
    const quantity = waiting + kept - (line ? line.waiting + line.kept : 0);
    return quantity > 0 ? [{ lineId, quantity }] : [];
  });

/** Nobody waits any longer: what was still to be said about waiting is dropped. */
const ended = (state: Backorder): Backorder => ({
  ...settle(state, 'payment_failed', 'payment_refused'),
  mail: { ...state.mail, timetable: [], planNumber: state.mail.planNumber + 1 },
});

/** Nothing is planned once nobody waits any longer. */
const replan = (state: Backorder): Backorder => {
  if (isTerminal(phaseOf(state.stock))) return state;
  const planNumber = state.mail.planNumber + 1;
  return { ...state, mail: { ...state.mail, timetable: null, planNumber } };
};

/** When an effect that did not come through is tried again: 1, 2, 4 … at most 30 minutes later. */
export const retryAt = (state: Backorder, key: string, at: Instant): Instant => {
  const tries = state.delays[key]?.tries ?? 0;
  return addMs(at, Math.min(2 ** tries, 30) * minuteMs);
};
