import { describe, expect, test } from 'vitest';
import { plan } from '../../../../../workflows/domain/plan.ts';
import { minuteMs } from '../../../../../workflows/domain/time.ts';
import { adasLamp, bensMugs, day } from '../../../../support/cast.ts';
import { units } from '../../../../support/facts.ts';
import type { Way } from '../../../../support/world/effects.ts';
import { keyOf } from '../../../../support/world/laws.ts';
import { sumOf } from '../../../../support/world/provider.ts';
import { attentionOf, mailsOf } from '../../../../support/world/views.ts';
import {
  advance,
  advanceTo,
  ask,
  askAtOnce,
  cancel,
  createWorld,
  goes,
  restock,
  settle,
  ship,
} from '../../../../support/world/world.ts';

describe('an effect that does not come through', () => {
  test('is tried again after 1, 2, 4 … and at most 30 minutes', () => {
    const world = createWorld(adasLamp);
    goes(world, 'sendMail', ...Array<Way>(8).fill('unreached'));
    const waits: number[] = [];
    for (let last = world.now; waits.length < 8; last = world.now) {
      advance(world, 1000);
      const wakeAt = plan(world.state, world.now).wakeAt ?? '';
      waits.push(Math.round((Date.parse(wakeAt) - Date.parse(last)) / minuteMs));
      advanceTo(world, wakeAt);
    }
    expect(waits).toEqual([1, 2, 4, 8, 16, 30, 30, 30]);
    advance(world, 1000);
    expect(mailsOf(world)).toEqual(['confirmation 2026-11-23']);
  });

  test('holds up no other lane', () => {
    const world = createWorld(adasLamp);
    goes(world, 'sendMail', ...Array<Way>(20).fill('unreached'));
    restock(world, 1);
    expect(ship(world, 's1')).toBeNull();
    expect(sumOf(world.provider, 'captured')).toBe(13_800);
    expect(world.mailbox).toEqual([]);
    expect(world.end).toBeUndefined();
  });

  test('is not tried again when it is no longer wanted', () => {
    const world = createWorld(adasLamp);
    goes(world, 'authorizePayment', 'unreached');
    restock(world, 1);
    cancel(world, 'c1');
    advance(world, 10 * minuteMs);
    expect(world.end).toBe('cancelled');
    expect(world.provider.intents).toEqual({});
  });

  test('and happened all the same is taken as it happened', () => {
    const world = createWorld(adasLamp);
    goes(world, 'authorizePayment', 'lost', 'lost');
    restock(world, 1);
    cancel(world, 'c1');
    advance(world, 10 * minuteMs);
    expect(world.end).toBe('cancelled');
    expect(world.provider.intents.i1?.status).toBe('voided');
  });

  test('is forgotten once it is answered', () => {
    const world = createWorld(bensMugs);
    const seen: string[] = [];
    world.wayOf = (effect) => {
      const key = keyOf(effect);
      return seen.push(key) && seen.indexOf(key) < seen.length - 1 ? 'done' : 'lost';
    };
    advance(world, 5 * minuteMs);
    restock(world, 3);
    advance(world, 10 * minuteMs);
    ship(world, 's1', units(1));
    advance(world, 30 * minuteMs);
    cancel(world, 'c1');
    advance(world, 90 * minuteMs);
    expect(world.end).toBe('shipped');
    expect(world.state.delays).toEqual([]);
  });
});

describe('a shipment', () => {
  test('is told with what it cost, also after earlier trouble with the bank', () => {
    const world = createWorld(adasLamp);
    goes(world, 'authorizePayment', 'unreached');
    restock(world, 1);
    advance(world, 10 * minuteMs);
    ship(world, 's1');
    const told = world.mailbox.find(({ kind }) => kind === 'shipped');
    expect(told?.money.captured).toBe(13_800);
  });

  test('is told without waiting when its money is held up', () => {
    const world = createWorld(adasLamp);
    restock(world, 1);
    goes(world, 'capturePayment', 'unreached', 'unreached');
    ship(world, 's1');
    expect(world.mailbox.at(-1)).toMatchObject({ kind: 'shipped', money: { captured: 0 } });
    advance(world, 10 * minuteMs);
    expect(world.end).toBe('shipped');
  });

  test('that waits for its first half to be paid is accepted then', () => {
    const world = createWorld(bensMugs);
    restock(world, 3);
    askAtOnce(world, { type: 'ReportShipment', shipmentId: 's1', lines: units(1) });
    expect(ask(world, { type: 'ReportShipment', shipmentId: 's2', lines: units(2) })).toBeNull();
    expect(world.end).toBe('shipped');
    expect(sumOf(world.provider, 'captured')).toBe(100);
  });

  test('of more than one hold can pay at once never leaves unpaid', () => {
    const world = createWorld(bensMugs);
    restock(world, 3);
    askAtOnce(world, { type: 'ReportShipment', shipmentId: 's1', lines: units(1) });
    expect(askAtOnce(world, { type: 'ReportShipment', shipmentId: 's2', lines: units(2) })).toBe(
      'not_ready_to_ship',
    );
    settle(world);
    expect(attentionOf(world)).toEqual(['unexpected_shipment']);
    expect(sumOf(world.provider, 'captured')).toBe(33);
  });

  test('of another lease meanwhile leaves the capture that has begun as it was', () => {
    const world = createWorld(bensMugs);
    restock(world, 2);
    restock(world, 1);
    goes(world, 'capturePayment', 'lost', 'lost');
    expect(ship(world, 's1', units(1))).toBeNull();
    expect(ship(world, 's2', units(1))).toBeNull();
    advance(world, 10 * minuteMs);
    expect(sumOf(world.provider, 'captured')).toBe(66);
    expect(ship(world, 's3')).toBeNull();
    expect(sumOf(world.provider, 'captured')).toBe(100);
    expect(world.end).toBe('shipped');
  });
});

describe('a dead end', () => {
  test('stands, without a clock, until a person has seen it', () => {
    const world = createWorld(adasLamp);
    // The activity that holds the money does not get through to it either.
    goes(world, 'makeUnitsFirm', 'dead_end', 'dead_end');
    restock(world, 1);
    expect(attentionOf(world)).toEqual(['dead_end']);
    advanceTo(world, day(2));
    expect(world.state.stock.leases[0]?.state).toBe('leased');
    ask(world, { type: 'ResolveAttention', code: 'dead_end' });
    expect(world.state.stock.leases[0]?.state).toBe('firm');
  });

  test('of an act keeps the order from ending', () => {
    const world = createWorld(adasLamp);
    goes(world, 'applyStockAct', 'dead_end');
    cancel(world, 'c1');
    advanceTo(world, day(5));
    expect(world.end).toBeUndefined();
    ask(world, { type: 'ResolveAttention', code: 'dead_end' });
    expect(world.end).toBe('cancelled');
  });
});

describe('a mail', () => {
  test.each([
    { decision: 'failed', code: 'mail_failed' },
    { decision: 'unknown', code: 'mail_unknown' },
  ] as const)(
    'that is $decision is shown to a person and never sent again',
    ({ decision, code }) => {
      const world = createWorld(adasLamp);
      world.mailDecisionOf = ({ kind }) => (kind === 'confirmation' ? decision : 'sent');
      advanceTo(world, day(1));
      expect(attentionOf(world)).toEqual([code]);
      expect(world.mailbox).toEqual([]);
      restock(world, 1);
      ship(world, 's1');
      expect(world.end).toBe('shipped');
      expect(world.state.mail.confirmedAt).toBeNull();
    },
  );

  test('about waiting is skipped, with its reason, when the goods are here', () => {
    const world = createWorld(adasLamp);
    advanceTo(world, day(16));
    restock(world, 1);
    advanceTo(world, day(20));
    expect(world.skips.map(({ kind, reason }) => `${kind} ${reason}`)).toEqual([
      'excitement no_longer_waiting',
    ]);
  });

  test('that could not go out in time is skipped, with its reason', () => {
    const world = createWorld(adasLamp);
    world.wayOf = ({ type, subject }) =>
      type === 'sendMail' && subject.startsWith('excitement') ? 'unreached' : 'done';
    advanceTo(world, day(25));
    expect(world.skips.map(({ kind, reason }) => `${kind} ${reason}`)).toEqual([
      'excitement stale',
    ]);
  });

  test('about waiting is put off by a suspension, and the others are not', () => {
    const world = createWorld(adasLamp);
    advance(world, minuteMs);
    ask(world, { type: 'SuspendBackorder' });
    advanceTo(world, day(45));
    expect(mailsOf(world)).toEqual(['confirmation 2026-11-23']);
    restock(world, 1);
    expect(mailsOf(world)).toHaveLength(2);
    expect(ship(world, 's1')).toBe('on_hold');
  });
});
