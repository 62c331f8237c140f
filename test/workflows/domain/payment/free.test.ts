import { describe, expect, test } from 'vitest';
import { decide } from '../../../../workflows/domain/decide.ts';
import { paymentState } from '../../../../workflows/domain/view.ts';
import { adasLamp, cleosRoom, day, free } from '../../../support/cast.ts';
import { units } from '../../../support/facts.ts';
import type { World } from '../../../support/world/effects.ts';
import { attentionOf, mailsOf, sentOf } from '../../../support/world/views.ts';
import { cancel, createWorld, restock, ship } from '../../../support/world/world.ts';

const gift = (opening = adasLamp): World =>
  createWorld(free(opening), {
    planMail: () => [],
    wayOf: (effect) => {
      if (effect.lane === 'money') throw new Error(`the provider was asked: ${effect.type}`);
      return 'done';
    },
  });

const kindsOf = (world: World) => mailsOf(world).map((mail) => mail.split(' ')[0]);

describe('an order that costs nothing', () => {
  test('lives from checkout to shipment without a card', () => {
    const world = gift();
    expect(paymentState(world.state)).toBe('none');
    restock(world, 1);
    expect(ship(world, 's1')).toBeNull();
    expect(world.end).toBe('shipped');
    expect(paymentState(world.state)).toBe('none');
    expect(kindsOf(world)).toEqual(['confirmation', 'ready-to-ship', 'shipped']);
    expect(attentionOf(world)).toEqual([]);
  });

  test('ships in parts, and ends with what is cancelled', () => {
    const world = gift(cleosRoom);
    restock(world, 2);
    expect(ship(world, 's1', units(2))).toBeNull();
    expect(cancel(world, 'c1')).toBeNull();
    expect(world.end).toBe('shipped');
    expect(sentOf(world, 'cancelled')[0]?.about).toMatchObject({ amount: 0, paid: 0 });
  });

  test.each([
    { type: 'ChangePaymentMethod' as const, methodId: 'pm_9' },
    { type: 'OfferCard' as const, offerId: 'o1' },
    { type: 'AcceptMandate' as const },
  ])('takes no card: $type', (request) => {
    expect(decide(gift().state, request, day(1))).toEqual({
      refused: 'nothing_to_pay',
      facts: [],
    });
  });
});
