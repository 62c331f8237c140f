import { lawClock, usualLawRules } from '../../../workflows/calendar/law-clock.ts';
import { refundByAt } from '../../../workflows/calendar/legal-days.ts';
import type { Backorder } from '../../../workflows/domain/backorder/backorder.ts';
import { nameOf, never } from '../../../workflows/domain/backorder/delays.ts';
import type {
  Effect,
  LawEffect,
  MailEffect,
  SkippedMail,
  StockEffect,
  TimetableQuestion,
} from '../../../workflows/domain/backorder/effect.ts';
import type { MailDecision, Outcome } from '../../../workflows/domain/backorder/fact.ts';
import type {
  HeldMail,
  OutgoingMail,
  ScheduledMail,
} from '../../../workflows/domain/backorder/mail.ts';
import { classOf } from '../../../workflows/domain/backorder/message-kind.ts';
import { type FollowUp, isAsExpected } from '../../../workflows/domain/follow-ups.ts';
import type { EvidenceNote } from '../../../workflows/domain/law/evidence.ts';
import type { Outcome as End } from '../../../workflows/domain/plan.ts';
import { addDays, type Instant } from '../../../workflows/domain/time.ts';
import { askAboutCard } from './cards.ts';
import type { Watch } from './laws.ts';
import { actInLedger, type Ledger } from './ledger.ts';
import { actAtProvider, findIntents, openAttempt, type Provider } from './provider.ts';

/**
 * How an effect goes: done and answered; done, but its answer is lost; not even reached; or it can
 * never succeed.
 */
export type Way = 'done' | 'lost' | 'unreached' | 'dead_end';

export type SentMail = OutgoingMail & { at: Instant };

/** The shell and everything outside, as plain data with a clock of its own. */
export type World = {
  now: Instant;
  /** Where the order goes to. */
  country: string;
  state: Backorder;
  ledger: Ledger;
  provider: Provider;
  /** What became evidence, oldest first. */
  evidence: EvidenceNote[];
  mailbox: SentMail[];
  skips: SkippedMail[];
  inFlight: Flight[];
  end: End | undefined;
  watch: Watch;
  wayOf: (effect: Effect) => Way;
  mailDecisionOf: (message: OutgoingMail) => MailDecision;
  /** What holds relationship mail of an order that is not suspended, if anything does. */
  holdOf: (message: OutgoingMail, now: Instant) => Pick<HeldMail, 'until' | 'reason'> | null;
  /** Hears of each mail as it goes out. */
  onMail: (world: World, message: OutgoingMail) => void;
  planMail: (question: TimetableQuestion, now: Instant) => ScheduledMail[];
  tookMs: (effect: Effect) => number;
  /** Whether the effect happens when it starts, and not just before its answer comes. */
  isEarly: (effect: Effect) => boolean;
};

/** `from`: the state that it started from. `done` is undefined until the effect happens. */
export type Flight = {
  effect: Effect;
  followUps: FollowUp[];
  from: Backorder;
  until: Instant;
  done: Done[] | 'not yet' | undefined;
};

/** An effect, and then each one that its activity went on to, with what came of them. */
export type Done = { effect: Effect; outcomes: Outcome[] };

/** Does the effect and what follows it, as the activities do. */
export const performAll = (
  world: World,
  { effect, followUps }: Pick<Flight, 'effect' | 'followUps'>,
): Done[] | 'not yet' => {
  const outcomes = perform(world, effect);
  if (outcomes === 'not yet') return outcomes;
  const [next, ...later] = followUps;
  if (next === undefined || !isAsExpected(next.expected, outcomes)) return [{ effect, outcomes }];
  const rest = performAll(world, { effect: next.effect, followUps: later });
  const isOver = rest === 'not yet' || rest[0]?.outcomes[0]?.type === 'EffectFailed';
  return [{ effect, outcomes }, ...(isOver ? [] : rest)];
};

/** What comes of an effect that happens now. */
const perform = (world: World, effect: Effect): Outcome[] | 'not yet' => {
  const way = world.wayOf(effect);
  if (way === 'unreached') {
    if (effect.lane === 'money' && 'intentId' in effect) openAttempt(world.provider, effect);
    return 'not yet';
  }
  if (way === 'dead_end')
    return [{ type: 'EffectFailed', effect: nameOf(effect), code: 'dead_end' }];
  const outcomes = outcomesOf(world, effect);
  return way === 'lost' ? 'not yet' : outcomes;
};

const outcomesOf = (world: World, effect: Effect): Outcome[] => {
  switch (effect.lane) {
    case 'stock':
      return actInLedger(world.ledger, effect, world.now).map((outcome) =>
        withRefundBy(world, outcome, effect),
      );
    case 'money':
      if (effect.type === 'findIntents') return findIntents(world.provider, effect, world.now);
      return 'intentId' in effect
        ? actAtProvider(world.provider, effect, world.now)
        : askAboutCard(world.provider, effect);
    case 'mail':
      return mail(world, effect);
    case 'law':
      return heed(world, effect);
  }
};

/** Where the order of a made-up life goes to. */
const shipToOf = ({ country }: World) => ({ country, region: null, postalCode: null });

/** As the activity does, which knows where the order goes. */
const withRefundBy = (world: World, outcome: Outcome, effect: StockEffect): Outcome =>
  outcome.type === 'StockActApplied' &&
  effect.type === 'applyStockAct' &&
  effect.act.type === 'cancel'
    ? {
        ...outcome,
        refundBy: refundByAt(shipToOf(world), { at: world.now, endedOn: effect.act.endedOn }),
      }
    : outcome;

const heed = (world: World, effect: LawEffect): Outcome[] => {
  switch (effect.type) {
    case 'planLaw': {
      const { question, asked } = effect;
      const place = { ...usualLawRules, shipTo: shipToOf(world), now: world.now };
      return [{ type: 'LawPlanned', clock: lawClock(question, asked, place) }];
    }
    case 'foreseeDelay': {
      const { on, isSetAside, unlessInTime } = effect;
      const does = unlessInTime ? 'tell-unless-in-time' : 'tell';
      if (unlessInTime && isSetAside) return [{ type: 'DelayForeseen', on, does, isInTime: true }];
      const promiseId = `law/${on}/${does}`;
      const today = world.now.slice(0, 10);
      const from = [on, today].sort().at(-1) ?? on;
      const later = isSetAside ? addDays(from, usualLawRules.lateShipDays) : null;
      return [
        { type: 'PromiseChanged', promiseId, on: later, statedAt: world.now, isSupply: false },
        { type: 'DelayForeseen', on, does, isInTime: false },
      ];
    }
    case 'hearCustomer':
      return [{ type: 'CustomerHeard', deadlineAt: effect.deadlineAt }];
  }
};

const mail = (world: World, effect: MailEffect): Outcome[] => {
  switch (effect.type) {
    case 'sendMail': {
      const { message } = effect;
      const { key, kind, dueAt } = message;
      const hold = holdOf(world, effect);
      if (hold) return [{ type: 'MessageHeld', key, kind, dueAt, askedAt: world.now, ...hold }];
      const decision = world.mailDecisionOf(message);
      const isKnown = world.mailbox.some((known) => known.key === key);
      if (decision === 'sent' && !isKnown) {
        world.onMail(world, message);
        world.mailbox.push({ ...message, at: world.now });
      }
      const settled: Outcome = { type: 'MessageDecided', key, kind, decision };
      if (decision !== 'sent' || effect.next === null) return [settled];
      const question = { ...effect.next, confirmedAt: world.now };
      return [settled, timetableOf(world, question)];
    }
    case 'recordSkippedMail':
      world.skips.push(...effect.messages);
      return effect.messages.map(({ key, kind }) => ({
        type: 'MessageDecided',
        key,
        kind,
        decision: 'skipped',
      }));
    case 'planMail':
      return [timetableOf(world, effect)];
  }
};

const holdOf = (
  world: World,
  { message, isSuspended }: Extract<MailEffect, { type: 'sendMail' }>,
): Pick<HeldMail, 'until' | 'reason'> | null => {
  if (classOf(message.kind) === 'service') return null;
  if (isSuspended) return { until: never, reason: 'on_hold' };
  return world.holdOf(message, world.now);
};

const timetableOf = (world: World, question: TimetableQuestion): Outcome => ({
  type: 'TimetableMade',
  planNumber: question.planNumber,
  entries: world.planMail(question, world.now),
});
