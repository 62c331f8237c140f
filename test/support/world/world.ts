import { timetable } from '../../../workflows/calendar/timetable.ts';
import { factsOfReport } from '../../../workflows/domain/answerable.ts';
import { type Opening, open } from '../../../workflows/domain/backorder/backorder.ts';
import { nameOf } from '../../../workflows/domain/backorder/delays.ts';
import { lanes } from '../../../workflows/domain/backorder/effect.ts';
import type { Fact } from '../../../workflows/domain/backorder/fact.ts';
import type { RefusalCode, Request } from '../../../workflows/domain/backorder/request.ts';
import type { Part, Snapshot } from '../../../workflows/domain/backorder/snapshot.ts';
import { begin } from '../../../workflows/domain/begin.ts';
import { leastCharge } from '../../../workflows/domain/currency.ts';
import { decide, isRefusal } from '../../../workflows/domain/decide.ts';
import { evolve, retryAt } from '../../../workflows/domain/evolve.ts';
import { followUpsOf } from '../../../workflows/domain/follow-ups.ts';
import { evidenceOf } from '../../../workflows/domain/law/record.ts';
import { factsOfTime } from '../../../workflows/domain/law/steps.ts';
import { observe } from '../../../workflows/domain/observe.ts';
import { factsOfHint, type PaymentHint } from '../../../workflows/domain/payment/hint.ts';

import { revive } from '../../../workflows/domain/payment/revival.ts';
import { plan } from '../../../workflows/domain/plan.ts';
import { stepsOf } from '../../../workflows/domain/steps.ts';
import {
  addMs,
  earliest,
  type Instant,
  minuteMs,
  msBetween,
} from '../../../workflows/domain/time.ts';
import { ada, adasLamp, dayZero } from '../cast.ts';
import { deepFreeze } from '../deep-freeze.ts';
import { type Done, type Flight, performAll, type Way, type World } from './effects.ts';
import { createWatch, keyOf, watchAnswer, watchFollowUp, watchPlan, watchStart } from './laws.ts';
import { arrive, createLedger, snapshotOf } from './ledger.ts';
import { type CardAnswer, closeAttempt, createProvider } from './provider.ts';

export const createWorld = (opening: Opening, habits: Partial<World> = {}): World => ({
  now: dayZero,
  country: 'US',
  state: deepFreeze(open(opening)),
  ledger: createLedger(opening.stock),
  provider: { ...createProvider(), least: leastCharge(opening.currency) },
  mailbox: [],
  evidence: [],
  skips: [],
  inFlight: [],
  end: undefined,
  watch: createWatch(),
  wayOf: () => 'done',
  mailDecisionOf: () => 'sent',
  holdOf: () => null,
  onMail: () => {},
  planMail: (effect, now) => {
    const { timeZone } = ada;
    return timetable({ ...effect, timeZone, shipToZone: timeZone, jitterMs: 0, now });
  },
  tookMs: () => 1000,
  isEarly: () => false,
  ...habits,
});

/** Ada's lamp has come, and her card answers so. */
export const lampWith = (...cards: CardAnswer[]): World => {
  const world = createWorld(adasLamp);
  world.provider.cards = cards;
  restock(world, 1);
  return world;
};

/** Lets time pass: effects come back, timers ring. */
export const advance = (world: World, ms: number): void => advanceTo(world, addMs(world.now, ms));

export const advanceTo = (world: World, until: Instant): void => {
  for (;;) {
    const wakeAt = turn(world);
    const next = earliest(wakeAt, ...world.inFlight.map((flight) => flight.until));
    if (next === undefined || next > until) break;
    world.now = next;
    land(world);
  }
  world.now = until;
  turn(world);
};

/** Lets everything that is under way come to its end. */
export const settle = (world: World): void => {
  for (turn(world); world.inFlight.length > 0; turn(world)) {
    world.now = earliest(...world.inFlight.map(({ until }) => until)) ?? world.now;
    land(world);
  }
};

/** The next effects of a type go these ways, all later ones well. */
export const goes = (world: World, type: string, ...ways: Way[]): void => {
  world.wayOf = (effect) => (effect.type === type ? (ways.shift() ?? 'done') : 'done');
};

/** Units arrive, the order is told, and what follows happens. */
export const restock = (world: World, quantity: number, lineId = '1'): void => {
  arrive(world.ledger, { lineId, quantity }, world.now);
  tell(world, snapshotOf(world.ledger));
  settle(world);
};

/** A snapshot reaches the order, be it old or new. */
export const tell = (world: World, snapshot: Snapshot): void => {
  apply(world, [{ type: 'StockChanged', at: world.now, snapshot: structuredClone(snapshot) }]);
  turn(world);
};

/** The customer changes what they want to hear, and the order is told. */
export const tellWishes = (world: World): void => {
  tellWishesAtOnce(world);
  settle(world);
};

/** The same in the middle of everything. */
export const tellWishesAtOnce = (world: World): void => {
  apply(world, [{ type: 'MailReconsidered', at: world.now }]);
  turn(world);
};

/** A hint reaches the order that something may have happened at the provider. */
export const tellHint = (world: World, hint: PaymentHint): void => {
  tellHintAtOnce(world, hint);
  settle(world);
};

/** A hint that comes in the middle of everything. */
export const tellHintAtOnce = (world: World, hint: PaymentHint): void => {
  apply(world, factsOfHint(world.state, hint, world.now));
  turn(world);
};

/** Asks as the shell does: a shipment is answered once nothing is under way. */
export const ask = (world: World, request: Request): RefusalCode | null => {
  if (request.type === 'ReportShipment') {
    apply(world, factsOfReport(world.state, world.now));
    settle(world);
  }
  const refused = askAtOnce(world, request);
  settle(world);
  return refused;
};

/** Asks in the middle of everything. */
export const askAtOnce = (world: World, request: Request): RefusalCode | null => {
  const decision = decide(world.state, request, world.now);
  apply(world, isRefusal(decision) ? decision.facts : decision);
  turn(world);
  return isRefusal(decision) ? decision.refused : null;
};

export const ship = (world: World, shipmentId: string, lines: Part[] | null = null) =>
  ask(world, { type: 'ReportShipment', shipmentId, lines });

export const cancel = (world: World, cancelId: string, lines: Part[] | null = null) =>
  ask(world, { type: 'CancelBackorder', cancelId, by: 'customer', lines });

/** The newest delay notice comes back. */
export const bounceNewest = (world: World): void => {
  const newest = world.mailbox.findLast(({ kind }) => kind === 'delay-notice');
  if (newest === undefined) return;
  apply(world, [{ type: 'MailUndelivered', at: world.now, key: newest.key }]);
  turn(world);
};

/** Nobody is there for so long, if nothing is under way by then: no timer rings. */
export const sleepThrough = (world: World, ms: number): void => {
  settle(world);
  if (world.state.delays.length > 0) return;
  world.now = addMs(world.now, ms);
  turn(world);
};

/** The process ends and another goes on from what was written down. */
export const restart = (world: World): void => {
  world.state = deepFreeze(JSON.parse(JSON.stringify(world.state)));
};

/** The run is lost, and another begins anew from its state. */
export const reviveRun = (world: World): void => {
  const { watch } = world;
  world.state = deepFreeze(revive(world.state, { shown: world.state.revision }));
  // What was under way has happened, and nobody hears of it.
  world.inFlight = world.inFlight.filter(({ effect }) => effect.lane !== 'money');
  // Each run reads the provider once.
  const isSearch = (key: string) => key.startsWith('findIntents');
  watch.answered = watch.answered.filter((key) => !isSearch(key));
  for (const key of Object.keys(watch.unresolved).filter(isSearch)) delete watch.unresolved[key];
  turn(world);
};

/** One turn of the shell's loop; returns when it wants to be woken. */
const turn = (world: World): Instant | undefined => {
  apply(world, factsOfTime(world.state, world.now));
  const planned = plan(world.state, world.now);
  const busy = new Set(world.inFlight.map(({ effect }) => effect.lane));
  const starting = planned.start.filter(({ lane }) => !busy.has(lane));
  watchPlan(world.watch, { ...planned, start: starting }, world.now);
  world.end = busy.size === 0 && starting.length === 0 ? planned.done : undefined;
  const taken = new Set([...busy, ...starting.map(({ lane }) => lane)]);
  const idle = lanes.filter((lane) => !taken.has(lane));
  const flights = starting.map((effect) => ({
    effect,
    followUps: followUpsOf(world.state, effect, { at: world.now, idle }),
  }));
  apply(
    world,
    starting.flatMap((effect) => begin(world.state, effect, world.now)),
  );
  for (const flight of deepFreeze(flights)) launch(world, flight);
  return planned.wakeAt;
};

const launch = (world: World, flight: Pick<Flight, 'effect' | 'followUps'>): void => {
  const { effect } = flight;
  watchStart(world.watch, effect, world.now);
  const until = addMs(world.now, world.tookMs(effect));
  const done = world.isEarly(effect) ? performAll(world, flight) : undefined;
  world.inFlight.push({ ...flight, until, done, from: world.state });
};

const land = (world: World): void => {
  const landed = world.inFlight.filter(({ until }) => until <= world.now);
  world.inFlight = world.inFlight.filter(({ until }) => until > world.now);
  for (const flight of landed) {
    answer(world, flight, flight.done ?? performAll(world, flight));
  }
};

const answer = (world: World, { effect, from }: Flight, done: Done[] | 'not yet'): void => {
  const at = world.now;
  const isAlone = world.state === from;
  if (done === 'not yet') {
    const until = retryAt(world.state, effect, at);
    if (msBetween(at, until) < minuteMs)
      throw new Error(`tries ${keyOf(effect)} again within a minute`);
    apply(world, [{ type: 'EffectDelayed', at, effect: nameOf(effect), until }]);
    return;
  }
  for (const [index, each] of done.entries()) {
    if (index > 0) {
      if (isAlone) watchFollowUp(each.effect, stepsOf(world.state, at));
      apply(world, begin(world.state, each.effect, at));
    }
    take(world, each);
  }
};

/** After these the same effect may be wanted again. */
const mayCome: ReadonlySet<string> = new Set(['RefundFailed', 'EffectFailed', 'MessageHeld']);

const take = (world: World, { effect, outcomes }: Done): void => {
  const again = outcomes.some(({ type }) => mayCome.has(type));
  watchAnswer(world.watch, effect, { again });
  if (effect.lane === 'money' && 'intentId' in effect && outcomes[0]?.type !== 'EffectFailed') {
    closeAttempt(world.provider, effect);
  }
  for (const outcome of outcomes) {
    const fact = { ...structuredClone(outcome), at: world.now } as Fact;
    apply(world, observe(world.state, fact));
  }
};

const apply = (world: World, facts: readonly Fact[]): void => {
  for (const fact of facts) {
    const before = world.state;
    world.state = deepFreeze(evolve(before, deepFreeze(fact)));
    world.evidence.push(...evidenceOf(fact, before, world.state));
  }
};
