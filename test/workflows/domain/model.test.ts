import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Opening } from '../../../workflows/domain/backorder/backorder.ts';
import { classOf } from '../../../workflows/domain/backorder/message-kind.ts';
import {
  isTerminal,
  phaseOf,
  type Snapshot,
} from '../../../workflows/domain/backorder/snapshot.ts';
import { leastCharge } from '../../../workflows/domain/currency.ts';
import { isBlocked } from '../../../workflows/domain/payment/dunning/trouble.ts';
import { shippedValue, uncollected } from '../../../workflows/domain/payment/sums/value.ts';
import { plan } from '../../../workflows/domain/plan.ts';
import { addMs, dayMs, hourMs, minuteMs } from '../../../workflows/domain/time.ts';
import { totalOf } from '../../support/cast.ts';
import { changeCard } from '../../support/world/cards.ts';
import type { World } from '../../support/world/effects.ts';
import { arrive, snapshotOf, takeBack } from '../../support/world/ledger.ts';
import {
  authenticate,
  captureByHand,
  comesBack,
  dropHold,
  heldSum,
  payUpfront,
  refundByHand,
  sumOf,
} from '../../support/world/provider.ts';
import { anyLife, type Event, type Life } from '../../support/world/random-life.ts';
import { expectSentBack, isHeld, watchTerms } from '../../support/world/terms-laws.ts';
import { chargesTold, waivedTold } from '../../support/world/views.ts';
import {
  advance,
  ask,
  askAtOnce,
  cancel,
  createWorld,
  restart,
  reviveRun,
  settle,
  ship,
  tell,
  tellHintAtOnce,
  tellWishesAtOnce,
} from '../../support/world/world.ts';

test('ends with what was shipped captured, nothing held, and nothing done twice', () => {
  fc.assert(
    fc.property(anyLife, (life) => {
      const world = live(structuredClone(life));
      conclude(world);
      watchTrifles(world);
      const captured = sumOf(world.provider, 'captured') - sumOf(world.provider, 'refunded');
      if (isOwed(world)) {
        expect(world.end).toBeUndefined();
        expect(world.state.attention.map(({ code }) => code)).toContain('shipped_unpaid');
        return;
      }
      expect(world.end, JSON.stringify(world.state)).toBeDefined();
      expect(world.state.mail.held).toEqual([]);
      if (isHeld(life)) expectSentBack(world, life);
      else expectPaid(world, captured);
      expectWaived(world, life);
      expectTold(world, life);
      expect(heldSum(world.provider, world.now)).toBe(0);
      expect(world.inFlight).toEqual([]);
    }),
    { numRuns: Number(process.env.MODEL_RUNS ?? 100) },
  );
}, 300_000);

/**
 * What a person gave back is not asked for again, nor what is too little to be charged. Whatever
 * else was captured is what shipped.
 */
const expectPaid = (world: World, captured: number): void => {
  const byHand = Object.values(world.provider.intents).reduce((sum, each) => sum + each.byHand, 0);
  const shipped = valueShipped(world);
  const isUnverified = world.state.attention.some(({ code }) => code === 'unpaid');
  expect(captured).toBeLessThanOrEqual(shipped);
  if (!isUnverified) expect(captured).toBeGreaterThanOrEqual(shipped - byHand - waivedTold(world));
};

/** What was waived was told, is less than can be charged, and is all that was not captured. */
const expectWaived = (world: World, { events, isPaid }: Life): void => {
  const waived = waivedTold(world);
  expect(waived, 'waived').toBeLessThan(world.state.leastCharge);
  if (!isPaid || events.some(({ type }) => ['byHand', 'returned', 'bounced'].includes(type)))
    return;
  expect(world.state.waived, 'waived').toBe(waived);
};

/** We ask for no sum that we know to be too little: by the table, or by the provider's word. */
const watchTrifles = ({ provider, state }: World): void => {
  const { tooSmall } = provider;
  const known = leastCharge(state.currency);
  for (const [index, amount] of tooSmall.entries()) {
    expect(amount, 'asked').toBeGreaterThanOrEqual(Math.max(known, tooSmall[index - 1] ?? 0));
  }
};

/** Each charge is stated by one mail, as far as nobody moved money past us. */
const expectTold = (world: World, { events, isPaid }: Life): void => {
  const { provider } = world;
  if (!isPaid || events.some(({ type }) => type === 'byHand' || type === 'returned')) return;
  const stated = chargesTold(world).reduce((sum, { charge }) => sum + (charge ?? 0), 0);
  const upfront = provider.intents.upfront?.captured ?? 0;
  expect(stated, 'told').toBe(sumOf(provider, 'captured') - upfront);
};

/** Goods left and the bank says no: never complete without the money. */
const isOwed = ({ state }: World): boolean => uncollected(state) > 0 && isBlocked(state);

const live = (life: Life): World => {
  const next = <T>(tape: T[], otherwise: T): T => {
    const first = tape.shift();
    return first === undefined ? otherwise : first;
  };
  const { ways, early, tookMs, mailHolds, mailMerges } = life;
  const world = createWorld(life.opening, {
    wayOf: () => next(ways, 'done'),
    isEarly: () => next(early, false),
    tookMs: () => next(tookMs, 700),
    holdOf: (_, now) => {
      const hours = next(mailHolds, 0);
      return hours === 0 ? null : { until: addMs(now, hours * hourMs), reason: 'quiet_hours' };
    },
    mailDecisionOf: ({ kind }) =>
      classOf(kind) === 'relationship' && next(mailMerges, false) ? 'merged' : 'sent',
    planMail: ({ planNumber }, now) => [
      {
        key: `check-in:${planNumber}`,
        kind: 'check-in',
        at: new Date(Date.parse(now) + 2 * dayMs).toISOString(),
        until: new Date(Date.parse(now) + 4 * dayMs).toISOString(),
      },
    ],
  });
  const { upfront } = life.opening.payment;
  if (upfront && !isHeld(life)) payUpfront(world.provider, life.isPaid ? upfront.amount : 0);
  world.provider.cards = [...life.cards];
  world.provider.holdMs = life.holdMs;
  world.provider.least = Math.max(world.provider.least, life.least);
  world.provider.refundsThatFail = life.failingRefunds;
  const news: Snapshot[] = [];
  for (const event of life.events) {
    befall(world, event, news);
    news.push(snapshotOf(world.ledger));
    watchMoney(world, life);
    watchTrifles(world);
    watchTerms(world, life);
    watchSilence(world);
  }
  return world;
};

const befall = (world: World, event: Event, news: Snapshot[]): void => {
  switch (event.type) {
    case 'wait':
      advance(world, event.ms);
      return;
    case 'arrive': {
      if (!world.ledger.lines.some(({ lineId }) => lineId === event.lineId)) return;
      arrive(world.ledger, event, world.now);
      if (event.isTold) tell(world, snapshotOf(world.ledger));
      return;
    }
    case 'news': {
      const old = news[event.index % Math.max(1, news.length)];
      if (old) tell(world, old);
      return;
    }
    case 'cancel':
      askAtOnce(world, {
        type: 'CancelBackorder',
        cancelId: event.name,
        by: 'shop',
        lines: event.lines,
      });
      return;
    case 'ship':
      (event.isPatient ? ask : askAtOnce)(world, {
        type: 'ReportShipment',
        shipmentId: event.name,
        lines: event.lines,
      });
      return;
    case 'promise':
      askAtOnce(world, {
        type: 'ChangePromise',
        promiseId: event.name,
        on: event.on,
        statedAt: world.now,
        isSupply: false,
      });
      return;
    case 'resolve':
      askAtOnce(world, { type: 'ResolveAttention', code: event.code });
      return;
    case 'byHand':
      captureByHand(world.provider, event.intentId, world.now);
      return;
    case 'dropped':
      dropHold(world.provider, event.intentId);
      return;
    case 'disputed': {
      const intent = world.provider.intents[event.intentId];
      if (intent?.status === 'captured') intent.isDisputed = true;
      return;
    }
    case 'returned':
      refundByHand(world.provider, event.intentId, event.amount);
      return;
    case 'bounced':
      comesBack(world.provider, event.intentId);
      return;
    case 'authenticated': {
      const { intentId, answer, methodId } = event;
      authenticate(world.provider, intentId, { at: world.now, answer, methodId });
      return;
    }
    case 'hint':
      tellHintAtOnce(world, event.hint);
      return;
    case 'method':
      askAtOnce(world, { type: 'ChangePaymentMethod', methodId: event.methodId });
      return;
    case 'removed':
      changeCard(world.provider, event.methodId, { isUsable: false });
      return;
    case 'replaced':
      changeCard(world.provider, event.methodId, { fingerprint: 'new', isUsable: true });
      return;
    case 'offer':
      askAtOnce(world, { type: 'OfferCard', offerId: event.offerId });
      return;
    case 'given':
      world.provider.given[event.offerId] = `pm_${event.offerId}`;
      return;
    case 'looked':
      askAtOnce(world, { type: 'LookAtPayment' });
      return;
    case 'agreed':
      askAtOnce(world, { type: 'AcceptMandate' });
      return;
    case 'wishes':
      tellWishesAtOnce(world);
      return;
    case 'takeBack':
      takeBack(world.ledger);
      return;
    case 'customer':
      askAtOnce(world, { type: 'ChangeCustomer' });
      return;
    case 'hold':
      askAtOnce(world, { type: 'SuspendBackorder' });
      return;
    case 'release':
      askAtOnce(world, { type: 'ResumeBackorder' });
      return;
    case 'revive':
      reviveRun(world);
      return;
    case 'restart':
      restart(world);
      return;
  }
};

const valueShipped = ({ state, ledger }: World): number => shippedValue(state, snapshotOf(ledger));

const paidUpfront = ({ payment }: Opening): number => payment.upfront?.amount ?? 0;

const watchMoney = (world: World, { opening, events }: Life): void => {
  if (events.some(({ type }) => type === 'byHand')) return;
  const upfront = world.provider.intents.upfront?.captured ?? 0;
  const captured = sumOf(world.provider, 'captured') - upfront;
  expect(captured, 'captured').toBeLessThanOrEqual(totalOf(opening) - paidUpfront(opening));
  expect(captured, 'captured of what left').toBeLessThanOrEqual(valueShipped(world));
};

/** Whoever sleeps is woken by a clock, by a person, or by the world. */
const watchSilence = (world: World): void => {
  if (world.inFlight.length > 0 || world.end) return;
  const { wakeAt } = plan(world.state, world.now);
  if (wakeAt !== undefined || world.state.attention.length > 0) return;
  expect(isTerminal(phaseOf(world.state.stock)), JSON.stringify(world.state)).toBe(false);
};

/** Everything outside works again, what is ready ships, the rest is given up. */
const conclude = (world: World): void => {
  const { provider } = world;
  world.wayOf = () => 'done';
  world.isEarly = () => false;
  world.tookMs = () => 700;
  provider.cards = [];
  provider.refundsThatFail = 0;
  lookEverywhere(world);
  tell(world, snapshotOf(world.ledger));
  ask(world, { type: 'ResumeBackorder' });
  resolveAll(world);
  advance(world, 31 * minuteMs);
  resolveAll(world);
  ship(world, 'last');
  advance(world, 31 * minuteMs);
  cancel(world, 'last');
  for (let days = 0; days < 5; days += 1) {
    resolveAll(world);
    advance(world, dayMs);
  }
  settle(world);
};

const lookEverywhere = (world: World): void => {
  const told = world.state.intents.filter(({ state }) => state !== 'closed' && state !== 'voided');
  for (const { intentId } of told) {
    tellHintAtOnce(world, { about: 'intent', intentId });
  }
};

const resolveAll = (world: World): void => {
  for (const { code } of world.state.attention) {
    if (code !== 'shipped_unpaid') ask(world, { type: 'ResolveAttention', code });
  }
  if (world.state.attention.some(({ code }) => code === 'refund_wanted')) resolveAll(world);
};
