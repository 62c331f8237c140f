import { describe, expect, test } from 'vitest';
import type { Opening } from '../../../workflows/domain/backorder.ts';
import { phaseOf } from '../../../workflows/domain/ledger.ts';
import { dayMs } from '../../../workflows/domain/time.ts';
import { adasLamp, bensMugs, day } from '../../support/cast.ts';
import { units } from '../../support/facts.ts';
import {
  advance,
  advanceTo,
  ask,
  cancel,
  createWorld,
  restock,
  ship,
  tellHint,
} from '../../support/world.ts';
import type { World } from '../../support/world-effects.ts';
import { heldSum, payUpfront, refundByHand, sumOf } from '../../support/world-provider.ts';
import { attentionOf } from '../../support/world-views.ts';

const mugs = (upfront: number, captured: number, methodId: string | null = 'pm_1'): World => {
  const opening: Opening = { ...bensMugs, payment: { methodId, upfront: { amount: upfront } } };
  const world = createWorld(opening);
  payUpfront(world.provider, captured);
  return world;
};

const own = ({ state }: World) =>
  state.intents.filter(({ intentId }) => intentId !== 'upfront').map(({ amount }) => amount);

describe('a deposit', () => {
  test.each([
    { deposit: 40, holds: [60] },
    { deposit: 99, holds: [1] },
    { deposit: 100, holds: [] },
  ])('of $deposit leaves the rest of 100 to be held: $holds', ({ deposit, holds }) => {
    const world = mugs(deposit, deposit);
    restock(world, 3);
    expect(own(world)).toEqual(holds);
    expect(ship(world, 's1')).toBeNull();
    expect(world.end).toBe('shipped');
    expect(sumOf(world.provider, 'captured')).toBe(100);
  });

  test('pays for what comes first, to the minor unit', () => {
    const world = mugs(40, 40);
    restock(world, 1);
    expect(own(world)).toEqual([]);
    expect(ship(world, 's1')).toBeNull();
    expect(world.mailbox.at(-1)).toMatchObject({ kind: 'shipped', about: { isCovered: true } });
    restock(world, 1);
    expect(own(world)).toEqual([26]);
    expect(ship(world, 's2')).toBeNull();
    expect(world.mailbox.at(-1)?.about).toEqual({ actId: 's2', amount: 26 });
    expect(sumOf(world.provider, 'captured')).toBe(66);
    restock(world, 1);
    expect(ship(world, 's3')).toBeNull();
    expect(own(world)).toEqual([26, 34]);
    expect(sumOf(world.provider, 'captured')).toBe(100);
  });

  test('that somebody gave back does not cover what ships, though it is not asked for again', () => {
    const world = mugs(40, 40);
    restock(world, 1);
    refundByHand(world.provider, 'upfront', 40);
    hint(world, 'upfront');
    ask(world, { type: 'ResolveAttention', code: 'refunded_elsewhere' });
    expect(ship(world, 's1')).toBeNull();
    const { about } = world.mailbox.at(-1) ?? {};
    expect(about).not.toHaveProperty('amount');
    expect(about).not.toHaveProperty('isCovered');
  });

  test('goes back whole when the order is cancelled', () => {
    const world = mugs(40, 40);
    restock(world, 3);
    expect(cancel(world, 'c1')).toBeNull();
    expect(world.end).toBe('cancelled');
    expect(sumOf(world.provider, 'refunded')).toBe(40);
    expect(heldSum(world.provider, world.now)).toBe(0);
    expect(world.mailbox.at(-1)).toMatchObject({ kind: 'cancelled', money: { refunded: 40 } });
  });

  test('goes back in part when less is left to be had than it paid for', () => {
    const world = mugs(80, 80);
    expect(cancel(world, 'c1', units(1))).toBeNull();
    advance(world, dayMs);
    expect(sumOf(world.provider, 'refunded')).toBe(14);
    restock(world, 2);
    expect(ship(world, 's1')).toBeNull();
    expect(sumOf(world.provider, 'captured') - sumOf(world.provider, 'refunded')).toBe(66);
  });

  test('in part is told with the cancellation, once it has gone back', () => {
    const world = mugs(80, 80);
    cancel(world, 'c1', units(1));
    advance(world, dayMs);
    const memo = world.mailbox.find(({ kind }) => kind === 'cancelled');
    expect(memo).toMatchObject({ about: { amount: 14 }, money: { refunded: 14, owed: 0 } });
  });

  test('is not told as charged for what it paid for', () => {
    const world = mugs(40, 40);
    restock(world, 1);
    ship(world, 's1');
    restock(world, 1);
    ship(world, 's2');
    const told = world.mailbox.filter(({ kind }) => kind === 'shipped');
    expect(told.map(({ about }) => about.amount)).toEqual([undefined, 26]);
  });

  test('that was only held is let go with the order', () => {
    const world = mugs(100, 0, null);
    payUpfront(world.provider, 0);
    const intent = world.provider.intents.upfront;
    if (intent) Object.assign(intent, { status: 'held', amount: 100, holdUntil: day(7) });
    advance(world, dayMs);
    expect(attentionOf(world)).toEqual(['unpaid']);
    hint(world, 'upfront');
    expect(cancel(world, 'c1')).toBeNull();
    expect(world.end).toBe('cancelled');
    expect(heldSum(world.provider, world.now)).toBe(0);
  });

  test('pays for nothing before the provider has confirmed it', () => {
    const world = mugs(40, 0);
    restock(world, 3);
    expect(phaseOf(world.state.stock)).toBe('awaiting_payment');
    expect(own(world)).toEqual([]);
    expect(attentionOf(world)).toEqual(['unpaid']);
    payUpfront(world.provider, 40);
    ask(world, { type: 'ResolveAttention', code: 'unpaid' });
    expect(phaseOf(world.state.stock)).toBe('ready_to_ship');
    expect(attentionOf(world)).toEqual([]);
  });

  test('captured for more than the checkout named lowers nothing by the rest', () => {
    const world = mugs(40, 60);
    restock(world, 3);
    expect(own(world)).toEqual([60]);
    expect(cancel(world, 'c1')).toBeNull();
    expect(sumOf(world.provider, 'refunded')).toBe(40);
  });

  test('captured together with other goods counts as far as it is this order’s', () => {
    const world = mugs(40, 500);
    expect(cancel(world, 'c1')).toBeNull();
    expect(world.end).toBe('cancelled');
    expect(sumOf(world.provider, 'refunded')).toBe(40);
  });
});

describe('a prepaid order', () => {
  test('is firm as soon as its units are here, and is never charged again', () => {
    const world = mugs(100, 100, null);
    restock(world, 3);
    expect(phaseOf(world.state.stock)).toBe('ready_to_ship');
    expect(own(world)).toEqual([]);
    expect(ship(world, 's1', units(1))).toBeNull();
    expect(ship(world, 's2')).toBeNull();
    expect(world.end).toBe('shipped');
    expect(sumOf(world.provider, 'captured')).toBe(100);
  });

  test('gets back what is cancelled of it, and only that', () => {
    const world = mugs(100, 100, null);
    restock(world, 1);
    expect(ship(world, 's1')).toBeNull();
    expect(cancel(world, 'c1')).toBeNull();
    expect(world.end).toBe('shipped');
    expect(sumOf(world.provider, 'refunded')).toBe(67);
  });

  test('does not end while nobody knows what became of its money', () => {
    const world = mugs(100, 0, null);
    world.wayOf = ({ type }) => (type === 'look' ? 'unreached' : 'done');
    expect(cancel(world, 'c1')).toBeNull();
    advance(world, dayMs);
    expect(world.end).toBeUndefined();
    world.wayOf = () => 'done';
    advance(world, dayMs);
    expect(world.end).toBe('cancelled');
    expect(attentionOf(world)).toEqual([]);
    expect(sumOf(world.provider, 'refunded')).toBe(0);
  });
});

describe('money that somebody moved past us', () => {
  const ready = (): World => {
    const world = createWorld(bensMugs);
    restock(world, 3);
    return world;
  };

  test('to us is fine: what was paid early is not asked for again', () => {
    const world = ready();
    const intent = world.provider.intents.i1;
    if (intent) Object.assign(intent, { status: 'captured', captured: 100 });
    hint(world, 'i1');
    expect(ship(world, 's1')).toBeNull();
    expect(world.end).toBe('shipped');
    expect(sumOf(world.provider, 'captured')).toBe(100);
  });

  test('to us for more than has left pays for the other goods, and goes back with the end', () => {
    const world = createWorld(bensMugs);
    restock(world, 2);
    const intent = world.provider.intents.i1;
    if (intent) Object.assign(intent, { status: 'captured', captured: 66 });
    hint(world, 'i1');
    expect(ship(world, 's1', units(1))).toBeNull();
    restock(world, 1);
    expect(own(world)).toEqual([66, 34]);
    expect(cancel(world, 'c1')).toBeNull();
    expect(world.end).toBe('shipped');
    expect(sumOf(world.provider, 'captured') - sumOf(world.provider, 'refunded')).toBe(33);
  });

  test('back to the customer stops the shipment until a person has looked', () => {
    const world = mugs(100, 100, null);
    restock(world, 3);
    refundByHand(world.provider, 'upfront', 30);
    hint(world, 'upfront');
    expect(attentionOf(world)).toEqual(['refunded_elsewhere']);
    expect(world.mailbox.at(-1)).toMatchObject({ kind: 'refunded', about: { amount: 30 } });
    expect(ship(world, 's1')).toBe('on_hold');
    for (const code of ['refunded_elsewhere', 'unexpected_shipment'] as const) {
      ask(world, { type: 'ResolveAttention', code });
    }
    expect(ship(world, 's2')).toBeNull();
    expect(world.end).toBe('shipped');
    expect(sumOf(world.provider, 'captured') - sumOf(world.provider, 'refunded')).toBe(70);
  });

  test.each([100, 150])(
    'back by us, and then back here, is owed since it was first: of %s',
    (captured) => {
      const world = mugs(100, captured, null);
      expect(cancel(world, 'c1', units(1))).toBeNull();
      expect(sumOf(world.provider, 'refunded')).toBe(34);
      advance(world, 5 * dayMs);
      const intent = world.provider.intents.upfront;
      if (intent) intent.refunded = 0;
      hint(world, 'upfront');
      const dueAt = expect.stringMatching(/^2026-12-02/);
      expect(world.state.attention).toEqual([{ code: 'refund_failed', at: world.now, dueAt }]);
    },
  );

  test('back by us, and then back here unheard, is noticed by the next refund', () => {
    const world = mugs(100, 100, null);
    expect(cancel(world, 'c1', units(1))).toBeNull();
    const intent = world.provider.intents.upfront;
    if (intent) intent.refunded = 0;
    expect(cancel(world, 'c2')).toBeNull();
    expect(attentionOf(world)).toEqual(['refund_failed']);
    expect(world.end).toBeUndefined();
    ask(world, { type: 'ResolveAttention', code: 'refund_failed' });
    expect(world.end).toBe('cancelled');
    expect(sumOf(world.provider, 'refunded')).toBe(100);
  });

  test('back before a cancellation is not sent back twice', () => {
    const world = mugs(100, 100, null);
    advance(world, dayMs);
    refundByHand(world.provider, 'upfront', 30);
    hint(world, 'upfront');
    expect(cancel(world, 'c1')).toBeNull();
    expect(world.end).toBe('cancelled');
    expect(sumOf(world.provider, 'refunded')).toBe(100);
  });

  test.each([
    [30, 70],
    [100, 0],
  ])('back unheard before a cancellation is seen before its mail goes out: %s', (byHand, ours) => {
    const world = mugs(100, 100, null);
    advance(world, dayMs);
    refundByHand(world.provider, 'upfront', byHand);
    expect(cancel(world, 'c1')).toBeNull();
    expect(world.end).toBe('cancelled');
    expect(sumOf(world.provider, 'refunded')).toBe(100);
    const memo = world.mailbox.find(({ kind }) => kind === 'cancelled');
    expect(memo).toMatchObject({ money: { owed: 0, refunded: 100 } });
    expect(memo?.about.amount ?? 0).toBe(ours);
  });

  test('under dispute stops the shipment until a person has looked, once', () => {
    const world = mugs(40, 40);
    restock(world, 3);
    const intent = world.provider.intents.upfront;
    if (intent) intent.isDisputed = true;
    hint(world, 'upfront');
    expect(attentionOf(world)).toEqual(['disputed']);
    expect(ship(world, 's1')).toBe('on_hold');
    ask(world, { type: 'ResolveAttention', code: 'disputed' });
    hint(world, 'upfront');
    expect(attentionOf(world)).toEqual(['unexpected_shipment']);
    expect(ship(world, 's2')).toBeNull();
  });
});

test('a mandate is never exceeded, whatever is held, released and held again', () => {
  const world = createWorld(adasLamp);
  restock(world, 1);
  advanceTo(world, day(30));
  expect(ship(world, 's1')).toBeNull();
  expect(sumOf(world.provider, 'captured')).toBe(13_800);
});

const hint = (world: World, intentId: string): void => {
  tellHint(world, { about: 'intent', intentId });
};
