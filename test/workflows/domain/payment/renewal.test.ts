import { describe, expect, test } from 'vitest';
import { phaseOf } from '../../../../workflows/domain/backorder/snapshot.ts';
import { problemOf } from '../../../../workflows/domain/payment/dunning/trouble.ts';
import { addMs, dayMs, hourMs, minuteMs } from '../../../../workflows/domain/time.ts';
import { adasLamp, day } from '../../../support/cast.ts';
import { heldSum, sumOf } from '../../../support/world/provider.ts';
import { attentionOf, intentsOf, mailsOf, sentOf, triesOf } from '../../../support/world/views.ts';
import {
  advance,
  advanceTo,
  ask,
  cancel,
  createWorld,
  restock,
  ship,
} from '../../../support/world/world.ts';

describe('a hold', () => {
  test('is renewed in its last day, the new one before the old one is voided', () => {
    const world = createWorld(adasLamp);
    restock(world, 1);
    const firstEnd = world.state.intents[0]?.holdUntil ?? '';
    advanceTo(world, new Date(Date.parse(firstEnd) - dayMs - 1).toISOString());
    expect(intentsOf(world)).toEqual(['i1 L1 13800 held']);
    advance(world, 1500);
    expect(intentsOf(world)).toEqual(['i1 L1 13800 held', 'i2 L1 13800 held']);
    advance(world, minuteMs);
    expect(intentsOf(world)).toEqual(['i1 L1 0 voided', 'i2 L1 13800 held']);
  });

  test('is renewed again and again while the carrier does not come', () => {
    const world = createWorld(adasLamp);
    restock(world, 1);
    advanceTo(world, day(60));
    expect(heldSum(world.provider, world.now)).toBe(13_800);
    expect(ship(world, 's1')).toBeNull();
    expect(world.end).toBe('shipped');
    expect(sumOf(world.provider, 'captured')).toBe(13_800);
  });

  test('that lasts less than two days is renewed halfway, not at once', () => {
    const world = createWorld(adasLamp);
    world.provider.holdMs = 12 * hourMs;
    restock(world, 1);
    advance(world, 5 * hourMs);
    expect(world.state.intents).toHaveLength(1);
    advance(world, 2 * hourMs);
    expect(intentsOf(world)).toEqual(['i1 L1 0 voided', 'i2 L1 13800 held']);
  });

  test('whose renewal is declined leaves the goods where they are, and a person told', () => {
    const world = createWorld(adasLamp);
    restock(world, 1);
    world.provider.cards = ['hard'];
    advanceTo(world, addMs(day(6), hourMs));
    const { payBy, cancelsAt } = sentOf(world, 'payment-problem').at(-1)?.about ?? {};
    expect(problemOf(world.state, world.now)).toMatchObject({ payBy, cancelsAt });
    advanceTo(world, day(8));
    expect(attentionOf(world)).toEqual(['payment_failed']);
    expect(world.mailbox.at(-1)?.kind).toBe('payment-problem');
    expect(world.mailbox.at(-1)?.about).toMatchObject({ payBy: addMs(day(9), 3000) });
    expect(ship(world, 's1')).toBe('not_ready_to_ship');
    expect(cancel(world, 'c1')).toBeNull();
    expect(world.end).toBe('cancelled');
  });

  test('whose renewal never comes lets its units go to others in the end', () => {
    const world = createWorld(adasLamp);
    restock(world, 1);
    world.provider.cards = ['soft', 'soft', 'soft', 'soft'];
    advanceTo(world, addMs(day(9), 1000));
    expect(phaseOf(world.state.stock)).toBe('ready_to_ship');
    advance(world, minuteMs);
    expect(phaseOf(world.state.stock)).toBe('awaiting_stock');
    expect(world.ledger.isBarred).toBe(true);
    expect(triesOf(world)).toBe(5);
  });

  test('that a bank may renew later is asked for again, and the goods stay', () => {
    const world = createWorld(adasLamp);
    restock(world, 1);
    world.provider.cards = ['soft'];
    advanceTo(world, day(8));
    expect(mailsOf(world).at(-1)).toBe('payment-recovered 2026-11-29');
    expect(ship(world, 's1')).toBeNull();
  });

  test('that another card renews is told of, since nothing else would', () => {
    const world = createWorld(adasLamp);
    restock(world, 1);
    world.provider.cards = ['hard'];
    advanceTo(world, day(7));
    ask(world, { type: 'ChangePaymentMethod', methodId: 'pm_2' });
    expect(mailsOf(world).at(-1)).toBe('payment-recovered 2026-11-30');
    expect(ship(world, 's1')).toBeNull();
  });
});
