import { describe, expect, it } from 'vitest';
import { phaseOf } from '../../../../workflows/domain/backorder/snapshot.ts';
import { adasLamp, bensMugs } from '../../../support/cast.ts';
import type { World } from '../../../support/world/effects.ts';
import { answer, codesOf, lawSaid, promise, worldIn } from '../../../support/world/law.ts';
import { sentOf } from '../../../support/world/views.ts';
import { advance, advanceTo, ask, restock, ship } from '../../../support/world/world.ts';

const hour = 3_600_000;

/** Ada's lamp goes to Berlin, where days end at 23:00 in UTC in winter. */
const lamp = (): World => worldIn('DE', adasLamp);

const missed = (world = lamp()): World => {
  advanceTo(world, '2027-01-18T23:30:00.000Z');
  return world;
};

const withdraw = (world: World, name = 'w') =>
  ask(world, { type: 'WithdrawContract', wordId: `withdraw/${name}`, channel: 'page' });

const setPeriod = (world: World, until: string, name = 'p') =>
  ask(world, { type: 'SetFurtherPeriod', wordId: `period/${name}`, until, channel: 'page' });

describe.each([['DE'], ['GB']])('an order to %s', (country) => {
  it('has to arrive three days after the promised one, or within 30 days', () => {
    expect(worldIn(country, adasLamp).state.law.clock.deadlineOn).toBe('2027-01-18');
    expect(worldIn(country, bensMugs).state.law.clock.deadlineOn).toBe('2026-12-23');
  });

  it('is told of a later date, and silence changes nothing', () => {
    const world = worldIn(country, adasLamp);
    promise(world, 's', '2027-02-20');
    expect(lawSaid(world)).toMatchObject([{ kind: 'informs', silence: 'none', answerOn: null }]);
    expect(world.state.law.clock).toMatchObject({ deadlineOn: '2027-01-18', silence: 'none' });
    advanceTo(world, '2027-03-20T00:00:00.000Z');
    expect(phaseOf(world.state.stock)).toBe('awaiting_stock');
    expect(codesOf(world)).toContain('deadline_missed');
  });

  it('has the date that the customer agrees to', () => {
    const world = worldIn(country, adasLamp);
    promise(world, 's', '2027-02-20');
    answer(world, { accept: true });
    expect(world.state.law.clock.deadlineOn).toBe('2027-02-23');
    answer(world, { accept: false, name: 'b' });
    expect(phaseOf(world.state.stock)).toBe('awaiting_stock');
  });

  it('is cancelled by the customer who refuses', () => {
    const world = worldIn(country, adasLamp);
    promise(world, 's', '2027-02-20');
    answer(world, { accept: false });
    expect(phaseOf(world.state.stock)).toBe('cancelled');
  });

  it('asks nobody before a deadline', () => {
    const world = worldIn(country, adasLamp);
    advanceTo(world, '2027-01-15T22:00:00.000Z');
    expect(codesOf(world)).toEqual([]);
    expect(lawSaid(world)).toEqual([]);
  });

  it('is told by itself on the morning after its date', () => {
    const world = worldIn(country, adasLamp);
    advanceTo(world, '2027-01-16T11:00:00.000Z');
    expect(lawSaid(world)).toMatchObject([{ kind: 'informs', newOn: null }]);
    advanceTo(world, '2027-01-30T11:00:00.000Z');
    expect(lawSaid(world)).toHaveLength(1);
  });

  it('is told again after a date that was told and not agreed to', () => {
    const world = worldIn(country, adasLamp);
    promise(world, 's', '2027-02-20');
    advanceTo(world, '2027-02-21T11:00:00.000Z');
    expect(lawSaid(world)).toMatchObject([{ newOn: '2027-02-20' }, { newOn: null }]);
  });
});

describe('a missed day of delivery', () => {
  it('asks a person', () => {
    expect(missed().state.attention).toMatchObject([
      { code: 'deadline_missed', dueAt: '2027-01-18T23:00:00.000Z' },
    ]);
  });

  it('lets the customer set the last one, whose end is told', () => {
    const world = missed();
    expect(setPeriod(world, '2027-01-30')).toBeNull();
    expect(world.state.law.clock.deadlineOn).toBe('2027-01-30');
    expect(codesOf(world)).toEqual([]);
    expect(sentOf(world, 'delay-answer').map(({ about }) => about)).toMatchObject([
      { answer: 'period', until: '2027-01-30' },
    ]);
    const before = world.state.law.notices.length;
    advanceTo(world, '2027-01-31T00:00:00.000Z');
    expect(codesOf(world)).toEqual(['further_period_over']);
    expect(lawSaid(world).at(-1)).toMatchObject({ isPeriodOver: true, before: '2027-01-30' });
    expect(world.state.law.notices).toHaveLength(before);
    expect(phaseOf(world.state.stock)).toBe('awaiting_stock');
  });

  it('is none before it is missed, nor in the United States', () => {
    expect(setPeriod(lamp(), '2027-02-01')).toBe('nothing_to_answer');
    expect(setPeriod(missed(worldIn('US', adasLamp)), '2027-02-01')).toBe('nothing_to_answer');
  });
});

describe('a withdrawal', () => {
  it('cancels an order that has not shipped, and is acknowledged', () => {
    const world = lamp();
    expect(withdraw(world)).toBeNull();
    advance(world, hour);
    expect(phaseOf(world.state.stock)).toBe('cancelled');
    expect(sentOf(world, 'withdrawal').map(({ about }) => about.shipped)).toEqual(['nothing']);
    expect(sentOf(world, 'cancelled')).toHaveLength(1);
    expect(codesOf(world)).toEqual([]);
    expect(world.end).toBe('cancelled');
  });

  it('of what has shipped is handed to the shop', () => {
    const world = lamp();
    restock(world, 1);
    ship(world, 's');
    expect(withdraw(world)).toBeNull();
    expect(sentOf(world, 'withdrawal').map(({ about }) => about.shipped)).toEqual(['all']);
    expect(codesOf(world)).toEqual(['withdrawal_after_shipment']);
    expect(phaseOf(world.state.stock)).toBe('shipped');
  });

  it('is one, however often it is said', () => {
    const world = lamp();
    withdraw(world);
    expect(withdraw(world)).toBeNull();
    expect(withdraw(world, 'again')).toBe('nothing_to_withdraw');
    advance(world, hour);
    expect(sentOf(world, 'withdrawal')).toHaveLength(1);
  });

  it.each([['US'], ['GB'], ['BR']])('is not for %s', (country) => {
    expect(withdraw(worldIn(country, adasLamp))).toBe('nothing_to_withdraw');
  });
});

describe('an order that moves to another country', () => {
  it('is under its law from then on, and what was told counts', () => {
    const world = lamp();
    promise(world, 's', '2027-02-20');
    world.country = 'US';
    ask(world, { type: 'ChangeCustomer' });
    expect(lawSaid(world).at(-1)).toMatchObject({
      ...{ kind: 'first_beyond_30', policy: 'us', newOn: '2027-02-20' },
    });
    expect(world.state.law.clock).toMatchObject({ deadlineOn: '2027-02-14', silence: 'cancels' });
  });
});

describe('an order to a country without a policy of its own', () => {
  it('wants consent to each later date, and ends 30 days after the old one without it', () => {
    const world = worldIn('BR', adasLamp);
    promise(world, 's', '2027-01-20');
    expect(lawSaid(world)).toMatchObject([{ kind: 'first_within_30', silence: 'cancels' }]);
    promise(world, 't', '2027-03-01');
    expect(lawSaid(world).at(-1)).toMatchObject({ kind: 'later', answerOn: '2027-02-14' });
    advanceTo(world, '2027-02-15T04:00:00.000Z');
    expect(phaseOf(world.state.stock)).toBe('cancelled');
  });
});
