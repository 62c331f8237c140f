import { describe, expect, test } from 'vitest';
import { retryAt, worsen } from '../../../workflows/domain/dunning.ts';
import type { Fact } from '../../../workflows/domain/fact.ts';
import { phaseOf, type Snapshot } from '../../../workflows/domain/ledger.ts';
import { addMs, dayMs, hourMs, minuteMs } from '../../../workflows/domain/time.ts';
import { adasLamp, bensMugs, day, dayZero } from '../../support/cast.ts';
import { confirmed, snapshot, stockChanged } from '../../support/facts.ts';
import { given } from '../../support/given.ts';
import {
  advance,
  advanceTo,
  ask,
  cancel,
  createWorld,
  mailsOf,
  restock,
  ship,
} from '../../support/world.ts';
import type { World } from '../../support/world-effects.ts';
import { authenticate, type CardAnswer, heldSum, sumOf } from '../../support/world-provider.ts';

const attention = ({ state }: World) => state.attention.map(({ code }) => code);

const intents = ({ state }: World) =>
  state.intents.map(({ intentId, leaseId, state: its }) => `${intentId} ${leaseId} ${its}`);

/** Ada's lamp has come, and her card answers so. */
const lampWith = (...cards: CardAnswer[]): World => {
  const world = createWorld(adasLamp);
  world.provider.cards = cards;
  restock(world, 1);
  return world;
};

const triesOf = (world: World): number => Object.keys(world.provider.intents).length;

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
    expect(attention(world)).toEqual([]);
    expect(heldSum(world.provider, world.now)).toBe(13_800);
  });

  test('leaves nothing open at the provider', () => {
    const world = lampWith('soft', 'hard');
    advance(world, 5 * hourMs);
    expect(intents(world)).toEqual(['i1 L1 closed', 'i2 L1 closed']);
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
      stage: 'due',
      amount: 13_800,
      payBy: day(3),
      cancelledAt: day(17),
      ...told,
    });
  });

  test('is told again when the reason becomes another one', () => {
    const world = lampWith('soft', 'expired');
    advance(world, 5 * hourMs);
    expect(world.mailbox.map(({ about }) => about.reason)).toEqual([
      undefined,
      'declined',
      'expired',
    ]);
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
    expect(intents(world)).toEqual(['i1 L1 closed']);
    expect(world.mailbox.at(-1)?.money).toMatchObject({
      captured: 0,
      refunded: 0,
      released: 0,
      owed: 0,
    });
  });
});

describe('a bank that asks for the customer', () => {
  test('is given them by a hint: the same intent holds, and the units become firm', () => {
    const world = lampWith('authentication');
    authenticate(world.provider, 'i1', { at: world.now, succeeds: true });
    ask(world, { type: 'LookAtPayment' });
    expect(intents(world)).toEqual(['i1 L1 held']);
    expect(phaseOf(world.state.stock)).toBe('ready_to_ship');
    expect(mailsOf(world).at(-2)).toBe('payment-recovered 2026-11-23');
  });

  test('and says no to them is another no', () => {
    const world = lampWith('authentication');
    authenticate(world.provider, 'i1', { at: world.now, succeeds: false });
    ask(world, { type: 'LookAtPayment' });
    expect(intents(world)).toEqual(['i1 L1 closed']);
    expect(world.mailbox.at(-1)?.about.reason).toBe('declined');
  });

  test('holds nothing for whom the time is over, whatever they do then', () => {
    const world = lampWith('authentication');
    advanceTo(world, addMs(day(3), minuteMs));
    authenticate(world.provider, 'i1', { at: world.now, succeeds: true });
    ask(world, { type: 'LookAtPayment' });
    advance(world, minuteMs);
    expect(heldSum(world.provider, world.now)).toBe(0);
    expect(phaseOf(world.state.stock)).toBe('awaiting_stock');
  });
});

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
    expect(attention(world)).toEqual([]);
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
    expect(recovered.map(({ about }) => about)).toEqual([{ isHeld: true, amount: 13_800 }]);
  });

  test('closes what waits for the customer before it is asked itself', () => {
    const world = lampWith('authentication');
    ask(world, { type: 'ChangePaymentMethod', methodId: 'pm_2' });
    expect(intents(world)).toEqual(['i1 L1 closed', 'i2 L1 held']);
    expect(heldSum(world.provider, world.now)).toBe(13_800);
  });

  test('has no part in what the bank says of the one before', () => {
    const world = createWorld(adasLamp);
    world.provider.cards = ['hard'];
    world.wayOf = ({ type }) => (type === 'authorize' ? 'lost' : 'done');
    restock(world, 1);
    world.wayOf = () => 'done';
    ask(world, { type: 'ChangePaymentMethod', methodId: 'pm_2' });
    advance(world, 10 * minuteMs);
    expect(intents(world)).toEqual(['i1 L1 closed', 'i2 L1 held']);
  });

  test('brings an order that was passed over back to its place', () => {
    const world = lampWith('hard');
    advanceTo(world, day(10));
    expect(world.ledger.isPassedOver).toBe(true);
    ask(world, { type: 'ChangePaymentMethod', methodId: 'pm_2' });
    expect(world.ledger.isPassedOver).toBe(false);
    expect(phaseOf(world.state.stock)).toBe('ready_to_ship');
    expect(
      world.mailbox.some(({ kind, about }) => kind === 'payment-recovered' && !about.isHeld),
    ).toBe(true);
    advanceTo(world, day(15));
    expect(ship(world, 's1')).toBeNull();
    expect(world.end).toBe('shipped');
  });

  test('is told with the date that the order has in line, once it is back there', () => {
    const passed: Snapshot = { ...snapshot(2, { waiting: 1 }), passedOver: 'payment' };
    const noted: Fact[] = [
      ...confirmed,
      stockChanged(passed),
      { type: 'PaymentMethodChanged', at: dayZero, methodId: 'pm_2' },
      { type: 'PaymentMethodChanged', at: day(1), methodId: 'pm_3' },
    ];
    given(...noted)
      .plans({ at: day(1) })
      .starts({ type: 'rejoin' }, { type: 'card' });
    const back = given(
      ...noted,
      stockChanged({ ...passed, ledgerRevision: 3, passedOver: null }, day(1)),
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
        message: expect.objectContaining({ kind: 'payment-recovered', promiseOn: '2027-02-01' }),
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

describe('an order whose payment does not come', () => {
  test('keeps its units for the lease, its place for the grace, and is cancelled then', () => {
    const world = lampWith('hard');
    advanceTo(world, day(3));
    expect(phaseOf(world.state.stock)).toBe('awaiting_payment');
    advanceTo(world, day(17));
    expect(phaseOf(world.state.stock)).toBe('awaiting_stock');
    expect(world.ledger.isPassedOver).toBe(true);
    advance(world, minuteMs);
    expect(world.end).toBe('cancelled');
    expect(mailsOf(world)).toEqual([
      'confirmation 2026-11-23',
      'payment-problem 2026-11-23',
      'payment-problem 2026-11-26',
      'payment-problem 2026-12-07',
      'cancelled 2026-12-10',
    ]);
    expect(world.mailbox.map(({ about }) => about.stage).filter(Boolean)).toEqual([
      'due',
      'passed-over',
      'last-call',
    ]);
    expect(world.mailbox.at(-1)?.about.cause).toBe('payment');
  });

  test('loses only what waits: what is paid for goes its way', () => {
    const world = createWorld(bensMugs);
    restock(world, 1);
    world.provider.cards = ['hard'];
    restock(world, 1);
    advanceTo(world, day(6));
    expect(ship(world, 's1')).toBeNull();
    advanceTo(world, day(20));
    expect(world.end).toBe('shipped');
    expect(world.ledger.lines[0]).toMatchObject({ shipped: 1, cancelled: 2 });
    expect(sumOf(world.provider, 'captured')).toBe(33);
  });

  test('has a grace that begins with the first lease that ended, not with the last', () => {
    const world = createWorld(bensMugs);
    world.provider.cards = ['hard'];
    restock(world, 1);
    advance(world, dayMs);
    restock(world, 1);
    advanceTo(world, addMs(day(17), minuteMs));
    expect(world.end).toBe('cancelled');
  });

  test('is not cancelled for what a person has to answer', () => {
    const world = lampWith('refuse');
    advanceTo(world, day(40));
    expect(world.end).toBeUndefined();
    expect(attention(world)).toEqual(['payment_refused']);
    world.provider.cards = [];
    ask(world, { type: 'ResolveAttention', code: 'payment_refused' });
    expect(phaseOf(world.state.stock)).toBe('ready_to_ship');
  });
});
