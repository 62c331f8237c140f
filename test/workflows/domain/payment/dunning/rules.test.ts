import { describe, expect, test } from 'vitest';
import { phaseOf } from '../../../../../workflows/domain/backorder/snapshot.ts';
import { retryAt, worsen } from '../../../../../workflows/domain/payment/dunning/rules.ts';
import { addMs, dayMs, hourMs, minuteMs } from '../../../../../workflows/domain/time.ts';
import { bensMugs, day, dayZero } from '../../../../support/cast.ts';
import { heldSum, letGo } from '../../../../support/world/provider.ts';
import {
  attentionOf,
  intentsOf,
  mailsOf,
  sentOf,
  triesOf,
} from '../../../../support/world/views.ts';
import {
  advance,
  advanceTo,
  cancel,
  createWorld,
  lampWith,
  restock,
  tellHint,
} from '../../../../support/world/world.ts';

describe('a card that said no', () => {
  test.each([
    { kind: 'soft', hours: [4, 24, 44, null] },
    { kind: 'hard', hours: [null] },
    { kind: 'fraud', hours: [null] },
    { kind: 'expired', hours: [null] },
    { kind: 'removed', hours: [null] },
    { kind: 'authentication', hours: [null] },
  ] as const)('is asked again, $kind, after $hours hours', ({ kind, hours }) => {
    let trouble = worsen(null, kind, dayZero);
    for (const each of hours) {
      const next = retryAt(trouble);
      expect(next).toBe(each === null ? null : addMs(dayZero, each * hourMs));
      trouble = worsen(trouble, kind, next ?? dayZero);
    }
  });

  test('is never asked twice in a row, however long ago the first time was', () => {
    const long = worsen(worsen(null, 'soft', dayZero), 'soft', day(40));
    expect(retryAt(long)).toBe(addMs(day(40), 4 * hourMs));
  });

  test('is asked four times within the lease, and the customer is told once', () => {
    const world = lampWith('soft', 'soft', 'soft', 'soft', 'approve');
    const tries: number[] = [];
    for (const hours of [1, 5, 25, 45, 71]) {
      advanceTo(world, addMs(dayZero, hours * hourMs));
      tries.push(triesOf(world));
    }
    expect(tries).toEqual([1, 2, 3, 4, 4]);
    expect(mailsOf(world)).toEqual(['confirmation 2026-11-23', 'payment-problem 2026-11-23']);
  });

  test('and then yes, pays: the customer hears that all is well', () => {
    const world = lampWith('soft', 'soft');
    advance(world, 25 * hourMs);
    expect(phaseOf(world.state.stock)).toBe('ready_to_ship');
    expect(mailsOf(world).slice(2)).toEqual([
      'payment-recovered 2026-11-24',
      'ready-to-ship 2026-11-24',
    ]);
    expect(attentionOf(world)).toEqual([]);
    expect(heldSum(world.provider, world.now)).toBe(13_800);
  });

  test('leaves nothing open at the provider', () => {
    const world = lampWith('soft', 'hard');
    advance(world, 5 * hourMs);
    expect(intentsOf(world)).toEqual(['i1 L1 13800 closed', 'i2 L1 13800 closed']);
    const statuses = Object.values(world.provider.intents).map(({ status }) => status);
    expect(statuses).toEqual(['voided', 'voided']);
  });

  test.each([
    { answer: 'soft', reason: 'declined', retryAt: addMs(dayZero, 4 * hourMs + 2000) },
    { answer: 'hard', reason: 'declined' },
    { answer: 'fraud', reason: 'declined' },
    { answer: 'expired', reason: 'expired' },
    { answer: 'authentication', reason: 'authentication', intentId: 'i1' },
  ] as const)('tells what is needed by when: $answer', ({ answer, ...told }) => {
    const about = lampWith(answer).mailbox.at(-1)?.about;
    expect(about).toEqual({
      ...{ subject: 'L1', stage: 'due', intentId: null, retryAt: null },
      amount: 13_800,
      payBy: day(3),
      cancelsAt: day(17),
      ...told,
    });
  });

  test('is told again when the reason becomes another one', () => {
    const world = lampWith('soft', 'expired');
    advance(world, 5 * hourMs);
    expect(sentOf(world, 'payment-problem').map(({ about }) => about.reason)).toEqual([
      'declined',
      'expired',
    ]);
  });

  test('is told again when a reason comes back after another', () => {
    const world = lampWith('soft', 'authentication', 'soft');
    advance(world, 5 * hourMs);
    letGo(world.provider, 'i2');
    tellHint(world, { about: 'intent', intentId: 'i2' });
    advance(world, minuteMs);
    expect(sentOf(world, 'payment-problem').map(({ about }) => about.reason)).toEqual([
      'declined',
      'authentication',
      'declined',
    ]);
    expect(new Set(world.mailbox.map(({ key }) => key)).size).toBe(4);
  });

  test('is not asked for other units of the order either', () => {
    const world = createWorld(bensMugs);
    world.provider.cards = ['hard'];
    restock(world, 1);
    restock(world, 1);
    advance(world, dayMs);
    expect(triesOf(world)).toBe(1);
    expect(mailsOf(world).filter((mail) => mail.startsWith('payment-problem'))).toHaveLength(2);
  });

  test('only waits for the customer, and is given up with the order', () => {
    const world = lampWith('authentication');
    expect(cancel(world, 'c1')).toBeNull();
    expect(world.end).toBe('cancelled');
    expect(intentsOf(world)).toEqual(['i1 L1 13800 closed']);
    expect(world.mailbox.at(-1)?.money).toMatchObject({ captured: 0, givenBack: 0, voided: 0 });
  });
});
