import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isTerminal, phaseOf, type Snapshot } from '../../../workflows/domain/ledger.ts';
import { needsCustomer } from '../../../workflows/domain/payment.ts';
import { plan } from '../../../workflows/domain/plan.ts';
import { dayMs, minuteMs } from '../../../workflows/domain/time.ts';
import { shippedValue, uncollected } from '../../../workflows/domain/value.ts';
import { totalOf } from '../../support/cast.ts';
import { anyLife, type Event, type Life } from '../../support/random-life.ts';
import {
  advance,
  ask,
  askAtOnce,
  cancel,
  createWorld,
  restart,
  settle,
  ship,
  tell,
} from '../../support/world.ts';
import type { World } from '../../support/world-effects.ts';
import { arrive, snapshotOf, takeBack } from '../../support/world-ledger.ts';
import { captureByHand, dropHold, heldSum, sumOf } from '../../support/world-provider.ts';

test('ends with what was shipped captured, nothing held, and nothing done twice', () => {
  fc.assert(
    fc.property(anyLife, (life) => {
      const world = live(structuredClone(life));
      conclude(world);
      const captured = sumOf(world.provider, 'captured') - sumOf(world.provider, 'refunded');
      if (isOwed(world)) {
        expect(world.end).toBeUndefined();
        expect(world.state.attention.map(({ code }) => code)).toContain('shipped_unpaid');
        return;
      }
      expect(world.end, JSON.stringify(world.state)).toBeDefined();
      expect(captured).toBe(valueShipped(world));
      expect(heldSum(world.provider, world.now)).toBe(0);
      expect(world.inFlight).toEqual([]);
    }),
    { numRuns: 100 },
  );
}, 30_000);

/** Goods left and the bank says no: never complete without the money. */
const isOwed = ({ state }: World): boolean =>
  uncollected(state) > 0 && state.intents.some(needsCustomer);

const live = (life: Life): World => {
  const next = <T>(tape: T[], otherwise: T): T => {
    const first = tape.shift();
    return first === undefined ? otherwise : first;
  };
  const { ways, early, tookMs } = life;
  const world = createWorld(life.opening, {
    wayOf: () => next(ways, 'done'),
    isEarly: () => next(early, false),
    tookMs: () => next(tookMs, 700),
    planMail: ({ planNumber }, now) => [
      {
        key: `check-in:${planNumber}`,
        kind: 'check-in',
        at: new Date(Date.parse(now) + 2 * dayMs).toISOString(),
        until: new Date(Date.parse(now) + 4 * dayMs).toISOString(),
      },
    ],
  });
  world.provider.cards = [...life.cards];
  world.provider.holdMs = life.holdMs;
  world.provider.refundsThatFail = life.failingRefunds;
  const news: Snapshot[] = [];
  for (const event of life.events) {
    befall(world, event, news);
    news.push(snapshotOf(world.ledger));
    watchMoney(world, life);
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
    case 'takeBack':
      takeBack(world.ledger);
      return;
    case 'customer':
      askAtOnce(world, { type: 'ChangeCustomer' });
      return;
    case 'hold':
      askAtOnce(world, { type: 'HoldBackorder' });
      return;
    case 'release':
      askAtOnce(world, { type: 'ReleaseHold' });
      return;
    case 'restart':
      restart(world);
      return;
  }
};

const valueShipped = ({ state, ledger }: World): number => shippedValue(state, snapshotOf(ledger));

const watchMoney = (world: World, { opening, events }: Life): void => {
  if (events.some(({ type }) => type === 'byHand')) return;
  const captured = sumOf(world.provider, 'captured');
  expect(captured, 'captured').toBeLessThanOrEqual(totalOf(opening));
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
  tell(world, snapshotOf(world.ledger));
  ask(world, { type: 'ReleaseHold' });
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

const resolveAll = (world: World): void => {
  for (const { code } of world.state.attention) {
    if (code !== 'shipped_unpaid') ask(world, { type: 'ResolveAttention', code });
  }
};
