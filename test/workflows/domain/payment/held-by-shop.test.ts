import { describe, expect, test } from 'vitest';
import { decide } from '../../../../workflows/domain/decide.ts';
import { plan } from '../../../../workflows/domain/plan.ts';
import { dayMs } from '../../../../workflows/domain/time.ts';
import { paymentState, viewOf } from '../../../../workflows/domain/view.ts';
import { adasLamp, bensMugs, day, heldByShop } from '../../../support/cast.ts';
import { units } from '../../../support/facts.ts';
import type { World } from '../../../support/world/effects.ts';
import { attentionOf, mailsOf, sentOf } from '../../../support/world/views.ts';
import {
  advance,
  ask,
  cancel,
  createWorld,
  restock,
  ship,
  tellHint,
} from '../../../support/world/world.ts';

const paid = (opening = bensMugs): World =>
  createWorld(heldByShop(opening), {
    planMail: () => [],
    wayOf: (effect) => {
      if (effect.lane === 'money') throw new Error(`the provider was asked: ${effect.type}`);
      return 'done';
    },
  });

const wantedOf = ({ state }: World) =>
  state.attention.map(({ code, amount, dueAt }) => ({ code, amount, dueAt }));

const answer = (world: World) => ask(world, { type: 'ResolveAttention', code: 'refund_wanted' });

/** A person answers what they have on their screen, and presses twice. */
const answerTwice = (world: World) => {
  const raisedAt = world.state.attention[0]?.at;
  const request = { type: 'ResolveAttention' as const, code: 'refund_wanted' as const };
  return [1, 2].map(() => ask(world, { ...request, ...(raisedAt && { raisedAt }) }));
};

const refundsOf = (world: World) =>
  sentOf(world, 'refunded').map(({ about: { amount, by, share } }) => ({ amount, by, share }));

describe('an order whose money the shop holds', () => {
  test('ships without a word to the provider', () => {
    const world = paid(adasLamp);
    expect(paymentState(world.state)).toBe('captured');
    restock(world, 1);
    expect(ship(world, 's1')).toBeNull();
    expect(world.end).toBe('shipped');
    expect(mailsOf(world).map((mail) => mail.split(' ')[0])).toEqual([
      'confirmation',
      'ready-to-ship',
      'shipped',
    ]);
    expect(sentOf(world, 'shipped')[0]?.about).toMatchObject({ charge: 0, isCovered: true });
  });

  test('shows as captured what the shop said', () => {
    const world = paid(adasLamp);
    const { payment } = viewOf(world.state, plan(world.state, world.now), world.now);
    expect(payment).toMatchObject({ captured: 13_800, authorized: 0, givenBack: 0 });
  });

  test('takes the same word once, and not for the refund that is asked for next', () => {
    const world = paid();
    cancel(world, 'c1', units(1));
    advance(world, dayMs);
    cancel(world, 'c2', units(1));
    expect(answerTwice(world)).toEqual([null, 'nothing_to_resolve']);
    expect(refundsOf(world)).toHaveLength(1);
    expect(wantedOf(world)).toHaveLength(1);
    expect(answerTwice(world)).toEqual([null, 'nothing_to_resolve']);
    expect(refundsOf(world)).toHaveLength(2);
  });

  test('asks the shop for the refund, and ends with its word', () => {
    const world = paid(adasLamp);
    cancel(world, 'c1');
    advance(world, dayMs);
    // Thursday the 3rd of December is the seventh working day after, Thanksgiving left out.
    expect(wantedOf(world)).toEqual([
      { code: 'refund_wanted', amount: 13_800, dueAt: '2026-12-04T05:00:00.000Z' },
    ]);
    expect(sentOf(world, 'cancelled')[0]).toMatchObject({ money: { owed: 13_800 } });
    expect(sentOf(world, 'refunded')).toEqual([]);
    advance(world, 60 * dayMs);
    expect(world.end).toBeUndefined();
    expect(answer(world)).toBeNull();
    expect(refundsOf(world)).toEqual([{ amount: 13_800, by: 'shop', share: 'all' }]);
    expect(attentionOf(world)).toEqual([]);
    expect(world.end).toBe('cancelled');
    expect(paymentState(world.state)).toBe('refunded');
  });

  test('wants a refund for each part, to the minor unit, one after the other', () => {
    const world = paid();
    cancel(world, 'c1', units(1));
    advance(world, dayMs);
    cancel(world, 'c2', units(1));
    expect(wantedOf(world)).toMatchObject([{ amount: 34, dueAt: '2026-12-04T05:00:00.000Z' }]);
    expect(sentOf(world, 'cancelled').map(({ about }) => about.amount)).toEqual([34, 33]);
    answer(world);
    expect(wantedOf(world)).toMatchObject([{ amount: 33, dueAt: '2026-12-05T05:00:00.000Z' }]);
    answer(world);
    expect(wantedOf(world)).toEqual([]);
    expect(refundsOf(world).map(({ amount }) => amount)).toEqual([34, 33]);
    restock(world, 1);
    expect(ship(world, 's1')).toBeNull();
    expect(world.end).toBe('shipped');
  });

  test('does not end while one of its refunds is wanted', () => {
    const world = paid();
    restock(world, 2);
    expect(ship(world, 's1')).toBeNull();
    cancel(world, 'c1');
    expect(world.end).toBeUndefined();
    expect(wantedOf(world)).toMatchObject([{ amount: 34 }]);
    answer(world);
    expect(refundsOf(world)).toEqual([{ amount: 34, by: 'shop', share: 'part' }]);
    expect(world.end).toBe('shipped');
  });

  test('has no refund to answer for before one is wanted', () => {
    expect(answer(paid())).toBe('nothing_to_resolve');
  });

  test.each([
    { type: 'ChangePaymentMethod' as const, methodId: 'pm_9' },
    { type: 'OfferCard' as const, offerId: 'o1' },
    { type: 'AcceptMandate' as const },
  ])('takes no card: $type', (request) => {
    const { state } = paid();
    expect(decide(state, request, day(1))).toEqual({ refused: 'nothing_to_pay', facts: [] });
  });

  test('has nothing to look at when somebody hints', () => {
    const world = paid();
    tellHint(world, { about: 'intent', intentId: 'upfront' });
    tellHint(world, { about: 'card' });
    advance(world, dayMs);
    expect(attentionOf(world)).toEqual([]);
  });
});
