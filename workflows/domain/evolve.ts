import { type AttentionCode, closeAttention, raise } from './backorder/attention.ts';
import type { Backorder } from './backorder/backorder.ts';
import { clearDeadEnds, findDelay, never, putOff } from './backorder/delays.ts';
import type { EffectName } from './backorder/effect.ts';
import type { Fact } from './backorder/fact.ts';
import { hasRefundFailed, upfrontId } from './backorder/intent.ts';
import { wantAnother } from './backorder/look-counter.ts';
import { withIntent } from './backorder/with-intent.ts';
import { closeMoot } from './close-attention.ts';
import { evolveLaw, keepClock, resolveNotice } from './law/evolve.ts';
import { evolveMail } from './mail/evolve.ts';
import { resumeHeld } from './mail/held.ts';
import { oweStatement, waiveCharges } from './mail/tell-charge.ts';
import { isKnownUndelivered } from './mail/undelivered.ts';
import { waiveTrifle } from './mail/waive-trifle.ts';
import { oweExpiry } from './payment/dunning/expiry.ts';
import { tellDebt } from './payment/dunning/tell.ts';
import { isBlocked } from './payment/dunning/trouble.ts';
import { closeRefused, evolveMoney } from './payment/evolve.ts';
import { evolveCard } from './payment/evolve-card.ts';
import { forgetIntents } from './payment/forget-intents.ts';
import { debtOf, uncollected } from './payment/sums/value.ts';
import { takeShopsWord, wantRefund } from './payment/want-refund.ts';
import { changeCustomer, changePromise } from './promise/evolve.ts';
import { isKnownPromise } from './promise/known.ts';
import { remember } from './recent.ts';
import { applyAct, withStock } from './stock/evolve.ts';
import { addMs, type Instant, minuteMs } from './time.ts';

/**
 * The backorder after a fact. State changes only here, and is never mutated. The very same state
 * comes back if the fact is known already.
 */
export const evolve = (state: Backorder, fact: Fact): Backorder => {
  if (isKnown(state, fact)) return state;
  const { at } = fact;
  const applied = keepClock(applyFact(state, fact), state, at);
  const settled = wantRefund(waiveTrifle(applied, at), at);
  const told = oweExpiry(oweStatement(withDebt(settled, at), at), at);
  const next = forgetIntents(told);
  return { ...closeMoot(next, at), revision: state.revision + 1 };
};

/**
 * We may hear of a promise twice: from the ledger's news, and from the act that changed it. One that
 * the law had us state is late if somebody has stated another since. Who tells us of a mail that came
 * back may tell us again.
 */
const isKnown = (state: Backorder, fact: Fact): boolean => {
  if (fact.type === 'MailUndelivered') return isKnownUndelivered(state, fact);
  if (fact.type !== 'PromiseChanged') return false;
  const isLate =
    fact.promiseId.startsWith('law/') && fact.statedAt < (state.promise?.statedAt ?? fact.statedAt);
  return isLate || isKnownPromise(state, fact);
};

/** Goods left unpaid, and the payment is stuck: the customer and a person of ours have to know. */
const withDebt = (state: Backorder, at: Instant): Backorder =>
  isBlocked(state) && debtOf(state) > 0 ? tellDebt(raise(state, 'shipped_unpaid', at), at) : state;

const applyFact = (state: Backorder, fact: Fact): Backorder => {
  switch (fact.type) {
    case 'StockChanged':
      return withStock(state, fact.snapshot, fact.at);
    case 'CancellationAccepted':
      return {
        ...state,
        acts: [...state.acts, fact.act],
        cancelIds: remember(state.cancelIds, fact.act.actId),
        lapsedAt: isOurs(fact.act) ? fact.at : state.lapsedAt,
      };
    case 'ShipmentAccepted':
      return {
        ...state,
        acts: [...state.acts, fact.act],
        shipmentIds: remember(state.shipmentIds, fact.act.actId),
        law: { ...state.law, shippedAt: fact.at },
      };
    case 'ShipmentRefused':
      return raise(
        state,
        fact.code === 'cancelled' ? 'shipped_after_cancel' : 'unexpected_shipment',
        fact.at,
      );
    case 'StockActApplied':
      return applyAct(withRefundBy(state, fact), fact);
    case 'PromiseChanged':
      return changePromise(state, fact);
    case 'ShipmentAwaited':
      return { ...state, joinedAt: fact.at };
    case 'CustomerChanged':
      return changeCustomer(state, fact);
    case 'BackorderSuspended':
      return { ...state, isSuspended: true };
    case 'BackorderResumed':
      return resumeHeld({ ...state, isSuspended: false }, fact.at);
    case 'AttentionResolved':
      return resolveAttention(state, fact.code, fact.at);
    case 'EffectDelayed':
      return putOffEffect(state, fact);
    case 'EffectFailed':
      return raise(putOff(state, fact.effect, never), 'dead_end', fact.at);
    case 'PaymentMethodChanged':
    case 'MandateAccepted':
    case 'CardHinted':
    case 'CardSeen':
    case 'CardOfferWanted':
    case 'CardOffered':
    case 'OfferHinted':
    case 'OfferSeen':
      return evolveCard(state, fact);
    case 'LawPlanned':
    case 'DeadlineWarned':
    case 'DeadlinePassed':
    case 'DelayForeseen':
    case 'CustomerHeard':
    case 'NoticeAnswered':
    case 'ContractWithdrawn':
    case 'FurtherPeriodSet':
    case 'WordCrossed':
      return evolveLaw(state, fact);
    case 'MailBegun':
    case 'TimetableMade':
    case 'MessageDecided':
    case 'MailUndelivered':
    case 'MessageHeld':
    case 'MailReconsidered':
      return evolveMail(state, fact);
    default:
      return evolveMoney(state, fact);
  }
};

/** What ended by itself: the customer did not do their part, or we did not do ours. */
const isOurs = ({ by }: { by: string }): boolean => by === 'system' || by === 'law';

const withRefundBy = (
  state: Backorder,
  { refundBy }: Extract<Fact, { type: 'StockActApplied' }>,
): Backorder => (refundBy === undefined ? state : { ...state, law: { ...state.law, refundBy } });

/** An activity tries for five minutes, so a person hears after about a quarter of an hour. */
const patience = 3;

/**
 * We go on trying a capture, but its hold will not last for ever; and the days of the law, but they
 * go by. So we ask for a person.
 */
const putOffEffect = (
  state: Backorder,
  { effect, until, at }: Extract<Fact, { type: 'EffectDelayed' }>,
): Backorder => {
  const next = putOff(state, effect, until);
  if ((findDelay(next, effect)?.tries ?? 0) < patience) return next;
  if (effect.type === 'capturePayment') return raise(next, 'shipped_unpaid', at);
  // The days of the law wait for this, and a deadline may pass meanwhile, or has.
  const isOfLaw = effect.type === 'planLaw' || effect.type === 'hearCustomer';
  return isOfLaw ? raise(next, 'notice_due', at, state.law.clock.deadlineAt ?? undefined) : next;
};

/** A person has answered: we try again, look again, waive the sum, or take their word for it. */
const resolveAttention = (state: Backorder, code: AttentionCode, at: Instant): Backorder => {
  const next = closeAttention(state, code);
  switch (code) {
    case 'dead_end':
      return clearDeadEnds(next);
    case 'shipped_unpaid': {
      const lost = sumToWaive(next);
      return waiveCharges({ ...next, waived: next.waived + lost }, lost);
    }
    case 'payment_refused':
      return closeRefused(next);
    case 'refund_failed':
      return lookAtOwed(next);
    case 'refund_wanted':
      return takeShopsWord(next, at);
    case 'notice_due':
      return resolveNotice(next);
    case 'unpaid':
      return withIntent(next, upfrontId, ({ looks }) => ({ looks: wantAnother(looks) }));
    default:
      return next;
  }
};

/** What is owed for goods that left, less captures under way: they may have happened already. */
const sumToWaive = (state: Backorder): number => {
  const underWay = state.intents.reduce((sum, { capturing }) => sum + (capturing ?? 0), 0);
  return Math.max(0, uncollected(state) - underWay);
};

/** We look first and then send again what we owe: it may have gone back meanwhile. */
const lookAtOwed = (state: Backorder): Backorder => ({
  ...state,
  intents: state.intents.map((intent) =>
    hasRefundFailed(intent) ? { ...intent, looks: wantAnother(intent.looks) } : intent,
  ),
});

/** When we try an effect again that did not come through: after 1, 2, 4 … at most 30 minutes. */
export const retryAt = (state: Backorder, effect: EffectName, at: Instant): Instant => {
  const tries = findDelay(state, effect)?.tries ?? 0;
  return addMs(at, Math.min(2 ** tries, 30) * minuteMs);
};
