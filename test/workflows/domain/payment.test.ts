import { describe, expect, test } from 'vitest';
import { phaseOf } from '../../../workflows/domain/ledger.ts';
import { dayMs, hourMs, minuteMs } from '../../../workflows/domain/time.ts';
import { adasLamp, bensMugs, day } from '../../support/cast.ts';
import { confirmed, leased, snapshot, stockChanged } from '../../support/facts.ts';
import { given } from '../../support/given.ts';
import {
  advance,
  advanceTo,
  cancel,
  createWorld,
  mailsOf,
  restock,
  ship,
} from '../../support/world.ts';
import type { World } from '../../support/world-effects.ts';
import { heldSum } from '../../support/world-provider.ts';

const attention = ({ state }: World) => state.attention.map(({ code }) => code);

const intents = ({ state }: World) =>
  state.intents.map(
    ({ intentId, leaseId, amount, state: its }) => `${intentId} ${leaseId} ${amount} ${its}`,
  );

describe('a lease', () => {
  test('is paid for by an intent of its own before its units become firm', () => {
    given(...confirmed, stockChanged(snapshot(2, {}, leased('L1', 1))))
      .plans()
      .starts({ type: 'authorize', intentId: 'i1', leaseId: 'L1', amount: 13_800 });
    const world = createWorld(bensMugs);
    restock(world, 1);
    restock(world, 2);
    expect(intents(world)).toEqual(['i1 L1 33 held', 'i2 L2 67 held']);
    expect(phaseOf(world.state.stock)).toBe('ready_to_ship');
  });

  test('of goods that cost nothing becomes firm without a hold', () => {
    const world = createWorld({
      ...adasLamp,
      shipping: 0,
      lines: [{ lineId: '1', quantity: 1, total: 0 }],
    });
    restock(world, 1);
    expect(world.state.intents).toEqual([]);
    expect(ship(world, 's1')).toBeNull();
    expect(world.end).toBe('shipped');
  });

  test('that is taken back gives its hold back, too', () => {
    const world = createWorld(adasLamp);
    restock(world, 1);
    world.ledger.leases.pop();
    world.ledger.lines.forEach((line) => {
      line.waiting = 1;
    });
    world.ledger.ledgerRevision += 1;
    restock(world, 1);
    expect(intents(world)).toEqual(['i1 L1 0 voided', 'i2 L2 13800 held']);
    expect(heldSum(world.provider, world.now)).toBe(13_800);
  });

  test('that ends while the bank cannot be reached goes to the next in line', () => {
    const world = createWorld(adasLamp);
    world.wayOf = ({ lane }) => (lane === 'money' ? 'unreached' : 'done');
    restock(world, 1);
    advance(world, 3 * dayMs + minuteMs);
    expect(phaseOf(world.state.stock)).toBe('awaiting_stock');
    expect(world.ledger.isPassedOver).toBe(false);
    world.wayOf = () => 'done';
    advance(world, hourMs);
    expect(intents(world)).toEqual(['i1 L1 0 voided']);
  });
});

describe('a card that says no', () => {
  const refusing = () => {
    const world = createWorld(adasLamp);
    world.provider.cards = ['decline'];
    restock(world, 1);
    return world;
  };

  test('is told to the customer at once, with the day until which the units are kept', () => {
    const world = refusing();
    expect(mailsOf(world)).toEqual(['confirmation 2026-11-23', 'payment-problem 2026-11-23']);
    const { about } = world.mailbox.at(-1) ?? {};
    expect(about).toMatchObject({ reason: 'declined', amount: 13_800, payBy: day(3) });
    expect(attention(world)).toEqual(['payment_failed']);
  });

  test('keeps its units until the lease ends, then waits passed over, with attention', () => {
    const world = refusing();
    advanceTo(world, day(3));
    expect(phaseOf(world.state.stock)).toBe('awaiting_payment');
    advance(world, minuteMs);
    expect(phaseOf(world.state.stock)).toBe('awaiting_stock');
    expect(world.ledger.isPassedOver).toBe(true);
    advanceTo(world, day(20));
    expect(attention(world)).toEqual(['payment_failed']);
    expect(world.state.intents).toHaveLength(1);
  });

  test('is never asked again for the same lease', () => {
    const world = refusing();
    advanceTo(world, day(2));
    expect(Object.keys(world.provider.intents)).toEqual(['i1']);
  });

  test('keeps asking for attention when another lease is approved', () => {
    const world = createWorld(bensMugs);
    world.provider.cards = ['decline', 'approve'];
    restock(world, 1);
    restock(world, 1);
    expect(intents(world)).toEqual(['i1 L1 33 declined', 'i2 L2 33 held']);
    expect(attention(world)).toEqual(['payment_failed']);
  });

  test.each([
    { answer: 'expired', reason: 'declined' },
    { answer: 'authentication', reason: 'authentication' },
  ] as const)('tells why: $answer', ({ answer, reason }) => {
    const world = createWorld(adasLamp);
    world.provider.cards = [answer];
    restock(world, 1);
    expect(world.mailbox.at(-1)?.about.reason).toBe(reason);
  });

  test('that only waits for the customer is given up with the order', () => {
    const world = createWorld(adasLamp);
    world.provider.cards = ['authentication'];
    restock(world, 1);
    expect(cancel(world, 'c1')).toBeNull();
    expect(world.end).toBe('cancelled');
    expect(intents(world)).toEqual(['i1 L1 0 voided']);
    expect(world.mailbox.at(-1)?.money).toEqual({ captured: 0, refunded: 0, released: 0 });
  });
});
