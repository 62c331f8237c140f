import { describe, expect, test } from 'vitest';
import { dayMs } from '../../../../workflows/domain/time.ts';
import { bensMugs } from '../../../support/cast.ts';
import { units } from '../../../support/facts.ts';
import { hint, mugs, own } from '../../../support/upfront.ts';
import type { World } from '../../../support/world/effects.ts';
import { refundByHand, sumOf } from '../../../support/world/provider.ts';
import { attentionOf, sentOf } from '../../../support/world/views.ts';
import { advance, ask, cancel, createWorld, restock, ship } from '../../../support/world/world.ts';

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
      const dueAt = '2026-12-04T05:00:00.000Z';
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
    const [memo] = sentOf(world, 'cancelled');
    expect(memo).toMatchObject({ money: { owed: 0, givenBack: 100 } });
    expect(memo?.about.amount).toBe(ours);
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
