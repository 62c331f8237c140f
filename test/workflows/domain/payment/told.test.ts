import { describe, expect, test } from 'vitest';
import { phaseOf } from '../../../../workflows/domain/backorder/snapshot.ts';
import { minuteMs } from '../../../../workflows/domain/time.ts';
import { adasLamp, day, dayZero } from '../../../support/cast.ts';
import { changeCard } from '../../../support/world/cards.ts';
import type { World } from '../../../support/world/effects.ts';
import { arrive, snapshotOf } from '../../../support/world/ledger.ts';
import { mailsOf, sentOf } from '../../../support/world/views.ts';
import {
  advance,
  advanceTo,
  ask,
  askAtOnce,
  createWorld,
  restock,
  tell,
  tellHintAtOnce,
} from '../../../support/world/world.ts';

/** Mails are on their way for so long that others are not begun meanwhile. */
const withSlowMail = (world: World): World => {
  world.tookMs = ({ type }) => (type === 'sendMail' ? 10 * minuteMs : 1000);
  return world;
};

const promise = (world: World, promiseId: string, on: string): void => {
  const statedAt = world.now;
  askAtOnce(world, { type: 'ChangePromise', promiseId, on, statedAt, isSupply: false });
};

describe('a card that expires before the promise', () => {
  const shortCard = (): World => {
    const world = withSlowMail(createWorld(adasLamp));
    changeCard(world.provider, 'pm_1', { expiresOn: '2026-12-31' });
    return world;
  };

  test('is told of when the promise moves later again, though the first mail was skipped', () => {
    const world = withSlowMail(createWorld(adasLamp));
    advanceTo(world, day(1));
    promise(world, 'p4', '2027-01-20');
    changeCard(world.provider, 'pm_1', { expiresOn: '2026-12-31' });
    tellHintAtOnce(world, { about: 'card' });
    advance(world, minuteMs);
    promise(world, 'p2', '2026-12-20');
    advanceTo(world, day(2));
    expect(sentOf(world, 'card-expiring')).toEqual([]);
    expect(world.skips).toMatchObject([{ kind: 'card-expiring', reason: 'superseded' }]);
    promise(world, 'p3', '2027-02-01');
    advanceTo(world, day(3));
    expect(sentOf(world, 'card-expiring')).toMatchObject([{ about: { expiresOn: '2026-12-31' } }]);
  });

  test('is told of once, however often the promise moves', () => {
    const world = shortCard();
    advanceTo(world, day(1));
    promise(world, 'p2', '2027-02-01');
    promise(world, 'p3', '2027-03-01');
    advanceTo(world, day(2));
    expect(sentOf(world, 'card-expiring')).toHaveLength(1);
  });

  test('is told of anew when another card expires too', () => {
    const world = shortCard();
    advanceTo(world, day(1));
    changeCard(world.provider, 'pm_2', { expiresOn: '2026-11-30' });
    ask(world, { type: 'ChangePaymentMethod', methodId: 'pm_2' });
    advanceTo(world, day(2));
    expect(sentOf(world, 'card-expiring').map(({ about }) => about.expiresOn)).toEqual([
      '2026-12-31',
      '2026-11-30',
    ]);
  });
});

describe('trouble with a payment', () => {
  test('of which no mail went out is no reason to tell of its end', () => {
    const world = withSlowMail(createWorld(adasLamp));
    world.provider.cards = ['soft'];
    advance(world, 1000);
    restockAtOnce(world);
    advance(world, minuteMs);
    expect(world.state.attention).toMatchObject([{ code: 'payment_failed' }]);
    askAtOnce(world, { type: 'ChangePaymentMethod', methodId: 'pm_2' });
    advanceTo(world, day(1));
    expect(phaseOf(world.state.stock)).toBe('ready_to_ship');
    expect(mailsOf(world)).toEqual(['confirmation 2026-11-23', 'ready-to-ship 2026-11-23']);
    expect(world.skips).toMatchObject([{ kind: 'payment-problem', reason: 'payment_recovered' }]);
  });

  test('is told of again when the mail before was skipped', () => {
    const world = createWorld(adasLamp);
    world.provider.cards = ['soft', 'soft'];
    restock(world, 1);
    expect(sentOf(world, 'payment-problem')).toHaveLength(1);
    ask(world, { type: 'ChangePaymentMethod', methodId: 'pm_2' });
    expect(sentOf(world, 'payment-problem')).toHaveLength(2);
    expect(world.now > dayZero).toBe(true);
  });
});

/** Units arrive while nothing is waited for. */
const restockAtOnce = (world: World): void => {
  arrive(world.ledger, { lineId: '1', quantity: 1 }, world.now);
  tell(world, snapshotOf(world.ledger));
};
