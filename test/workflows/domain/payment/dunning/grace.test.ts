import { describe, expect, test } from 'vitest';
import { phaseOf } from '../../../../../workflows/domain/backorder/snapshot.ts';
import { addMs, dayMs, minuteMs } from '../../../../../workflows/domain/time.ts';
import { bensMugs, day } from '../../../../support/cast.ts';
import { sumOf } from '../../../../support/world/provider.ts';
import { attentionOf, mailsOf, sentOf } from '../../../../support/world/views.ts';
import {
  advance,
  advanceTo,
  ask,
  createWorld,
  lampWith,
  restock,
  ship,
} from '../../../../support/world/world.ts';

describe('an order whose payment does not come', () => {
  test('keeps its units for the lease, its place for the grace, and is cancelled then', () => {
    const world = lampWith('hard');
    advanceTo(world, day(3));
    expect(phaseOf(world.state.stock)).toBe('awaiting_payment');
    advanceTo(world, day(17));
    expect(phaseOf(world.state.stock)).toBe('awaiting_stock');
    expect(world.ledger.isBarred).toBe(true);
    advance(world, minuteMs);
    expect(world.end).toBe('cancelled');
    expect(mailsOf(world)).toEqual([
      'confirmation 2026-11-23',
      'payment-problem 2026-11-23',
      'payment-problem 2026-11-26',
      'payment-problem 2026-12-07',
      'cancelled 2026-12-10',
    ]);
    expect(sentOf(world, 'payment-problem').map(({ about }) => about.stage)).toEqual([
      'due',
      'barred',
      'last-call',
    ]);
    expect(world.mailbox.at(-1)?.about).toMatchObject({ cause: 'payment' });
  });

  test('loses only what waits: what is paid for goes its way', () => {
    const world = createWorld(bensMugs);
    restock(world, 1);
    world.provider.cards = ['hard'];
    restock(world, 1);
    advanceTo(world, day(6));
    expect(ship(world, 's1')).toBeNull();
    advanceTo(world, day(20));
    expect(world.end).toBe('shipped');
    expect(world.ledger.lines[0]).toMatchObject({ shipped: 1, cancelled: 2 });
    expect(sumOf(world.provider, 'captured')).toBe(33);
  });

  test('has a grace that begins with the first lease that ended, not with the last', () => {
    const world = createWorld(bensMugs);
    world.provider.cards = ['hard'];
    restock(world, 1);
    advance(world, dayMs);
    restock(world, 1);
    advanceTo(world, addMs(day(17), minuteMs));
    expect(world.end).toBe('cancelled');
  });

  test('is not cancelled for what a person has to answer', () => {
    const world = lampWith('refuse');
    advanceTo(world, day(40));
    expect(world.end).toBeUndefined();
    expect(attentionOf(world)).toEqual(['payment_refused']);
    world.provider.cards = [];
    ask(world, { type: 'ResolveAttention', code: 'payment_refused' });
    expect(phaseOf(world.state.stock)).toBe('ready_to_ship');
  });
});
