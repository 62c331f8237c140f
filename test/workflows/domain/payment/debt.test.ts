import { describe, expect, test } from 'vitest';
import { plan } from '../../../../workflows/domain/plan.ts';
import { dayMs, hourMs, minuteMs } from '../../../../workflows/domain/time.ts';
import { viewOf } from '../../../../workflows/domain/view.ts';
import { adasLamp, bensMugs, dayZero } from '../../../support/cast.ts';
import { units } from '../../../support/facts.ts';
import { changeCard } from '../../../support/world/cards.ts';
import type { World } from '../../../support/world/effects.ts';
import {
  authenticate,
  type CardAnswer,
  dropHold,
  payUpfront,
} from '../../../support/world/provider.ts';
import { chargesTold, sentOf } from '../../../support/world/views.ts';
import {
  advance,
  ask,
  createWorld,
  goes,
  restock,
  ship,
  tellHint,
} from '../../../support/world/world.ts';

/** Ada's lamp has left, its hold is gone, and her card answers so. */
const lampThatLeft = (...cards: CardAnswer[]): World => {
  const world = createWorld(adasLamp);
  restock(world, 1);
  dropHold(world.provider, 'i1');
  world.provider.cards = cards;
  expect(ship(world, 's1')).toBeNull();
  return world;
};

const problems = (world: World) => sentOf(world, 'payment-problem').map(({ about }) => about);

/** What mails have stated as charged, in their order. */
const charges = (world: World) =>
  chargesTold(world).map(({ kind, charge }) => `${kind} ${charge ?? 'nothing'}`);

const problem = ({ state, now }: World) => viewOf(state, plan(state, now), now).payment.problem;

const anotherCard = (world: World, methodId = 'pm_2') =>
  ask(world, { type: 'ChangePaymentMethod', methodId });

const writeOff = (world: World) => ask(world, { type: 'ResolveAttention', code: 'shipped_unpaid' });

describe('a card that says no to what has left', () => {
  test('is told to the customer once, without days that mean nothing any more', () => {
    const world = lampThatLeft('soft', 'soft', 'soft', 'soft');
    advance(world, 3 * dayMs);
    expect(problems(world)).toEqual([
      {
        ...{ subject: 'shipped', stage: 'shipped', reason: 'declined', amount: 13_800 },
        ...{ intentId: null, payBy: null, cancelsAt: null, retryAt: expect.any(String) },
      },
    ]);
    expect(world.mailbox.map(({ kind }) => kind).slice(-2)).toEqual(['shipped', 'payment-problem']);
    expect(world.state.attention).toMatchObject([{ code: 'shipped_unpaid' }]);
  });

  test('shows on the page and to callers for as long as it lasts', () => {
    const world = lampThatLeft('soft', 'soft');
    expect(problem(world)).toEqual({
      reason: 'declined',
      amount: 13_800,
      intentId: null,
      payBy: null,
      cancelsAt: null,
      retryAt: expect.any(String),
    });
    advance(world, 25 * hourMs);
    expect(problem(world)).toBeNull();
    expect(world.end).toBe('shipped');
  });

  test.each([
    ['hard', 'declined'],
    ['fraud', 'declined'],
    ['expired', 'expired'],
    ['authentication', 'authentication'],
  ] as const)('of the kind %s is told as %s', (answer, reason) => {
    const world = lampThatLeft(answer);
    expect(problems(world)).toMatchObject([{ stage: 'shipped', reason, retryAt: null }]);
  });

  test('is told once more when the reason is another one', () => {
    const world = lampThatLeft('soft', 'authentication');
    advance(world, 5 * hourMs);
    expect(problems(world).map(({ reason }) => reason)).toEqual(['declined', 'authentication']);
  });

  test('is told of each card that the customer gives', () => {
    const world = lampThatLeft('hard', 'hard');
    anotherCard(world);
    expect(problems(world)).toHaveLength(2);
  });

  test('is told as soon as goods have left whose card was in trouble before', () => {
    const world = createWorld(bensMugs);
    restock(world, 2);
    world.provider.cards = ['hard'];
    restock(world, 1);
    dropHold(world.provider, 'i1');
    expect(ship(world, 's1', units(2))).toBeNull();
    expect(problems(world)).toMatchObject([
      { stage: 'due', amount: 34 },
      { stage: 'shipped', amount: 66 },
    ]);
  });

  test('and is taken from the customer is told as one thing', () => {
    const world = lampThatLeft('soft');
    changeCard(world.provider, 'pm_1', { isUsable: false });
    tellHint(world, { about: 'card' });
    expect(problems(world).map(({ stage, reason }) => `${stage} ${reason}`)).toEqual([
      'shipped declined',
      'shipped removed',
    ]);
  });

  test('is not told once a person has waived the money', () => {
    const world = lampThatLeft('soft');
    world.wayOf = ({ type }) => (type === 'sendMail' ? 'unreached' : 'done');
    changeCard(world.provider, 'pm_1', { isUsable: false });
    tellHint(world, { about: 'card' });
    expect(writeOff(world)).toBeNull();
    world.wayOf = () => 'done';
    advance(world, dayMs);
    expect(world.end).toBe('shipped');
    expect(problems(world).map(({ reason }) => reason)).toEqual(['declined']);
    expect(sentOf(world, 'payment-recovered')).toEqual([]);
  });
});

describe('what was charged for goods that left', () => {
  test('is told with them, when it takes no longer than their mail may wait', () => {
    const world = lampThatLeft('approve');
    expect(charges(world)).toEqual(['shipped 13800']);
    expect(world.end).toBe('shipped');
  });

  test('is told afterwards when the same card pays later', () => {
    const world = lampThatLeft('soft');
    advance(world, 5 * hourMs);
    expect(charges(world)).toEqual(['shipped nothing', 'payment-recovered 13800']);
    const recovered = sentOf(world, 'payment-recovered').map(({ about }) => about);
    expect(recovered).toEqual([{ outcome: 'charged', amount: 13_800 }]);
    expect(world.end).toBe('shipped');
  });

  test('is told afterwards when another card pays', () => {
    const world = lampThatLeft('hard');
    anotherCard(world);
    expect(charges(world)).toEqual(['shipped nothing', 'payment-recovered 13800']);
    expect(world.end).toBe('shipped');
  });

  test('is told afterwards when the customer confirms it', () => {
    const world = lampThatLeft('authentication');
    authenticate(world.provider, 'i2', { at: world.now, answer: 'approve' });
    expect(ask(world, { type: 'LookAtPayment' })).toBeNull();
    expect(charges(world)).toEqual(['shipped nothing', 'payment-recovered 13800']);
    expect(world.mailbox.filter(({ kind }) => kind === 'payment-recovered')).toHaveLength(1);
    expect(world.end).toBe('shipped');
  });

  test('is told afterwards when the provider was away for hours, without any trouble', () => {
    const world = createWorld(adasLamp);
    restock(world, 1);
    world.wayOf = ({ type }) => (type === 'capturePayment' ? 'unreached' : 'done');
    ship(world, 's1');
    advance(world, 3 * hourMs);
    expect(charges(world)).toEqual(['shipped nothing']);
    world.wayOf = () => 'done';
    advance(world, hourMs);
    expect(charges(world)).toEqual(['shipped nothing', 'payment-recovered 13800']);
    expect(problems(world)).toEqual([]);
  });

  test('is told once for several parts that left without it', () => {
    const world = createWorld(bensMugs);
    restock(world, 1);
    restock(world, 2);
    world.wayOf = ({ type }) => (type === 'capturePayment' ? 'unreached' : 'done');
    ship(world, 's1', units(1));
    ship(world, 's2', units(2));
    world.wayOf = () => 'done';
    advance(world, hourMs);
    expect(charges(world)).toEqual(['shipped nothing', 'shipped nothing', 'payment-recovered 100']);
  });

  test('is told by the mail that was first tried with it, however long that takes', () => {
    const world = createWorld(bensMugs);
    restock(world, 1);
    restock(world, 2);
    goes(world, 'sendMail', 'lost');
    ship(world, 's1', units(1));
    dropHold(world.provider, 'i2');
    world.provider.cards = ['soft'];
    ship(world, 's2', units(2));
    advance(world, 6 * hourMs);
    expect(charges(world)).toEqual(['shipped 33', 'shipped nothing', 'payment-recovered 67']);
  });

  test('is not told by the mail that was first tried without it', () => {
    const world = createWorld(adasLamp);
    restock(world, 1);
    dropHold(world.provider, 'i1');
    world.provider.cards = ['soft'];
    world.wayOf = ({ type }) => (type === 'sendMail' ? 'unreached' : 'done');
    ship(world, 's1');
    advance(world, 5 * hourMs);
    world.wayOf = () => 'done';
    advance(world, hourMs);
    expect(charges(world).toSorted()).toEqual(['payment-recovered 13800', 'shipped nothing']);
  });

  test('is never what a person has waived', () => {
    const world = lampThatLeft('hard');
    writeOff(world);
    expect(charges(world)).toEqual(['shipped nothing']);
    expect(world.end).toBe('shipped');
  });

  test('is not what a person waived before the mail of the shipment went out', () => {
    const world = createWorld(adasLamp);
    restock(world, 1);
    dropHold(world.provider, 'i1');
    world.provider.cards = ['hard'];
    world.tookMs = ({ type }) => (type === 'sendMail' ? 10 * minuteMs : 1000);
    tellHint(world, { about: 'card' });
    ask(world, {
      type: 'ChangePromise',
      promiseId: 'p2',
      on: null,
      statedAt: dayZero,
      isSupply: false,
    });
    ship(world, 's1');
    writeOff(world);
    advance(world, hourMs);
    expect(charges(world)).toEqual(['shipped nothing']);
  });

  test('is what is left of it once a person waived the rest', () => {
    const world = createWorld(bensMugs);
    restock(world, 1);
    restock(world, 2);
    world.provider.cards = ['hard'];
    world.wayOf = ({ type }) => (type === 'capturePayment' ? 'unreached' : 'done');
    ship(world, 's1', units(1));
    dropHold(world.provider, 'i2');
    ship(world, 's2', units(2));
    world.wayOf = () => 'done';
    advance(world, hourMs);
    expect(world.state.attention).toMatchObject([{ code: 'shipped_unpaid' }]);
    writeOff(world);
    expect(charges(world).filter((each) => each !== 'shipped nothing')).toEqual([
      'payment-recovered 33',
    ]);
  });

  test('is nothing for what was paid with the order', () => {
    const upfront = { amount: 13_800 };
    const world = createWorld({ ...adasLamp, payment: { methodId: null, upfront } });
    payUpfront(world.provider, 13_800);
    restock(world, 1);
    ship(world, 's1');
    expect(charges(world)).toEqual(['shipped nothing']);
    expect(world.end).toBe('shipped');
  });
});
