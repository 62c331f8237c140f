import { describe, expect, test } from 'vitest';
import type { AttentionCode } from '../../../workflows/domain/backorder/attention.ts';
import { dayMs, minuteMs } from '../../../workflows/domain/time.ts';
import { adasLamp } from '../../support/cast.ts';
import { hint, mugs } from '../../support/upfront.ts';
import { changeCard } from '../../support/world/cards.ts';
import type { World } from '../../support/world/effects.ts';
import { comesBack, dropHold, refundByHand } from '../../support/world/provider.ts';
import {
  advance,
  ask,
  cancel,
  createWorld,
  goes,
  restock,
  ship,
  tellHint,
} from '../../support/world/world.ts';

const attention = ({ state }: World) => state.attention.map(({ code }) => code);

const look = (world: World): void => hint(world, 'upfront');

/** Ben's mugs, said to be prepaid, of which that much really was. */
const prepaid = (captured: number): World => {
  const world = mugs(100, captured, null);
  advance(world, minuteMs);
  return world;
};

describe('an order that has ended asks nobody any more', () => {
  test.each([0, 30])('for a payment that it needs no longer, of which %d was there', (captured) => {
    const world = prepaid(captured);
    expect(attention(world)).toEqual(['unpaid']);
    expect(cancel(world, 'c1')).toBeNull();
    expect(world.end).toBe('cancelled');
    expect(attention(world)).toEqual([]);
    look(world);
    expect(attention(world)).toEqual([]);
  });

  test('about money that somebody gave back', () => {
    const world = prepaid(100);
    refundByHand(world.provider, 'upfront', 30);
    look(world);
    expect(attention(world)).toEqual(['refunded_elsewhere']);
    expect(cancel(world, 'c1')).toBeNull();
    expect(world.end).toBe('cancelled');
    expect(attention(world)).toEqual([]);
  });

  test('about a card that said no, be it before or after', () => {
    const world = createWorld(adasLamp);
    world.provider.cards = ['soft'];
    restock(world, 1);
    expect(attention(world)).toEqual(['payment_failed']);
    world.wayOf = ({ type }) => (type === 'voidHold' ? 'unreached' : 'done');
    cancel(world, 'c1');
    changeCard(world.provider, 'pm_1', { isUsable: false });
    tellHint(world, { about: 'card' });
    expect(attention(world)).toEqual([]);
  });

  test('about a card that was removed, once its debt is waived', () => {
    const world = createWorld(adasLamp);
    restock(world, 1);
    dropHold(world.provider, 'i1');
    world.provider.cards = ['soft'];
    ship(world, 's1');
    changeCard(world.provider, 'pm_1', { isUsable: false });
    tellHint(world, { about: 'card' });
    expect(attention(world)).toEqual(['shipped_unpaid']);
    ask(world, { type: 'ResolveAttention', code: 'shipped_unpaid' });
    expect(world.end).toBe('shipped');
    expect(attention(world)).toEqual([]);
  });

  test('about an effect that it no longer wants', () => {
    const world = createWorld(adasLamp);
    advance(world, minuteMs);
    goes(world, 'planMail', 'dead_end');
    ask(world, { type: 'ChangeCustomer' });
    expect(attention(world)).toEqual(['dead_end']);
    expect(cancel(world, 'c1')).toBeNull();
    expect(world.end).toBe('cancelled');
    expect(attention(world)).toEqual([]);
  });
});

test('a mail that is stuck goes out after all once it is wanted again', () => {
  const world = prepaid(0);
  advance(world, minuteMs);
  goes(world, 'sendMail', 'dead_end');
  expect(cancel(world, 'c1')).toBeNull();
  tellHint(world, { about: 'intent', intentId: 'upfront' });
  expect(world.mailbox.at(-1)?.kind).toBe('cancelled');
  expect(world.end).toBe('cancelled');
});

describe('an order that has ended still asks a person', () => {
  test('about an effect without which it cannot end', () => {
    const world = createWorld(adasLamp);
    restock(world, 1);
    goes(world, 'capturePayment', 'dead_end');
    ship(world, 's1');
    advance(world, dayMs);
    expect(attention(world)).toEqual(['dead_end']);
    expect(world.end).toBeUndefined();
  });

  test('about a dispute', () => {
    const world = prepaid(100);
    const intent = world.provider.intents.upfront;
    if (intent) intent.isDisputed = true;
    look(world);
    cancel(world, 'c1');
    expect(world.end).toBe('cancelled');
    expect(attention(world)).toEqual(['disputed']);
  });

  test('about money that came back, with the day by which it is due', () => {
    const world = prepaid(100);
    world.wayOf = ({ type }) => (type === 'sendMail' ? 'unreached' : 'done');
    cancel(world, 'c1');
    comesBack(world.provider, 'upfront');
    look(world);
    const dueAt = expect.any(String);
    expect(world.state.attention).toMatchObject([{ code: 'refund_failed', dueAt }]);
  });

  test.each([
    ['shipped_after_cancel', true],
    ['unexpected_shipment', false],
  ] as const)('about goods that nobody expected to leave: %s', (code, isAfter) => {
    const world = createWorld(adasLamp);
    if (isAfter) cancel(world, 'c1');
    ship(world, 's1');
    if (!isAfter) cancel(world, 'c1');
    expect(attention(world)).toEqual([code]);
  });

  test.each([
    ['failed', 'mail_failed'],
    ['unknown', 'mail_unknown'],
  ] as const)('about a mail that did not arrive: %s', (decision, code: AttentionCode) => {
    const world = createWorld(adasLamp, {
      mailDecisionOf: ({ kind }) => (kind === 'cancelled' ? decision : 'sent'),
    });
    cancel(world, 'c1');
    expect(world.end).toBe('cancelled');
    expect(attention(world)).toEqual([code]);
  });
});
