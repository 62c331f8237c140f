import { describe, expect, test } from 'vitest';
import type { Fact } from '../../../../workflows/domain/backorder/fact.ts';
import { phaseOf } from '../../../../workflows/domain/backorder/snapshot.ts';
import { hourMs } from '../../../../workflows/domain/time.ts';
import { adasLamp, day, dayZero } from '../../../support/cast.ts';
import { cardSeen, sent } from '../../../support/facts.ts';
import { given } from '../../../support/given.ts';
import { changeCard } from '../../../support/world/cards.ts';
import type { World } from '../../../support/world/effects.ts';
import { mailsOf, sentOf } from '../../../support/world/views.ts';
import {
  advance,
  advanceTo,
  ask,
  createWorld,
  restock,
  tellHint,
} from '../../../support/world/world.ts';

const promised = (on: string, promiseId: string): Fact => ({
  type: 'PromiseChanged',
  at: dayZero,
  promiseId,
  on,
  statedAt: dayZero,
  isSupply: false,
});

const expiring = (...facts: Fact[]): string[] =>
  given(...facts)
    .state.mail.owed.filter((mail) => mail.kind === 'card-expiring')
    .map(({ about }) => about.expiresOn);

describe('a card', () => {
  test.each([
    ['2027-01-31', []],
    ['2027-01-15', []],
    ['2026-12-31', ['2026-12-31']],
  ])('valid until %s is told of before the promise of January 15th: %s', (expiresOn, told) => {
    expect(expiring(cardSeen({ expiresOn }))).toEqual(told);
  });

  test('is held against every new promise, and told of once', () => {
    const seen = cardSeen({ expiresOn: '2027-01-31' });
    expect(expiring(seen, promised('2027-02-01', 'p2'))).toEqual(['2027-01-31']);
    expect(expiring(seen, promised('2027-02-01', 'p2'), promised('2027-03-01', 'p3'))).toEqual([
      '2027-01-31',
    ]);
  });

  test('is not told of when the promise is moved back before the mail goes out', () => {
    const facts = [cardSeen({ expiresOn: '2026-12-31' }), promised('2026-12-20', 'p2')];
    given(...facts)
      .plans({ at: day(1) })
      .starts({
        type: 'recordSkippedMail',
        messages: [expect.objectContaining({ reason: 'superseded' })],
      });
  });

  test('is looked at once the confirmation has gone, or does not get through', () => {
    given().plans().starts({ type: 'sendMail', subject: 'confirmation' });
    const gone = sent('confirmation', 'confirmation');
    given(gone).plans().starts({ type: 'lookAtCard', methodId: 'pm_1' }, { type: 'planMail' });
    const delayed: Fact = {
      type: 'EffectDelayed',
      at: dayZero,
      effect: { type: 'sendMail', subject: 'confirmation', turn: '' },
      until: day(1),
    };
    given(delayed).plans().starts({ type: 'lookAtCard', methodId: 'pm_1' }, { type: 'planMail' });
  });

  test('that is looked at twice is one look, unless there is a new reason', () => {
    const world = createWorld(adasLamp);
    advanceTo(world, day(1));
    expect(world.state.card.looks).toEqual({ wanted: 1, done: 1 });
    tellHint(world, { about: 'card' });
    expect(world.state.card.looks).toEqual({ wanted: 2, done: 2 });
  });

  test('that was replaced by its bank pays again without the customer', () => {
    const world = createWorld(adasLamp);
    advanceTo(world, day(1));
    world.provider.cards = ['expired'];
    restock(world, 1);
    changeCard(world.provider, 'pm_1', { expiresOn: '2034-12-31' });
    tellHint(world, { about: 'card' });
    expect(phaseOf(world.state.stock)).toBe('ready_to_ship');
    expect(world.state.attention).toEqual([]);
  });

  test('that is taken away while waiting is told of at once', () => {
    const world = createWorld(adasLamp);
    advanceTo(world, day(1));
    changeCard(world.provider, 'pm_1', { isUsable: false });
    tellHint(world, { about: 'card' });
    expect(world.mailbox.at(-1)).toMatchObject({
      kind: 'payment-problem',
      about: { stage: 'due', reason: 'removed', amount: 13_800 },
    });
    ask(world, { type: 'ChangePaymentMethod', methodId: 'pm_2' });
    expect(world.mailbox.at(-1)).toMatchObject({
      kind: 'payment-recovered',
      about: { outcome: 'noted' },
    });
    restock(world, 1);
    expect(phaseOf(world.state.stock)).toBe('ready_to_ship');
    expect(world.mailbox.at(-1)?.kind).toBe('ready-to-ship');
  });

  test('that is no card of theirs is not thanked for, before another one is wanted', () => {
    const world = createWorld(adasLamp);
    advanceTo(world, day(1));
    changeCard(world.provider, 'pm_1', { isUsable: false });
    tellHint(world, { about: 'card' });
    changeCard(world.provider, 'pm_gone', { isUsable: false });
    ask(world, { type: 'ChangePaymentMethod', methodId: 'pm_gone' });
    advance(world, hourMs);
    expect(sentOf(world, 'payment-recovered')).toEqual([]);
    expect(sentOf(world, 'payment-problem')).toHaveLength(2);
    ask(world, { type: 'ChangePaymentMethod', methodId: 'pm_2' });
    expect(sentOf(world, 'payment-recovered')).toHaveLength(1);
  });

  test('is thanked for all the same while nobody can read it', () => {
    const world = createWorld(adasLamp);
    advanceTo(world, day(1));
    changeCard(world.provider, 'pm_1', { isUsable: false });
    tellHint(world, { about: 'card' });
    world.wayOf = ({ type }) => (type === 'lookAtCard' ? 'unreached' : 'done');
    ask(world, { type: 'ChangePaymentMethod', methodId: 'pm_2' });
    advance(world, hourMs);
    expect(sentOf(world, 'payment-recovered')).toHaveLength(1);
  });

  test('that is taken away once everything is held is nobody’s business', () => {
    const world = createWorld(adasLamp);
    restock(world, 1);
    changeCard(world.provider, 'pm_1', { isUsable: false });
    tellHint(world, { about: 'card' });
    expect(mailsOf(world).at(-1)).toBe('ready-to-ship 2026-11-23');
  });
});

describe('a form for another card', () => {
  const offered = (): World => {
    const world = createWorld(adasLamp);
    world.provider.cards = ['hard'];
    restock(world, 1);
    expect(ask(world, { type: 'OfferCard', offerId: 'o1' })).toBeNull();
    return world;
  };

  test('brings the card that the customer gives, and the units become firm', () => {
    const world = offered();
    world.provider.given.o1 = 'pm_2';
    ask(world, { type: 'LookAtPayment' });
    expect(world.state.card.methodId).toBe('pm_2');
    expect(phaseOf(world.state.stock)).toBe('ready_to_ship');
  });

  test('that was left empty changes nothing', () => {
    const world = offered();
    ask(world, { type: 'LookAtPayment' });
    expect(world.state.card.methodId).toBe('pm_1');
  });

  const asking = { type: 'offerCard', subject: 'o1', turn: '' } as const;
  const wanted: Fact = { type: 'CardOfferWanted', at: dayZero, offerId: 'o1' };
  const another = { type: 'CardOfferWanted', at: dayZero, offerId: 'o2' } as const;
  const offers = (until: string): Fact[] => [
    wanted,
    { type: 'EffectDelayed', at: dayZero, effect: asking, until },
  ];

  test.each<[string, Fact[], Fact[]]>([
    ['while one is being asked for', [wanted], []],
    [
      'once one is there, which the provider is asked about',
      [wanted, { type: 'CardOffered', at: dayZero, offerId: 'o1' }],
      [another],
    ],
    ['while the provider does not answer', offers(day(1)), [another]],
    [
      'once the provider has refused one',
      [wanted, { type: 'EffectFailed', at: dayZero, effect: asking, code: 'setup_refused' }],
      [another],
    ],
  ])('that is asked for again %s is another one, or not', (_when, facts, expected) => {
    given(...facts)
      .when({ type: 'OfferCard', offerId: 'o2' })
      .then(...expected);
  });

  test('is asked for once under one id', () => {
    const world = offered();
    ask(world, { type: 'OfferCard', offerId: 'o1' });
    expect(world.state.offerIds).toEqual(['o1']);
  });
});
