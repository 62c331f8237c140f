import { describe, expect, test } from 'vitest';
import { phaseOf } from '../../../workflows/domain/ledger.ts';
import { plan } from '../../../workflows/domain/plan.ts';
import { dayMs, hourMs, minuteMs } from '../../../workflows/domain/time.ts';
import { adasLamp, bensMugs, cleosRoom, day, dayZero } from '../../support/cast.ts';
import {
  authorized,
  confirmed,
  firm,
  leased,
  snapshot,
  stockChanged,
  units,
} from '../../support/facts.ts';
import { given } from '../../support/given.ts';
import {
  advance,
  advanceTo,
  cancel,
  createWorld,
  goes,
  mailsOf,
  restock,
  ship,
} from '../../support/world.ts';
import type { World } from '../../support/world-effects.ts';
import { captureByHand, dropHold, heldSum, sumOf } from '../../support/world-provider.ts';

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

describe('a hold', () => {
  test('is renewed in its last day, the new one before the old one is given back', () => {
    const world = createWorld(adasLamp);
    restock(world, 1);
    const firstEnd = world.state.intents[0]?.holdUntil ?? '';
    advanceTo(world, new Date(Date.parse(firstEnd) - dayMs - 1).toISOString());
    expect(intents(world)).toEqual(['i1 L1 13800 held']);
    advance(world, 1500);
    expect(intents(world)).toEqual(['i1 L1 13800 held', 'i2 L1 13800 held']);
    advance(world, minuteMs);
    expect(intents(world)).toEqual(['i1 L1 0 voided', 'i2 L1 13800 held']);
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
    expect(intents(world)).toEqual(['i1 L1 0 voided', 'i2 L1 13800 held']);
  });

  test('whose renewal is declined leaves the goods where they are, and a person told', () => {
    const world = createWorld(adasLamp);
    restock(world, 1);
    world.provider.cards = ['decline'];
    advanceTo(world, day(8));
    expect(attention(world)).toEqual(['payment_failed']);
    expect(world.mailbox.at(-1)?.kind).toBe('payment-problem');
    expect(world.mailbox.at(-1)?.about).not.toHaveProperty('payBy');
    expect(ship(world, 's1')).toBe('not_ready_to_ship');
    expect(cancel(world, 'c1')).toBeNull();
    expect(world.end).toBe('cancelled');
  });
});

describe('money for goods that left', () => {
  const lampThatLeft = (cards: World['provider']['cards']) => {
    const world = createWorld(adasLamp);
    restock(world, 1);
    dropHold(world.provider, 'i1');
    world.provider.cards = cards;
    expect(ship(world, 's1')).toBeNull();
    return world;
  };

  test('is pursued on the card when the hold is gone', () => {
    const world = lampThatLeft(['approve']);
    expect(intents(world)).toEqual(['i1 L1 0 voided', 'i2 shipped 13800 captured']);
    expect(attention(world)).toEqual([]);
    expect(world.end).toBe('shipped');
  });

  test.each(['decline', 'authentication', 'refuse'] as const)(
    'is never given up: %s asks for a person and the order does not end',
    (answer) => {
      const world = lampThatLeft([answer]);
      advance(world, 60 * dayMs);
      expect(world.end).toBeUndefined();
      expect(attention(world)).toEqual(['shipped_unpaid']);
      expect(mailsOf(world).map((mail) => mail.split(' ')[0])).toEqual([
        'confirmation',
        'ready-to-ship',
        'shipped',
      ]);
    },
  );

  test('raises no alarm when a replaced hold goes while the goods leave', () => {
    const facts = [
      stockChanged(snapshot(2, {}, firm('L1', 1))),
      ...authorized('i1', { leaseId: 'L1', amount: 13_800, holdUntil: day(1) }),
      ...authorized('i2', { leaseId: 'L1', amount: 13_800 }),
      stockChanged(snapshot(3, { shipped: 1 })),
    ];
    const { state } = given(...facts, { type: 'HoldVoided', at: dayZero, intentId: 'i1' });
    expect(state.attention).toEqual([]);
  });

  test('is captured once when the answer of the first capture was lost', () => {
    const world = createWorld(adasLamp);
    restock(world, 1);
    goes(world, 'capture', 'lost');
    expect(ship(world, 's1')).toBeNull();
    expect(world.end).toBeUndefined();
    advance(world, 2 * minuteMs);
    expect(world.end).toBe('shipped');
    expect(sumOf(world.provider, 'captured')).toBe(13_800);
  });
});

describe('a capture by hand', () => {
  test('of a cancelled order goes back, with a memo and a mail of the refund', () => {
    const world = createWorld(adasLamp);
    restock(world, 1);
    captureByHand(world.provider, 'i1');
    expect(cancel(world, 'c1')).toBeNull();
    expect(world.end).toBe('cancelled');
    expect(sumOf(world.provider, 'refunded')).toBe(13_800);
    const [memo, refund] = world.mailbox.slice(-2);
    expect(memo).toMatchObject({
      kind: 'cancelled',
      money: { captured: 0, refunded: 13_800, released: 0 },
    });
    expect(refund).toMatchObject({ kind: 'refunded', about: { amount: 13_800 } });
  });

  test('goes back when a refund that failed is tried again by a person', () => {
    const world = createWorld(adasLamp);
    restock(world, 1);
    captureByHand(world.provider, 'i1');
    world.provider.refundsThatFail = 1;
    cancel(world, 'c1');
    advance(world, 10 * dayMs);
    expect(attention(world)).toEqual(['refund_failed']);
    expect(world.end).toBeUndefined();
    expect(plan(world.state, world.now).start).toEqual([]);
  });
});

describe('two lines of one order', () => {
  test('ship one after the other, each captured for its own value', () => {
    const world = createWorld(cleosRoom);
    restock(world, 1, '2');
    expect(ship(world, 's1')).toBeNull();
    expect(sumOf(world.provider, 'captured')).toBe(7_130);
    restock(world, 2);
    expect(ship(world, 's2')).toBeNull();
    expect(sumOf(world.provider, 'captured')).toBe(27_500);
    expect(world.end).toBe('shipped');
  });

  test('in one lease: the rest is authorised anew before it may leave', () => {
    const world = createWorld(bensMugs);
    restock(world, 3);
    expect(ship(world, 's1', units(1))).toBeNull();
    expect(intents(world)).toEqual(['i1 L1 100 captured', 'i2 L1 67 held']);
    expect(sumOf(world.provider, 'captured')).toBe(33);
    expect(ship(world, 's2')).toBeNull();
    expect(sumOf(world.provider, 'captured')).toBe(100);
    expect(world.end).toBe('shipped');
  });

  test('in one lease: the rest stays when the bank says no to it', () => {
    const world = createWorld(bensMugs);
    restock(world, 3);
    world.provider.cards = ['decline'];
    expect(ship(world, 's1', units(1))).toBeNull();
    expect(ship(world, 's2')).toBe('not_ready_to_ship');
    expect(cancel(world, 'c1')).toBeNull();
    expect(world.end).toBe('shipped');
    expect(sumOf(world.provider, 'captured')).toBe(33);
    expect(heldSum(world.provider, world.now)).toBe(0);
  });
});
