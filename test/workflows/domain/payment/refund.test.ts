import { describe, expect, test } from 'vitest';
import { minuteMs } from '../../../../workflows/domain/time.ts';
import { bensMugs } from '../../../support/cast.ts';
import { units } from '../../../support/facts.ts';
import type { World } from '../../../support/world/effects.ts';
import { comesBack, payUpfront, refundByHand, sumOf } from '../../../support/world/provider.ts';
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

/** Ben has paid for his mugs with the order. */
const prepaidMugs = (): World => {
  const payment = { methodId: null, upfront: { amount: 100 } };
  const world = createWorld({ ...bensMugs, payment });
  payUpfront(world.provider, 100);
  advance(world, minuteMs);
  return world;
};

const byHand = (world: World, amount: number): void => {
  refundByHand(world.provider, 'upfront', amount);
  look(world);
};

const bounces = (world: World): void => {
  comesBack(world.provider, 'upfront');
  look(world);
};

const look = (world: World) => tellHint(world, { about: 'intent', intentId: 'upfront' });

const sendAnew = (world: World) => ask(world, { type: 'ResolveAttention', code: 'refund_failed' });

const told = (world: World) => sentOf(world, 'refunded').map(({ about }) => about.amount);

const keys = ({ mailbox }: World) => mailbox.map(({ key }) => key);

const attention = ({ state }: World) => state.attention.map(({ code }) => code);

const refunded = ({ provider }: World) => sumOf(provider, 'refunded');

describe('a refund that its bank sends back here', () => {
  test('is told again once it was sent anew, as often as that happens', () => {
    const world = prepaidMugs();
    cancel(world, 'c1', units(1));
    expect(told(world)).toEqual([34]);
    for (const times of [2, 3]) {
      bounces(world);
      expect(attention(world)).toEqual(['refund_failed']);
      expect(told(world)).toHaveLength(times - 1);
      expect(sendAnew(world)).toBeNull();
      expect(refunded(world)).toBe(34);
      expect(told(world)).toEqual(Array(times).fill(34));
    }
    expect(new Set(keys(world)).size).toBe(world.mailbox.length);
  });

  test('is not told as sent when that was not said yet', () => {
    const world = prepaidMugs();
    world.wayOf = ({ type }) => (type === 'sendMail' ? 'unreached' : 'done');
    cancel(world, 'c1', units(1));
    bounces(world);
    world.wayOf = () => 'done';
    advance(world, 31 * minuteMs);
    expect(told(world)).toEqual([]);
    expect(world.skips).toContainEqual(
      expect.objectContaining({ kind: 'refunded', reason: 'came_back' }),
    );
    sendAnew(world);
    expect(told(world)).toEqual([34]);
  });

  test('is told once when somebody sends it by hand instead, and nothing is left to do', () => {
    const world = prepaidMugs();
    cancel(world, 'c1', units(1));
    bounces(world);
    byHand(world, 34);
    expect(told(world)).toEqual([34, 34]);
    expect(attention(world)).not.toContain('refund_failed');
    expect(refunded(world)).toBe(34);
  });
});

describe('a refund by hand that comes back', () => {
  test('is told again when somebody sends it again', () => {
    const world = prepaidMugs();
    byHand(world, 30);
    bounces(world);
    expect(attention(world)).toContain('refund_failed');
    byHand(world, 30);
    expect(told(world)).toEqual([30, 30]);
    expect(new Set(keys(world)).size).toBe(world.mailbox.length);
  });

  test('is ours again, as if it had never gone', () => {
    const world = prepaidMugs();
    byHand(world, 30);
    bounces(world);
    for (const code of ['refund_failed', 'refunded_elsewhere'] as const) {
      ask(world, { type: 'ResolveAttention', code });
    }
    restock(world, 3);
    expect(ship(world, 's1')).toBeNull();
    expect(world.end).toBe('shipped');
    expect(refunded(world)).toBe(0);
  });

  test('is owed when the order was cancelled, and told once it is sent', () => {
    const world = prepaidMugs();
    byHand(world, 100);
    world.wayOf = ({ type }) => (type === 'sendMail' ? 'unreached' : 'done');
    expect(cancel(world, 'c1')).toBeNull();
    bounces(world);
    world.wayOf = () => 'done';
    sendAnew(world);
    advance(world, 31 * minuteMs);
    expect(world.end).toBe('cancelled');
    expect(refunded(world)).toBe(100);
    expect(told(world)).toEqual([100, 100]);
  });
});
