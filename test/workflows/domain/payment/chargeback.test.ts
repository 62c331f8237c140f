import { describe, expect, test } from 'vitest';
import { uncollected } from '../../../../workflows/domain/payment/sums/value.ts';
import { plan } from '../../../../workflows/domain/plan.ts';
import { viewOf } from '../../../../workflows/domain/view.ts';
import { units } from '../../../support/facts.ts';
import { hint, mugs } from '../../../support/upfront.ts';
import type { World } from '../../../support/world/effects.ts';
import { refundByHand, sumOf } from '../../../support/world/provider.ts';
import { ask, cancel, restock, settle, ship } from '../../../support/world/world.ts';

/** Three mugs for 100, prepaid, perhaps together with other goods. */
const prepaid = (captured = 100): World => {
  const world = mugs(100, captured, null);
  settle(world);
  return world;
};

const look = (world: World): void => hint(world, 'upfront');

const dispute = (world: World): void => {
  const intent = world.provider.intents.upfront;
  if (intent) intent.isDisputed = true;
  world.provider.refundsThatFail = 99;
  look(world);
};

/** The customer's bank keeps the money; whether we hear of it is another matter. */
const lose = (world: World, lost: number): void => {
  const intent = world.provider.intents.upfront;
  if (intent) intent.lost = lost;
};

const win = (world: World): void => {
  const intent = world.provider.intents.upfront;
  if (intent) Object.assign(intent, { isDisputed: false, lost: 0 });
  world.provider.refundsThatFail = 0;
};

const attention = ({ state }: World) => state.attention.map(({ code }) => code);

const mails = ({ mailbox }: World) =>
  mailbox.map(({ kind }) => kind).filter((kind) => kind !== 'confirmation');

const paymentOf = ({ state, now }: World) => viewOf(state, plan(state, now), now).payment;

describe('a dispute that was lost', () => {
  test('covers what was to be refunded, and the order ends', () => {
    const world = prepaid();
    dispute(world);
    cancel(world, 'c1');
    expect(attention(world)).toEqual(['disputed', 'refund_failed']);
    expect(world.end).toBeUndefined();
    lose(world, 100);
    look(world);
    expect(attention(world)).toEqual(['disputed']);
    expect(world.end).toBe('cancelled');
    expect(mails(world)).toEqual(['cancelled', 'refunded']);
    expect(world.mailbox.at(-1)?.about).toMatchObject({ amount: 100, by: 'bank' });
    expect(paymentOf(world)).toMatchObject({ captured: 100, givenBack: 100, chargedBack: 100 });
  });

  test('is found by the look before what is owed is sent anew', () => {
    const world = prepaid();
    dispute(world);
    cancel(world, 'c1');
    lose(world, 100);
    ask(world, { type: 'ResolveAttention', code: 'refund_failed' });
    expect(attention(world)).not.toContain('refund_failed');
    expect(world.end).toBe('cancelled');
  });

  test('before the cancellation leaves nothing to be sent', () => {
    const world = prepaid();
    dispute(world);
    lose(world, 100);
    look(world);
    cancel(world, 'c1');
    expect(world.end).toBe('cancelled');
    expect(sumOf(world.provider, 'refunded')).toBe(0);
    expect(world.mailbox.at(-1)).toMatchObject({
      kind: 'cancelled',
      money: { captured: 0, givenBack: 100, chargedBack: 100, owed: 0 },
    });
  });

  test('counts once beside a refund of the same money', () => {
    const world = prepaid();
    refundByHand(world.provider, 'upfront', 30);
    look(world);
    lose(world, 100);
    look(world);
    expect(paymentOf(world)).toMatchObject({ givenBack: 100, chargedBack: 70 });
    expect(uncollected(world.state)).toBe(0);
    expect(mails(world)).toEqual(['refunded']);
  });

  test('is told apart from a refund by hand that is seen with it', () => {
    const world = prepaid();
    refundByHand(world.provider, 'upfront', 30);
    lose(world, 40);
    look(world);
    expect(paymentOf(world)).toMatchObject({ givenBack: 70, chargedBack: 40 });
    expect(world.mailbox.at(-1)).toMatchObject({ kind: 'refunded', about: { amount: 30 } });
  });

  test('of a payment for other goods too takes from this order what is beyond them', () => {
    const world = prepaid(300);
    lose(world, 250);
    look(world);
    expect(paymentOf(world)).toMatchObject({ captured: 100, givenBack: 50, chargedBack: 50 });
  });

  test('is not asked for again, and stops what has not left until a person has looked', () => {
    const world = prepaid();
    restock(world, 3);
    expect(ship(world, 's1', units(1))).toBeNull();
    lose(world, 100);
    look(world);
    expect(ship(world, 's2')).toBe('on_hold');
    ask(world, { type: 'ResolveAttention', code: 'refunded_elsewhere' });
    expect(ship(world, 's3')).toBeNull();
    expect(world.end).toBe('shipped');
    expect(sumOf(world.provider, 'captured')).toBe(100);
  });
});

test('a dispute that is won after it was lost leaves the order paid', () => {
  const world = prepaid();
  restock(world, 3);
  lose(world, 100);
  look(world);
  win(world);
  look(world);
  expect(paymentOf(world)).toMatchObject({ captured: 100, givenBack: 0 });
  expect(attention(world)).toEqual(['refunded_elsewhere']);
  expect(world.state.waived).toBe(0);
  ask(world, { type: 'ResolveAttention', code: 'refunded_elsewhere' });
  expect(ship(world, 's1')).toBeNull();
  expect(world.end).toBe('shipped');
});

test('a dispute that was won lets what is owed be sent anew', () => {
  const world = prepaid();
  dispute(world);
  cancel(world, 'c1');
  win(world);
  look(world);
  ask(world, { type: 'ResolveAttention', code: 'refund_failed' });
  expect(sumOf(world.provider, 'refunded')).toBe(100);
  expect(mails(world)).toEqual(['cancelled', 'refunded']);
  expect(world.end).toBe('cancelled');
});
