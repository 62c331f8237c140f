import { raise, settle } from './attention.ts';
import type { AttentionCode, Backorder } from './backorder.ts';
import { forget, never, putOff } from './delay.ts';
import { evolveCard, oweExpiry } from './evolve-card.ts';
import { evolveMail, owe } from './evolve-mail.ts';
import { changed, closingRefused, evolveMoney } from './evolve-money.ts';
import { actApplied, withStock } from './evolve-stock.ts';
import type { Fact } from './fact.ts';
import { hasRefundFailed, upfrontId } from './intent.ts';
import { isTerminal, phaseOf } from './ledger.ts';
import { wanting } from './looks.ts';
import { addMs, type Instant, minuteMs } from './time.ts';
import { isBlocked } from './trouble.ts';
import { heldSum, uncollected } from './value.ts';

/** The backorder after a fact. The only place where its state changes; never mutates. */
export const evolve = (state: Backorder, fact: Fact): Backorder => {
  const next = withDebt(applied(state, fact), fact.at);
  return { ...next, revision: state.revision + 1 };
};

/** Goods left and nothing pays for them while no card may be asked: a person has to know. */
const withDebt = (state: Backorder, at: Instant): Backorder =>
  isBlocked(state) && uncollected(state) > heldSum(state)
    ? raise(state, 'shipped_unpaid', at)
    : state;

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
    case 'PaymentMethodChanged':
    case 'CardHinted':
    case 'CardSeen':
    case 'CardOfferWanted':
    case 'CardOffered':
    case 'OfferHinted':
    case 'OfferSeen':
      return evolveCard(state, fact);
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
  const warned = oweExpiry(next, at);
  if (!isSupply && !isDelay) return warned;
  // Who has not heard of the last change yet hears of both at once, from the date known to them.
  const unheard = state.mail.owed.find(({ about }) => about.promiseId !== undefined);
  const promisedOn = unheard ? unheard.about.promisedOn : state.promise?.on;
  const about = { promiseId, promisedOn: promisedOn ?? null };
  const key = `delay-notice:${promiseId}`;
  return owe(warned, { key, kind: 'delay-notice', dueAt: at, about });
};

/** A person's answer: it is tried again, looked at again, or given up. */
const resolved = (state: Backorder, code: AttentionCode): Backorder => {
  const next = settle(state, code);
  switch (code) {
    case 'dead_end':
      return forget(next, (key) => next.delays[key]?.until === never);
    case 'shipped_unpaid':
      return { ...next, forgiven: next.forgiven + Math.max(0, uncollected(next)) };
    case 'payment_refused':
      return closingRefused(next);
    case 'refund_failed':
      return lookingAtOwed(next);
    case 'unpaid':
      return changed(next, upfrontId, ({ looks }) => ({ looks: wanting(looks) }));
    default:
      return next;
  }
};

/** What is owed is sent anew, unless it has gone back meanwhile. */
const lookingAtOwed = (state: Backorder): Backorder => ({
  ...state,
  intents: state.intents.map((intent) =>
    hasRefundFailed(intent) ? { ...intent, looks: wanting(intent.looks) } : intent,
  ),
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
