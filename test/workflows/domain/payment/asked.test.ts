import { describe, expect, test } from 'vitest';
import { isTerminal, phaseOf } from '../../../../workflows/domain/backorder/snapshot.ts';
import { decide } from '../../../../workflows/domain/decide.ts';
import { plan } from '../../../../workflows/domain/plan.ts';
import { detailsOf } from '../../../../workflows/domain/story.ts';
import { dayMs, minuteMs } from '../../../../workflows/domain/time.ts';
import { paymentState, viewOf } from '../../../../workflows/domain/view.ts';
import { adasLamp, asked, day } from '../../../support/cast.ts';
import { cardSeen, stockChanged } from '../../../support/facts.ts';
import { stateAfter } from '../../../support/given.ts';
import { changeCard } from '../../../support/world/cards.ts';
import type { World } from '../../../support/world/effects.ts';
import { arrive, snapshotOf } from '../../../support/world/ledger.ts';
import { intentsOf, mailsOf, sentOf, triesOf } from '../../../support/world/views.ts';
import {
  advance,
  advanceTo,
  ask,
  askAtOnce,
  cancel,
  createWorld,
  restock,
  ship,
  tell,
  tellHint,
} from '../../../support/world/world.ts';

const waiting = (days?: number): World => {
  const world = createWorld(asked(adasLamp, days), { planMail: () => [] });
  advance(world, minuteMs);
  return world;
};

const agree = (world: World) => ask(world, { type: 'AcceptMandate' });

/** The customer enters a card in a form of the provider's. */
const giveCard = (world: World, offerId = 'o1') => {
  const refused = ask(world, { type: 'OfferCard', offerId });
  world.provider.given[offerId] = `pm_${offerId}`;
  tellHint(world, { about: 'offer' });
  return refused;
};

const reasonsOf = ({ skips }: World) => skips.map(({ key, reason }) => `${key} ${reason}`);

describe('an order that is asked for card and consent', () => {
  test('is confirmed, and asked at once, after two days, and two days before the end', () => {
    const world = waiting();
    advanceTo(world, day(8));
    expect(mailsOf(world)).toEqual([
      'confirmation 2026-11-23',
      'card-wanted 2026-11-23',
      'card-wanted 2026-11-25',
      'card-wanted 2026-11-28',
      'cancelled 2026-11-30',
    ]);
    expect(sentOf(world, 'card-wanted').map(({ about }) => about.isReminder)).toEqual([
      false,
      true,
      true,
    ]);
    expect(sentOf(world, 'cancelled')[0]?.about.cause).toBe('card');
    expect(world.end).toBe('cancelled');
    expect(paymentState(world.state)).toBe('none');
    expect(triesOf(world)).toBe(0);
  });

  test.each([
    { days: 1, reminders: [] },
    { days: 2, reminders: [] },
    { days: 3, reminders: ['2026-11-25'] },
    { days: 5, reminders: ['2026-11-25'] },
    { days: 6, reminders: ['2026-11-25', '2026-11-27'] },
    { days: 14, reminders: ['2026-11-25', '2026-12-05'] },
  ])('reminds on $reminders when it has $days days', ({ days, reminders }) => {
    const world = waiting(days);
    advanceTo(world, day(days + 1));
    expect(sentOf(world, 'card-wanted').map(({ at }) => at.slice(0, 10))).toEqual([
      '2026-11-23',
      ...reminders,
    ]);
    expect(world.end).toBe('cancelled');
  });

  test('is passed over until then, and shows what it waits for', () => {
    const world = waiting();
    restock(world, 1);
    expect(phaseOf(world.state.stock)).toBe('awaiting_stock');
    expect(paymentState(world.state)).toBe('asked');
    const seen = viewOf(world.state, plan(world.state, world.now), world.now);
    expect(seen.payment.asked).toEqual({ endsAt: day(7), wants: 'both' });
    expect(detailsOf(world.state, plan(world.state, world.now))).toContain('card and consent');
  });

  test.each(['card first', 'consent first'])('gets what is free at once with both: %s', (order) => {
    const world = waiting();
    restock(world, 1);
    const steps = [() => giveCard(world), () => agree(world)];
    const [first, second] = order === 'card first' ? steps : steps.toReversed();
    expect(first?.()).toBeNull();
    expect(paymentState(world.state)).toBe('asked');
    expect(triesOf(world)).toBe(0);
    expect(second?.()).toBeNull();
    advance(world, minuteMs);
    expect(intentsOf(world)).toEqual(['i1 L1 13800 held']);
    expect(phaseOf(world.state.stock)).toBe('ready_to_ship');
    expect(ship(world, 's1')).toBeNull();
    expect(mailsOf(world).map((mail) => mail.split(' ')[0])).toEqual([
      'confirmation',
      'card-wanted',
      'payment-recovered',
      'ready-to-ship',
      'shipped',
    ]);
    expect(world.end).toBe('shipped');
    expect(reasonsOf(world)).toEqual(['card-wanted:2 card_given', 'card-wanted:5 card_given']);
  });

  test('has its customer told in writing what was agreed, once it waits in line', () => {
    const world = waiting();
    giveCard(world);
    agree(world);
    expect(sentOf(world, 'payment-recovered').map(({ about }) => about.outcome)).toEqual([
      'agreed',
    ]);
    expect(world.state.stock.barred).toBeNull();
    expect(paymentState(world.state)).toBe('vaulted');
  });

  test('mentions in its mail only what is missing still', () => {
    const world = waiting();
    agree(world);
    advanceTo(world, day(2.1));
    expect(sentOf(world, 'card-wanted').map(({ about }) => about.wants)).toEqual(['both', 'card']);
    const other = waiting();
    giveCard(other);
    advanceTo(other, day(2.1));
    expect(sentOf(other, 'card-wanted').map(({ about }) => about.wants)).toEqual([
      'both',
      'consent',
    ]);
  });

  test('is cancelled all the same with a card and no consent', () => {
    const world = waiting();
    giveCard(world);
    advanceTo(world, day(7.1));
    expect(world.end).toBe('cancelled');
    expect(triesOf(world)).toBe(0);
  });

  test('takes consent twice as once, and none after its end', () => {
    const world = waiting();
    agree(world);
    expect(decide(world.state, { type: 'AcceptMandate' }, world.now)).toEqual([]);
    advanceTo(world, day(7.1));
    expect(agree(world)).toBe('cancelled');
    expect(giveCard(world)).toBe('cancelled');
  });

  test('that is being cancelled takes no consent, and keeps its reason', () => {
    const world = waiting();
    giveCard(world);
    world.tookMs = () => 3 * minuteMs;
    advanceTo(world, day(7));
    expect(isTerminal(phaseOf(world.state.stock))).toBe(false);
    expect(askAtOnce(world, { type: 'AcceptMandate' })).toBe('cancelled');
    advanceTo(world, day(7.1));
    expect(sentOf(world, 'cancelled')[0]?.about.cause).toBe('card');
  });

  test('whose card comes while it is cancelled ends without a word of it', () => {
    const world = waiting();
    agree(world);
    ask(world, { type: 'OfferCard', offerId: 'o1' });
    world.provider.given.o1 = 'pm_o1';
    world.tookMs = ({ lane }) => (lane === 'stock' ? 5 * minuteMs : 500);
    advanceTo(world, day(7));
    tellHint(world, { about: 'offer' });
    advanceTo(world, day(7.2));
    expect(world.end).toBe('cancelled');
    expect(sentOf(world, 'payment-recovered')).toEqual([]);
    expect(sentOf(world, 'cancelled')[0]?.about.cause).toBe('card');
    expect(triesOf(world)).toBe(0);
  });

  test('is asked for another card when the one that came is not its own', () => {
    const world = waiting();
    changeCard(world.provider, 'pm_o1', { isUsable: false });
    giveCard(world);
    expect(world.state.card).toMatchObject({ methodId: null, trouble: null });
    agree(world);
    giveCard(world, 'o2');
    expect(paymentState(world.state)).toBe('vaulted');
  });

  test('lives on as any other when its card is declined', () => {
    const world = waiting();
    agree(world);
    giveCard(world);
    world.provider.cards = ['hard'];
    restock(world, 1);
    expect(sentOf(world, 'payment-problem').map(({ about }) => about.stage)).toEqual(['due']);
    advance(world, 4 * dayMs);
    expect(world.state.stock.barred).toBe('payment');
    expect(paymentState(world.state)).toBe('failed');
    advance(world, 15 * dayMs);
    expect(sentOf(world, 'cancelled')[0]?.about.cause).toBe('payment');
  });

  test('has units that an operator gave it neither charged nor made firm', () => {
    const world = waiting();
    world.ledger.isBarred = false;
    arrive(world.ledger, { lineId: '1', quantity: 1 }, world.now);
    world.ledger.isBarred = true;
    tell(world, snapshotOf(world.ledger));
    advance(world, minuteMs);
    expect(phaseOf(world.state.stock)).toBe('awaiting_payment');
    expect(triesOf(world)).toBe(0);
    advanceTo(world, day(3.1));
    expect(phaseOf(world.state.stock)).toBe('awaiting_stock');
  });

  test('counts down to nothing and sends no story meanwhile', () => {
    const entry = { kind: 'countdown' as const, at: day(1), until: day(2), key: 'c' };
    const world = createWorld(asked(adasLamp), { planMail: () => [entry] });
    advanceTo(world, day(1.1));
    expect(reasonsOf(world)).toEqual(['c card_wanted']);
  });

  test('sends only the newest of reminders that are late together', () => {
    const state = stateAfter(asked(adasLamp), []);
    const { start } = plan(state, day(6));
    expect(start.find(({ lane }) => lane === 'mail')).toMatchObject({
      type: 'recordSkippedMail',
      messages: [
        { key: 'card-wanted:0', reason: 'superseded' },
        { key: 'card-wanted:2', reason: 'superseded' },
      ],
    });
  });

  test('hears that its card expires too early only once the customer has agreed to it', () => {
    const world = waiting();
    changeCard(world.provider, 'pm_o1', { expiresOn: '2026-12-31' });
    giveCard(world);
    expect(sentOf(world, 'card-expiring')).toEqual([]);
    agree(world);
    expect(sentOf(world, 'card-expiring').map(({ about }) => about.expiresOn)).toEqual([
      '2026-12-31',
    ]);
  });

  test('can be cancelled by its customer, with nothing charged', () => {
    const world = waiting();
    expect(cancel(world, 'c1')).toBeNull();
    expect(world.end).toBe('cancelled');
    expect(sentOf(world, 'cancelled')[0]?.about.cause).toBeNull();
    expect(reasonsOf(world)).toEqual(['card-wanted:2 order_closed', 'card-wanted:5 order_closed']);
  });

  test('may be given a card by its shop, which is no consent', () => {
    const world = waiting();
    expect(ask(world, { type: 'ChangePaymentMethod', methodId: 'pm_9' })).toBeNull();
    expect(paymentState(world.state)).toBe('asked');
    expect(agree(world)).toBeNull();
    expect(paymentState(world.state)).toBe('vaulted');
  });
});

test('an order with a card has nothing to accept', () => {
  const state = stateAfter(adasLamp, [cardSeen(), stockChanged(adasLamp.stock)]);
  expect(decide(state, { type: 'AcceptMandate' }, day(1))).toEqual([]);
});
