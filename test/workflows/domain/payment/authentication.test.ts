import { describe, expect, test } from 'vitest';
import { phaseOf } from '../../../../workflows/domain/backorder/snapshot.ts';
import { problemOf } from '../../../../workflows/domain/payment/dunning/trouble.ts';
import { addMs, dayMs, hourMs, minuteMs } from '../../../../workflows/domain/time.ts';
import { paymentState } from '../../../../workflows/domain/view.ts';
import { adasLamp, bensMugs, day } from '../../../support/cast.ts';
import type { World } from '../../../support/world/effects.ts';
import { authenticate, heldSum } from '../../../support/world/provider.ts';
import { intentsOf, mailsOf, triesOf } from '../../../support/world/views.ts';
import {
  advance,
  advanceTo,
  ask,
  cancel,
  createWorld,
  lampWith,
  restock,
  tellHint,
} from '../../../support/world/world.ts';

/** Ada's lamp has come, and her bank wants to hear from her. */
const asked = (): World => lampWith('authentication');

type Answer = Parameters<typeof authenticate>[2]['answer'];

/** The customer confirms an intent, with the card we have unless told, and we look. */
const confirm = (world: World, answer: Answer, methodId = 'pm_1', intentId = 'i1'): void => {
  authenticate(world.provider, intentId, { at: world.now, answer, methodId });
  ask(world, { type: 'LookAtPayment' });
};

describe('a bank that asks for the customer', () => {
  test('has its answer through a hint: the same intent holds, and the units become firm', () => {
    const world = asked();
    confirm(world, 'approve');
    expect(intentsOf(world)).toEqual(['i1 L1 13800 held']);
    expect(phaseOf(world.state.stock)).toBe('ready_to_ship');
    expect(mailsOf(world).at(-2)).toBe('payment-recovered 2026-11-23');
  });

  test('holds nothing once the time is over, whatever the customer does then', () => {
    const world = asked();
    advanceTo(world, addMs(day(3), minuteMs));
    confirm(world, 'approve');
    advance(world, minuteMs);
    expect(heldSum(world.provider, world.now)).toBe(0);
    expect(phaseOf(world.state.stock)).toBe('awaiting_stock');
  });
});

describe('a bank that asks for the customer before a hold ends', () => {
  /** The hold of a day was to be renewed after half of it. */
  const renewing = (): World => {
    const world = createWorld(adasLamp);
    world.provider.cards = ['approve', 'authentication'];
    world.provider.holdMs = dayMs;
    restock(world, 1);
    advance(world, 13 * hourMs);
    return world;
  };

  test('is asked once, and the hold stands beside the intent that waits', () => {
    const world = renewing();
    expect(intentsOf(world)).toEqual(['i1 L1 13800 held', 'i2 L1 13800 action_required']);
    expect(problemOf(world.state, world.now)).toMatchObject({ intentId: 'i2' });
    expect(heldSum(world.provider, world.now)).toBe(13_800);
    expect(phaseOf(world.state.stock)).toBe('ready_to_ship');
    advance(world, 2 * dayMs);
    expect(triesOf(world)).toBe(2);
  });

  test('and gets them holds anew, and the hold before is voided', () => {
    const world = renewing();
    confirm(world, 'approve', 'pm_1', 'i2');
    expect(intentsOf(world)).toEqual(['i1 L1 0 voided', 'i2 L1 13800 held']);
    expect(heldSum(world.provider, world.now)).toBe(13_800);
  });
});

describe('a no that customers hear from their own bank', () => {
  test.each(['soft', 'hard', 'fraud', 'expired'] as const)(
    'leaves the same intent to them: %s',
    (answer) => {
      const world = asked();
      const before = { problem: problemOf(world.state, world.now), mails: mailsOf(world) };
      confirm(world, answer);
      tellHint(world, { about: 'intent', intentId: 'i1' });
      advance(world, 2 * dayMs);
      expect(intentsOf(world)).toEqual(['i1 L1 13800 action_required']);
      expect(problemOf(world.state, world.now)).toEqual(before.problem);
      expect(paymentState(world.state)).toBe('action_required');
      expect({ tries: triesOf(world), mails: mailsOf(world) }).toEqual({
        tries: 1,
        mails: before.mails,
      });
    },
  );

  test('is followed by their next try, with that card or another, on the same intent', () => {
    const world = asked();
    confirm(world, 'soft');
    confirm(world, 'hard', 'pm_typed');
    confirm(world, 'approve', 'pm_other');
    expect(intentsOf(world)).toEqual(['i1 L1 13800 held']);
    expect(phaseOf(world.state.stock)).toBe('ready_to_ship');
    expect(mailsOf(world).slice(1)).toEqual([
      'payment-problem 2026-11-23',
      'payment-recovered 2026-11-23',
      'ready-to-ship 2026-11-23',
    ]);
  });

  test('is over with the lease: the units go to others, and nothing stays open', () => {
    const world = asked();
    advanceTo(world, addMs(day(3), -1000));
    confirm(world, 'soft');
    advance(world, minuteMs);
    expect(intentsOf(world)).toEqual(['i1 L1 13800 closed']);
    expect(world.provider.intents.i1?.status).toBe('voided');
    expect(world.ledger.isBarred).toBe(true);
    expect(world.mailbox.at(-1)?.about).toMatchObject({ stage: 'barred' });
  });

  test.each([
    {
      what: 'the lease',
      end: (world: World) => advanceTo(world, addMs(day(3), minuteMs)),
      left: ['i1 L1 13800 closed'],
    },
    {
      what: 'another card',
      end: (world: World) => ask(world, { type: 'ChangePaymentMethod', methodId: 'pm_2' }),
      left: ['i1 L1 13800 closed', 'i2 L1 13800 held'],
    },
    {
      what: 'the order',
      end: (world: World) => cancel(world, 'c1'),
      left: ['i1 L1 13800 closed'],
    },
  ])('changes nothing when it is heard of only after $what', ({ end, left }) => {
    const world = asked();
    authenticate(world.provider, 'i1', { at: world.now, answer: 'hard' });
    end(world);
    const mails = mailsOf(world);
    tellHint(world, { about: 'intent', intentId: 'i1' });
    expect(intentsOf(world)).toEqual(left);
    expect(mailsOf(world)).toEqual(mails);
  });

  test('is forgotten with an intent that somebody cancelled at the provider', () => {
    const world = asked();
    confirm(world, 'soft');
    const [intent] = Object.values(world.provider.intents);
    if (intent) intent.status = 'voided';
    tellHint(world, { about: 'intent', intentId: 'i1' });
    expect(intentsOf(world)).toEqual(['i1 L1 13800 closed', 'i2 L1 13800 held']);
  });
});

describe('a card that its own bank has ruled out to the customer', () => {
  /** Two leases, the first of which ends while its intent waits for Ben. */
  const afterFirstLease = (answer: Answer, methodId?: string): World => {
    const world = createWorld(bensMugs);
    world.provider.cards = ['authentication', 'soft'];
    restock(world, 1);
    advance(world, dayMs);
    restock(world, 1);
    confirm(world, answer, methodId);
    advanceTo(world, addMs(day(3), minuteMs));
    return world;
  };

  test('is not asked for other units either once that intent is closed', () => {
    expect(triesOf(afterFirstLease('hard'))).toBe(1);
    expect(triesOf(afterFirstLease('fraud'))).toBe(1);
  });

  test('is another matter than one that may pass, and than another card they tried', () => {
    expect(triesOf(afterFirstLease('soft'))).toBe(2);
    expect(triesOf(afterFirstLease('hard', 'pm_typed'))).toBe(2);
  });

  test('is not asked again although it is given again', () => {
    const world = asked();
    confirm(world, 'hard');
    ask(world, { type: 'ChangePaymentMethod', methodId: 'pm_1' });
    expect(intentsOf(world)).toEqual(['i1 L1 13800 action_required']);
    ask(world, { type: 'ChangePaymentMethod', methodId: 'pm_2' });
    expect(intentsOf(world)).toEqual(['i1 L1 13800 closed', 'i2 L1 13800 held']);
  });
});
