import { classOf } from '../../../workflows/domain/backorder/message-kind.ts';
import type { Snapshot } from '../../../workflows/domain/backorder/snapshot.ts';
import { addMs, dayMs, hourMs, minuteMs } from '../../../workflows/domain/time.ts';
import { changeCard } from './cards.ts';
import type { World } from './effects.ts';
import { arrive, snapshotOf, takeBack } from './ledger.ts';
import {
  authenticate,
  captureByHand,
  comesBack,
  dropHold,
  payUpfront,
  refundByHand,
} from './provider.ts';
import type { Event, Life } from './random-life.ts';
import { isHeld } from './terms-laws.ts';
import {
  advance,
  ask,
  askAtOnce,
  bounceNewest,
  cancel,
  createWorld,
  restart,
  reviveRun,
  settle,
  ship,
  sleepThrough,
  tell,
  tellHintAtOnce,
  tellWishesAtOnce,
} from './world.ts';

/**
 * Leads this life from its first day to the last of its events. `after`: what is looked at after each
 * of them.
 */
export const live = (
  life: Life,
  after: (world: World) => void = () => {},
  habits: Partial<World> = {},
): World => {
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
    ...habits,
  });
  world.country = life.country;
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
    after(world);
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
    case 'answer':
      askAtOnce(world, {
        ...{ type: 'AnswerNotice', wordId: `answer/${event.name}`, channel: 'page' },
        ...{ accept: event.accept, until: event.until },
      });
      return;
    case 'withdraw':
      askAtOnce(world, {
        ...{ type: 'WithdrawContract', wordId: `withdraw/${event.name}`, channel: 'page' },
      });
      return;
    case 'period':
      askAtOnce(world, {
        ...{ type: 'SetFurtherPeriod', wordId: `period/${event.name}`, channel: 'page' },
        until: addMs(world.now, 5 * dayMs).slice(0, 10),
      });
      return;
    case 'undelivered':
      bounceNewest(world);
      return;
    case 'outage':
      sleepThrough(world, event.ms);
      return;
    case 'moves':
      world.country = event.country;
      askAtOnce(world, { type: 'ChangeCustomer', hasNewAddress: true });
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

/** Everything outside works again, what is ready ships, the rest is given up. */
export const conclude = (world: World): void => {
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
