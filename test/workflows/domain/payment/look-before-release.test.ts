import { describe, expect, test } from 'vitest';
import { phaseOf } from '../../../../workflows/domain/backorder/snapshot.ts';
import { plan } from '../../../../workflows/domain/plan.ts';
import { addMs, dayMs, hourMs, type Instant, minuteMs } from '../../../../workflows/domain/time.ts';
import { adasLamp, day } from '../../../support/cast.ts';
import type { Way, World } from '../../../support/world/effects.ts';
import { authenticate, heldSum } from '../../../support/world/provider.ts';
import { mailsOf } from '../../../support/world/views.ts';
import {
  advance,
  advanceTo,
  cancel,
  createWorld,
  goes,
  lampWith,
  restock,
  tellHint,
} from '../../../support/world/world.ts';

/** A lease of three days whose bank wants to hear from Ada. */
const asked = (): World => lampWith('authentication');

const confirm = (world: World, answer: 'approve' | 'soft' = 'approve', intentId = 'i1'): void =>
  authenticate(world.provider, intentId, { at: world.now, answer });

const lookAt = addMs(day(3), -minuteMs);

/** The keys of the looks at intents so far. */
const looksOf = ({ watch }: World): string[] =>
  watch.answered.filter((key) => key.startsWith('lookAtIntent:'));

const wakeOf = (world: World): Instant | undefined => plan(world.state, world.now).wakeAt;

describe('a payment of which nothing was heard', () => {
  test('is looked at a minute before its lease ends: what was approved becomes firm', () => {
    const world = asked();
    confirm(world);
    advanceTo(world, addMs(lookAt, -1));
    expect(phaseOf(world.state.stock)).toBe('awaiting_payment');
    expect(wakeOf(world)).toBe(lookAt);
    advanceTo(world, addMs(lookAt, 10_000));
    expect(phaseOf(world.state.stock)).toBe('ready_to_ship');
    expect(looksOf(world)).toEqual(['lookAtIntent:i1:1']);
    expect(mailsOf(world).slice(2)).toEqual([
      'payment-recovered 2026-11-26',
      'ready-to-ship 2026-11-26',
    ]);
    advance(world, dayMs);
    expect(heldSum(world.provider, world.now)).toBe(13_800);
  });

  test.each([
    ['still waits', () => undefined],
    ['was declined', (world: World) => confirm(world, 'soft')],
  ] as const)('and that %s ends with its lease, after one look', (_, befalls) => {
    const world = asked();
    befalls(world);
    advanceTo(world, addMs(lookAt, 10_000));
    expect(looksOf(world)).toEqual(['lookAtIntent:i1:1']);
    expect(phaseOf(world.state.stock)).toBe('awaiting_payment');
    expect(wakeOf(world)).toBe(day(3));
    advanceTo(world, addMs(day(3), minuteMs));
    expect(world.ledger.isBarred).toBe(true);
    expect(looksOf(world)).toEqual(['lookAtIntent:i1:1']);
    expect(world.state.intents[0]?.state).toBe('closed');
  });

  test('ends with its lease while the provider is away', () => {
    const world = asked();
    confirm(world);
    goes(world, 'lookAtIntent', ...Array<Way>(5).fill('unreached'));
    advanceTo(world, addMs(day(3), minuteMs));
    expect(world.ledger.isBarred).toBe(true);
    advance(world, 2 * hourMs);
    expect(heldSum(world.provider, world.now)).toBe(0);
    expect(world.state.delays).toEqual([]);
  });

  test('is looked at then although an earlier look is put off beyond the end', () => {
    const world = asked();
    confirm(world);
    advanceTo(world, addMs(lookAt, -20 * minuteMs));
    goes(world, 'lookAtIntent', ...Array<Way>(5).fill('unreached'));
    tellHint(world, { about: 'intent', intentId: 'i1' });
    advanceTo(world, addMs(lookAt, 10_000));
    expect(phaseOf(world.state.stock)).toBe('ready_to_ship');
    expect(world.state.delays).toEqual([]);
  });

  test('is looked at again when a hint comes in that minute', () => {
    const world = asked();
    advanceTo(world, addMs(lookAt, 10_000));
    confirm(world);
    tellHint(world, { about: 'intent', intentId: 'i1' });
    expect(phaseOf(world.state.stock)).toBe('ready_to_ship');
    expect(looksOf(world)).toEqual(['lookAtIntent:i1:1', 'lookAtIntent:i1:2']);
  });

  test('is looked at before firm units whose hold has died go to others', () => {
    const world = createWorld(adasLamp);
    world.provider.cards = ['approve', 'authentication'];
    world.provider.holdMs = dayMs;
    restock(world, 1);
    advanceTo(world, day(2));
    world.provider.holdMs = 7 * dayMs;
    confirm(world, 'approve', 'i2');
    expect(looksOf(world)).toEqual([]);
    advanceTo(world, day(5));
    expect(looksOf(world)).toEqual(['lookAtIntent:i2:1']);
    expect(phaseOf(world.state.stock)).toBe('ready_to_ship');
    expect(heldSum(world.provider, world.now)).toBe(13_800);
  });
});

describe('a payment that waits for nobody', () => {
  test('is not looked at, nor is anybody woken for it', () => {
    const world = createWorld(adasLamp);
    world.provider.cards = ['hard'];
    restock(world, 1);
    expect(wakeOf(world)).toBe(day(3));
    advanceTo(world, day(20));
    expect(looksOf(world)).toEqual([]);
  });

  test('because its order was cancelled is not looked at', () => {
    const world = asked();
    cancel(world, 'c1');
    expect(wakeOf(world)).toBeUndefined();
    expect(world.end).toBe('cancelled');
  });
});
