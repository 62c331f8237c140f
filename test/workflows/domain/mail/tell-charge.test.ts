import { describe, expect, test } from 'vitest';
import type { Opening } from '../../../../workflows/domain/backorder/backorder.ts';
import { dayMs } from '../../../../workflows/domain/time.ts';
import { bensMugs } from '../../../support/cast.ts';
import { units } from '../../../support/facts.ts';
import type { World } from '../../../support/world/effects.ts';
import { captureByHand, payUpfront, refundByHand } from '../../../support/world/provider.ts';
import { sentOf } from '../../../support/world/views.ts';
import {
  advance,
  ask,
  cancel,
  createWorld,
  restock,
  ship,
  tellHint,
} from '../../../support/world/world.ts';

/** Three mugs for 100, of which so much was paid at checkout. */
const mugs = (upfront: number | null, methodId: string | null = 'pm_1'): World => {
  const paid = upfront === null ? null : { amount: upfront };
  const opening: Opening = { ...bensMugs, payment: { methodId, upfront: paid } };
  const world = createWorld(opening);
  if (upfront !== null) payUpfront(world.provider, upfront);
  return world;
};

/** Somebody gives money back at the provider, and a person lets the goods go all the same. */
const giveBack = (world: World, intentId: string, amount: number): void => {
  refundByHand(world.provider, intentId, amount);
  tellHint(world, { about: 'intent', intentId });
  ask(world, { type: 'ResolveAttention', code: 'refunded_elsewhere' });
};

const captureAll = (world: World): void => {
  captureByHand(world.provider, 'i1', world.now);
  tellHint(world, { about: 'intent', intentId: 'i1' });
};

/** A mug leaves, and its card is charged. */
const shipOne = (world: World, shipmentId: string): void => {
  restock(world, 1);
  expect(ship(world, shipmentId, units(1))).toBeNull();
};

const told = (world: World): number[] =>
  sentOf(world, 'shipped').map(({ about }) => about.charge ?? 0);

/** What cards paid after checkout and did not get back. */
const charged = ({ provider }: World): number =>
  Object.values(provider.intents)
    .filter(({ intentId }) => intentId !== 'upfront')
    .reduce((sum, { captured, refunded, byHand }) => sum + captured - refunded - byHand, 0);

describe('a shipment is told with what its card was charged', () => {
  test.each([
    ['nothing, after goodwill for a prepayment', 100, 5, 0],
    ['the balance, after goodwill for a deposit', 30, 5, 70],
    ['the balance, after the whole deposit went back', 30, 30, 70],
    ['the balance of a deposit', 30, 0, 70],
  ])('%s', (_title, upfront, back, sum) => {
    const world = mugs(upfront, upfront === 100 ? null : 'pm_1');
    restock(world, 3);
    if (back > 0) giveBack(world, 'upfront', back);
    expect(ship(world, 's1')).toBeNull();
    expect(told(world)).toEqual([sum]);
    expect(charged(world)).toBe(sum);
  });

  test('nothing, when it was charged early and all of it went back by hand', () => {
    const world = mugs(null);
    restock(world, 3);
    captureAll(world);
    giveBack(world, 'i1', 100);
    expect(ship(world, 's1')).toBeNull();
    expect([told(world), charged(world)]).toEqual([[0], 0]);
  });

  test('all that stays here, when less is left than went back by hand', () => {
    const world = mugs(null);
    restock(world, 3);
    captureAll(world);
    giveBack(world, 'i1', 20);
    expect(cancel(world, 'c1', units(1))).toBeNull();
    expect(ship(world, 's1')).toBeNull();
    expect([told(world), charged(world)]).toEqual([[66], 66]);
  });

  test('a part that stays here, when nothing of what went back is asked for', () => {
    const world = mugs(null);
    restock(world, 3);
    captureAll(world);
    giveBack(world, 'i1', 50);
    expect(cancel(world, 'c1', units(1))).toBeNull();
    expect(ship(world, 's1')).toBeNull();
    expect([told(world), charged(world)]).toEqual([[50], 50]);
  });

  test.each([
    [null, 'i1', 20, [33, 33, 34]],
    [36, 'upfront', 10, [0, 30, 34]],
    [36, 'upfront', 36, [0, 30, 34]],
  ])('part for part, %j of it paid at checkout and %s given back', (upfront, from, back, sums) => {
    const world = mugs(upfront);
    shipOne(world, 's1');
    giveBack(world, from, back);
    shipOne(world, 's2');
    shipOne(world, 's3');
    expect(told(world)).toEqual(sums);
    expect(charged(world)).toBe(sums.reduce((a, b) => a + b) - (from === 'i1' ? back : 0));
  });

  test('the part after one that was waived', () => {
    const world = mugs(null);
    restock(world, 1);
    world.provider.cards = ['hard', 'hard'];
    const intent = world.provider.intents.i1;
    if (intent) intent.status = 'voided';
    expect(ship(world, 's1')).toBeNull();
    ask(world, { type: 'ResolveAttention', code: 'shipped_unpaid' });
    world.provider.cards = [];
    ask(world, { type: 'ChangePaymentMethod', methodId: 'pm_2' });
    restock(world, 2);
    expect(ship(world, 's2')).toBeNull();
    expect([told(world), charged(world)]).toEqual([[0, 67], 67]);
  });

  test.each([
    ['a deposit that covers what is left', 80, 1, 0],
    ['a deposit that does not', 36, 1, 30],
    ['most of it', 80, 2, 0],
  ])('the rest, after our refund of a cancelled part: %s', (_title, upfront, gone, sum) => {
    const world = mugs(upfront);
    expect(cancel(world, 'c1', units(gone))).toBeNull();
    advance(world, dayMs);
    restock(world, 3 - gone);
    expect(ship(world, 's1')).toBeNull();
    expect([told(world), charged(world)]).toEqual([[sum], sum]);
  });
});
