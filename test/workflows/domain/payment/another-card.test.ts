import { describe, expect, test } from 'vitest';
import type { Fact } from '../../../../workflows/domain/backorder/fact.ts';
import { phaseOf, type Snapshot } from '../../../../workflows/domain/backorder/snapshot.ts';
import { minuteMs } from '../../../../workflows/domain/time.ts';
import { adasLamp, day, dayZero } from '../../../support/cast.ts';
import { cardSeen, confirmed, snapshot, stockChanged } from '../../../support/facts.ts';
import { given } from '../../../support/given.ts';
import { heldSum } from '../../../support/world/provider.ts';
import { attentionOf, intentsOf, mailsOf, sentOf, triesOf } from '../../../support/world/views.ts';
import {
  advance,
  advanceTo,
  ask,
  cancel,
  createWorld,
  lampWith,
  restock,
  ship,
} from '../../../support/world/world.ts';

describe('another card', () => {
  test('is asked at once while the units are kept', () => {
    const world = lampWith('hard');
    expect(ask(world, { type: 'ChangePaymentMethod', methodId: 'pm_2' })).toBeNull();
    expect(phaseOf(world.state.stock)).toBe('ready_to_ship');
    expect(world.state.intents.map(({ methodId }) => methodId)).toEqual(['pm_1', 'pm_2']);
    expect(mailsOf(world).slice(2)).toEqual([
      'payment-recovered 2026-11-23',
      'ready-to-ship 2026-11-23',
    ]);
    expect(attentionOf(world)).toEqual([]);
    expect(mailsOf(world).slice(2)).toEqual([
      'payment-recovered 2026-11-23',
      'ready-to-ship 2026-11-23',
    ]);
  });

  test('is told once that it pays, also when the first other one says no', () => {
    const world = lampWith('hard', 'hard');
    ask(world, { type: 'ChangePaymentMethod', methodId: 'pm_2' });
    ask(world, { type: 'ChangePaymentMethod', methodId: 'pm_3' });
    const recovered = world.mailbox.filter(({ kind }) => kind === 'payment-recovered');
    expect(recovered.map(({ about }) => about)).toEqual([{ outcome: 'held', amount: 13_800 }]);
  });

  test('closes what waits for the customer before it is asked itself', () => {
    const world = lampWith('authentication');
    ask(world, { type: 'ChangePaymentMethod', methodId: 'pm_2' });
    expect(intentsOf(world)).toEqual(['i1 L1 13800 closed', 'i2 L1 13800 held']);
    expect(heldSum(world.provider, world.now)).toBe(13_800);
  });

  test('has no part in what the bank says of the one before', () => {
    const world = createWorld(adasLamp);
    world.provider.cards = ['hard'];
    world.wayOf = ({ type }) => (type === 'authorizePayment' ? 'lost' : 'done');
    restock(world, 1);
    world.wayOf = () => 'done';
    ask(world, { type: 'ChangePaymentMethod', methodId: 'pm_2' });
    advance(world, 10 * minuteMs);
    expect(intentsOf(world)).toEqual(['i1 L1 13800 closed', 'i2 L1 13800 held']);
  });

  test('brings a barred order back to its place', () => {
    const world = lampWith('hard');
    advanceTo(world, day(10));
    expect(world.ledger.isBarred).toBe(true);
    ask(world, { type: 'ChangePaymentMethod', methodId: 'pm_2' });
    expect(world.ledger.isBarred).toBe(false);
    expect(phaseOf(world.state.stock)).toBe('ready_to_ship');
    expect(sentOf(world, 'payment-recovered').some(({ about }) => about.outcome === 'noted')).toBe(
      true,
    );
    advanceTo(world, day(15));
    expect(ship(world, 's1')).toBeNull();
    expect(world.end).toBe('shipped');
  });

  test('is told with the date that the order has in line, once it is back there', () => {
    const passed: Snapshot = { ...snapshot(2, { waiting: 1 }), barred: 'payment' };
    const noted: Fact[] = [
      ...confirmed,
      stockChanged(passed),
      { type: 'PaymentMethodChanged', at: dayZero, methodId: 'pm_2' },
      { type: 'PaymentMethodChanged', at: day(1), methodId: 'pm_3' },
    ];
    given(...noted)
      .plans({ at: day(1) })
      .starts({ type: 'rejoinQueue' }, { type: 'lookAtCard' });
    const back = given(
      ...noted,
      stockChanged({ ...passed, ledgerRevision: 3, barred: null }, day(1)),
      cardSeen({ methodId: 'pm_3' }, 3),
      {
        type: 'PromiseChanged',
        at: day(1),
        promiseId: 'place/3',
        on: '2027-02-01',
        statedAt: day(1),
        isSupply: true,
      },
    );
    const mails = back.state.mail.owed.map(({ kind }) => kind);
    expect(mails).toEqual(['payment-recovered', 'delay-notice']);
    expect(back.plans({ at: day(1) }).plan.start).toContainEqual(
      expect.objectContaining({
        message: expect.objectContaining({
          kind: 'payment-recovered',
          promise: { on: '2027-02-01' },
        }),
      }),
    );
  });

  test('is the same card once more only if its bank may change its mind', () => {
    const soft = lampWith('soft');
    ask(soft, { type: 'ChangePaymentMethod', methodId: 'pm_1' });
    expect(phaseOf(soft.state.stock)).toBe('ready_to_ship');
    const hard = lampWith('hard');
    ask(hard, { type: 'ChangePaymentMethod', methodId: 'pm_1' });
    expect(triesOf(hard)).toBe(1);
  });

  test('is of no use to an order that is over', () => {
    const world = createWorld(adasLamp);
    restock(world, 1);
    ship(world, 's1');
    const request = { type: 'ChangePaymentMethod', methodId: 'pm_2' } as const;
    expect(ask(world, request)).toBe('already_shipped');
    const given = createWorld(adasLamp);
    cancel(given, 'c1');
    expect(ask(given, request)).toBe('cancelled');
  });
});
