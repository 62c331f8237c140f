import { describe, expect, test } from 'vitest';
import { phaseOf } from '../../../../workflows/domain/backorder/snapshot.ts';
import { dayMs } from '../../../../workflows/domain/time.ts';
import { adasLamp, day } from '../../../support/cast.ts';
import { units } from '../../../support/facts.ts';
import { hint, mugs, own } from '../../../support/upfront.ts';
import { heldSum, payUpfront, refundByHand, sumOf } from '../../../support/world/provider.ts';
import { attentionOf, sentOf } from '../../../support/world/views.ts';
import {
  advance,
  advanceTo,
  ask,
  cancel,
  createWorld,
  restock,
  ship,
} from '../../../support/world/world.ts';

describe('a deposit', () => {
  test.each([
    { deposit: 40, holds: [60] },
    { deposit: 70, holds: [30] },
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
    const world = mugs(36, 36);
    restock(world, 1);
    expect(own(world)).toEqual([]);
    expect(ship(world, 's1')).toBeNull();
    expect(world.mailbox.at(-1)).toMatchObject({ kind: 'shipped', about: { isCovered: true } });
    restock(world, 1);
    expect(own(world)).toEqual([30]);
    expect(ship(world, 's2')).toBeNull();
    expect(world.mailbox.at(-1)?.about).toMatchObject({ charge: 30, isCovered: false });
    expect(sumOf(world.provider, 'captured')).toBe(66);
    restock(world, 1);
    expect(ship(world, 's3')).toBeNull();
    expect(own(world)).toEqual([30, 34]);
    expect(sumOf(world.provider, 'captured')).toBe(100);
  });

  test('that somebody gave back does not cover what ships, though it is not asked for again', () => {
    const world = mugs(40, 40);
    restock(world, 1);
    refundByHand(world.provider, 'upfront', 40);
    hint(world, 'upfront');
    ask(world, { type: 'ResolveAttention', code: 'refunded_elsewhere' });
    expect(ship(world, 's1')).toBeNull();
    expect(world.mailbox.at(-1)?.about).toMatchObject({ charge: 0, isCovered: false });
  });

  test('goes back whole when the order is cancelled', () => {
    const world = mugs(40, 40);
    restock(world, 3);
    expect(cancel(world, 'c1')).toBeNull();
    expect(world.end).toBe('cancelled');
    expect(sumOf(world.provider, 'refunded')).toBe(40);
    expect(heldSum(world.provider, world.now)).toBe(0);
    expect(world.mailbox.at(-1)).toMatchObject({ kind: 'cancelled', money: { givenBack: 40 } });
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
    expect(memo).toMatchObject({ about: { amount: 14 }, money: { givenBack: 14, owed: 0 } });
  });

  test('is not told as charged for what it paid for', () => {
    const world = mugs(36, 36);
    restock(world, 1);
    ship(world, 's1');
    restock(world, 1);
    ship(world, 's2');
    const told = sentOf(world, 'shipped');
    expect(told.map(({ about }) => about.charge)).toEqual([0, 30]);
  });

  test('that was only held is voided with the order', () => {
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
    world.wayOf = ({ type }) => (type === 'lookAtIntent' ? 'unreached' : 'done');
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

test('a mandate is never exceeded, whatever is held, voided and held again', () => {
  const world = createWorld(adasLamp);
  restock(world, 1);
  advanceTo(world, day(30));
  expect(ship(world, 's1')).toBeNull();
  expect(sumOf(world.provider, 'captured')).toBe(13_800);
});
