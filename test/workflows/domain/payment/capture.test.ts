import { describe, expect, test } from 'vitest';
import { plan } from '../../../../workflows/domain/plan.ts';
import { dayMs, hourMs, minuteMs } from '../../../../workflows/domain/time.ts';
import { adasLamp, bensMugs, cleosRoom, day, dayZero } from '../../../support/cast.ts';
import { authorized, firm, snapshot, stockChanged, units } from '../../../support/facts.ts';
import { given } from '../../../support/given.ts';
import type { World } from '../../../support/world/effects.ts';
import { snapshotOf, takeBack } from '../../../support/world/ledger.ts';
import { captureByHand, dropHold, heldSum, sumOf } from '../../../support/world/provider.ts';
import { attentionOf, intentsOf, mailsOf } from '../../../support/world/views.ts';
import {
  advance,
  ask,
  askAtOnce,
  cancel,
  createWorld,
  goes,
  restock,
  settle,
  ship,
  tell,
} from '../../../support/world/world.ts';

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
    expect(intentsOf(world)).toEqual(['i1 L1 0 voided', 'i2 shipped 13800 captured']);
    expect(attentionOf(world)).toEqual([]);
    expect(world.end).toBe('shipped');
  });

  test('is asked for again when the bank may say yes later', () => {
    const world = lampThatLeft(['soft', 'soft']);
    expect(attentionOf(world)).toEqual(['shipped_unpaid']);
    advance(world, 25 * hourMs);
    expect(world.end).toBe('shipped');
    expect(attentionOf(world)).toEqual([]);
    expect(sumOf(world.provider, 'captured')).toBe(13_800);
  });

  test('is paid with another card as soon as there is one', () => {
    const world = lampThatLeft(['hard']);
    expect(ask(world, { type: 'ChangePaymentMethod', methodId: 'pm_2' })).toBeNull();
    expect(world.end).toBe('shipped');
    expect(sumOf(world.provider, 'captured')).toBe(13_800);
  });

  test('is waived only by a person, who takes it elsewhere', () => {
    const world = lampThatLeft(['hard']);
    ask(world, { type: 'ResolveAttention', code: 'shipped_unpaid' });
    expect(world.end).toBe('shipped');
    expect(sumOf(world.provider, 'captured')).toBe(0);
  });

  test.each(['hard', 'fraud', 'expired', 'authentication', 'refuse'] as const)(
    'is never given up: %s asks for a person and the order does not end',
    (answer) => {
      const world = lampThatLeft([answer]);
      advance(world, 60 * dayMs);
      expect(world.end).toBeUndefined();
      expect(attentionOf(world)).toEqual(['shipped_unpaid']);
      expect(mailsOf(world).map((mail) => mail.split(' ')[0])).toEqual([
        'confirmation',
        'ready-to-ship',
        'shipped',
        ...(answer === 'refuse' ? [] : ['payment-problem']),
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

  test('keeps its hold while the ledger hears of it, whatever is taken back meanwhile', () => {
    const world = createWorld(adasLamp);
    restock(world, 1);
    world.provider.cards = ['hard'];
    askAtOnce(world, { type: 'ReportShipment', shipmentId: 's1', lines: null });
    takeBack(world.ledger);
    world.ledger.free['1'] = 1;
    tell(world, snapshotOf(world.ledger));
    settle(world);
    expect(sumOf(world.provider, 'captured')).toBe(13_800);
    expect(world.end).toBe('shipped');
  });

  test('asks for a person once its capture has not come through three times', () => {
    const world = createWorld(adasLamp);
    restock(world, 1);
    goes(world, 'capturePayment', 'unreached', 'unreached', 'unreached');
    ship(world, 's1');
    advance(world, 2 * minuteMs);
    expect(attentionOf(world)).toEqual([]);
    advance(world, 2 * minuteMs);
    expect(attentionOf(world)).toEqual(['shipped_unpaid']);
    advance(world, 5 * minuteMs);
    expect(attentionOf(world)).toEqual([]);
    expect(world.end).toBe('shipped');
  });

  test('is not waived by a person while it is being captured', () => {
    const world = createWorld(cleosRoom);
    restock(world, 1, '2');
    dropHold(world.provider, 'i1');
    world.provider.cards = ['hard'];
    expect(ship(world, 's1')).toBeNull();
    goes(world, 'capturePayment', 'lost');
    ask(world, { type: 'ChangePaymentMethod', methodId: 'pm_2' });
    ask(world, { type: 'ResolveAttention', code: 'shipped_unpaid' });
    advance(world, 10 * minuteMs);
    restock(world, 2);
    expect(ship(world, 's2')).toBeNull();
    expect(world.end).toBe('shipped');
    expect(sumOf(world.provider, 'captured')).toBe(27_500);
  });

  test('is captured from the hold on which that began, whatever is lost meanwhile', () => {
    const world = createWorld(cleosRoom);
    restock(world, 1, '2');
    restock(world, 1, '1');
    goes(world, 'capturePayment', 'lost');
    expect(ship(world, 's1', units(1))).toBeNull();
    takeBack(world.ledger);
    expect(ship(world, 's2')).toBeNull();
    expect(attentionOf(world)).toEqual(['shipment_short']);
    advance(world, 10 * minuteMs);
    expect(sumOf(world.provider, 'captured')).toBe(10_185);
    expect(sumOf(world.provider, 'refunded')).toBe(0);
  });

  test('is captured once when the answer of the first capture was lost', () => {
    const world = createWorld(adasLamp);
    restock(world, 1);
    goes(world, 'capturePayment', 'lost');
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
    captureByHand(world.provider, 'i1', world.now);
    expect(cancel(world, 'c1')).toBeNull();
    expect(world.end).toBe('cancelled');
    expect(sumOf(world.provider, 'refunded')).toBe(13_800);
    const [memo, refund] = world.mailbox.slice(-2);
    expect(memo).toMatchObject({
      kind: 'cancelled',
      money: { captured: 0, givenBack: 13_800, voided: 0, owed: 0 },
    });
    expect(refund).toMatchObject({ kind: 'refunded', about: { amount: 13_800 } });
  });

  test("goes back on one day, in the order's own time, however late its mails are", () => {
    const world = createWorld(adasLamp);
    restock(world, 1);
    captureByHand(world.provider, 'i1', world.now);
    goes(world, 'sendMail', 'unreached', 'unreached');
    cancel(world, 'c1');
    const refundedAt = world.state.mail.owed.find(({ kind }) => kind === 'refunded')?.dueAt;
    expect(refundedAt).toBeDefined();
    advance(world, 2 * dayMs);
    const [memo, refund] = ['cancelled', 'refunded'].map((kind) =>
      world.mailbox.find((mail) => mail.kind === kind),
    );
    expect(memo?.money.refundedAt).toBe(refundedAt);
    expect(refund?.dueAt).toBe(refundedAt);
  });

  test('goes back once, also when less is to go back before the first answer comes', () => {
    const world = createWorld(cleosRoom);
    restock(world, 1, '1');
    restock(world, 1, '2');
    captureByHand(world.provider, 'i1', world.now);
    goes(world, 'refundPayment', 'lost');
    cancel(world, 'c1', units(2));
    expect(ship(world, 's1')).toBeNull();
    advance(world, 10 * minuteMs);
    expect(world.end).toBe('shipped');
    expect(sumOf(world.provider, 'captured') - sumOf(world.provider, 'refunded')).toBe(7_130);
    expect(world.mailbox.filter(({ kind }) => kind === 'refunded')).toHaveLength(1);
  });

  test('goes back when a refund that failed is tried again by a person', () => {
    const world = createWorld(adasLamp);
    restock(world, 1);
    captureByHand(world.provider, 'i1', world.now);
    world.provider.refundsThatFail = 1;
    cancel(world, 'c1');
    advance(world, 10 * dayMs);
    expect(attentionOf(world)).toEqual(['refund_failed']);
    expect(world.end).toBeUndefined();
    expect(plan(world.state, world.now).start).toEqual([]);
    ask(world, { type: 'ResolveAttention', code: 'refund_failed' });
    expect(world.end).toBe('cancelled');
    expect(sumOf(world.provider, 'refunded')).toBe(13_800);
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
    expect(intentsOf(world)).toEqual(['i1 L1 100 captured', 'i2 L1 67 held']);
    expect(sumOf(world.provider, 'captured')).toBe(33);
    expect(ship(world, 's2')).toBeNull();
    expect(sumOf(world.provider, 'captured')).toBe(100);
    expect(world.end).toBe('shipped');
  });

  test('in one lease: the rest stays when the bank says no to it', () => {
    const world = createWorld(bensMugs);
    restock(world, 3);
    world.provider.cards = ['soft'];
    expect(ship(world, 's1', units(1))).toBeNull();
    expect(ship(world, 's2')).toBe('not_ready_to_ship');
    expect(cancel(world, 'c1')).toBeNull();
    expect(world.end).toBe('shipped');
    expect(sumOf(world.provider, 'captured')).toBe(33);
    expect(heldSum(world.provider, world.now)).toBe(0);
  });
});
